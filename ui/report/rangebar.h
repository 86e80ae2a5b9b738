// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace plumb::ui {

class Chip;
class ElidedLabel;

/// Chooses the part of the run that the report speaks of: a phase, from and to, or what was dragged over a
/// chart. A chip shows the filter that is on and takes it away.
class RangeBar : public QWidget
{
    Q_OBJECT

public:
    explicit RangeBar(QWidget* parent = nullptr);

    void setReport(const report::Report& report);
    /// Shows what is filtered by; nothing: the whole run. Tells nobody.
    void setRange(const std::optional<models::TimeRange>& range);

Q_SIGNALS:
    /// Nothing: the whole run.
    void chosen(const std::optional<plumb::models::TimeRange>& range);

private:
    void phaseChosen(int index);
    void edited();

    QComboBox* m_phase;
    QDoubleSpinBox* m_from;
    QDoubleSpinBox* m_to;
    Chip* m_chip;
    ElidedLabel* m_note;
    std::vector<models::TimeRange> m_phases; ///< of the entries after "whole run"
    double m_end_s = 0.0;
    bool m_filtered = false;
};

} // namespace plumb::ui

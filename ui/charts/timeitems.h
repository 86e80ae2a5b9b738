// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"
#include "ui/shell/theme.h"

#include <vector>

class QCPAbstractItem;
class QCPItemText;
class QCustomPlot;

namespace plumb::ui {

/// What stands behind and on the curves of a plot over time: shaded phases, marks, limit lines, with their
/// words.
class TimeItems
{
public:
    /// @p plot outlives this.
    explicit TimeItems(QCustomPlot* plot);

    void setPhases(std::vector<PhaseSpan> phases);
    void setMarks(std::vector<TimeMark> marks);
    void setLimits(std::vector<LimitLine> limits);
    [[nodiscard]] const std::vector<LimitLine>& limits() const { return m_limits; }

    /// Makes all items anew, in @p theme's colours and the caption size of @p font.
    void rebuild(const Theme& theme, const QFont& font);
    /// Hides words that have no room and parts limits whose words would lie on each other. After each layout.
    void fit();

private:
    void addPhase(const PhaseSpan& phase, const Theme& theme);
    void addMark(const TimeMark& mark, const Theme& theme);
    void addLimit(const LimitLine& limit, const Theme& theme);
    QCPItemText* addWords(const QString& text, const QColor& ink);
    [[nodiscard]] int widthOf(const QString& words) const;

    QCustomPlot* m_plot;
    QFont m_caption;
    std::vector<PhaseSpan> m_phases;
    std::vector<TimeMark> m_marks;
    std::vector<LimitLine> m_limits;
    std::vector<QCPAbstractItem*> m_items;
    // One each, in the order of the lists.
    std::vector<QCPItemText*> m_phaseWords;
    std::vector<QCPItemText*> m_markWords;
    std::vector<QCPItemText*> m_limitWords;
};

} // namespace plumb::ui

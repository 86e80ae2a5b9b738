// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "ui/models/livesnapshot.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;

namespace plumb::ui {

/// Changes the load of a run under way: its rate where arrivals are scheduled, else its users. Hidden for
/// runs whose load cannot be changed.
class LiveControls : public QWidget
{
    Q_OBJECT

public:
    explicit LiveControls(QWidget* parent = nullptr);
    /// Follows the run until the user has taken over.
    void showRun(const models::LiveSnapshot& run);

Q_SIGNALS:
    void wanted(const plumb::engine::LiveChange& change);

private:
    enum class Kind { none, rate, users };
    void setKind(Kind kind);
    void setValue(int value);
    void edited(int value);
    void send();

    QLabel* m_label;
    QSlider* m_slider;
    QSpinBox* m_value;
    QTimer m_soon; ///< a slider that is dragged asks once
    Kind m_kind = Kind::none;
    QString m_runId;
    bool m_taken = false; ///< the user has changed it
};

} // namespace plumb::ui

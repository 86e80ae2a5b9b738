// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "ui/models/livesnapshot.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace plumb::ui {

class LiveSlider;

/// Changes the loads of a run under way, a row for each: the rate and the most users where arrivals are
/// scheduled, else the users. Loads that cannot be changed are named with the reason.
class LiveControls : public QWidget
{
    Q_OBJECT

public:
    explicit LiveControls(QWidget* parent = nullptr);
    /// Each slider follows the run until the user has taken it.
    void showRun(const models::LiveSnapshot& run);

Q_SIGNALS:
    void wanted(const plumb::engine::LiveChange& change);

private:
    struct Row
    {
        models::LiveLoad load;
        LiveSlider* level = nullptr;
        LiveSlider* most = nullptr;
    };
    void build(const std::vector<models::LiveLoad>& loads);
    void addRow(const models::LiveLoad& load);

    QGridLayout* m_grid;
    QLabel* m_fixed; ///< why some cannot be changed
    std::vector<Row> m_rows;
    QString m_runId;
};

} // namespace plumb::ui

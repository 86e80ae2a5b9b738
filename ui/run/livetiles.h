// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

#include <QWidget>

namespace plumb::ui {

class FoldingRow;
class Tile;

/// The figures of a run: what is under way, what was when it is over, each with the rule it is held against.
class LiveTiles : public QWidget
{
    Q_OBJECT

public:
    explicit LiveTiles(QWidget* parent = nullptr);
    void showRun(const models::LiveSnapshot& run);

private:
    Tile* addTile(const QString& title, const QString& metric);
    void showRate(const models::LiveSnapshot& run);
    void showPercentile(Tile* tile, const models::LiveSnapshot& run, const char* metric,
        const models::LivePercentile& value, const std::vector<double>& course);
    void showErrors(const models::LiveSnapshot& run);
    void showUsers(const models::LiveSnapshot& run);
    void showMakespan(const models::LiveSnapshot& run);

    FoldingRow* m_row;
    Tile* m_rate;
    Tile* m_p50;
    Tile* m_p95;
    Tile* m_p99;
    Tile* m_errors;
    Tile* m_users;
    Tile* m_makespan; ///< of runs that come in bursts or share their iterations
};

} // namespace plumb::ui

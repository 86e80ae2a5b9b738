// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;

namespace plumb::ui {

/// How near the stop rules of a run under way are: a bar and the value of each. Hidden for runs without any.
class LiveStopRules : public QWidget
{
    Q_OBJECT

public:
    explicit LiveStopRules(QWidget* parent = nullptr);
    void showRun(const models::LiveSnapshot& run);

private:
    struct Row
    {
        QLabel* name;
        QProgressBar* bar;
        QLabel* value;
    };
    void setCount(std::size_t count);

    QGridLayout* m_layout;
    std::vector<Row> m_rows;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>
#include <vector>

namespace plumb::bench {

/// An application that measures how long each event holds the window's thread: its CPU time, which a busy
/// machine does not lengthen. An event within an event counts to the outer one.
class EventWatch : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;

    /// Forgets what was measured.
    void restart();
    /// Runs the event loop until @p condition holds and, after that, until nothing is posted any more.
    /// False after @p patience_ms.
    static bool until(const std::function<bool()>& condition, int patience_ms = 60'000);
    /// One line: the number of events, the longest and who got it, the 99th percentile, how many took over
    /// 16 ms, and the longest by the clock on the wall.
    void print(const char* what) const;

private:
    std::vector<double> m_times_ms;
    double m_longest_ms = 0.0;
    double m_longestWall_ms = 0.0;
    QString m_longest; ///< class of the receiver and type of the event
    int m_depth = 0;
};

} // namespace plumb::bench

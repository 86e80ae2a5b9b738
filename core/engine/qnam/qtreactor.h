// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"

#include <QEventLoop>
#include <QObject>

#include <memory>

class QSocketNotifier;
class QTimer;

namespace plumb::engine::qnam {

/// A Qt event loop with one absolute wake-up. On Linux that is a timerfd on CLOCK_MONOTONIC, because a QTimer
/// is rounded up to whole milliseconds; elsewhere a precise QTimer. Made, run and destroyed in the worker's
/// thread, in which QT_NO_THREADED_GLIB must be in force (the GLib dispatcher costs a third of the rate).
class QtReactor final : public Reactor
{
public:
    QtReactor();
    ~QtReactor() override;
    void run() override;
    void quit() override;
    void post(std::function<void()> task) override;
    void onWake(std::function<void()> task) override { m_wake = std::move(task); }
    void wakeAt(Nanos when) override;

private:
    void expired();

    QEventLoop m_loop;
    QObject m_context; ///< target of posted tasks
    std::function<void()> m_wake;
    Nanos m_due{}; ///< 0: not armed
    int m_timerFd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<QTimer> m_timer; ///< only without a timerfd
};

} // namespace plumb::engine::qnam

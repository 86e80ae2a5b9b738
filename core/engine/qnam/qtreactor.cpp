// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/qtreactor.h"

#include <QSocketNotifier>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace plumb::engine::qnam {

QtReactor::QtReactor()
{
#ifdef Q_OS_LINUX
    m_timerFd = ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (m_timerFd >= 0) {
        m_notifier = std::make_unique<QSocketNotifier>(m_timerFd, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_context, [this] {
            std::uint64_t expirations = 0;
            if (::read(m_timerFd, &expirations, sizeof expirations) == sizeof expirations) {
                expired();
            }
        });
        return;
    }
#endif
    m_timer = std::make_unique<QTimer>();
    m_timer->setTimerType(Qt::PreciseTimer);
    m_timer->setSingleShot(true);
    QObject::connect(m_timer.get(), &QTimer::timeout, &m_context, [this] { expired(); });
}

QtReactor::~QtReactor()
{
    m_notifier.reset();
#ifdef Q_OS_LINUX
    if (m_timerFd >= 0) {
        ::close(m_timerFd);
    }
#endif
}

void QtReactor::run()
{
    m_loop.exec();
}

void QtReactor::quit()
{
    // As a task, so that a quit() before run() is not lost and what was posted before it still runs.
    post([this] { m_loop.quit(); });
}

void QtReactor::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(&m_context, std::move(task), Qt::QueuedConnection);
}

void QtReactor::wakeAt(Nanos when)
{
    if (when == m_due) {
        return;
    }
    m_due = when;
#ifdef Q_OS_LINUX
    if (m_timerFd >= 0) {
        const std::int64_t ns = std::max<std::int64_t>(when.count(), 1); // 0 would disarm
        itimerspec spec{};
        spec.it_value.tv_sec = ns / 1'000'000'000;
        spec.it_value.tv_nsec = ns % 1'000'000'000;
        ::timerfd_settime(m_timerFd, TFD_TIMER_ABSTIME, &spec, nullptr);
        return;
    }
#endif
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(when - SteadyClock().now());
    m_timer->start(std::max(left, std::chrono::milliseconds(0)));
}

void QtReactor::expired()
{
    m_due = Nanos{};
    if (m_wake) {
        m_wake();
    }
}

} // namespace plumb::engine::qnam

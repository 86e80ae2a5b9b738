// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/eventwatch.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace plumb::bench {

namespace {

double threadCpu_ms()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

bool EventWatch::notify(QObject* receiver, QEvent* event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const QString who = QString::fromUtf8(receiver->metaObject()->className());
    const auto type = event->type();
    ++m_depth;
    QElapsedTimer timer;
    timer.start();
    const double before_ms = threadCpu_ms();
    const bool result = QApplication::notify(receiver, event);
    const double took_ms = threadCpu_ms() - before_ms;
    m_longestWall_ms = std::max(m_longestWall_ms, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    --m_depth;
    m_times_ms.push_back(took_ms);
    if (took_ms > m_longest_ms) {
        m_longest_ms = took_ms;
        const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_longest = QStringLiteral("%1 of %2")
                        .arg(name == nullptr ? QString::number(type) : QString::fromUtf8(name), who);
    }
    return result;
}

void EventWatch::restart()
{
    m_times_ms.clear();
    m_longest_ms = m_longestWall_ms = 0.0;
    m_longest.clear();
}

bool EventWatch::until(const std::function<bool()>& condition, int patience_ms)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.elapsed() > patience_ms)
            return false;
        processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    // What the condition's event posted in its turn: layouts, paintings.
    for (int i = 0; i < 20; ++i)
        processEvents(QEventLoop::AllEvents, 20);
    return true;
}

void EventWatch::print(const char* what) const
{
    auto times_ms = m_times_ms;
    std::sort(times_ms.begin(), times_ms.end());
    const auto over = std::count_if(times_ms.begin(), times_ms.end(), [](double ms) { return ms > 16.0; });
    std::printf("%s: %zu events, longest %.1f ms (%s), 99th %.2f ms, over 16 ms: %td; on the clock %.1f ms\n",
        what, times_ms.size(), m_longest_ms, qPrintable(m_longest),
        times_ms.empty() ? 0.0 : times_ms[times_ms.size() * 99 / 100], over, m_longestWall_ms);
    std::fflush(stdout);
}

} // namespace plumb::bench

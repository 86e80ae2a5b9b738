// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakereactor.h"

#include <algorithm>

namespace plumb::test {

FakeReactor::FakeReactor(FakeClock& clock)
    : m_clock(clock)
{
}

void FakeReactor::callAt(Nanos when, std::function<void()> task)
{
    m_timers.push_back({when, m_order++, std::move(task)});
}

void FakeReactor::runUntil(Nanos end)
{
    for (;;) {
        const auto next
            = std::min_element(m_timers.begin(), m_timers.end(), [](const Timer& a, const Timer& b) {
                  return a.when != b.when ? a.when < b.when : a.order < b.order;
              });
        const Nanos timer = next == m_timers.end() ? Nanos::max() : next->when;
        const Nanos wake = m_wakeAt == Nanos::max() ? m_wakeAt : m_wakeAt + m_late;
        const Nanos due = std::min(timer, wake);
        if (due > end || due == Nanos::max())
            break;
        m_clock.set(std::max(m_clock.now(), due));
        if (timer <= wake) {
            const std::function<void()> task = std::move(next->task);
            m_timers.erase(next);
            task();
        } else {
            m_wakeAt = Nanos::max();
            m_wake();
        }
    }
    m_clock.set(std::max(m_clock.now(), end));
}

} // namespace plumb::test

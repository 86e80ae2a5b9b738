// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"
#include "tests/support/fakeclock.h"

#include <cstdint>
#include <vector>

namespace plumb::test {

/// A reactor in virtual time: runUntil() jumps the clock from one event to the next, so an hour passes in no
/// time. Single-threaded.
class FakeReactor final : public engine::Reactor
{
public:
    explicit FakeReactor(FakeClock& clock);
    void run() override { }
    void quit() override { }
    void post(std::function<void()> task) override { callAt(m_clock.now(), std::move(task)); }
    void onWake(std::function<void()> task) override { m_wake = std::move(task); }
    void wakeAt(Nanos when) override { m_wakeAt = when; }
    void callAt(Nanos when, std::function<void()> task);
    /// Runs all events up to and including @p end; the clock stands at @p end afterwards.
    void runUntil(Nanos end);
    /// A wake-up may come late; what is posted is on time.
    void setLateness(Nanos late) { m_late = late; }

private:
    struct Timer
    {
        Nanos when{};
        std::uint64_t order = 0;
        std::function<void()> task;
    };
    FakeClock& m_clock;
    std::function<void()> m_wake;
    Nanos m_wakeAt{Nanos::max()};
    Nanos m_late{};
    std::vector<Timer> m_timers;
    std::uint64_t m_order = 0;
};

} // namespace plumb::test

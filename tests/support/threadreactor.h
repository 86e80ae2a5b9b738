// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace plumb::test {

/// A reactor of the standard library alone, in real time: for tests of threads under ThreadSanitizer, which
/// sees false races through Qt.
class ThreadReactor final : public engine::Reactor
{
public:
    void run() override;
    void quit() override;
    void post(std::function<void()> task) override;
    void onWake(std::function<void()> task) override { m_wake = std::move(task); }
    void wakeAt(Nanos when) override;
    /// Runs @p task in the loop at @p when. Loop thread only.
    void callAt(Nanos when, std::function<void()> task);

private:
    struct Timer
    {
        Nanos when{};
        std::function<void()> task;
    };
    [[nodiscard]] Nanos nextDue() const;
    void runDue(Nanos now);

    std::mutex m_mutex;
    std::atomic<int> m_posting = 0; ///< threads that want to post
    std::condition_variable m_changed;
    std::vector<std::function<void()>> m_tasks;
    bool m_quit = false;
    std::function<void()> m_wake;
    Nanos m_wakeAt{Nanos::max()};
    std::vector<Timer> m_timers;
};

} // namespace plumb::test

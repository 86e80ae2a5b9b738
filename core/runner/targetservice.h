// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "launch/launcher.h"
#include "scenario/scenario.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace plumb::runner {

/// The user's own service, as `target.start` says: started, awaited, and stopped when this goes.
class TargetService
{
public:
    struct Setup
    {
        scenario::Target target; ///< resolved; with a start
        std::filesystem::path folder; ///< of the scenario
        std::function<bool()> cancelled; ///< asked while waiting; may be empty
        /// It ended although nobody stopped it, in words with its last lines. Called in a thread of its own,
        /// at most once, and only after start() has returned it.
        std::function<void(const std::string& text)> died;
    };
    /// Blocks until the service is ready. Error (target): something answers there already, it cannot be
    /// started, it ended or was not ready in time; its last lines are told. Error (input): no such program.
    /// Error (interrupted): cancelled, and the service is stopped again.
    static Result<std::unique_ptr<TargetService>> start(Setup setup);
    /// SIGTERM for the whole process group, SIGKILL where that does not end it within 10 s.
    ~TargetService();
    TargetService(const TargetService&) = delete;
    TargetService& operator=(const TargetService&) = delete;

    [[nodiscard]] int pid() const { return m_pid; }

private:
    explicit TargetService(Setup setup)
        : m_setup(std::move(setup))
    {
    }
    Result<void> begin();
    Result<void> awaitReady();
    [[nodiscard]] bool answers(std::string& why) const;
    void onEnded(launch::Ended&& ended);
    bool waitEnded(std::chrono::milliseconds time);

    Setup m_setup;
    int m_pid = 0;
    std::uint32_t m_id = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<launch::Ended> m_ended;
    bool m_ready = false;
    bool m_stopping = false;
    std::unique_ptr<launch::Launcher> m_launcher;
};

} // namespace plumb::runner

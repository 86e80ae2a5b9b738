// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "engine/transport.h"
#include "report/runevent.h"
#include "scenario/prepare.h"

#include <functional>
#include <memory>

namespace plumb::engine {

/// What a run needs besides the scenario; all of it goes into the RunStarted event.
struct EngineSetup
{
    scenario::CompiledScenario scenario;
    std::filesystem::path folder; ///< of the scenario file
    report::RunStarted
        started; ///< filled by the caller except steps, executor, closed_model, planned_*, transport_*
    std::shared_ptr<TransportFactory> transport;
    std::shared_ptr<scenario::Masker> masker; ///< extracted values are added while running
    /// Whether load may go to a host other than the target's (redirects, absolute URLs of steps, token URLs);
    /// empty: loopback names only. Asked in workers' threads, at most once per host and worker; may block.
    std::function<bool(const std::string& host)> host_allowed;
    int workers = 0; ///< 0: chosen from users and cores
    /// What is watched beside the load, asked after every tick in the coordinator's thread: the events since
    /// the last call, marks and MonitorTicks, with times since @p origin on the monotonic clock. May be
    /// empty.
    std::function<std::vector<report::RunEvent>(Nanos origin)> beside;
};

/// One run: schedule -> virtual users -> transport -> recorder. Single-shot.
class Engine
{
public:
    using Sink = std::function<void(const report::RunEvent&)>;
    /// @p sink is called from the coordinator's thread (the one that calls run()), in the order of events:
    /// RunStarted, then anything, Finished last.
    Engine(EngineSetup setup, Sink sink);
    ~Engine();

    /// Blocks until the run has ended and everything is drained. Error: the target cannot be reached, setup
    /// failed; a Finished event has been sent in every case in which RunStarted was.
    Result<void> run();

    /// From any thread. Lets requests in flight finish (graceful_stop_s), then ends the run as partial.
    void stop(const std::string& endedBy = "user");
    /// From any thread. Cancels what is in flight; those count as unfinished.
    void abort();
    /// From any thread. Becomes a RunMark event.
    void mark(const std::string& text);
    /// From any thread. Takes effect at a whole second of the run and then becomes a RunMark event; what
    /// cannot be done becomes one of kind "notice".
    void change(const LiveChange& change);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb::engine

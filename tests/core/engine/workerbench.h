// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/burstdesk.h"
#include "engine/loadworker.h"
#include "engine/urlparts.h"
#include "tests/support/fakereactor.h"
#include "tests/support/scriptedtransport.h"

#include <memory>
#include <string>
#include <vector>

namespace plumb::test {

using engine::HostFilter;
using engine::isLoopbackName;

/// Workers of a run side by side in virtual time, without threads and without a coordinator.
class WorkerBench
{
public:
    WorkerBench(scenario::CompiledScenario scenario, Script script, int workers = 1);
    ~WorkerBench();

    /// Runs the set-up (at most a minute), then starts the first turn a second later.
    void begin();
    /// Lets time pass until @p sinceStart after the start of the load.
    void runUntil(Nanos sinceStart);
    /// All of it: set-up, load until @p end, a minute to drain.
    void complete(Nanos end);
    void change(const engine::GroupChange& change); ///< to all workers
    void endOfSchedule();
    void finish();
    void cancel();
    [[nodiscard]] bool drained() const { return m_drained == m_workers.size(); }

    /// All books so far, of all workers.
    [[nodiscard]] engine::Interval& books();
    [[nodiscard]] std::vector<report::BurstTick> bursts() { return m_desk->take(); } ///< since the last call
    [[nodiscard]] std::vector<engine::WorkerSummary> summaries();
    [[nodiscard]] std::int64_t sent(const std::string& step, report::Phase phase = report::Phase::measure);
    [[nodiscard]] const engine::RunPlan& plan() const { return m_plan; }
    [[nodiscard]] std::int64_t requests() const; ///< that reached the transports
    [[nodiscard]] std::int64_t droppedConnections() const;
    [[nodiscard]] bool overlapped() const; ///< a user had two requests in flight
    [[nodiscard]] int step(const std::string& name) const; ///< index

    FakeClock clock;
    Nanos load_start{};
    std::vector<report::Sample> failing;
    std::vector<std::string> notices, stops, exhausted; ///< stops: "by: text"
    engine::SetupOutcome setup;
    std::string run_setup_error;
    HostFilter host_allowed = [](const std::string& host) { return isLoopbackName(host); };
    std::shared_ptr<scenario::Masker> masker = std::make_shared<scenario::Masker>();

private:
    struct Place
    {
        engine::WorkerIo io;
        FakeReactor* reactor = nullptr;
        ScriptedTransport* transport = nullptr;
        std::unique_ptr<engine::LoadWorker> worker;
    };
    void advance(Nanos until);
    void order(const engine::BurstOrder& order);
    engine::LoadWorker::Callbacks callbacks();

    scenario::CompiledScenario m_scenario;
    engine::RunPlan m_plan;
    std::unique_ptr<engine::RunShared> m_shared;
    std::shared_ptr<const engine::IntervalLayout> m_layout;
    std::vector<std::unique_ptr<Place>> m_workers;
    std::unique_ptr<engine::Interval> m_books;
    std::unique_ptr<engine::BurstDesk> m_desk;
    std::size_t m_drained = 0;
};

} // namespace plumb::test

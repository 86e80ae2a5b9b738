// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/burst.h"
#include "engine/recorder.h"
#include "engine/redirect.h"
#include "engine/runplan.h"
#include "engine/sampler.h"
#include "engine/secretkeeper.h"
#include "engine/timerqueue.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace plumb::engine {

/// What all workers of a run share; everything that changes is atomic.
struct RunShared
{
    explicit RunShared(const RunPlan& plan);

    /// Of one group: iterations claimed by all workers, and when the first measured one began where warm-up
    /// iterations decide (ns since the group's start; -1: not yet).
    struct Progress
    {
        std::atomic<std::int64_t> claimed{0}; ///< of the warm-up
        std::atomic<std::int64_t> shared{0}; ///< of those that users share
        std::atomic<std::int64_t> measure_start{-1};
        std::atomic<std::int64_t> measured{0}; ///< counted iterations that have ended
        std::atomic<std::int64_t> measure_end{-1}; ///< when the last of them did (ns since the start)
    };
    std::vector<std::unique_ptr<Progress>> groups; ///< in the order of turns and groups
    std::vector<std::atomic<std::int64_t>> executions; ///< by step index, for cold_first
};

/// The phases of a group as far as they are known by now: where iterations decide, workers find out.
PhasePlan phasesOf(const PlannedGroup& group, const RunShared::Progress& progress);

/// A request that was in flight when the run ended.
struct Unfinished
{
    int step = 0;
    Phase phase = Phase::measure;
    Nanos age{}; ///< since it was sent
};

/// What a worker tells the coordinator at once. Called in the worker's thread.
struct WorkerSignals
{
    std::function<void(std::string text)> notice;
    std::function<void(std::string endedBy, std::string text)> stop;
    std::function<void(std::string text)> data_exhausted;
    std::function<void(const BurstShare& share)> burst_ended;
};

/// What the users of one worker work with. Lives in the worker's thread.
struct WorkerContext
{
    const RunPlan& plan;
    const scenario::CompiledScenario& scenario;
    RunShared& shared;
    const Clock& clock;
    Transport& transport;
    TimerQueue& timers;
    Recorder& recorder;
    Sampler& sampler;
    SecretKeeper& secrets;
    const HostFilter& host_allowed;
    const WorkerSignals& signals;
    std::shared_ptr<const scenario::VariableScope> variables; ///< the run's, as this worker knows them
    Nanos origin{}; ///< start of the run
    int worker = 0;
    int workers = 1;
    int next_slot = 0; ///< of the transport
    std::vector<Unfinished> unfinished;
    std::map<std::pair<int, std::string>, std::int64_t> skipped; ///< by step index and reason
};

} // namespace plumb::engine

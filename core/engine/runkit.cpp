// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runkit.h"

#include "engine/loadworker.h"
#include "engine/openfiles.h"
#include "engine/rulewatch.h"

#include <algorithm>
#include <thread>

namespace plumb::engine {

namespace {

constexpr int usersPerWorker
    = 128; ///< reference/engine.md section 6: poll() cost of an HTTP thread's sockets

constexpr int filesOfOurOwn = 100; ///< journal, sockets to the screen, libraries

Result<void> checkSockets(int users)
{
    const std::int64_t most = raiseOpenFiles();
    if (users <= most - filesOfOurOwn)
        return {};
    return Error{ErrorKind::usage,
        std::to_string(users) + " users need a socket each, but this process may open only "
            + std::to_string(most) + " files",
        "load", "use fewer users, or raise the limit (ulimit -n)"};
}

int chooseWorkers(int asked, int users)
{
    if (asked > 0)
        return std::min(asked, users);
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return std::clamp((users + usersPerWorker - 1) / usersPerWorker, 1, std::max(1, (cores - 1) / 2));
}

} // namespace

Result<RunKit> makeRunKit(const EngineSetup& setup)
{
    Result<RunPlan> plan = planRun(setup.scenario);
    if (!plan)
        return plan.error();
    RunKit kit;
    kit.plan = std::move(*plan);
    if (const Result<void> sockets = checkSockets(kit.plan.users()); !sockets)
        return sockets.error();
    const int asked = setup.workers > 0 ? setup.workers : setup.scenario.scenario.load.workers.get(0);
    kit.workers = chooseWorkers(asked, kit.plan.users());
    kit.shared = std::make_unique<RunShared>(kit.plan);
    auto layout = std::make_shared<IntervalLayout>();
    layout->checks = kit.plan.checks;
    for (const report::StepInfo& step : kit.plan.steps)
        layout->setup.push_back(step.setup);
    layout->secure = kit.plan.secure;
    layout->closed = kit.plan.closedModel();
    kit.layout = layout;
    kit.transport.base_url = setup.scenario.base_url;
    kit.transport.target = setup.scenario.scenario.target;
    kit.transport.folder = setup.folder;
    kit.transport.users = LoadWorker::slots(kit.plan, kit.workers);
    if (const Result<void> prepared = setup.transport->prepare(kit.transport); !prepared)
        return prepared.error();
    return kit;
}

void describe(const RunKit& kit, const TransportFactory& transport, report::RunStarted& started)
{
    started.engine_transport = transport.name();
    started.engine_version = transport.version();
    started.transport_settings = transport.describe();
    started.transport_settings["workers"] = std::to_string(kit.workers);
    started.steps = kit.plan.steps;
    started.executor = kit.plan.executor();
    started.closed_model = kit.plan.closedModel();
    started.planned_duration_s = kit.plan.duration_s();
    started.planned_iterations = kit.plan.iterations();
    started.constant_from_s = kit.plan.constantFrom_s();
    started.turns_constant_from_s = kit.plan.turnsConstantFrom_s();
    started.stop_rules = describe(kit.plan.stop_rules);
    started.loads = kit.plan.loads();
}

} // namespace plumb::engine

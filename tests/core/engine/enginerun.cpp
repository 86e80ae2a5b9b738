// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginerun.h"

#include <future>
#include <mutex>
#include <thread>

namespace plumb::test {

using namespace engine;
using namespace report;

EngineRun runEngine(scenario::CompiledScenario scenario, const Script& script, int workers,
    const std::function<void(Engine&)>& during)
{
    std::promise<void> firstRequest;
    std::once_flag once;
    auto factory = std::make_shared<ScriptedFactory>([&](int user, const Request& request) {
        std::call_once(once, [&firstRequest] { firstRequest.set_value(); });
        return script(user, request);
    });
    EngineSetup setup;
    setup.scenario = std::move(scenario);
    setup.transport = factory;
    setup.masker = std::make_shared<scenario::Masker>();
    setup.workers = workers;
    EngineRun outcomes;
    Engine engine(std::move(setup), [&outcomes](const RunEvent& event) { outcomes.events.push_back(event); });
    std::thread other;
    if (during) {
        other = std::thread([&engine, &during, &firstRequest] {
            firstRequest.get_future().wait();
            during(engine);
        });
    }
    outcomes.result = engine.run();
    if (other.joinable())
        other.join();
    outcomes.requests = factory->requests();
    return outcomes;
}

} // namespace plumb::test

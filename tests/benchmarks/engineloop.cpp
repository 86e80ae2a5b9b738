// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/qnam/qnamfactory.h"
#include "report/reportbuilder.h"
#include "tests/benchmarks/httpclients.h"

#include <cstdio>
#include <cstdlib>

namespace plumb::bench {

namespace {

[[noreturn]] void give(const Error& error)
{
    std::fprintf(stderr, "qnam: %s\n", error.text().c_str());
    std::exit(EXIT_FAILURE);
}

template <class T>
T need(Result<T> result)
{
    if (!result) {
        give(result.error());
    }
    return std::move(*result);
}

/// Two checks, one of them into the body, as a scenario of a user would have.
Json scenarioFor(const Load& load)
{
    Json scenario = Json::parse(R"({
        "schema": "plumbline.scenario/1", "operation": "bench", "target": {},
        "patterns": [{"name": "user", "steps": [{"name": "get", "request": {"method": "GET", "path": "/"},
            "checks": [{"status": [200]}, {"json": "/ok", "equals": true}]}]}],
        "load": {"executor": "constant-vus"}})");
    scenario["target"]["base_url"] = load.url.substr(0, load.url.rfind('/'));
    scenario["load"]["vus"] = load.users;
    scenario["load"]["duration_s"] = load.seconds;
    return scenario;
}

} // namespace

Measured loopOnEngine(const Load& load)
{
    scenario::LoadedScenario loaded;
    loaded.scenario = need(scenario::scenarioFromJson(scenarioFor(load), "bench.json"));
    const auto noEnvironment = [](const std::string&) { return std::optional<std::string>(); };
    const scenario::Resolved resolved = need(scenario::resolve(loaded, {}, noEnvironment));
    engine::EngineSetup setup;
    setup.scenario = need(scenario::compile(resolved, {}, {}, 1));
    setup.transport = std::make_shared<engine::qnam::QnamFactory>();
    setup.masker = std::make_shared<scenario::Masker>();
    report::ReportBuilder builder;
    engine::Engine engine(
        std::move(setup), [&builder](const report::RunEvent& event) { builder.add(event); });
    if (const Result<void> ran = engine.run(); !ran) {
        give(ran.error());
    }
    const report::Report report = builder.build();
    if (report.totals.completed == 0 || report.totals.failed > 0 || report.steps.size() != 1) {
        give({ErrorKind::target, std::to_string(report.totals.failed) + " requests failed", {}, {}});
    }
    const report::StepReport& step = report.steps.front();
    return {step.rps, step.summary(report::Series::service).p50.value_or(0) * 1e3, 0};
}

} // namespace plumb::bench

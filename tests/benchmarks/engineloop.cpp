// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/directfactory.h"
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
    std::fprintf(stderr, "engine: %s\n", error.text().c_str());
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

void addWork(Json& step)
{
    constexpr int numbers = 120;
    constexpr int checks = 28;
    constexpr int extracts = 10;
    std::string header;
    for (int i = 0; i < numbers; ++i)
        header += "{{random_int(10, 99)}}";
    step["request"]["headers"]["X-Numbers"] = header;
    for (int i = 0; i < checks; ++i)
        step["checks"].push_back({{"name", "ok " + std::to_string(i)}, {"json", "/ok"}, {"equals", true}});
    for (int i = 0; i < extracts; ++i)
        step["extract"].push_back({{"as", "value" + std::to_string(i)}, {"json", "/ok"}});
}

/// Two checks, one of them into the body, as a scenario of a user would have.
Json scenarioFor(const Load& load)
{
    Json scenario = Json::parse(R"({
        "schema": "plumbline.scenario/1", "operation": "bench", "target": {},
        "patterns": [{"name": "user", "steps": [{"name": "get", "request": {"method": "GET", "path": "/"},
            "checks": [{"status": [200]}, {"json": "/ok", "equals": true}]}]}],
        "load": {"executor": "constant-vus"}})");
    const std::size_t path = load.url.find('/', load.url.find("://") + 3);
    scenario["target"]["base_url"] = load.url.substr(0, path);
    Json& request = scenario["patterns"][0]["steps"][0]["request"];
    request["path"] = load.url.substr(path);
    if (load.heavy)
        addWork(scenario["patterns"][0]["steps"][0]);
    scenario["load"]["vus"] = load.users;
    scenario["load"]["duration_s"] = load.seconds;
    scenario["load"]["workers"] = load.workers;
    return scenario;
}

} // namespace

namespace {

report::Report runOnEngine(const Json& scenario, const std::string& transport)
{
    scenario::LoadedScenario loaded;
    loaded.scenario = need(scenario::scenarioFromJson(scenario, "bench.json"));
    const auto noEnvironment = [](const std::string&) { return std::optional<std::string>(); };
    const scenario::Resolved resolved = need(scenario::resolve(loaded, {}, noEnvironment));
    engine::EngineSetup setup;
    setup.scenario = need(scenario::compile(resolved, {}, {}, 1));
    if (transport == "direct") {
        setup.transport = std::make_shared<engine::direct::DirectFactory>();
    } else {
        setup.transport = std::make_shared<engine::qnam::QnamFactory>();
    }
    setup.masker = std::make_shared<scenario::Masker>();
    report::ReportBuilder builder;
    engine::Engine engine(
        std::move(setup), [&builder](const report::RunEvent& event) { builder.add(event); });
    if (const Result<void> ran = engine.run(); !ran) {
        give(ran.error());
    }
    report::Report report = builder.build();
    if (report.totals.completed == 0 || report.totals.failed > 0 || report.steps.size() != 1) {
        give({ErrorKind::target, std::to_string(report.totals.failed) + " requests failed", {}, {}});
    }
    return report;
}

} // namespace

Measured loopOnEngine(const Load& load, const std::string& transport)
{
    const report::Report report = runOnEngine(scenarioFor(load), transport);
    const report::StepReport& step = report.steps.front();
    return {step.rps, step.summary(report::Series::service).p50.value_or(0) * 1e3, 0};
}

Paced paceOnEngine(const Load& load, const std::string& transport, double rate)
{
    Json scenario = scenarioFor(load);
    scenario["load"] = {{"executor", "constant-arrival-rate"}, {"rate", rate}, {"max_vus", load.users},
        {"duration_s", load.seconds}, {"workers", load.workers}};
    const report::Report report = runOnEngine(scenario, transport);
    const report::StepReport& step = report.steps.front();
    return {report.generator.lag_ms.p99.value_or(0) * 1e3,
        static_cast<double>(report.totals.sent) / static_cast<double>(report.totals.planned),
        step.summary(report::Series::service).p50.value_or(0) * 1e3};
}

} // namespace plumb::bench

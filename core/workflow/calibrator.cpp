// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/calibrator.h"

#include "base/timestamp.h"
#include "engine/engine.h"
#include "report/reportbuilder.h"
#include "runner/transports.h"
#include "sample/loopbacksink.h"
#include "scenario/prepare.h"

#include <nlohmann/json.hpp>

namespace plumb::workflow {

namespace {

using Stage = CalibrationProgress::Stage;

constexpr double warmup_s = 0.5;
/// Enough to keep a worker busy, few enough that poll() is no part of the figure.
constexpr int busyUsers = 32;

Json scenarioOf(const std::string& baseUrl, int users, double duration_s)
{
    Json step = {{"name", "get"}, {"request", {{"method", "GET"}, {"path", "/"}}},
        {"checks", Json::array({{{"status", Json::array({200})}}})}};
    return {{"schema", "plumbline.scenario/1"}, {"operation", "calibration"},
        {"target", {{"base_url", baseUrl}, {"timeout_ms", 5000}}},
        {"patterns", Json::array({{{"name", "User"}, {"steps", Json::array({step})}}})},
        {"load",
            {{"executor", "constant-vus"}, {"vus", users}, {"duration_s", duration_s}, {"workers", 1},
                {"warmup_s", warmup_s}}}};
}

Result<scenario::CompiledScenario> compiled(const Json& json, const std::string& baseUrl)
{
    auto read = scenario::scenarioFromJson(json, "calibration");
    if (!read) {
        return read.error();
    }
    scenario::LoadedScenario loaded;
    loaded.scenario = std::move(*read);
    const auto nothing = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    const auto resolved = scenario::resolve(loaded, {}, nothing);
    if (!resolved) {
        return resolved.error();
    }
    return scenario::compile(*resolved, {}, baseUrl, 1);
}

} // namespace

struct Calibrator::Figures
{
    double p50_ms = 0.0, p99_ms = 0.0, rps = 0.0;
};

std::string_view toString(Stage stage)
{
    return stage == Stage::floor ? "floor" : "rate";
}

Calibrator::Calibrator(double stage_s)
    : m_stage_s(stage_s)
{
}

Calibrator::~Calibrator() = default;

void Calibrator::setEngine(engine::Engine* engine)
{
    const std::scoped_lock lock(m_mutex);
    m_engine = engine;
    if (engine != nullptr && m_cancelled) {
        engine->abort();
    }
}

void Calibrator::cancel()
{
    const std::scoped_lock lock(m_mutex);
    m_cancelled = true;
    if (m_engine != nullptr) {
        m_engine->abort();
    }
}

Result<Calibrator::Figures> Calibrator::run(
    const std::string& transport, const std::string& baseUrl, int users, const Listener& listener)
{
    auto scenario = compiled(scenarioOf(baseUrl, users, m_stage_s), baseUrl);
    auto factory = runner::makeTransport(transport);
    if (!scenario || !factory) {
        return scenario ? factory.error() : scenario.error();
    }
    engine::EngineSetup setup;
    setup.scenario = std::move(*scenario);
    setup.transport = *factory;
    setup.masker = std::make_shared<scenario::Masker>();
    setup.started.run_id = newUuid();
    setup.started.engine_transport = transport;
    report::ReportBuilder builder;
    const auto stage = users == 1 ? Stage::floor : Stage::rate;
    listener({transport, stage, 0.0, 0.0});
    engine::Engine engine(std::move(setup), [&](const report::RunEvent& event) {
        builder.add(event);
        if (const auto* tick = std::get_if<report::Tick>(&event)) {
            std::int64_t finished = 0;
            for (const auto& step : tick->steps) {
                finished += step.finished();
            }
            listener({transport, stage, std::min(1.0, tick->at_s / (warmup_s + m_stage_s)),
                static_cast<double>(finished) / std::max(tick->interval_s, 1e-3)});
        }
    });
    setEngine(&engine);
    const auto ran = engine.run();
    setEngine(nullptr);
    if (const std::scoped_lock lock(m_mutex); m_cancelled) {
        return Error{ErrorKind::interrupted, "the calibration was cancelled", {}, {}};
    }
    if (!ran) {
        return ran.error();
    }
    const auto report = builder.build();
    if (report.totals.completed == 0 || report.totals.failed > 0) {
        return Error{ErrorKind::internal,
            std::to_string(report.totals.failed) + " of " + std::to_string(report.totals.sent)
                + " requests to this program's own server failed",
            "calibration of " + transport, "is a firewall or a security program in the way?"};
    }
    return Figures{
        report.service_ms.p50.value_or(0.0), report.service_ms.p99.value_or(0.0), report.totals.rps};
}

Result<report::Calibration> Calibrator::measure(const std::string& transport, const Listener& listener)
{
    const auto sink = sample::LoopbackSink::start();
    if (!sink) {
        return sink.error();
    }
    const auto alone = run(transport, (*sink)->baseUrl(), 1, listener);
    if (!alone) {
        return alone.error();
    }
    const auto many = run(transport, (*sink)->baseUrl(), busyUsers, listener);
    if (!many) {
        return many.error();
    }
    return report::Calibration{alone->p50_ms, alone->p99_ms, many->rps, isoTimestamp(wallClockMs())};
}

} // namespace plumb::workflow

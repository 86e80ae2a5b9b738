// SPDX-License-Identifier: GPL-3.0-or-later
// A long run of many steps in virtual time: worker, ticks, journal lines and report as in a real run, but a
// day passes in minutes. Prints the most memory that was in use and the size of the report, and what of it is
// what.
#include "base/json.h"
#include "engine/loadworker.h"
#include "engine/tickbuilder.h"
#include "engine/urlparts.h"
#include "report/journal.h"
#include "report/reportbuilder.h"
#include "tests/support/fakereactor.h"
#include "tests/support/fakestep.h"
#include "tests/support/scriptedtransport.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>

using namespace plumb;
using namespace plumb::engine;

namespace {

/// Of this process so far, in MB of 1,000,000 bytes.
double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        double kib = 0.0;
        if (word == "VmHWM:" && status >> kib)
            return kib * 1024.0 / 1e6;
    }
    return 0.0;
}

/// Response times as services have them: a log-normal body, and one in a hundred ten times as slow.
test::Script service()
{
    auto random = std::make_shared<scenario::RandomStream>(7, 0);
    return [random](int, const Request&) {
        double sum = 0.0;
        for (int i = 0; i < 12; ++i)
            sum += random->uniform();
        const double ms = 20.0 * std::exp(0.4 * (sum - 6.0)) * (random->uniform() < 0.01 ? 10.0 : 1.0);
        const double failing = random->uniform();
        test::ScriptedAnswer answer;
        answer.takes = Nanos{std::llround(ms * 1e6)};
        answer.status = failing < 0.001 ? 500 : 200;
        answer.body = std::string(1000, 'x');
        return answer;
    };
}

scenario::CompiledScenario scenarioOf(int steps, double rate, double seconds)
{
    std::vector<scenario::Step> all;
    for (int i = 0; i < steps; ++i)
        all.push_back(test::step("step " + std::to_string(i + 1)));
    return test::scenarioOf({test::pattern("flow", all)}, test::constantRate(rate, seconds, 200));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("hours"), QStringLiteral("of the run"), QStringLiteral("value"),
        QStringLiteral("24")});
    parser.addOption({QStringLiteral("steps"), QStringLiteral("of the pattern"), QStringLiteral("value"),
        QStringLiteral("20")});
    parser.addOption({QStringLiteral("rate"), QStringLiteral("iterations a second"), QStringLiteral("value"),
        QStringLiteral("1")});
    parser.addHelpOption();
    parser.process(application);
    const auto seconds = static_cast<int>(parser.value(QStringLiteral("hours")).toDouble() * 3600.0);

    test::FakeClock clock;
    const scenario::CompiledScenario scenario = scenarioOf(parser.value(QStringLiteral("steps")).toInt(),
        parser.value(QStringLiteral("rate")).toDouble(), seconds);
    const RunPlan plan = planRun(scenario).value();
    RunShared shared(plan);
    auto layout = std::make_shared<IntervalLayout>();
    layout->checks = plan.checks;
    layout->setup.resize(plan.steps.size());
    layout->closed = plan.closedModel();
    auto reactor = std::make_unique<test::FakeReactor>(clock);
    test::FakeReactor& loop = *reactor;
    WorkerIo io;
    io.transport = std::make_unique<test::ScriptedTransport>(
        clock, [&loop](Nanos when, std::function<void()> task) { loop.callAt(when, std::move(task)); },
        service());
    io.reactor = std::move(reactor);
    LoadWorker::Callbacks callbacks;
    callbacks.signals = {[](const std::string&) {}, [](const std::string&, const std::string&) {},
        [](const std::string&) {}, [](const BurstShare&) {}};
    callbacks.run_setup_done = [](const Result<RunVariables>&) {};
    callbacks.users_ready = [](const SetupOutcome&) {};
    callbacks.drained = [] {};
    // As many intervals as a run with one worker has under way: one is filled while one is read.
    std::array<bool, report::phaseCount> phases{};
    phases[static_cast<std::size_t>(Phase::measure)] = true;
    auto first = std::make_unique<Interval>(layout);
    first->prepare(phases);
    LoadWorker worker(
        plan, scenario, shared, clock, io, std::make_shared<scenario::Masker>(),
        [](const std::string& host) { return isLoopbackName(host); }, LoadWorker::Place{0, 1, clock.now()},
        std::move(first), callbacks);
    auto spare = std::make_unique<Interval>(layout);

    report::ReportBuilder builder;
    report::RunStarted started;
    started.run_id = "longrun";
    started.operation = "longrun";
    started.steps = plan.steps;
    started.executor = plan.executor();
    started.closed_model = false;
    started.constant_from_s = plan.constantFrom_s();
    started.scenario = Json::object();
    builder.add(started);
    const Nanos origin = clock.now();
    worker.setUpUsers();
    worker.startTurn(0, origin);
    builder.add(report::StateChanged{report::RunState::measuring, 0.0, {}});
    double journal = 0.0;
    for (int second = 1; second <= seconds; ++second) {
        loop.runUntil(origin + std::chrono::seconds(second));
        spare->prepare(phases);
        WorkerReport harvest = worker.swap(std::move(spare));
        report::Tick tick;
        tick.at_s = second;
        tick.vus = harvest.users;
        tick.planned_rate = 1.0;
        fillTick(tick, *harvest.interval);
        spare = std::move(harvest.interval);
        for (report::Sample& sample : harvest.failing)
            builder.add(sample);
        journal += static_cast<double>(report::journalLine(tick).size());
        builder.add(tick);
    }
    for (report::Sample& sample : worker.summary().slow)
        builder.add(sample);
    report::Finished finished;
    finished.at_s = seconds;
    finished.ended_by = "schedule";
    finished.phases = {{Phase::measure, 0.0, static_cast<double>(seconds)}};
    builder.add(finished);
    const Json json = report::toJson(builder.build());
    const std::string text = dumpJson(json, 1);
    std::printf("%d s of %zu steps\n", seconds, plan.steps.size());
    std::printf("memory at most   %8.1f MB (goal: below 200)\n", peakMegabytes());
    std::printf("report           %8.2f MB (goal: below 4)\n", static_cast<double>(text.size()) / 1e6);
    for (const auto& [name, part] : json.items()) {
        const auto size = static_cast<double>(dumpJson(part).size());
        if (size > 0.05e6)
            std::printf("  %-14s %8.2f MB\n", name.c_str(), size / 1e6);
    }
    std::printf("journal          %8.1f MB\n", journal / 1e6);
    return peakMegabytes() < 200.0 && text.size() < 4e6 ? 0 : 1;
}

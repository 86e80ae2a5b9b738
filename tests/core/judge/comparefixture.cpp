// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/judge/comparefixture.h"

#include "report/reportbuilder.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/noise.h"

#include <QtGlobal>

#include <stdexcept>

namespace plumb::test {

namespace {

constexpr double tailFrom = 2.0537; ///< standard deviations: the slowest 2 %

report::RunStarted startOf(const ComparedRunSpec& spec)
{
    report::RunStarted start;
    start.run_id = spec.id.empty() ? "run-" + std::to_string(spec.seed) : spec.id;
    start.operation = spec.operation;
    start.environment = spec.environment;
    start.target_version = spec.version;
    start.started_wall_ms = 1'700'000'000'000 + static_cast<std::int64_t>(spec.seed) * 60'000;
    start.engine_transport = spec.transport;
    start.executor = spec.open ? "constant-arrival-rate" : "constant-vus";
    start.closed_model = !spec.open;
    start.base_url = "http://127.0.0.1:8080";
    start.scenario = Json::object();
    start.scenario["load"]["executor"] = start.executor;
    start.scenario_sha256 = "0123456789abcdef";
    for (const auto& step : spec.steps) {
        start.steps.push_back({step, "Users", "http", "GET", "/" + step, false});
    }
    return start;
}

report::Tick tickOf(const ComparedRunSpec& spec, int second, double level, Noise& noise)
{
    report::Tick tick;
    tick.at_s = second;
    report::IterationTick iterations;
    for (std::size_t i = 0; i < spec.steps.size(); ++i) {
        const bool changed = spec.changed.empty() || spec.changed == spec.steps[i];
        stats::HdrHistogram histogram;
        report::StepTick step;
        step.step = static_cast<int>(i);
        for (int k = 0; k < spec.perSecond; ++k) {
            const double z = noise.normal();
            double ms = spec.median_ms * std::exp(level + spec.sigma * z);
            ms *= changed ? spec.factor * (z > tailFrom ? spec.tail : 1.0) : 1.0;
            histogram.record(std::llround(1000.0 * ms));
            const bool failed = noise.uniform() < spec.failShare;
            const auto outcome = failed ? report::Outcome::http5xx : report::Outcome::ok;
            ++step.outcomes[static_cast<std::size_t>(outcome)];
        }
        step.sent = spec.perSecond;
        const auto encoded = histogram.encode();
        step.histograms[static_cast<std::size_t>(report::Series::response)] = encoded;
        step.histograms[static_cast<std::size_t>(report::Series::service)] = encoded;
        tick.steps.push_back(std::move(step));
    }
    iterations.planned = iterations.started = spec.perSecond;
    iterations.completed = std::llround(spec.perSecond * spec.achieved);
    iterations.planned_requests = static_cast<std::int64_t>(spec.steps.size()) * spec.perSecond;
    tick.iterations.push_back(iterations);
    if (spec.open) {
        tick.planned_rate = spec.perSecond;
    }
    return tick;
}

} // namespace

report::Report comparedRun(const ComparedRunSpec& spec)
{
    Noise noise(spec.seed);
    report::ReportBuilder builder;
    builder.add(startOf(spec));
    builder.add(report::StateChanged{report::RunState::measuring, 0.0, {}});
    const auto levels = noise.series(static_cast<std::size_t>(spec.seconds), spec.level_sd, spec.phi);
    for (int second = 1; second <= spec.seconds && spec.perSecond > 0; ++second) {
        builder.add(tickOf(spec, second, levels[static_cast<std::size_t>(second - 1)], noise));
    }
    report::Finished finished;
    finished.at_s = spec.seconds;
    finished.ended_by = "schedule";
    finished.phases = {{report::Phase::measure, 0.0, static_cast<double>(spec.seconds)}};
    builder.add(finished);
    auto report = builder.build();
    if (!spec.windows) {
        report.series.windows = {};
        for (auto& step : report.steps) {
            step.windows = {};
        }
    }
    return report;
}

ComparedRunSpec comparedSpec(std::uint64_t seed, double factor)
{
    ComparedRunSpec run;
    run.seed = seed;
    run.factor = factor;
    return run;
}

ComparedRunSpec shortSpec(std::uint64_t seed, double factor)
{
    auto run = comparedSpec(seed, factor);
    run.seconds = 15;
    return run;
}

std::vector<report::Report> comparedRounds(ComparedRunSpec spec, std::size_t rounds, double betweenSd)
{
    Noise noise(spec.seed ^ 0x5eedULL);
    std::vector<report::Report> reports;
    const double factor = spec.factor;
    for (std::size_t i = 0; i < rounds; ++i) {
        spec.factor = factor * std::exp(betweenSd * noise.normal());
        reports.push_back(comparedRun(spec));
        ++spec.seed;
    }
    return reports;
}

void ComparedSets::add(std::vector<report::Report> rounds)
{
    judge::RoundSet set;
    for (auto& report : rounds) {
        set.rounds.emplace_back(m_reports.emplace_back(std::move(report)));
    }
    set.id = set.name = set.rounds.front().report().id;
    sets.push_back(std::move(set));
}

void ComparedSets::add(report::Report report)
{
    std::vector<report::Report> one;
    one.push_back(std::move(report));
    add(std::move(one));
}

judge::RuleSet ruleSetOf(const std::string& rules)
{
    return {"test", {rulesOf(rules)}, std::nullopt};
}

judge::RuleSet defaultRules()
{
    const auto rules = judge::readRuleSet("default");
    if (!rules) {
        throw std::runtime_error(rules.error().text());
    }
    return *rules;
}

judge::ComparedCandidate compared(
    std::vector<report::Report> base, std::vector<report::Report> candidate, const judge::NoiseBook* noise)
{
    ComparedSets sets;
    sets.add(std::move(base));
    sets.add(std::move(candidate));
    return judge::compareRuns(sets.sets, defaultRules(), noise).value().candidates.front();
}

judge::ComparedCandidate compared(const ComparedRunSpec& base, const ComparedRunSpec& candidate)
{
    return compared(std::vector{comparedRun(base)}, std::vector{comparedRun(candidate)});
}

const judge::ComparedRow& rowOf(
    const judge::ComparedCandidate& candidate, const std::string& metric, const std::string& step)
{
    for (const auto& row : candidate.rows) {
        if (row.metric == metric && row.scope.step == step && row.scope.isRun() == step.empty()) {
            return row;
        }
    }
    throw std::runtime_error("no row " + metric + " of " + step);
}

std::string word(const std::optional<metric::Verdict>& verdict)
{
    return verdict ? std::string(metric::toString(*verdict)) : "(none)";
}

std::string said(judge::Change change)
{
    return std::string(judge::toString(change));
}

bool contains(const std::string& text, const std::string& part)
{
    const bool found = text.find(part) != std::string::npos;
    if (!found) {
        qWarning("not in: %s", text.c_str());
    }
    return found;
}

} // namespace plumb::test

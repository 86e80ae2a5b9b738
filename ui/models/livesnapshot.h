// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"
#include "report/trust.h"
#include "ui/models/monitorgroups.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace plumb::models {

/// Percentiles of the response time over time, ms; NaN where nothing was answered.
struct LivePercentiles
{
    std::vector<double> p50, p95, p99, max;
};

/// How far back the percentiles of a moment look, in seconds. They come from merged histograms.
inline constexpr std::array<int, 3> liveWindows{1, 5, 30};

/// Rows over time of a run under way; all lists have the length of `t`. NaN where nothing is known.
struct LiveSeries
{
    double interval_s = 1.0; ///< of one row; doubles when the series would pass its limit
    std::vector<double> t; ///< end of the row, seconds since the start of the run
    std::vector<double> rps; ///< finished requests per second
    std::vector<double> iterations; ///< completed iterations per second
    std::vector<double> planned; ///< iterations per second that the schedule asks for; NaN in closed models
    std::array<LivePercentiles, liveWindows.size()> latency; ///< the first is of the row itself
    std::vector<double> users;
    std::vector<double> makespan; ///< ms, of the longest burst that ended in the row
    std::vector<double> error_rate; ///< failed of finished requests, a fraction
    std::array<std::vector<double>, report::outcomeCount> outcomes; ///< per second
};

/// A percentile of the measure phase so far.
struct LivePercentile
{
    std::optional<double> ms;
    bool trusted = false; ///< enough values: 10 / (1 - p)
};

/// A step in the measure phase so far.
struct LiveStep
{
    report::StepInfo info;
    std::int64_t count = 0, failed = 0;
    std::optional<double> rps;
    LivePercentile p50, p95, p99;
    std::optional<double> max_ms;
    std::optional<metric::Verdict> verdict; ///< the worst of the rules on this step
    QString reason; ///< of that rule
    QString limit; ///< "p95 ≤ 100 ms": what that rule asks for; empty where there is none
};

struct LiveEvent
{
    double at_s = 0.0;
    QString kind; ///< "state", or RunMark's kinds: "mark", "stop", "notice", ...
    QString text;
};

struct LivePhase
{
    report::Phase phase = report::Phase::setup;
    double start_s = 0.0, end_s = 0.0;
};

/// A stop rule of the run and how near it is.
struct LiveStopRule
{
    QString name; ///< "Error rate > 2 % over 10 s"
    QString value; ///< with its unit; empty: none yet
    std::optional<double> nearness; ///< 0 to 1: at 1 the run stops; absent without a value
    bool filled = false; ///< the window is full: before, the rule cannot stop the run
};

/// A load of the turn under way and what of it can be changed.
struct LiveLoad
{
    enum class Changes { nothing, rate, users, size };
    int index = 0; ///< in the run
    QString pattern; ///< names the load in a change; empty where it is the only one
    QString executor;
    Changes changes = Changes::nothing;
    double level = 0.0; ///< iterations per second, users or size of bursts: what the schedule asks for now
    int most = 0; ///< users there may be
};

/// What the rules that need no reference say of the measure phase so far.
struct LiveJudgement
{
    metric::Verdict verdict = metric::Verdict::notMeasured;
    QString sentence;
    std::vector<report::JudgedRule> rules;
    int waiting = 0; ///< rules against a reference: judged when the run is over
};

/// Everything the Run page shows of a run, as one value.
struct LiveSnapshot
{
    bool started = false; ///< RunStarted has come; header fields are empty before
    QString runId, operation, environment, targetVersion, target, engine, executor;
    bool closedModel = true;
    bool oneRequestPerIteration = true; ///< so far: then requests and iterations are the same line

    report::RunState state = report::RunState::preparing;
    double elapsed_s = 0.0;
    std::optional<double> total_s; ///< planned end, setup included
    std::optional<double> eta_s; ///< left until the planned end; absent where it cannot be told
    std::optional<double> progress; ///< 0 to 1

    std::optional<double> rps, planned_rate; ///< of the last row
    std::int64_t count = 0, failed = 0; ///< measure phase so far
    std::int64_t allFinished = 0, allFailed = 0; ///< of all phases, as the series show them
    std::optional<double> error_rate;
    std::optional<double> mean_rps, mean_iterations; ///< of the measure phase, over its seconds
    LivePercentile p50, p95, p99;
    int users = 0, users_max = 0, in_flight = 0;
    std::int64_t backlog = 0, dropped = 0;
    std::int64_t bursts = 0; ///< whole ones, measure phase so far
    std::optional<double> makespan_ms; ///< of the longest of them
    std::optional<double> lastMakespan_ms; ///< of the last tick in which one ended, of any phase

    LiveSeries series;
    std::vector<LiveStep> steps;
    std::vector<report::Sample> failing; ///< the latest ones
    std::int64_t failingTotal = 0;
    std::vector<LiveEvent> events;
    std::vector<LivePhase> phases;
    report::TrustContext trust; ///< the generator so far, as its report would be
    MonitorList monitors; ///< null: nothing was watched so far
    std::vector<LiveStopRule> stopRules;
    std::vector<LiveLoad> loads; ///< as of the last tick; empty before the first
    std::optional<LiveJudgement> soFar; ///< under way, once something was measured

    bool finished = false; ///< Finished has come
    QString endedBy; ///< code
    bool partial = false;
    QString error; ///< why the run could not go on, or why it could not be stored
    std::optional<report::Stored> stored;
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace plumb::models {

/// Rows over time of a run under way; all lists have the length of `t`. NaN where nothing is known.
struct LiveSeries
{
    double interval_s = 1.0; ///< of one row; doubles when the series would pass its limit
    std::vector<double> t; ///< end of the row, seconds since the start of the run
    std::vector<double> rps; ///< finished requests per second
    std::vector<double> iterations; ///< completed iterations per second
    std::vector<double> planned; ///< iterations per second that the schedule asks for; NaN in closed models
    std::vector<double> p50, p95, p99, max; ///< response time of the row, ms
    std::vector<double> users;
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

struct LiveGenerator
{
    std::optional<double> cpu_pct; ///< of one core, mean so far
    std::optional<double> lag_p50_ms, lag_p99_ms, lag_max_ms;
    std::int64_t connects = 0, resends = 0;
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
    std::optional<double> error_rate, mean_rps; ///< mean_rps: count over the measured seconds
    LivePercentile p50, p95, p99;
    int users = 0, users_max = 0, in_flight = 0;
    std::int64_t backlog = 0, dropped = 0;

    LiveSeries series;
    std::vector<LiveStep> steps;
    std::vector<report::Sample> failing; ///< the latest ones
    std::int64_t failingTotal = 0;
    std::vector<LiveEvent> events;
    std::vector<LivePhase> phases;
    LiveGenerator generator;

    bool finished = false; ///< Finished has come
    QString endedBy; ///< code
    bool partial = false;
    QString error; ///< why the run could not go on, or why it could not be stored
    std::optional<report::Stored> stored;
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <array>
#include <string>
#include <variant>
#include <vector>

// The one event stream: the engine makes it, the journal keeps it, sockets carry it as NDJSON (one JSON
// object a line, {"event":"tick",...}), ReportBuilder and the live screen read it. The journal alone is
// enough to build the report again. All texts are masked before they become events.
namespace plumb::report {

/// A step of the run, in a fixed order; ticks refer to it by index.
struct StepInfo
{
    std::string name, pattern, kind = "http", method, path;
    bool setup = false;
    int turn = 0; ///< of its pattern, see LoadInfo
};

/// A stop rule of the run; ticks refer to it by index.
struct StopRuleInfo
{
    std::string name; ///< "error_rate > 0.02 over 10 s"
    std::string metric, of = "run";
    double over_s = 0.0;
    std::string limit; ///< as a user would write it: "> 0.02"
    double limit_value = 0.0; ///< its number, in the metric's unit
    std::string unit; ///< of the metric
};

/// A load of the run and what of it can be changed while it runs; ticks refer to it by index.
struct LoadInfo
{
    int turn = 0; ///< loads of one turn run together, turns one after another
    std::string pattern; ///< the first of those that share the load
    std::string executor;
    std::string changes; ///< "rate", "users", "size" of bursts, or empty: none can be changed
};

/// The floor of a transport on a machine: what it takes, and how much it makes, where the target takes
/// (next to) no time.
struct Calibration
{
    double p50_ms = 0.0, p99_ms = 0.0; ///< service time of one user
    double max_rps = 0.0; ///< of one worker
    std::string measured_at; ///< ISO 8601 with offset
};

/// First event: everything a report needs that is known before the first request.
struct RunStarted
{
    std::string run_id; ///< becomes the report's id
    std::string operation, environment, target_version, note;
    std::vector<std::string> tags;
    std::map<std::string, std::string> facts;
    std::int64_t started_wall_ms = 0;
    std::string engine_name = "builtin", engine_transport, engine_version;
    Json scenario; ///< masked
    std::string scenario_sha256;
    Fingerprint fingerprint;
    std::vector<StepInfo> steps;
    std::string executor; ///< of the run, or "mixed"
    bool closed_model = true; ///< response time = service time
    std::optional<double>
        planned_duration_s; ///< warm-up + measure + cool-down; absent for iteration-bound runs
    std::optional<std::int64_t> planned_iterations; ///< where the schedule knows
    /// From so many seconds after the start of the load on its level is meant to be constant, to the end of
    /// the measure phase; absent where it ends with another level than it holds, or loads take turns.
    std::optional<double> constant_from_s;
    /// The same of each turn, from the start of its measure phase on, where there are several; NaN: not
    /// meant to be constant.
    std::vector<double> turns_constant_from_s;
    std::string base_url; ///< masked; what is under load
    std::map<std::string, std::string> transport_settings;
    std::string
        thresholds_json; ///< the thresholds document, so that recovery can judge; empty: built-in rule only
    std::string thresholds_name;
    std::vector<StopRuleInfo> stop_rules;
    std::vector<LoadInfo> loads; ///< turn by turn
    std::optional<Calibration> calibration; ///< of this machine and transport, where there is one
    std::vector<std::string> disturbances; ///< of the machine before the run, a sentence each; empty: quiet
    std::optional<int> ports; ///< for outgoing connections to one address, as the system is set up
};

enum class RunState { preparing, setup, warmup, measuring, cooldown, draining, finished };
std::string_view toString(RunState state);
/// The phase whose requests are made in this state; nothing where none are.
std::optional<Phase> phaseOf(RunState state);

struct StateChanged
{
    RunState state = RunState::preparing;
    double at_s = 0.0; ///< since the start of the run
    std::string text; ///< for people; may be empty
};

/// Counts of one step in one phase since the last tick.
struct StepTick
{
    int step = 0; ///< index into RunStarted::steps
    Phase phase = Phase::measure; ///< of the requests' intended start
    std::int64_t sent = 0; ///< requests handed to the transport in this interval
    std::array<std::int64_t, outcomeCount> outcomes{};
    std::map<std::string, std::int64_t> statuses, reasons;
    std::vector<CheckCount> checks;
    std::int64_t sent_bytes = 0, received_bytes = 0;
    std::int64_t rows = 0; ///< of sql steps
    CommandUse command; ///< of command steps
    std::array<std::string, seriesCount> histograms; ///< base64 HDR V2 of this interval; empty where nothing
    [[nodiscard]] std::int64_t finished() const; ///< sum of outcomes
};

/// Iteration counts of one phase since the last tick.
struct IterationTick
{
    Phase phase = Phase::measure;
    std::int64_t planned = 0, started = 0, completed = 0, aborted = 0, dropped = 0;
    std::int64_t planned_requests = 0; ///< requests of `planned` books: sent + dropped of the schedule
    std::string histogram; ///< iteration time, µs; empty where nothing
};

/// Bursts of one phase that ended since the last tick: each from its first send to its last end, whole ones
/// only.
struct BurstTick
{
    Phase phase = Phase::measure;
    std::int64_t count = 0;
    double longest_ms = 0.0;
    std::string histogram; ///< base64 HDR V2, µs
};

/// How near a stop rule is.
struct StopRuleTick
{
    int rule = 0; ///< index into RunStarted::stop_rules
    std::optional<double> value; ///< over the window so far; absent where the metric has no value
    double filled_s = 0.0; ///< of the window; below its length the rule cannot end the run
};

/// What the schedule, with the changes so far, asks of one load.
struct LoadTick
{
    int load = 0; ///< index into RunStarted::loads
    double level = 0.0; ///< iterations per second, or users
    int most = 0; ///< users there may be
};

/// One of the threads that offer load.
struct ThreadTick
{
    std::string name; ///< "worker 1", "http 1"
    double cpu_pct = 0.0; ///< of a core
    double wait_pct = 0.0; ///< of the time: ready to run, but no core was free
};

/// What else a tick tells of the generator; all since the last tick.
struct GeneratorTick
{
    std::optional<Phase> phase; ///< in the middle of the interval: of what is told here
    std::vector<ThreadTick> threads; ///< those that wanted a core most first, at most 16
    std::optional<double> idle_pct, steal_pct; ///< of all cores of the machine
    std::string waited_histogram; ///< arrivals that waited for a free user, µs; empty where nothing
    std::string loop_histogram; ///< how late the workers' event loops came to their heartbeat, µs
    std::int64_t handshakes = 0; ///< of TLS
    std::int64_t port_errors = 0; ///< requests that failed because this machine had no port left
    std::int64_t file_errors = 0; ///< the same for open files
    [[nodiscard]] bool empty() const;
};

struct Tick
{
    double at_s = 0.0; ///< end of the interval since the start of the run
    double interval_s = 1.0;
    Phase phase = Phase::measure; ///< at the end of the interval
    int vus = 0; ///< active users at the end of the interval
    int in_flight = 0;
    std::int64_t backlog = 0;
    std::optional<double>
        planned_rate; ///< iterations per second the schedule asks for now; absent in closed models
    std::vector<StepTick> steps; ///< only those with something to tell
    std::vector<IterationTick> iterations;
    std::optional<double> generator_cpu_pct; ///< of one core, all threads that offer load together
    std::optional<double> generator_busiest_pct; ///< of one core, the busiest of those threads
    std::string lag_histogram; ///< send lag of arrivals with a free user, µs; empty where nothing
    std::int64_t connects = 0, resends = 0; ///< since the last tick
    GeneratorTick generator;
    std::vector<StopRuleTick> stop_rules; ///< all of them, in the measure phase
    std::vector<LoadTick> loads; ///< those of the turn under way
    std::vector<BurstTick> bursts;
};

struct Finished
{
    double at_s = 0.0;
    std::string ended_by; ///< see Report::ended_by
    bool partial = false;
    int users_max = 0;
    std::vector<double> unfinished_ages; ///< seconds, of all phases
    /// Unfinished requests by step index and phase.
    struct Unfinished
    {
        int step = 0;
        Phase phase = Phase::measure;
        std::int64_t count = 0;
    };
    std::vector<Unfinished> unfinished;
    std::vector<SkippedStep> skipped;
    struct PhaseSpan
    {
        Phase phase = Phase::measure;
        double start_s = 0.0, end_s = 0.0;
    };
    std::vector<PhaseSpan> phases;
    /// When each turn was measured; only where there are several.
    struct TurnSpan
    {
        int turn = 0;
        double start_s = 0.0, end_s = 0.0;
    };
    std::vector<TurnSpan> turns;
    std::optional<double> makespan_ms;
    std::string error; ///< why the run could not go on (setup failed, target gone); empty if it could
};

/// Last event: judged and stored.
struct Stored
{
    std::string report_id;
    std::string path; ///< of the report file; empty if it could not be written
    metric::Verdict verdict = metric::Verdict::pass;
    Judgement judgement;
    int exit_code = 0; ///< of `plumb run`
    std::string error; ///< why the report could not be stored
};

/// What a monitor's series gave since the last one.
struct MonitorPiece
{
    std::string kind, name, unit, source; ///< see MonitorSeries
    std::vector<double> t, value; ///< ascending seconds since the start of the run; NaN: could not be read
};

/// The readings of all monitors since the last one.
struct MonitorTick
{
    std::vector<MonitorPiece> series;
};

using RunEvent = std::variant<RunStarted, StateChanged, Tick, Sample, RunMark, Finished, Stored, MonitorTick>;

Json toJson(const RunEvent& event);
/// Tolerant of unknown fields; an unknown event type or a wrong type is an error.
Result<RunEvent> runEventFromJson(const Json& json);

} // namespace plumb::report

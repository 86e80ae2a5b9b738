// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "metric/verdict.h"
#include "stats/hdrhistogram.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plumb::report {

/// Exactly one of these per request (PRODUCT.md section 4).
enum class Outcome { ok, http4xx, http5xx, check, dns, connect, tls, timeout, reset, protocol };
inline constexpr int outcomeCount = 10;
std::string_view toString(Outcome outcome); ///< "ok", "http_4xx", ...
std::optional<Outcome> outcomeFromString(std::string_view text);

enum class Phase { setup, warmup, measure, cooldown };
inline constexpr int phaseCount = 4;
std::string_view toString(Phase phase); ///< "setup", "warm-up", "measure", "cool-down"
std::optional<Phase> phaseFromString(std::string_view text);

/// The latency series that are recorded per step, each as a histogram in µs.
enum class Series { response, responseOk, service, ttfb, connect, tls, send, wait, receive };
inline constexpr int seriesCount = 9;
std::string_view toString(Series series); ///< "response", "response_ok", "service", ...
std::optional<Series> seriesFromString(std::string_view text);

/// Figures of one histogram, milliseconds. Absent (nullopt, not written) where nothing was recorded.
struct Summary
{
    std::int64_t count = 0;
    std::optional<double> min, mean, p50, p75, p90, p95, p99, p999, max, stddev;
    /// From a histogram in µs.
    static Summary of(const stats::HdrHistogram& histogram);
    /// By a summary statistic's name ("p95", "p99_9", "mean").
    [[nodiscard]] std::optional<double> value(std::string_view statistic) const;
    bool operator==(const Summary&) const = default;
};

/// A percentile @p percent of @p count values is trusted from 10 / (1 - p) values on.
bool percentileTrusted(double percent, std::int64_t count);

struct CheckCount
{
    std::string name;
    std::int64_t passed = 0;
    std::int64_t failed = 0;
    bool operator==(const CheckCount&) const = default;
};

/// Response-time histograms over time, base64 HDR V2; entry i covers [start_s + i * interval_s, + interval_s)
/// by completion time since the start of the run. An empty string: nothing in that interval.
struct Windows
{
    double start_s = 0.0;
    double interval_s = 1.0;
    std::vector<std::string> histograms;
    bool operator==(const Windows&) const = default;
};

/// What the commands of a step used, of those that were run to their end.
struct CommandUse
{
    struct Figure
    {
        double mean = 0.0, max = 0.0;
        bool operator==(const Figure&) const = default;
    };
    std::int64_t count = 0;
    Figure user_cpu_s, system_cpu_s;
    Figure peak_rss_mb; ///< in units of 1,000,000 bytes
    void add(const CommandUse& other);
    bool operator==(const CommandUse&) const = default;
};

struct StepReport
{
    std::string name;
    std::string pattern; ///< empty for setup steps
    std::string kind = "http";
    std::string method; ///< "GET"; empty for other kinds
    std::string path; ///< as written in the scenario
    std::int64_t count = 0; ///< completed + failed requests, in the measure phase
    std::int64_t failed = 0;
    double rps = 0.0; ///< count / measured seconds, of its turn where patterns run in turn
    std::optional<double> error_rate; ///< failed / count; absent without requests
    std::optional<std::int64_t> rows; ///< read or changed; sql steps only
    std::optional<double> rows_per_s;
    CommandUse command; ///< command steps only
    std::int64_t sent_bytes = 0;
    std::int64_t received_bytes = 0;
    std::array<Summary, seriesCount> summaries; ///< by Series
    std::array<std::string, seriesCount>
        histograms; ///< base64 HDR V2 by Series; empty where nothing was recorded
    std::map<std::string, std::int64_t> outcomes; ///< only those that occurred
    std::map<std::string, std::int64_t> statuses; ///< "200" -> n
    std::map<std::string, std::int64_t> reasons;
    std::vector<CheckCount> checks;
    Windows windows;
    [[nodiscard]] const Summary& summary(Series series) const
    {
        return summaries[static_cast<std::size_t>(series)];
    }
};

struct PhaseReport
{
    Phase phase = Phase::measure;
    double start_s = 0.0; ///< since the start of the run
    double end_s = 0.0;
    std::int64_t planned = 0, sent = 0, completed = 0, failed = 0, unfinished = 0, dropped = 0;
    Summary latency; ///< response time in this phase: warm-up is recorded apart
};

/// Of the measure phase: sent = completed + failed + unfinished; planned = sent + dropped.
struct Totals
{
    std::int64_t planned = 0, sent = 0, completed = 0, failed = 0, unfinished = 0, dropped = 0;
    std::int64_t sent_bytes = 0, received_bytes = 0;
    double rps = 0.0, rpm = 0.0; ///< completed + failed per measured second / minute
    std::optional<double> success_rate; ///< completed / planned
    std::optional<double> error_rate; ///< failed / (completed + failed)
    double sent_bytes_per_s = 0.0, received_bytes_per_s = 0.0;
    /// First send to last completion: of shared iterations as a whole; of bursts that of the longest one.
    std::optional<double> makespan_ms;
    std::map<std::string, std::int64_t> outcomes;
    std::optional<std::int64_t> rows; ///< of all sql steps; absent without any
    std::optional<double> rows_per_s;
    CommandUse command; ///< of all command steps
    /// Measured seconds of all turns together, where patterns ran in turn: the warm-up of later ones lies
    /// between. Absent: the length of the measure phase.
    std::optional<double> measured_s;
};

struct Iterations
{
    std::int64_t planned = 0, started = 0, completed = 0, aborted = 0, dropped = 0;
    double per_s = 0.0;
    Summary duration; ///< iteration_ms
};

/// Bursts of the measure phase in which every user took part and none was stopped half-way.
struct Bursts
{
    std::int64_t count = 0;
    Summary makespan; ///< of each from its first send to its last end
};

/// A step that did not run, and why ("job_id is not set").
struct SkippedStep
{
    std::string step, pattern, reason;
    std::int64_t times = 0;
};

struct Fingerprint
{
    std::string host, cpu, os, kernel, git_commit;
    int cores = 0;
    std::int64_t mem_mb = 0;
    std::optional<double> load_before; ///< 1-minute load average before the run
    std::optional<double> idle_before_pct; ///< of all cores, over the second before it, without this program
    std::map<std::string, std::string> env; ///< only harmless, named variables (CI, GITHUB_SHA, ...)
    struct DataFile
    {
        std::string name, sha256, modified;
    };
    std::vector<DataFile> data_files;
};

/// Times of the generator itself, ms; absent where nothing was recorded.
struct GeneratorTimes
{
    std::optional<double> p50, p99, max;
    std::int64_t count = 0;
    static GeneratorTimes of(const stats::HdrHistogram& histogram); ///< in µs
};

/// A thread that offers load, over the measure phase.
struct GeneratorThread
{
    std::string name; ///< "worker 1", "http 1"
    double cpu_pct = 0.0; ///< of a core
    double wait_pct = 0.0; ///< of the time: ready to run, but no core was free
};

/// Why the generator is not trusted. Codes: see generatorverdict.h.
struct GeneratorReason
{
    std::string code; ///< empty in reports of versions that had none
    std::string text; ///< a sentence
};

/// Whether the generator itself was the limit (trust panel). All of the measure phase but for the counts of
/// connections, which are of the whole run.
struct GeneratorReport
{
    std::optional<double> cpu_pct; ///< of one core, all threads, mean over the measure phase
    std::optional<double> busiest_pct; ///< of one core, the busiest thread of each second, mean over them
    std::optional<double> demand_pct; ///< the thread of each second that ran or wanted to run most, mean: at
                                      ///< 100 it never rested
    std::optional<double> wait_pct; ///< of it: no core was free for it
    GeneratorTimes lag_ms; ///< generator late: sends that had a free user, against their intended time
    GeneratorTimes waited_ms; ///< arrivals that had no free user, until they had one
    GeneratorTimes loop_ms; ///< how late the event loops came to a heartbeat: what an answer waits to be seen
    std::optional<double> idle_pct, steal_pct; ///< of all cores of the machine
    std::vector<GeneratorThread> threads;
    std::optional<double> floor_p50_ms, floor_p99_ms; ///< calibration floor; absent if not calibrated
    std::optional<double> floor_rps; ///< the most that one worker makes
    std::string calibrated_at; ///< ISO 8601; empty if not calibrated
    std::int64_t connects = 0; ///< new connections
    std::int64_t handshakes = 0; ///< of TLS
    std::int64_t resends = 0; ///< requests sent again inside the HTTP library
    std::int64_t port_errors = 0, file_errors = 0; ///< requests this machine had no port, no file left for
    std::optional<int> ports; ///< for outgoing connections to one address
    std::vector<std::string> disturbances; ///< of the machine before the run; empty: quiet, or not looked
    std::string verdict = "ok"; ///< "ok", "suspect", "invalid"
    std::vector<GeneratorReason> reasons;
    std::map<std::string, std::string>
        settings; ///< how the transport was set up (socket path, pool mode, workers)
};

/// Whether the run came to rest while its load was meant to be constant. Times are since the start of the
/// run.
struct SteadyReport
{
    std::string kind; ///< "flat", "warm-up", "slowdown", "late-shift", "drift", "cyclic", "insufficient"
    bool settled = false; ///< what is left after the cut is at rest
    bool insufficient = false; ///< too short to tell
    double from_s = 0.0; ///< start of the part that was looked at
    std::optional<double> cut_s; ///< up to here it was not at rest yet: a longer warm-up would leave it out
    std::optional<double> at_s, period_s; ///< of a late shift; of a cycle
    std::optional<double> change; ///< by how much: 0.25 is "became a quarter more"
    bool of_rate = false; ///< the finding is of the rate, not of the response time
    std::int64_t rows = 0; ///< of the series, that are at rest
    std::vector<std::string> reasons; ///< sentences, the class first; seconds in them count from from_s
};

/// A turn of patterns that ran one after another (`patterns_run: in-turn`), seconds since the start of the
/// run. What lies between two turns, the warm-up of the later one too, is measured in none.
struct TurnReport
{
    std::string pattern; ///< the first of the turn
    double start_s = 0.0, end_s = 0.0; ///< of what was measured
    std::optional<SteadyReport> steady; ///< absent where its load was not meant to be constant
};

/// One kept exchange: slow or failing. Masked; bodies cut to 4 KiB.
struct Sample
{
    double at_s = 0.0; ///< intended start since the start of the run
    std::string step, pattern, why; ///< why: "slow", "failed"
    std::string method, url;
    Outcome outcome = Outcome::ok;
    int status = 0; ///< 0: no answer
    std::string reason, error; ///< reason code; transport or check message
    double response_ms = 0.0, service_ms = 0.0;
    std::optional<double> connect_ms, tls_ms, ttfb_ms;
    int user = 0;
    std::vector<std::pair<std::string, std::string>> request_headers, response_headers;
    std::string request_body, response_body;
    bool request_cut = false, response_cut = false;
};

/// A mark, a live change, a stop: what happened when.
struct RunMark
{
    double at_s = 0.0;
    std::string
        kind; ///< "mark", "stop", "abort", "notice"; of live changes "rate", "users", "max_users", "size"
    std::string text;
    std::optional<double> value{}; ///< of a live change: what it was changed to
    std::string pattern{}; ///< whose load was changed, where there are several; else empty
    /// The load was changed by hand while the run went on: such a run compares with none that was not.
    [[nodiscard]] bool isLiveChange() const
    {
        return kind == "rate" || kind == "users" || kind == "max_users" || kind == "size";
    }
};

/// A rule and what became of it.
struct JudgedRule
{
    std::string name, tier, metric, of = "run";
    std::string warn, fail; ///< limits as written
    std::string against;
    std::optional<double> value;
    std::string limit; ///< the limit that decided, as written
    std::string unit;
    metric::Verdict verdict = metric::Verdict::pass;
    std::string reason; ///< a sentence
    std::int64_t samples = 0;
};

struct Judgement
{
    std::string thresholds_name;
    std::string thresholds_sha256; ///< empty: only built-in rules
    std::vector<JudgedRule> rules;
    metric::Verdict verdict = metric::Verdict::pass;
    std::string sentence; ///< the answer in one sentence
};

/// The code under which the reasons beyond the most frequent ones are counted over time.
inline constexpr std::string_view otherReasons = "other";
/// Most reasons that TimeSeries tells apart.
inline constexpr std::size_t maxSeriesReasons = 12;

/// Rows over time; t is seconds since the start of the run at the end of a row. Where a value is absent (no
/// request in that interval) it is NaN here and null in JSON.
struct TimeSeries
{
    double interval_s = 1.0;
    std::vector<double> t, rps, errors, vus, planned_rps, p50, p95, p99,
        max; ///< rates per second; latencies ms
    /// Completed iterations per second: planned_rps is a rate of iterations too, and is compared with this
    /// one.
    std::vector<double> iterations;
    std::vector<double> count, failed; ///< requests in the row: rps and errors as whole numbers
    std::vector<double>
        makespan; ///< ms, of the longest burst that ended in the row; empty where none were made
    /// By code, requests in the row that ended so: the failing outcomes, which sum up to `failed`, and the
    /// reason codes, of good answers too. Only codes that occurred; the rarer reasons of many stand together
    /// under otherReasons. Reports made before these were kept have none.
    std::map<std::string, std::vector<std::int64_t>> outcomes, reasons;
    Windows windows;
};

/// Figures of a monitor's series in the measure phase, from every reading. Absent where nothing was read.
struct MonitorSummary
{
    std::int64_t count = 0; ///< readings that gave a value
    std::int64_t missing = 0; ///< readings that gave none: the process was gone, the page did not answer
    std::optional<double> min, mean, max, last;
    bool operator==(const MonitorSummary&) const = default;
};

/// What a monitor read over time. `t` is seconds since the start of the run, negative for what was read
/// before it; a value that could not be read is NaN here and null in JSON, never 0. In long runs neighbouring
/// readings become one row: its `t` is that of the last, its value the mean of the known ones.
struct MonitorSeries
{
    std::string kind, name, unit; ///< "process", "rss_mb", "MB"
    std::vector<double> t, value;
    std::vector<double> min, max; ///< of the readings of each row; empty where a row is one reading
    std::string source{}; ///< what was watched: a pattern, an address; may be empty
    MonitorSummary summary{};
};

/// The immutable record of a run: `plumbline.report/1`.
struct Report
{
    std::string id, operation, environment, target_version, note;
    std::vector<std::string> tags;
    std::map<std::string, std::string> facts;
    std::string started_at; ///< ISO 8601 with offset
    double duration_s = 0.0; ///< the whole run
    bool partial = false;
    std::string
        ended_by; ///< "schedule", "data", "user", "abort", "crash", "setup", "target", or see endedByRule()
    int users_max = 0;
    std::string engine_name = "builtin", engine_transport, engine_version;
    std::string executor; ///< of the run, or "mixed"
    bool closed_model = true; ///< response time = service time
    std::string base_url; ///< masked; what was under load
    Json scenario; ///< embedded, masked
    std::string scenario_sha256;
    Fingerprint fingerprint;
    Totals totals;
    Iterations iterations;
    std::optional<Bursts> bursts; ///< where the load came in bursts
    std::vector<SkippedStep> skipped;
    std::vector<double> unfinished_ages; ///< seconds
    Summary latency_ms, latency_ok_ms, service_ms, ttfb_ms, connect_ms;
    std::vector<StepReport> steps; ///< of the measure phase
    std::vector<StepReport> setup_steps; ///< of the setup phase; not in totals
    std::vector<PhaseReport> phases;
    std::vector<TurnReport> turns; ///< where patterns ran in turn; else empty
    std::optional<SteadyReport> steady; ///< absent where the load was not meant to be constant, or in turns
    std::vector<RunMark> events;
    std::vector<MonitorSeries> monitors;
    GeneratorReport generator;
    std::vector<Sample> samples;
    metric::Verdict verdict = metric::Verdict::pass;
    Judgement judgement;
    TimeSeries series;
    Json extra = Json::object(); ///< unknown fields of the file at any depth, kept on rewrite
};

/// The name of the stop rule in an ended_by such as "stop-rule: error_rate > 0.02 over 10 s"; empty where a
/// step's on_fail ended the run ("stop-rule"), nothing where no rule did.
std::optional<std::string_view> endedByRule(std::string_view ended_by);

/// Stable key order, `series` last. Absent values are left out (or null inside columns).
Json toJson(const Report& report);
/// Checks schema and types; the error names @p fileName and the JSON path.
Result<Report> reportFromJson(const Json& json, const std::string& fileName);
/// Reads, parses and converts.
Result<Report> readReport(const std::filesystem::path& file);

} // namespace plumb::report

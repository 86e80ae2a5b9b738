// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue: what PRODUCT.md sections 4 and 5 define, once, for rules, stop rules, pickers and columns.
#include "metric/metricname.h"

#include <algorithm>
#include <array>

namespace plumb::metric {

namespace {

constexpr unsigned everywhere = scopeRun | scopeStep | scopePattern;

constexpr std::array entries{
    Metric{"latency_ms", Family::summary, "ms", Better::lower, everywhere, "Response time",
        "From the intended start of a request to its end, so that waiting to be sent counts. Holds every "
        "answer and "
        "every timeout (with its full age), not connect failures. In closed executors it equals the service "
        "time."},
    Metric{"latency_ok_ms", Family::summary, "ms", Better::lower, everywhere, "Response time of ok answers",
        "Response time, from intended start to end, of requests with the outcome ok alone."},
    Metric{"service_ms", Family::summary, "ms", Better::lower, everywhere, "Service time",
        "From the moment the transport was asked (connecting included) to the end of the answer. Holds every "
        "answer "
        "and every timeout."},
    Metric{"ttfb_ms", Family::summary, "ms", Better::lower, everywhere, "Time to first byte",
        "From the moment the transport was asked to the head of the answer."},
    Metric{"connect_ms", Family::summary, "ms", Better::lower, everywhere, "Connect time",
        "Time to open a connection. Only requests that opened one count; reused connections do not."},
    Metric{"iteration_ms", Family::summary, "ms", Better::lower, scopeRun, "Iteration time",
        "From the start of an iteration of a user pattern to its end, think times included."},
    Metric{"rps", Family::single, "1/s", Better::higher, everywhere, "Requests per second",
        "Requests that came to an end (ok or failed) per second of the measure phase."},
    Metric{"rpm", Family::single, "1/min", Better::higher, everywhere, "Requests per minute",
        "Requests that came to an end (ok or failed) per minute of the measure phase."},
    Metric{"success_rate", Family::single, "fraction", Better::higher, scopeRun, "Success rate",
        "Ok requests as a fraction of the planned ones: failed, unfinished and dropped requests all lower "
        "it."},
    Metric{"error_rate", Family::single, "fraction", Better::lower, everywhere, "Error rate",
        "Failed requests as a fraction of those that came to an end."},
    Metric{"errors", Family::open, "", Better::lower, everywhere, "Errors",
        "How many requests ended with this outcome: http_4xx, http_5xx, check, dns, connect, tls, timeout, "
        "reset or "
        "protocol. A count, so it grows with the length of a run."},
    Metric{"reasons", Family::open, "", Better::lower, everywhere, "Reason codes",
        "How many answers carried this reason code, as the scenario's \"reason\" takes it from them. A "
        "count."},
    Metric{"iterations_per_s", Family::single, "1/s", Better::higher, scopeRun, "Iterations per second",
        "Completed iterations of all user patterns per second of the measure phase."},
    Metric{"achieved_ratio", Family::single, "fraction", Better::higher, scopeRun, "Achieved against offered",
        "Iterations that came to an end as a fraction of those an open load planned. Below 1 the offered "
        "rate "
        "was not reached. Closed loads have none: they offer what they achieve."},
    Metric{"ops_per_s", Family::single, "1/s", Better::higher, everywhere, "Operations per second",
        "Operations (requests, queries, commands) that came to an end per second of the measure phase."},
    Metric{"ops_per_min", Family::single, "1/min", Better::higher, everywhere, "Operations per minute",
        "Operations (requests, queries, commands) that came to an end per minute of the measure phase."},
    Metric{"rows_per_s", Family::single, "1/s", Better::higher, scopeRun | scopeStep, "Rows per second",
        "Rows that sql steps read or changed per second of the measure phase."},
    Metric{"sent_bytes_per_s", Family::single, "B/s", Better::neither, everywhere, "Bytes sent per second",
        "Bytes of requests per second of the measure phase."},
    Metric{"received_bytes_per_s", Family::single, "B/s", Better::neither, everywhere,
        "Bytes received per second", "Bytes of answers per second of the measure phase."},
    Metric{"dropped", Family::single, "", Better::lower, scopeRun, "Dropped arrivals",
        "Arrivals of an open executor that found no free user and no room in the backlog. A count."},
    Metric{"makespan_ms", Family::single, "ms", Better::lower, scopeRun, "Makespan",
        "From the first send to the last end: of shared iterations as a whole, of bursts that of the longest "
        "one, so that a limit holds for each of them."},
    Metric{"recovery_s", Family::single, "s", Better::lower, scopeRun, "Recovery time",
        "From the end of a spike or disturbance until the service holds its limits again."},
    Metric{"ceiling_rps", Family::single, "1/s", Better::higher, scopeRun, "Highest rate that holds",
        "The highest request rate a probe saw hold."},
    Metric{"checks", Family::open, "fraction", Better::higher, everywhere, "Checks",
        "The fraction of answers that passed the check of this name."},
    Metric{"connections.open", Family::single, "", Better::neither, scopeRun, "Open connections",
        "The most connections to the target that were open at a time."},
    Metric{"command.user_cpu_s", Family::maxMean, "s", Better::lower, scopeRun | scopeStep,
        "User CPU of commands",
        "Seconds of processor time that a command and the children it waited for spent in their own code."},
    Metric{"command.system_cpu_s", Family::maxMean, "s", Better::lower, scopeRun | scopeStep,
        "System CPU of commands",
        "Seconds of processor time that the kernel spent for a command and the children it waited for."},
    Metric{"command.peak_rss_mb", Family::maxMean, "MB", Better::lower, scopeRun | scopeStep,
        "Peak memory of commands",
        "The most resident memory that a command, or the largest child it waited for, had at a time, in "
        "units of "
        "1,000,000 bytes."},
    Metric{"process.rss_mb", Family::maxMean, "MB", Better::lower, scopeRun, "Memory of the process",
        "Resident memory of the monitored process and its children, in units of 1,000,000 bytes."},
    Metric{"process.vms_mb", Family::maxMean, "MB", Better::lower, scopeRun, "Virtual memory of the process",
        "Address space of the monitored process and its children, in units of 1,000,000 bytes."},
    Metric{"process.cpu_pct", Family::maxMean, "%", Better::lower, scopeRun, "CPU of the process",
        "CPU time of the monitored process and its children in percent of one core: 200 is two cores."},
    Metric{"process.threads", Family::maxMean, "", Better::neither, scopeRun, "Threads of the process",
        "Threads of the monitored process and its children."},
    Metric{"process.open_files", Family::maxMean, "", Better::lower, scopeRun, "Open files of the process",
        "Open file descriptors, sockets among them, of the monitored process and its children."},
    Metric{"host", Family::open, "", Better::neither, scopeRun, "Host",
        "A series of the host monitor; .max or .mean at the end picks the figure (host.cpu_pct.max)."},
    Metric{"prom", Family::open, "", Better::neither, scopeRun, "Prometheus series",
        "A series the target exposes in Prometheus text; .max or .mean at the end picks the figure."},
    Metric{"apdex", Family::single, "fraction", Better::higher, scopeRun | scopeStep, "Apdex",
        "Satisfied requests plus half of the tolerated ones, as a fraction of all (apdex.org)."},
};

constexpr std::array<std::string_view, 10> statistics{
    "min", "mean", "p50", "p75", "p90", "p95", "p99", "p99_9", "max", "stddev"};

} // namespace

std::span<const Metric> catalogue()
{
    return entries;
}

bool knownDuringRun(const Metric& metric)
{
    static constexpr std::array<std::string_view, 5> afterwards{
        "achieved_ratio", "rows_per_s", "recovery_s", "ceiling_rps", "apdex"};
    return !metric.name.starts_with("command.")
        && std::find(afterwards.begin(), afterwards.end(), metric.name) == afterwards.end();
}

std::span<const std::string_view> summaryStatistics()
{
    return statistics;
}

} // namespace plumb::metric

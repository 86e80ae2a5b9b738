// SPDX-License-Identifier: GPL-3.0-or-later
// The words of core/metric's catalogue once more, for lupdate: the core knows no translations. A test holds
// the two together.
#include "ui/models/metricwords.h"

#include <QtGlobal>

#include <array>

namespace plumb::models {

namespace {

constexpr std::array<const char*, 72> words{
    QT_TRANSLATE_NOOP("Metric", "Response time"),
    QT_TRANSLATE_NOOP("Metric",
        "From the intended start of a request to its end, so that waiting to be sent "
        "counts. Holds every answer and every timeout (with its full age), not connect "
        "failures. In closed executors it equals the service time."),
    QT_TRANSLATE_NOOP("Metric", "Response time of ok answers"),
    QT_TRANSLATE_NOOP("Metric",
        "Response time, from intended start to end, of requests with the outcome ok "
        "alone."),
    QT_TRANSLATE_NOOP("Metric", "Service time"),
    QT_TRANSLATE_NOOP("Metric",
        "From the moment the transport was asked (connecting included) to the end of "
        "the answer. Holds every answer and every timeout."),
    QT_TRANSLATE_NOOP("Metric", "Time to first byte"),
    QT_TRANSLATE_NOOP("Metric", "From the moment the transport was asked to the head of the answer."),
    QT_TRANSLATE_NOOP("Metric", "Connect time"),
    QT_TRANSLATE_NOOP("Metric",
        "Time to open a connection. Only requests that opened one count; reused "
        "connections do not."),
    QT_TRANSLATE_NOOP("Metric", "Iteration time"),
    QT_TRANSLATE_NOOP("Metric",
        "From the start of an iteration of a user pattern to its end, think times "
        "included."),
    QT_TRANSLATE_NOOP("Metric", "Requests per second"),
    QT_TRANSLATE_NOOP(
        "Metric", "Requests that came to an end (ok or failed) per second of the measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Requests per minute"),
    QT_TRANSLATE_NOOP(
        "Metric", "Requests that came to an end (ok or failed) per minute of the measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Success rate"),
    QT_TRANSLATE_NOOP("Metric",
        "Ok requests as a fraction of the planned ones: failed, unfinished and dropped "
        "requests all lower it."),
    QT_TRANSLATE_NOOP("Metric", "Error rate"),
    QT_TRANSLATE_NOOP("Metric", "Failed requests as a fraction of those that came to an end."),
    QT_TRANSLATE_NOOP("Metric", "Errors"),
    QT_TRANSLATE_NOOP("Metric",
        "How many requests ended with this outcome: http_4xx, http_5xx, check, dns, "
        "connect, tls, timeout, reset or protocol. A count, so it grows with the length "
        "of a run."),
    QT_TRANSLATE_NOOP("Metric", "Reason codes"),
    QT_TRANSLATE_NOOP("Metric",
        "How many answers carried this reason code, as the scenario's \"reason\" takes "
        "it from them. A count."),
    QT_TRANSLATE_NOOP("Metric", "Iterations per second"),
    QT_TRANSLATE_NOOP("Metric", "Completed iterations of all user patterns per second of the measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Achieved against offered"),
    QT_TRANSLATE_NOOP("Metric",
        "Iterations that came to an end as a fraction of those an open load planned. Below 1 the offered "
        "rate "
        "was not reached. Closed loads have none: they offer what they achieve."),
    QT_TRANSLATE_NOOP("Metric", "Operations per second"),
    QT_TRANSLATE_NOOP("Metric",
        "Operations (requests, queries, commands) that came to an end per second of the "
        "measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Operations per minute"),
    QT_TRANSLATE_NOOP("Metric",
        "Operations (requests, queries, commands) that came to an end per minute of the "
        "measure phase."),
    QT_TRANSLATE_NOOP("Metric", "User CPU of commands"),
    QT_TRANSLATE_NOOP("Metric",
        "Seconds of processor time that a command and the children it waited for spent in their own code."),
    QT_TRANSLATE_NOOP("Metric", "System CPU of commands"),
    QT_TRANSLATE_NOOP("Metric",
        "Seconds of processor time that the kernel spent for a command and the children it waited for."),
    QT_TRANSLATE_NOOP("Metric", "Peak memory of commands"),
    QT_TRANSLATE_NOOP("Metric",
        "The most resident memory that a command, or the largest child it waited for, had at a time, in "
        "units of "
        "1,000,000 bytes."),
    QT_TRANSLATE_NOOP("Metric", "Rows per second"),
    QT_TRANSLATE_NOOP("Metric", "Rows that sql steps read or changed per second of the measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Bytes sent per second"),
    QT_TRANSLATE_NOOP("Metric", "Bytes of requests per second of the measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Bytes received per second"),
    QT_TRANSLATE_NOOP("Metric", "Bytes of answers per second of the measure phase."),
    QT_TRANSLATE_NOOP("Metric", "Dropped arrivals"),
    QT_TRANSLATE_NOOP("Metric",
        "Arrivals of an open executor that found no free user and no room in the "
        "backlog. A count."),
    QT_TRANSLATE_NOOP("Metric", "Makespan"),
    QT_TRANSLATE_NOOP("Metric",
        "From the first send to the last end: of shared iterations as a whole, of bursts that of the longest "
        "one, so that a limit holds for each of them."),
    QT_TRANSLATE_NOOP("Metric", "Recovery time"),
    QT_TRANSLATE_NOOP("Metric",
        "From the end of a spike or disturbance until the service holds its limits "
        "again."),
    QT_TRANSLATE_NOOP("Metric", "Highest rate that holds"),
    QT_TRANSLATE_NOOP("Metric", "The highest request rate a probe saw hold."),
    QT_TRANSLATE_NOOP("Metric", "Checks"),
    QT_TRANSLATE_NOOP("Metric", "The fraction of answers that passed the check of this name."),
    QT_TRANSLATE_NOOP("Metric", "Open connections"),
    QT_TRANSLATE_NOOP("Metric", "The most connections to the target that were open at a time."),
    QT_TRANSLATE_NOOP("Metric", "Memory of the process"),
    QT_TRANSLATE_NOOP("Metric",
        "Resident memory of the monitored process and its children, in units of "
        "1,000,000 bytes."),
    QT_TRANSLATE_NOOP("Metric", "Virtual memory of the process"),
    QT_TRANSLATE_NOOP("Metric",
        "Address space of the monitored process and its children, in units of 1,000,000 "
        "bytes."),
    QT_TRANSLATE_NOOP("Metric", "CPU of the process"),
    QT_TRANSLATE_NOOP("Metric",
        "CPU time of the monitored process and its children in percent of one core: 200 "
        "is two cores."),
    QT_TRANSLATE_NOOP("Metric", "Threads of the process"),
    QT_TRANSLATE_NOOP("Metric", "Threads of the monitored process and its children."),
    QT_TRANSLATE_NOOP("Metric", "Open files of the process"),
    QT_TRANSLATE_NOOP("Metric",
        "Open file descriptors, sockets among them, of the monitored process and its "
        "children."),
    QT_TRANSLATE_NOOP("Metric", "Host"),
    QT_TRANSLATE_NOOP("Metric",
        "A series of the host monitor; .max or .mean at the end picks the figure "
        "(host.cpu_pct.max)."),
    QT_TRANSLATE_NOOP("Metric", "Prometheus series"),
    QT_TRANSLATE_NOOP("Metric",
        "A series the target exposes in Prometheus text; .max or .mean at the end picks "
        "the figure."),
    QT_TRANSLATE_NOOP("Metric", "Apdex"),
    QT_TRANSLATE_NOOP("Metric",
        "Satisfied requests plus half of the tolerated ones, as a fraction of all "
        "(apdex.org)."),
};

} // namespace

std::span<const char* const> metricWords()
{
    return words;
}

} // namespace plumb::models

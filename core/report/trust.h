// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

// Can the figures of a run be trusted? What the trust panel, the Markdown report and the summary of
// `plumb run` say about the generator, from one place.
namespace plumb::report {

/// One thing that was looked at.
struct TrustFact
{
    /// In brackets: what `values` hold; a value that is not known is NaN.
    enum class Kind {
        rate, ///< [achieved, planned iterations/s, dropped arrivals]; planned NaN: closed model
        response, ///< [response p99, service p99 ms]; only in open models
        late, ///< [lag p50, p99, max, allowed p99 ms]
        waited, ///< [arrivals that waited for a free user, share of all, p99 ms]; only in open models
        cpu, ///< [busiest thread, all threads, % of a core]
        runQueue, ///< [time the busiest thread waited for a core, %]
        loop, ///< [delay p50, p99, max ms]
        machine, ///< [idle, steal, % of all cores]
        connections, ///< [new connections, TLS handshakes, sent again, failed for ports, for files]
        floor, ///< [floor p50 ms, measured service p50 ms, most requests/s of a worker, measured requests/s]
        before, ///< [idle before the run, %; number of disturbances]
    };
    enum class Level { good, note, bad, unknown };
    Kind kind = Kind::rate;
    Level level = Level::good;
    std::vector<double> values;
};
std::string_view toString(TrustFact::Kind kind); ///< "rate", "run-queue", ...

/// What is looked at, of a report or of a run under way; the measure phase.
struct TrustContext
{
    GeneratorReport generator;
    bool closed = true;
    std::string transport;
    bool target_here = false; ///< the target runs on this machine
    int cores = 0; ///< 0: not known
    double measured_s = 0.0;
    std::optional<double> planned_per_s, achieved_per_s; ///< iterations; achieved are those that were started
    std::int64_t planned = 0, dropped = 0; ///< iterations
    std::optional<double> rps;
    std::optional<double> response_p99_ms, service_p50_ms, service_p99_ms;
    std::optional<double> idle_before_pct;
};
TrustContext trustContext(const Report& report);
/// The host of @p baseUrl is this machine.
bool isHere(const std::string& baseUrl);

struct Trust
{
    std::string verdict; ///< as GeneratorReport::verdict
    std::vector<TrustFact> facts; ///< in the order of reading
    /// What to do: "use-direct", "more-workers", "lower-rate", "fewer-users", "move-off", "quiet",
    /// "keep-alive", "more-ports", "open-files"; the most helpful first, at most two. Empty: nothing.
    std::vector<std::string> advice;
};
Trust trustOf(const TrustContext& context);

/// In English; screens have words of their own.
/// "The generator kept up: 99 % of its sends were at most 0.08 ms late, its busiest thread used 12 % of a
/// core."
std::string trustSentence(const TrustContext& context, const Trust& trust);
std::string trustTitle(TrustFact::Kind kind); ///< "Generator late"
std::string trustFigure(const TrustFact& fact); ///< "p50 0.02 ms, p99 0.08 ms, max 0.9 ms"
std::string trustAdvice(std::string_view advice); ///< "use the direct transport (--transport direct)"

} // namespace plumb::report

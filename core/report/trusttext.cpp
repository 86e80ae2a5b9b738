// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"
#include "report/trust.h"

#include <cmath>

namespace plumb::report {

namespace {

using Kind = TrustFact::Kind;

std::string latency(double ms)
{
    return std::isfinite(ms) ? formatLatency(ms) : std::string("-");
}

std::string percent(double value)
{
    return std::isfinite(value) ? std::to_string(std::lround(value)) + " %" : std::string("-");
}

std::string whole(double value)
{
    return std::isfinite(value) ? std::to_string(std::llround(value)) : std::string("-");
}

std::string number(double value)
{
    return std::isfinite(value) ? formatNumber(value) : std::string("-");
}

std::string times(const std::vector<double>& v)
{
    return "p50 " + latency(v[0]) + ", p99 " + latency(v[1]) + ", max " + latency(v[2]);
}

} // namespace

std::string trustTitle(Kind kind)
{
    switch (kind) {
    case Kind::rate:
        return "Offered and achieved";
    case Kind::response:
        return "Response and service time";
    case Kind::late:
        return "Generator late";
    case Kind::waited:
        return "Waited for a free user";
    case Kind::cpu:
        return "CPU of the generator";
    case Kind::runQueue:
        return "Kept waiting for a core";
    case Kind::loop:
        return "Event loop delay";
    case Kind::machine:
        return "Machine during the run";
    case Kind::connections:
        return "Connections";
    case Kind::floor:
        return "Calibration floor";
    case Kind::before:
        return "Machine before the run";
    }
    return {};
}

std::string trustFigure(const TrustFact& fact)
{
    const auto& v = fact.values;
    switch (fact.kind) {
    case Kind::rate:
        return std::isnan(v[1])
            ? number(v[0]) + " iterations/s (closed model: the target sets the rate)"
            : number(v[0]) + " of " + number(v[1]) + " iterations/s, " + whole(v[2]) + " dropped";
    case Kind::response:
        return "p99 " + latency(v[0]) + " against " + latency(v[1]);
    case Kind::late:
        return times(v) + " (allowed: p99 " + latency(v[3]) + ")";
    case Kind::waited:
        return v[0] > 0.0 ? whole(v[0]) + " arrivals (" + formatPercent(v[1]) + "), p99 " + latency(v[2])
                          : std::string("none");
    case Kind::cpu:
        return "busiest thread " + percent(v[0]) + " of a core, all threads " + percent(v[1]);
    case Kind::runQueue:
        return percent(v[0]) + " of the time";
    case Kind::loop:
        return times(v);
    case Kind::machine:
        return percent(v[0]) + " idle, " + percent(v[1]) + " taken by other virtual machines";
    case Kind::connections: {
        std::string text = whole(v[0]) + " new, " + whole(v[1]) + " TLS handshakes, " + whole(v[2])
            + " requests sent again";
        text += v[3] > 0.0 ? ", " + whole(v[3]) + " failed for want of a port" : "";
        return text + (v[4] > 0.0 ? ", " + whole(v[4]) + " failed for want of a file" : "");
    }
    case Kind::floor:
        return std::isnan(v[0]) ? std::string("not calibrated (plumb calibrate)")
                                : "p50 " + latency(v[0]) + " of " + latency(v[1]) + " measured; "
                + whole(v[2]) + " requests/s at most, " + whole(v[3]) + " measured";
    case Kind::before:
        if (v[1] > 0.0) {
            return std::isnan(v[0]) ? std::string("not quiet") : "not quiet: " + percent(v[0]) + " idle";
        }
        return std::isnan(v[0]) ? std::string("not looked at") : "quiet: " + percent(v[0]) + " idle";
    }
    return {};
}

std::string trustAdvice(std::string_view advice)
{
    if (advice == "use-direct") {
        return "use the direct transport (--transport direct)";
    }
    if (advice == "more-workers") {
        return "use more workers (load.workers)";
    }
    if (advice == "lower-rate") {
        return "lower the rate";
    }
    if (advice == "fewer-users") {
        return "use fewer users, or give them think time";
    }
    if (advice == "move-off") {
        return "move the generator off the target's machine";
    }
    if (advice == "quiet") {
        return "close other programs on this machine (--require-quiet insists on it)";
    }
    if (advice == "keep-alive") {
        return "keep connections open (target.connection \"keep-alive\")";
    }
    if (advice == "more-ports") {
        return "use fewer users, or let more ports be used (sysctl net.ipv4.ip_local_port_range)";
    }
    if (advice == "open-files") {
        return "raise the limit of open files (ulimit -n)";
    }
    return std::string(advice);
}

std::string trustSentence(const TrustContext& context, const Trust& trust)
{
    const auto& own = context.generator;
    if (trust.verdict != "ok") {
        const std::string why = own.reasons.empty() ? std::string() : ": " + own.reasons.front().text;
        return trust.verdict == "invalid" ? "The generator was the limit, not the target" + why
                                          : "The generator may have disturbed the figures" + why;
    }
    std::string text;
    if (own.lag_ms.p99) {
        text = "99 % of its sends were at most " + formatLatency(*own.lag_ms.p99) + " late";
    }
    if (own.busiest_pct) {
        text += (text.empty() ? "" : ", ") + std::string("its busiest thread used ")
            + percent(*own.busiest_pct) + " of a core";
    }
    return text.empty() ? std::string("Nothing speaks against the generator.")
                        : "The generator kept up: " + text + ".";
}

} // namespace plumb::report

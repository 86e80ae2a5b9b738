// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/steadywatch.h"

#include "stats/steadystate.h"

namespace plumb::report {

namespace {
/// Rows end at whole seconds but for rounding; the last one of a run may be cut short.
constexpr double tolerance_s = 0.05;
} // namespace

SteadyReport steadyOf(const TimeSeries& series, const ConstantPart& part, bool closedModel)
{
    stats::SteadyInput input;
    input.interval_s = series.interval_s;
    SteadyReport steady;
    steady.from_s = part.from_s;
    for (std::size_t i = 0; i < series.t.size(); ++i) {
        const double start = static_cast<double>(i) * series.interval_s;
        if (start < part.from_s - tolerance_s || start + series.interval_s > part.to_s + tolerance_s) {
            continue;
        }
        if (input.latency.empty()) {
            steady.from_s = start;
        }
        input.latency.push_back(series.p50[i]);
        if (closedModel) {
            input.rate.push_back(series.rps[i]);
        }
    }
    const auto state = stats::steadyState(input);
    const auto sinceStart = [&steady](double seconds) { return steady.from_s + seconds; };
    steady.kind = stats::toString(state.kind);
    steady.settled = state.settled();
    steady.insufficient = state.kind == stats::SteadyClass::insufficient;
    if (state.cut > 0) {
        steady.cut_s = sinceStart(state.cut_s);
    }
    if (state.at_s) {
        steady.at_s = sinceStart(*state.at_s);
    }
    steady.period_s = state.period_s;
    steady.change = state.change;
    steady.of_rate = state.ofRate;
    steady.rows = static_cast<std::int64_t>(state.kept);
    steady.reasons = state.reasons;
    return steady;
}

std::vector<SteadyPart> steadyParts(const Report& report)
{
    std::vector<SteadyPart> parts;
    const auto add = [&parts](const std::string& pattern, const std::optional<SteadyReport>& steady) {
        if (steady && !steady->insufficient) {
            parts.push_back({pattern, &*steady});
        }
    };
    add({}, report.steady);
    for (const auto& turn : report.turns) {
        add(turn.pattern, turn.steady);
    }
    return parts;
}

} // namespace plumb::report

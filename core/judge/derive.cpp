// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/derive.h"

#include "judge/ruleverdict.h"
#include "stats/robust.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumb::judge {

namespace {

const double leastRatio = std::log(1.05);
constexpr double leastLatency_ms = 0.05; ///< below it timers and scheduling speak
constexpr double leastPoints = 0.005;
constexpr std::array<std::string_view, 5> derived{
    "latency_ms.p95", "latency_ms.p99", "error_rate", "rps", "achieved_ratio"};

/// Three digits, rounded towards @p up.
double roundedAway(double value, bool up)
{
    if (!(value > 0.0)) {
        return value;
    }
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 2.0);
    const double steps = value / unit;
    // So that 1.05 * 100 is 105 and not 106.
    const double whole = std::round(steps);
    const double chosen = std::abs(steps - whole) < 1e-6 ? whole : up ? std::ceil(steps) : std::floor(steps);
    // By a power of ten that is exact, where there is one.
    return unit < 1.0 ? chosen / std::round(1.0 / unit) : chosen * unit;
}

bool looksAt(std::string_view name, const ScopeKey& scope, bool closed)
{
    if (name == "rps") {
        return scope.isRun() && closed;
    }
    return name != "achieved_ratio" || (scope.isRun() && !closed);
}

class Derivation
{
public:
    Derivation(RoundSet& baseline, const NoiseBook* noise)
        : m_baseline(baseline)
        , m_noise(noise)
    {
    }

    std::optional<Rule> ruleFor(std::string_view name, const ScopeKey& scope)
    {
        const auto metric = metric::parseMetricName(std::string(name)).value();
        std::vector<double> values;
        double beyond = std::numeric_limits<double>::infinity(), sum = 0.0;
        for (RunFigures& round : m_baseline.rounds) {
            if (const auto figure = round.figure(metric, scope)) {
                values.push_back(figure->estimate.value);
                if (figure->beyond) {
                    sum += *figure->beyond;
                    beyond = sum;
                }
            }
        }
        if (values.empty() || beyond < stats::leastBeyond) {
            return std::nullopt;
        }
        const double value = stats::median(values);
        const double wide = 2.0 * std::numbers::sqrt2 * sigmaOf(metric, scope);
        Rule rule;
        rule.metric = metric;
        rule.of = scope.of();
        if (inPoints(*metric.metric)) {
            const double floor = std::max(leastPoints, wide);
            rule.warn = above(roundedAway(std::min(1.0, value + floor), true));
            rule.fail = above(roundedAway(std::min(1.0, value + 2.0 * floor), true));
        } else if (!(value > 0.0)) {
            return std::nullopt;
        } else {
            double floor = std::max(leastRatio, wide);
            if (metric.metric->unit == "ms") {
                floor = std::max(floor, std::log1p(leastLatency_ms / value));
            }
            const bool lower = metric.metric->better == metric::Better::lower;
            const double sign = lower ? 1.0 : -1.0;
            const double warn = roundedAway(value * std::exp(sign * floor), lower);
            const double fail = roundedAway(value * std::exp(2.0 * sign * floor), lower);
            rule.warn = lower ? above(warn) : below(warn);
            rule.fail = lower ? above(fail) : below(fail);
        }
        return rule;
    }

private:
    static metric::Limit above(double number)
    {
        return {metric::Limit::Operator::greater, metric::Limit::Kind::absolute, number};
    }
    static metric::Limit below(double number)
    {
        return {metric::Limit::Operator::less, metric::Limit::Kind::absolute, number};
    }

    double sigmaOf(const metric::MetricName& metric, const ScopeKey& scope)
    {
        auto spread = spreadOver(metric, scope, m_baseline.rounds);
        const auto* known = m_noise == nullptr ? nullptr : m_noise->find(scope.of(), metric.text());
        if (known != nullptr && known->spread.df > (spread ? spread->df : 0.0)) {
            spread = known->spread;
        }
        return spread ? spread->sigma : 0.0;
    }

    RoundSet& m_baseline;
    const NoiseBook* m_noise;
};

} // namespace

Result<Thresholds> deriveThresholds(RoundSet& baseline, const NoiseBook* noise)
{
    const auto& first = baseline.rounds.front().report();
    for (const RunFigures& round : baseline.rounds) {
        if (round.report().operation != first.operation) {
            return Error{ErrorKind::usage,
                "the reports are of several operations (" + first.operation + ", " + round.report().operation
                    + ")",
                {}, "derive thresholds from the rounds of one operation at a time"};
        }
        if (measuredNothing(round.report()) || round.report().generator.verdict == "invalid") {
            return Error{ErrorKind::input,
                measuredNothing(round.report()) ? "the run measured nothing"
                                                : "the run is invalid: the load generator was its limit",
                round.report().id, "leave it out"};
        }
    }
    Thresholds thresholds;
    thresholds.name = first.operation;
    Derivation derivation(baseline, noise);
    for (const ScopeKey& scope : std::vector<ScopeKey>(baseline.rounds.front().scopes())) {
        for (const auto name : derived) {
            if (!looksAt(name, scope, first.closed_model)) {
                continue;
            }
            if (auto rule = derivation.ruleFor(name, scope)) {
                thresholds.rules.push_back(std::move(*rule));
            }
        }
    }
    if (thresholds.rules.empty()) {
        return Error{ErrorKind::input, "the reports hold no figures to derive limits from", first.id, {}};
    }
    return thresholds;
}

} // namespace plumb::judge

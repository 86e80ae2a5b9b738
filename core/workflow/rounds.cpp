// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rounds.h"

#include "judge/sentence.h"
#include "stats/moments.h"
#include "stats/ranktests.h"
#include "stats/robust.h"

#include <algorithm>
#include <cmath>

namespace plumb::workflow {

namespace {

constexpr std::size_t fewestForSpread = 3, fewestForOutliers = 4;
constexpr double stable = 0.05, noisy = 0.10; ///< pyperf warns from 10 % on
constexpr double outlierSigmas = 3.0;
const double leastRatio = std::log(1.05);

std::vector<metric::MetricName> looked(const judge::RoundSet& rounds)
{
    std::vector<metric::MetricName> metrics{metric::parseMetricName("latency_ms.p95").value()};
    if (rounds.rounds.front().report().closed_model) {
        metrics.push_back(metric::parseMetricName("rps").value());
    }
    return metrics;
}

/// By round; nothing where a round has no such value, or one that is not above 0.
std::vector<std::optional<double>> valuesOf(const metric::MetricName& metric, judge::RoundSet& rounds)
{
    std::vector<std::optional<double>> values;
    for (judge::RunFigures& round : rounds.rounds) {
        const auto figure = round.figure(metric, {});
        values.push_back(
            figure && figure->estimate.value > 0.0 ? std::optional(figure->estimate.value) : std::nullopt);
    }
    return values;
}

std::vector<double> known(const std::vector<std::optional<double>>& values)
{
    std::vector<double> all;
    for (const auto& value : values) {
        if (value) {
            all.push_back(*value);
        }
    }
    return all;
}

std::vector<double> logarithms(const std::vector<double>& values)
{
    std::vector<double> logs(values.size());
    std::transform(values.begin(), values.end(), logs.begin(), [](double value) { return std::log(value); });
    return logs;
}

/// As RoundFigure::spread says it, over @p median.
double spreadOf(std::vector<double> values, double median)
{
    const double robust = stats::robustSigma(values);
    if (values.size() < fewestForOutliers) {
        return robust / median;
    }
    const auto off = [median](double a, double b) { return std::abs(a - median) < std::abs(b - median); };
    values.erase(std::max_element(values.begin(), values.end(), off));
    return std::max(robust, stats::deviationOf(values)) / median;
}

} // namespace

std::vector<RoundFigure> roundFigures(judge::RoundSet& rounds)
{
    std::vector<RoundFigure> figures;
    if (rounds.rounds.empty()) {
        return figures;
    }
    for (const auto& metric : looked(rounds)) {
        RoundFigure figure;
        figure.metric = metric.text();
        figure.unit = std::string(metric.metric->unit);
        figure.values = known(valuesOf(metric, rounds));
        if (figure.values.empty()) {
            continue;
        }
        figure.median = stats::median(figure.values);
        if (figure.values.size() >= fewestForSpread) {
            figure.spread = spreadOf(figure.values, figure.median);
            figure.label = figure.spread <= stable ? "stable"
                : figure.spread <= noisy           ? "noisy"
                                                   : unstableLabel;
        }
        const auto level = stats::pairedShift(logarithms(figure.values));
        const double reach = std::max(level.value - level.lower, level.upper - level.value);
        if (figure.values.size() > 1 && std::isfinite(reach)) {
            figure.reach = std::expm1(reach);
        }
        figures.push_back(std::move(figure));
    }
    return figures;
}

bool settled(const std::vector<RoundFigure>& figures, double within)
{
    return !figures.empty()
        && std::all_of(figures.begin(), figures.end(),
            [within](const RoundFigure& figure) { return figure.reach && *figure.reach <= within; });
}

std::vector<StandOut> standOuts(judge::RoundSet& rounds)
{
    std::vector<StandOut> found;
    if (rounds.rounds.size() < fewestForOutliers) {
        return found;
    }
    for (const auto& metric : looked(rounds)) {
        const auto values = valuesOf(metric, rounds);
        const auto logs = logarithms(known(values));
        if (logs.size() < fewestForOutliers) {
            continue;
        }
        const double middle = stats::median(logs);
        const double limit = std::max(outlierSigmas * stats::robustSigma(logs), leastRatio);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double off = values[i] ? std::log(*values[i]) - middle : 0.0;
            if (std::abs(off) <= limit) {
                continue;
            }
            const double share = std::abs(std::expm1(off));
            found.push_back({i,
                judge::subjectText(metric, "run") + " is " + judge::valueText(*values[i], metric.metric->unit)
                    + ", " + judge::valueText(share, "fraction") + (off > 0.0 ? " above" : " below")
                    + " the median of the rounds, "
                    + judge::valueText(std::exp(middle), metric.metric->unit)});
        }
    }
    return found;
}

} // namespace plumb::workflow

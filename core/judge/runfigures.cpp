// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/runfigures.h"

#include "judge/thresholds.h"
#include "report/measuredtime.h"
#include "stats/longrunvariance.h"
#include "stats/probability.h"
#include "stats/proportions.h"
#include "stats/shiftfunction.h"
#include "stats/sparsehistogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::judge {

using report::Report;
using report::Series;
using report::StepReport;
using stats::Distribution;

namespace {

constexpr double usToMs = 0.001;
/// Windows begin and end at whole seconds, phases nearly so.
constexpr double slack_s = 0.02;
constexpr auto responseSeries = static_cast<std::size_t>(Series::response);

bool within(const std::vector<report::MeasuredSpan>& spans, double start_s, double end_s)
{
    return std::any_of(spans.begin(), spans.end(), [=](const report::MeasuredSpan& span) {
        return start_s >= span.start_s - slack_s && end_s <= span.end_s + slack_s;
    });
}

std::optional<Distribution> decoded(const std::string& encoded)
{
    if (encoded.empty()) {
        return std::nullopt;
    }
    const auto buckets = stats::decodeBuckets(encoded);
    return buckets ? std::optional(Distribution(*buckets, usToMs)) : std::nullopt;
}

/// All response times of the run or a pattern; empty where a step has values but no histogram.
Distribution ofAllSteps(const Report& report, const std::string& pattern)
{
    Distribution sum;
    for (const StepReport& step : report.steps) {
        if (!pattern.empty() && step.pattern != pattern) {
            continue;
        }
        const auto part = decoded(step.histograms.at(responseSeries));
        if (part) {
            sum.add(*part);
        } else if (step.summary(Series::response).count > 0) {
            return {};
        }
    }
    return sum;
}

Figure plain(double value, std::int64_t samples)
{
    Figure figure;
    figure.estimate = {value, value, value};
    figure.samples = samples;
    return figure;
}

void widen(Figure& figure, double halfWidth)
{
    figure.interval = true;
    figure.estimate.lower = figure.estimate.value - halfWidth;
    figure.estimate.upper = figure.estimate.value + halfWidth;
}

/// Half-width of the ratio of two sums over windows: @p residuals are numerators less what the ratio makes of
/// the denominators, which sum up to @p denominator.
double ratioHalfWidth(const std::vector<double>& residuals, double denominator)
{
    const auto longRun = stats::cosineVariance(residuals);
    return stats::studentQuantile(0.975, longRun.df)
        * std::sqrt(longRun.variance * static_cast<double>(residuals.size())) / denominator;
}

bool enough(std::size_t windows)
{
    return windows >= stats::WindowedQuantiles::leastWindows;
}

} // namespace

struct RunFigures::Windowed
{
    Distribution total;
    std::vector<double> counts, sums; ///< of each window
    std::vector<stats::QuantileInterval> quantiles;
};

RunFigures::RunFigures(const Report& report)
    : m_report(&report)
    , m_scopes{ScopeKey{}}
{
    for (const StepReport& step : report.steps) {
        m_scopes.push_back({step.name, step.pattern});
    }
}

RunFigures::~RunFigures() = default;
RunFigures::RunFigures(RunFigures&&) noexcept = default;
RunFigures& RunFigures::operator=(RunFigures&&) noexcept = default;

bool RunFigures::has(const ScopeKey& scope) const
{
    return std::find(m_scopes.begin(), m_scopes.end(), scope) != m_scopes.end();
}

const StepReport* RunFigures::stepOf(const ScopeKey& scope) const
{
    const auto found
        = std::find_if(m_report->steps.begin(), m_report->steps.end(), [&scope](const StepReport& step) {
              return step.name == scope.step && step.pattern == scope.pattern;
          });
    return !scope.isStep() || found == m_report->steps.end() ? nullptr : &*found;
}

RunFigures::Requests RunFigures::requests(const ScopeKey& scope) const
{
    if (scope.isRun()) {
        const auto& totals = m_report->totals;
        return {totals.completed + totals.failed, totals.completed};
    }
    Requests requests;
    for (const StepReport& step : m_report->steps) {
        const bool wanted = step.pattern == scope.pattern && (!scope.isStep() || step.name == scope.step);
        requests.ended += wanted ? step.count : 0;
        requests.ok += wanted ? step.count - step.failed : 0;
    }
    return requests;
}

/// Only whole windows of the measure phase: others hold requests of the warm-up, or of a part of their time.
void RunFigures::readWindows(
    Windowed& target, const report::Windows& windows, const std::string& pattern) const
{
    const auto spans = report::measuredSpans(*m_report, pattern);
    stats::WindowedQuantiles quantiles(target.total, stats::shiftProbabilities());
    for (std::size_t i = 0; i < windows.histograms.size() && windows.interval_s > 0.0; ++i) {
        const double start = windows.start_s + static_cast<double>(i) * windows.interval_s;
        if (!within(spans, start, start + windows.interval_s)) {
            continue;
        }
        const auto window = decoded(windows.histograms[i]).value_or(Distribution());
        quantiles.addWindow(window);
        target.counts.push_back(window.total());
        target.sums.push_back(window.mean() * window.total());
    }
    target.quantiles = quantiles.intervals();
}

RunFigures::Windowed& RunFigures::windowed(const ScopeKey& scope)
{
    auto& known = m_windowed[scope];
    if (!known) {
        known = std::make_unique<Windowed>();
        const StepReport* step = stepOf(scope);
        if (!scope.isStep()) {
            known->total = ofAllSteps(*m_report, scope.pattern);
            readWindows(*known, scope.isRun() ? m_report->series.windows : report::Windows{}, {});
        } else if (step != nullptr) {
            known->total = decoded(step->histograms.at(responseSeries)).value_or(Distribution());
            readWindows(*known, step->windows, step->pattern);
        }
    }
    return *known;
}

void RunFigures::prepare()
{
    for (const ScopeKey& scope : m_scopes) {
        windowed(scope);
    }
}

const Distribution& RunFigures::distribution(const ScopeKey& scope)
{
    return windowed(scope).total;
}

const std::vector<stats::QuantileInterval>& RunFigures::quantiles(const ScopeKey& scope)
{
    return windowed(scope).quantiles;
}

std::optional<Figure> RunFigures::latency(const metric::MetricName& metric, const ScopeKey& scope)
{
    const auto& known = windowed(scope);
    if (known.total.empty()) {
        return std::nullopt;
    }
    const auto samples = std::llround(known.total.total());
    if (metric.member == "mean") {
        auto figure = plain(known.total.mean(), samples);
        double count = 0.0;
        for (const double window : known.counts) {
            count += window;
        }
        if (enough(known.counts.size()) && count > 0.0) {
            std::vector<double> residuals(known.counts.size());
            for (std::size_t w = 0; w < residuals.size(); ++w) {
                residuals[w] = known.sums[w] - figure.estimate.value * known.counts[w];
            }
            const double independent = 1.96 * std::sqrt(known.total.variance() / known.total.total());
            widen(figure, std::max(independent, ratioHalfWidth(residuals, count)));
        }
        return figure;
    }
    const auto percent = metric.percentile();
    if (!percent) {
        return std::nullopt;
    }
    const auto found = std::find_if(known.quantiles.begin(), known.quantiles.end(),
        [&percent](const auto& quantile) { return std::abs(quantile.p * 100.0 - *percent) < 1e-9; });
    if (found == known.quantiles.end()) {
        return plain(known.total.quantile(*percent / 100.0), samples);
    }
    Figure figure;
    figure.estimate = found->estimate;
    figure.interval = true;
    figure.approximate = found->approximate;
    figure.samples = samples;
    figure.n_eff = found->n_eff;
    figure.correlation = found->residual_r1;
    // An assumed design effect would refuse nearly everything: then the plain count has to do.
    const double effective = found->approximate ? known.total.total() : found->n_eff;
    const double thin = std::min(found->p, 1.0 - found->p);
    figure.beyond = effective * thin;
    figure.needed = std::llround(std::ceil(stats::leastBeyond / thin - 1e-6));
    return figure;
}

std::vector<std::size_t> RunFigures::measuredRows() const
{
    const auto& series = m_report->series;
    const auto spans = report::measuredSpans(*m_report);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < series.t.size(); ++i) {
        const double end = series.t[i];
        if (within(spans, end - series.interval_s, end)) {
            rows.push_back(i);
        }
    }
    return rows;
}

std::optional<Figure> RunFigures::rate(const ScopeKey& scope)
{
    const StepReport* step = stepOf(scope);
    const auto ended = requests(scope).ended;
    if (ended <= 0 || (!scope.isRun() && step == nullptr)) {
        return std::nullopt; // of patterns measure() knows the sum
    }
    auto figure = plain(scope.isRun() ? m_report->totals.rps : step->rps, ended);
    std::vector<double> counts;
    double interval_s = 1.0;
    const auto& series = m_report->series;
    if (scope.isRun() && series.count.size() == series.t.size()) {
        interval_s = series.interval_s;
        for (const std::size_t row : measuredRows()) {
            if (std::isfinite(series.count[row])) {
                counts.push_back(series.count[row]);
            }
        }
    } else if (!scope.isRun()) {
        counts = windowed(scope).counts;
        interval_s = step->windows.interval_s;
    }
    if (enough(counts.size()) && interval_s > 0.0) {
        const auto mean = stats::meanInterval(counts);
        widen(figure, (mean.upper - mean.value) / interval_s);
    }
    return figure;
}

std::optional<Figure> RunFigures::errors(const ScopeKey& scope)
{
    const auto count = requests(scope);
    if (count.ended <= 0) {
        return std::nullopt;
    }
    const auto& series = m_report->series;
    std::vector<double> failed, all;
    if (series.count.size() == series.t.size() && series.failed.size() == series.t.size()) {
        for (const std::size_t row : measuredRows()) {
            if (std::isfinite(series.count[row]) && std::isfinite(series.failed[row])) {
                failed.push_back(series.failed[row]);
                all.push_back(series.count[row]);
            }
        }
    }
    // Steps keep no errors over time: they come together as those of the run do.
    double effect = 1.0;
    if (const auto share = stats::windowedShare(failed, all); share.n_eff > 0.0) {
        double windows = 0.0;
        for (const double requests : all) {
            windows += requests;
        }
        effect = std::max(1.0, windows / share.n_eff);
    }
    const double n_eff = std::max(1.0, static_cast<double>(count.ended) / effect);
    const double rate = static_cast<double>(count.ended - count.ok) / static_cast<double>(count.ended);
    Figure figure;
    figure.estimate = stats::wilsonInterval(rate * n_eff, n_eff);
    figure.interval = true;
    figure.samples = count.ended;
    figure.n_eff = n_eff;
    return figure;
}

std::optional<Figure> RunFigures::achieved()
{
    static const auto name = metric::parseMetricName("achieved_ratio").value();
    const auto measured = measure(*m_report, name, "run");
    if (!measured.value) {
        return std::nullopt;
    }
    auto figure = plain(*measured.value, measured.samples);
    const auto& series = m_report->series;
    if (series.iterations.size() != series.t.size() || series.planned_rps.size() != series.t.size()) {
        return figure;
    }
    std::vector<double> residuals;
    double done = 0.0, planned = 0.0;
    const auto rows = measuredRows();
    for (const std::size_t row : rows) {
        done += std::isfinite(series.iterations[row]) ? series.iterations[row] : 0.0;
        planned += std::isfinite(series.planned_rps[row]) ? series.planned_rps[row] : 0.0;
    }
    if (!enough(rows.size()) || planned <= 0.0) {
        return figure;
    }
    for (const std::size_t row : rows) {
        const double wanted = std::isfinite(series.planned_rps[row]) ? series.planned_rps[row] : 0.0;
        const double got = std::isfinite(series.iterations[row]) ? series.iterations[row] : 0.0;
        residuals.push_back(got - done / planned * wanted);
    }
    widen(figure, ratioHalfWidth(residuals, planned));
    return figure;
}

std::optional<Figure> RunFigures::figure(const metric::MetricName& metric, const ScopeKey& scope)
{
    const std::string_view name = metric.metric->name;
    std::optional<Figure> figure;
    if (name == "latency_ms") {
        figure = latency(metric, scope);
    } else if (name == "rps") {
        figure = rate(scope);
    } else if (name == "error_rate") {
        figure = errors(scope);
    } else if (name == "achieved_ratio" && scope.isRun()) {
        figure = achieved();
    }
    if (!figure) {
        // What has no interval, or comes from a tool that keeps no histograms: the value as it stands.
        const auto measured = measure(*m_report, metric, scope.of());
        if (!measured.value) {
            return std::nullopt;
        }
        figure = plain(*measured.value, measured.samples);
        if (const auto percent = metric.percentile()) {
            const double thin = std::min(*percent, 100.0 - *percent) / 100.0;
            figure->beyond = static_cast<double>(measured.samples) * thin;
            figure->needed = std::llround(std::ceil(stats::leastBeyond / thin - 1e-6));
        }
    }
    return std::isfinite(figure->estimate.value) ? figure : std::nullopt;
}

} // namespace plumb::judge

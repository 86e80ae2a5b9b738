// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/thresholds.h"
#include "report/kindtotals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace plumb::judge {

using report::Report;
using report::Series;
using report::StepReport;
using report::Summary;

namespace {

constexpr std::string_view stepPrefix = "step:", patternPrefix = "pattern:";

/// The steps a scope text names.
std::vector<const StepReport*> stepsOf(const Report& report, std::string_view of)
{
    std::vector<const StepReport*> steps;
    for (const StepReport& step : report.steps) {
        const bool wanted = of == "run"
            || (of.starts_with(stepPrefix) && of.substr(stepPrefix.size()) == step.name)
            || (of.starts_with(patternPrefix) && of.substr(patternPrefix.size()) == step.pattern);
        if (wanted) {
            steps.push_back(&step);
        }
    }
    return steps;
}

bool isSkipped(const Report& report, std::string_view of)
{
    return std::any_of(
        report.skipped.begin(), report.skipped.end(), [of](const report::SkippedStep& skipped) {
            return (of.starts_with(stepPrefix) && of.substr(stepPrefix.size()) == skipped.step)
                || (of.starts_with(patternPrefix) && of.substr(patternPrefix.size()) == skipped.pattern);
        });
}

std::optional<Series> seriesOf(std::string_view metric)
{
    static constexpr std::array<std::pair<std::string_view, Series>, 5> table{
        {{"latency_ms", Series::response}, {"latency_ok_ms", Series::responseOk},
            {"service_ms", Series::service}, {"ttfb_ms", Series::ttfb}, {"connect_ms", Series::connect}}};
    const auto found
        = std::find_if(table.begin(), table.end(), [metric](auto& row) { return row.first == metric; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

const Summary& runSummary(const Report& report, Series series)
{
    switch (series) {
    case Series::responseOk:
        return report.latency_ok_ms;
    case Series::service:
        return report.service_ms;
    case Series::ttfb:
        return report.ttfb_ms;
    case Series::connect:
        return report.connect_ms;
    default:
        return report.latency_ms;
    }
}

/// The exact sum of the steps' histograms; nothing where one of them recorded values but kept no histogram.
std::optional<stats::HdrHistogram> merged(const std::vector<const StepReport*>& steps, Series series)
{
    std::optional<stats::HdrHistogram> sum;
    for (const StepReport* step : steps) {
        const std::string& encoded = step->histograms.at(static_cast<std::size_t>(series));
        if (encoded.empty()) {
            if (step->summary(series).count > 0) {
                return std::nullopt;
            }
            continue;
        }
        const auto histogram = stats::HdrHistogram::decode(encoded);
        if (!histogram) {
            return std::nullopt;
        }
        if (sum) {
            sum->merge(*histogram);
        } else {
            sum = *histogram;
        }
    }
    return sum;
}

Measured ofSummary(const Summary& summary, const metric::MetricName& metric)
{
    return {summary.value(metric.member), summary.count, false, true};
}

Measured latency(const Report& report, const std::vector<const StepReport*>& steps, Series series,
    const metric::MetricName& metric, std::string_view of)
{
    // Where the report holds the figure itself, it is the same as from the histogram, and other tools'
    // reports have no histogram.
    const Summary* summary = of == "run" ? &runSummary(report, series)
        : steps.size() == 1              ? &steps.front()->summary(series)
                                         : nullptr;
    if (summary != nullptr) {
        if (const auto stored = ofSummary(*summary, metric); stored.value) {
            return stored;
        }
    }
    const auto histogram = merged(steps, series);
    Measured measured;
    if (!histogram || histogram->empty()) {
        return measured;
    }
    measured.samples = histogram->totalCount();
    if (const auto percent = metric.percentile()) {
        measured.value = static_cast<double>(histogram->valueAtPercentile(*percent)) / 1000.0; // µs to ms
    } else {
        measured.value = Summary::of(*histogram).value(metric.member);
    }
    return measured;
}

/// What the columns tell of the measure phase, for reports that keep no summary.
report::MonitorSummary summaryOfColumns(const Report& report, const report::MonitorSeries& series)
{
    double start = 0.0, end = std::numeric_limits<double>::infinity();
    for (const auto& phase : report.phases) {
        if (phase.phase == report::Phase::measure) {
            start = phase.start_s;
            end = phase.end_s;
        }
    }
    report::MonitorSummary summary;
    double sum = 0.0;
    for (std::size_t i = 0; i < std::min(series.t.size(), series.value.size()); ++i) {
        const double value = series.value[i];
        if (series.t[i] < start || series.t[i] > end || !std::isfinite(value)) {
            continue;
        }
        const double high = i < series.max.size() ? series.max[i] : value;
        summary.max = summary.count == 0 ? high : std::max(*summary.max, high);
        sum += value;
        ++summary.count;
    }
    if (summary.count > 0) {
        summary.mean = sum / static_cast<double>(summary.count);
    }
    return summary;
}

/// Where several monitors have a series of one name, the highest of their figures counts.
Measured ofMonitor(const Report& report, const metric::MonitorFigure& wanted)
{
    Measured measured;
    for (const auto& series : report.monitors) {
        if (series.kind != wanted.kind || series.name != wanted.series) {
            continue;
        }
        const bool summed = series.summary.count + series.summary.missing > 0;
        const auto summary = summed ? series.summary : summaryOfColumns(report, series);
        const auto figure = wanted.mean ? summary.mean : summary.max;
        if (figure && (!measured.value || *figure > *measured.value)) {
            measured.value = figure;
            measured.samples = summary.count;
        }
    }
    return measured;
}

Measured rate(double value, std::int64_t samples)
{
    return {samples > 0 ? std::optional(value) : std::nullopt, samples, false, true};
}

/// Of a run that its user aborted, the requests this cut are no failures of the target: they are left out.
std::optional<double> successRate(const Report& report)
{
    const auto& totals = report.totals;
    const auto judged = totals.planned - totals.unfinished;
    return report.ended_by == "abort" && judged > 0
        ? std::optional(static_cast<double>(totals.completed) / static_cast<double>(judged))
        : totals.success_rate;
}

/// Figures that the run keeps about itself.
std::optional<Measured> ofRun(const Report& report, std::string_view name)
{
    const auto& totals = report.totals;
    const std::int64_t ended = totals.completed + totals.failed;
    if (name == "rps" || name == "ops_per_s") {
        return rate(totals.rps, ended);
    }
    if (name == "rpm" || name == "ops_per_min") {
        return rate(totals.rpm, ended);
    }
    if (name == "success_rate") {
        return Measured{successRate(report), totals.planned, false, true};
    }
    if (name == "error_rate") {
        return Measured{totals.error_rate, ended, false, true};
    }
    if (name == "sent_bytes_per_s") {
        return rate(totals.sent_bytes_per_s, ended);
    }
    if (name == "received_bytes_per_s") {
        return rate(totals.received_bytes_per_s, ended);
    }
    if (name == "dropped") {
        return rate(static_cast<double>(totals.dropped), totals.planned);
    }
    if (name == "makespan_ms") {
        return Measured{totals.makespan_ms, ended, false, true};
    }
    if (name == "achieved_ratio") {
        const auto& iterations = report.iterations;
        return report.closed_model || iterations.planned <= 0
            ? Measured{}
            : rate(static_cast<double>(iterations.completed + iterations.aborted)
                    / static_cast<double>(iterations.planned),
                iterations.planned);
    }
    if (name == "rows_per_s" && totals.rows_per_s) {
        return Measured{totals.rows_per_s, report::kindTotals(report, "sql").count, false, true};
    }
    if (name == "iterations_per_s") {
        return rate(report.iterations.per_s, report.iterations.started);
    }
    return std::nullopt;
}

/// What commands used: "command.peak_rss_mb.max".
Measured ofCommands(const report::CommandUse& use, const metric::MetricName& metric)
{
    const std::string_view name = metric.metric->name;
    const auto& figure = name == "command.user_cpu_s" ? use.user_cpu_s
        : name == "command.system_cpu_s"              ? use.system_cpu_s
                                                      : use.peak_rss_mb;
    return rate(metric.member == "max" ? figure.max : figure.mean, use.count);
}

/// Counts and rates summed over steps.
Measured ofSteps(
    const Report& report, const std::vector<const StepReport*>& steps, const metric::MetricName& metric)
{
    const std::string_view name = metric.metric->name;
    std::int64_t count = 0, failed = 0, sent = 0, received = 0, hits = 0, passed = 0, checked = 0;
    double rps = 0.0;
    Measured rowsPerSecond;
    report::CommandUse commands;
    for (const StepReport* step : steps) {
        commands.add(step->command);
        if (step->rows_per_s && step->count > 0) {
            rowsPerSecond = rate(
                rowsPerSecond.value.value_or(0.0) + *step->rows_per_s, rowsPerSecond.samples + step->count);
        }
        count += step->count;
        failed += step->failed;
        sent += step->sent_bytes;
        received += step->received_bytes;
        rps += step->rps;
        const auto& counts = name == "reasons" ? step->reasons : step->outcomes;
        if (const auto found = counts.find(metric.member); found != counts.end()) {
            hits += found->second;
        }
        for (const auto& check : step->checks) {
            if (check.name == metric.member) {
                passed += check.passed;
                checked += check.passed + check.failed;
            }
        }
    }
    const auto perSecond = [&](std::int64_t bytes) {
        const double seconds = report::measuredSeconds(report);
        return seconds > 0.0 ? rate(static_cast<double>(bytes) / seconds, count) : Measured{};
    };
    if (name == "rps" || name == "ops_per_s") {
        return rate(rps, count);
    }
    if (name == "rpm" || name == "ops_per_min") {
        return rate(rps * 60.0, count);
    }
    if (name == "rows_per_s") {
        return rowsPerSecond;
    }
    if (name.starts_with("command.")) {
        return ofCommands(commands, metric);
    }
    if (name == "error_rate") {
        return rate(count > 0 ? static_cast<double>(failed) / static_cast<double>(count) : 0.0, count);
    }
    if (name == "errors" || name == "reasons") {
        return rate(static_cast<double>(hits), count);
    }
    if (name == "checks") {
        return rate(checked > 0 ? static_cast<double>(passed) / static_cast<double>(checked) : 0.0, checked);
    }
    if (name == "sent_bytes_per_s") {
        return perSecond(sent);
    }
    if (name == "received_bytes_per_s") {
        return perSecond(received);
    }
    return {};
}

} // namespace

Measured measure(const Report& report, const metric::MetricName& metric, const std::string& of)
{
    const bool wholeRun = of == "run";
    const auto steps = stepsOf(report, of);
    const bool ran
        = std::any_of(steps.begin(), steps.end(), [](const StepReport* step) { return step->count > 0; });
    Measured measured;
    if (!wholeRun && !ran && isSkipped(report, of)) {
        measured.skipped = true;
        return measured;
    }
    if (!wholeRun && steps.empty()) {
        measured.known = false;
        return measured;
    }
    const std::string_view name = metric.metric->name;
    if (const auto series = seriesOf(name)) {
        return latency(report, steps, *series, metric, of);
    }
    if (name == "iteration_ms") {
        return ofSummary(report.iterations.duration, metric);
    }
    if (const auto figure = metric::monitorFigure(metric)) {
        return ofMonitor(report, *figure);
    }
    if (wholeRun && name == "errors" && report.steps.empty()) {
        const auto found = report.totals.outcomes.find(metric.member);
        const auto hits = found == report.totals.outcomes.end() ? 0 : found->second;
        return rate(static_cast<double>(hits), report.totals.completed + report.totals.failed);
    }
    if (wholeRun) {
        if (const auto figure = ofRun(report, name)) {
            return *figure;
        }
    }
    return ofSteps(report, steps, metric);
}

} // namespace plumb::judge

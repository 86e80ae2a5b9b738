// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/csvexporter.h"

#include "base/timestamp.h"
#include "export/csvtext.h"

#include <algorithm>
#include <cmath>

// Locust's files (locust/stats.py): same names, same columns, same order; times in ms, but not rounded to two
// digits as Locust does, and empty where Locust writes N/A or 0 for nothing.
namespace plumb::exporting {

using report::Report;
using report::Series;
using report::StepReport;
using stats::HdrHistogram;

namespace {

constexpr std::array percentiles{50.0, 66.0, 75.0, 80.0, 90.0, 95.0, 98.0, 99.0, 99.9, 99.99, 100.0};
constexpr std::string_view percentileColumns = "50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%";

void addPercentiles(CsvText& csv, const HdrHistogram& histogram)
{
    for (const double percent : percentiles) {
        csv.number(histogram.empty()
                ? std::optional<double>()
                : std::optional<double>(static_cast<double>(histogram.valueAtPercentile(percent)) / 1000.0));
    }
}

HdrHistogram decoded(const std::string& encoded)
{
    if (!encoded.empty()) {
        if (auto histogram = HdrHistogram::decode(encoded)) {
            return std::move(*histogram);
        }
    }
    return {};
}

std::optional<double> perRequest(std::int64_t bytes, std::int64_t requests)
{
    return requests > 0 ? std::optional<double>(static_cast<double>(bytes) / static_cast<double>(requests))
                        : std::nullopt;
}

/// From "Median Response Time" to "Max Response Time".
void addSummary(CsvText& csv, const report::Summary& summary)
{
    csv.number(summary.p50).number(summary.mean).number(summary.min).number(summary.max);
}

std::string stats(const Report& report)
{
    CsvText csv;
    csv.line(
        "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,"
        "Max Response Time,Average Content Size,Requests/s,Failures/s,"
        + std::string(percentileColumns));
    HdrHistogram all;
    for (const StepReport& step : report.steps) {
        const auto histogram = decoded(step.histograms[static_cast<std::size_t>(Series::response)]);
        all.merge(histogram);
        csv.cell(step.method.empty() ? step.kind : step.method).cell(step.name);
        csv.number(step.count).number(step.failed);
        addSummary(csv, step.summary(Series::response));
        csv.number(perRequest(step.received_bytes, step.count)).number(step.rps);
        csv.number(step.rps * step.error_rate.value_or(0.0));
        addPercentiles(csv, histogram);
        csv.endRow();
    }
    const auto& totals = report.totals;
    const auto finished = totals.completed + totals.failed;
    csv.empty().cell("Aggregated").number(finished).number(totals.failed);
    addSummary(csv, report.latency_ms);
    csv.number(perRequest(totals.received_bytes, finished)).number(totals.rps);
    csv.number(totals.rps * totals.error_rate.value_or(0.0));
    addPercentiles(csv, all);
    csv.endRow();
    return csv.text();
}

/// The value of a column at a row; absent where the column is missing (imported reports).
std::optional<double> at(const std::vector<double>& column, std::size_t row)
{
    return row < column.size() && std::isfinite(column[row]) ? std::optional<double>(column[row])
                                                             : std::nullopt;
}

std::string history(const Report& report)
{
    CsvText csv;
    csv.line("Timestamp,User Count,Type,Name,Requests/s,Failures/s," + std::string(percentileColumns)
        + ",Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,"
          "Total Min Response Time,Total Max Response Time,Total Average Content Size");
    const auto& series = report.series;
    // Windows hold whole distributions. Where they are coarser than the rows, only the series' own
    // percentiles and no running summary can be given.
    const bool whole = series.windows.interval_s == series.interval_s && series.windows.start_s == 0.0;
    const double started = static_cast<double>(parseIsoTimestamp(report.started_at).value_or(0)) / 1000.0;
    HdrHistogram all;
    double count = 0.0, failed = 0.0;
    for (std::size_t row = 0; row < series.t.size(); ++row) {
        csv.number(static_cast<std::int64_t>(started + series.t[row])).number(at(series.vus, row));
        csv.empty().cell("Aggregated").number(at(series.rps, row)).number(at(series.errors, row));
        if (whole) {
            const auto histogram = row < series.windows.histograms.size()
                ? decoded(series.windows.histograms[row])
                : HdrHistogram();
            addPercentiles(csv, histogram);
            all.merge(histogram);
        } else {
            for (const double percent : percentiles) {
                csv.number(percent == 50.0 ? at(series.p50, row)
                        : percent == 95.0  ? at(series.p95, row)
                        : percent == 99.0  ? at(series.p99, row)
                        : percent == 100.0 ? at(series.max, row)
                                           : std::nullopt);
            }
        }
        count += at(series.count, row).value_or(0.0);
        failed += at(series.failed, row).value_or(0.0);
        const bool counted = !series.count.empty();
        csv.number(counted ? std::optional<double>(count) : std::nullopt);
        csv.number(counted ? std::optional<double>(failed) : std::nullopt);
        addSummary(csv, whole ? report::Summary::of(all) : report::Summary());
        csv.empty().endRow(); // bytes are not kept over time
    }
    return csv.text();
}

std::string failures(const Report& report)
{
    CsvText csv;
    csv.line("Method,Name,Error,Occurrences");
    for (const StepReport& step : report.steps) {
        for (const auto& [outcome, count] : step.outcomes) {
            if (outcome != report::toString(report::Outcome::ok)) {
                csv.cell(step.method.empty() ? step.kind : step.method)
                    .cell(step.name)
                    .cell(outcome)
                    .number(count);
                csv.endRow();
            }
        }
    }
    return csv.text();
}

/// Not one of Locust's files: figures of the measure phase.
std::string monitors(const Report& report)
{
    CsvText csv;
    csv.line("Kind,Source,Series,Unit,Readings,Without Value,Min,Mean,Max,Last");
    for (const auto& series : report.monitors) {
        const auto& s = series.summary;
        csv.cell(series.kind).cell(series.source).cell(series.name).cell(series.unit);
        csv.number(s.count).number(s.missing).number(s.min).number(s.mean).number(s.max).number(s.last);
        csv.endRow();
    }
    return csv.text();
}

/// What queries and commands have and requests do not; neither is one of Locust's files.
std::string queries(const Report& report)
{
    CsvText csv;
    csv.line("Name,Count,Failed,Operations/s,Operations/min,Rows,Rows/s");
    for (const StepReport& step : report.steps) {
        if (step.kind == "sql") {
            csv.cell(step.name).number(step.count).number(step.failed).number(step.rps);
            csv.number(step.rps * 60.0);
            csv.number(step.rows ? std::optional<double>(*step.rows) : std::nullopt).number(step.rows_per_s);
            csv.endRow();
        }
    }
    return csv.text();
}

std::string commands(const Report& report)
{
    CsvText csv;
    csv.line("Name,Count,Failed,Ended,Mean User CPU s,Max User CPU s,Mean System CPU s,Max System CPU s,"
             "Mean Peak Memory MB,Max Peak Memory MB");
    for (const StepReport& step : report.steps) {
        if (step.kind != "command") {
            continue;
        }
        const auto& use = step.command;
        csv.cell(step.name).number(step.count).number(step.failed).number(use.count);
        for (const auto& figure : {use.user_cpu_s, use.system_cpu_s, use.peak_rss_mb}) {
            csv.number(use.count > 0 ? std::optional(figure.mean) : std::nullopt);
            csv.number(use.count > 0 ? std::optional(figure.max) : std::nullopt);
        }
        csv.endRow();
    }
    return csv.text();
}

bool has(const Report& report, std::string_view kind)
{
    return std::any_of(report.steps.begin(), report.steps.end(),
        [kind](const StepReport& step) { return step.kind == kind; });
}

} // namespace

Result<std::vector<Document>> CsvExporter::write(const Report& report) const
{
    std::vector<Document> documents{{"_stats.csv", stats(report)}, {"_history.csv", history(report)},
        {"_failures.csv", failures(report)}};
    if (!report.monitors.empty()) {
        documents.push_back({"_monitors.csv", monitors(report)});
    }
    if (has(report, "sql")) {
        documents.push_back({"_queries.csv", queries(report)});
    }
    if (has(report, "command")) {
        documents.push_back({"_commands.csv", commands(report)});
    }
    return documents;
}

} // namespace plumb::exporting

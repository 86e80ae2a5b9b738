// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/trendseries.h"

#include "judge/trendmetric.h"
#include "library/figures.h"
#include "library/filestate.h"
#include "stats/robust.h"

#include <algorithm>
#include <set>

namespace plumb::library {

namespace {

constexpr std::int64_t day_ms = 24LL * 3'600'000;
constexpr std::int64_t clockError_ms = 3'600'000; ///< machines' clocks may differ

std::string listed(const std::set<std::string>& names)
{
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

Error noRuns(Library& library, const TrendQuery& query)
{
    std::set<std::string> known;
    if (const auto rows = library.reports()) {
        for (const auto& row : *rows) {
            known.insert(row.operation);
        }
    }
    return {ErrorKind::input, "there are no runs of operation \"" + query.operation + "\"",
        library.folder().string(), known.empty() ? "the library is empty" : "there are " + listed(known)};
}

Result<metric::MetricName> metricOf(const TrendQuery& query)
{
    auto name = metric::parseMetricName(query.metric);
    if (!name) {
        return name.error();
    }
    if (!keepsFigure(*name, query.of)) {
        const bool step = query.of != "run";
        return Error{ErrorKind::usage, "the index does not keep " + query.metric + (step ? " of steps" : ""),
            {},
            step
                ? "of steps it keeps latency_ms (mean, p50, p75, p90, p95, p99, max), rps and error_rate"
                : "of runs it keeps the percentiles 50, 75, 90, 95, 99 and 99.9, rates, counts and monitors"};
    }
    return name;
}

/// What people said that matters for a trend of @p metric.
struct Said
{
    bool noise = false, expected = false;
};

std::map<std::string, Said> saidAbout(
    const Library& library, const std::vector<ReportRow>& rows, const std::string& metric)
{
    std::map<std::string, Said> said;
    const bool any
        = std::any_of(rows.begin(), rows.end(), [](const ReportRow& row) { return row.notes > 0; });
    if (!any) {
        return said;
    }
    for (const auto& [report, all] :
        readAnnotationFiles(filesBelow(annotationFolder(library.folder()), ".jsonl"))) {
        for (const auto& note : all.notes) {
            if (note.metric.empty() || note.metric == metric) {
                said[report].noise = said[report].noise || note.state == AnnotationState::noise;
                said[report].expected = said[report].expected || note.state == AnnotationState::expected;
            }
        }
    }
    return said;
}

std::string whyPassedOver(
    const ReportRow& row, const Said& said, const TrendQuery& query, bool seen, bool valued)
{
    return seen                                              ? "a copy of an earlier one"
        : row.started_wall_ms > query.now_ms + clockError_ms ? "starts in the future"
        : row.verdict == metric::Verdict::invalid            ? "invalid run"
        : row.partial                                        ? "ended early"
        : said.noise                                         ? "noted as noise"
        : !valued                                            ? "no value"
                                                             : "";
}

void addBaseline(Library& library, const std::vector<ReportRow>& rows, const metric::MetricName& metric,
    const TrendQuery& query, judge::TrendInput& input)
{
    const auto all = library.baselines();
    for (const auto& damage : all.damaged) {
        input.remarks.push_back("passed over: " + damage);
    }
    const auto* pin = all.find(input.operation, input.environment);
    if (pin == nullptr) {
        return;
    }
    judge::TrendBaseline baseline;
    std::vector<double> values;
    for (const auto& id : pin->reports) {
        const auto row
            = std::find_if(rows.begin(), rows.end(), [&id](const ReportRow& one) { return one.id == id; });
        const auto value = row == rows.end() ? std::nullopt : figure(row->figures, metric, query.of);
        if (value) {
            values.push_back(*value);
            baseline.reports.push_back(id);
        } else {
            input.remarks.push_back("the pinned report " + id
                + (row == rows.end() ? " is not in the library" : " has no " + query.metric));
        }
    }
    if (values.empty()) {
        return;
    }
    baseline.value = stats::median(std::move(values));
    baseline.at = pin->at;
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        const bool pinned = std::find(baseline.reports.begin(), baseline.reports.end(), input.points[i].id)
            != baseline.reports.end();
        if (pinned && input.points[i].passedOver != "a copy of an earlier one") {
            baseline.index = i;
        }
    }
    input.baseline = std::move(baseline);
}

} // namespace

Result<judge::TrendInput> trendSeries(Library& library, const TrendQuery& query)
{
    const auto metric = metricOf(query);
    if (!metric) {
        return metric.error();
    }
    auto rows = library.history(query.operation);
    if (!rows) {
        return rows.error();
    }
    if (rows->empty()) {
        return noRuns(library, query);
    }
    std::set<std::string> environments;
    for (const auto& row : *rows) {
        environments.insert(row.environment);
    }
    judge::TrendInput input;
    input.operation = query.operation;
    input.environment = query.environment.value_or(rows->back().environment);
    input.of = query.of;
    input.metric = query.metric;
    judge::describeMetric(input, query.metric);
    if (!environments.contains(input.environment)) {
        return Error{ErrorKind::input,
            "\"" + query.operation + "\" has no runs in environment \"" + input.environment + "\"",
            library.folder().string(), "there are " + listed(environments)};
    }
    if (!query.environment && environments.size() > 1) {
        input.remarks.push_back(
            "of environment \"" + input.environment + "\"; there are " + listed(environments));
    }
    std::erase_if(*rows, [&input](const ReportRow& row) { return row.environment != input.environment; });
    auto said = saidAbout(library, *rows, query.metric);
    std::set<std::string> seen;
    RunSetup setup;
    for (const auto& row : *rows) {
        if (query.days && row.started_wall_ms < query.now_ms - *query.days * day_ms) {
            continue;
        }
        judge::TrendPoint point;
        point.id = row.id;
        point.file = row.file.string();
        point.started_at = row.started_at;
        point.target_version = row.target_version;
        point.value = figure(row.figures, *metric, query.of);
        point.expected = said[row.id].expected;
        point.passedOver
            = whyPassedOver(row, said[row.id], query, !seen.insert(row.id).second, point.value.has_value());
        if (point.passedOver.empty()) {
            const auto its = unpackSetup(row.setup);
            point.changedSetup = its.differences(setup);
            setup = its.orElse(setup);
        }
        input.points.push_back(std::move(point));
    }
    addBaseline(library, *rows, *metric, query, input);
    return input;
}

} // namespace plumb::library

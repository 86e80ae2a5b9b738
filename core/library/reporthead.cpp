// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reporthead.h"

#include "base/timestamp.h"
#include "library/headfields.h"

#include <cmath>
#include <limits>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

/// False where the file is not a plain plumbline.report/1; the full reader says why.
bool readOnDemand(const fs::path& file, ReportRow& row)
{
    try {
        const simdjson::padded_string json = simdjson::padded_string::load(file.string());
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document = parser.iterate(json);
        Head head;
        head.row.file = file;
        eachField(document.get_object().value(),
            [&head](std::string_view key, simdjson::ondemand::value value) { takeField(head, key, value); });
        const auto started = parseIsoTimestamp(head.row.started_at);
        head.row.started_wall_ms = started.value_or(0);
        const bool whole = head.schema == "plumbline.report/1" && !head.row.id.empty()
            && !head.row.operation.empty() && started
            && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
        if (whole) {
            finish(head);
            row = std::move(head.row);
        }
        return whole;
    } catch (const std::exception&) { // simdjson_error, unknown words
        return false;
    }
}

} // namespace

std::vector<double> sparkline(const std::vector<double>& values)
{
    if (values.size() <= maxSparkline) {
        return values;
    }
    std::vector<double> points(maxSparkline, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < values.size(); ++i) {
        double& point = points[i * maxSparkline / values.size()];
        point = std::fmax(point, values[i]); // fmax passes over NaN
    }
    return points;
}

ReportRow rowOf(const report::Report& report, const fs::path& file)
{
    ReportRow row;
    row.id = report.id;
    row.file = file;
    row.operation = report.operation;
    row.environment = report.environment;
    row.target_version = report.target_version;
    row.note = report.note;
    row.tags = report.tags;
    row.started_at = report.started_at;
    row.started_wall_ms = parseIsoTimestamp(report.started_at).value_or(0);
    row.transport = report.engine_transport;
    row.executor = report.executor;
    row.duration_s = report.duration_s;
    row.partial = report.partial;
    row.verdict = report.verdict;
    row.requests = report.totals.completed + report.totals.failed;
    row.users_max = report.users_max;
    row.rps = report.totals.rps;
    row.error_rate = report.totals.error_rate;
    row.p50_ms = report.latency_ms.p50;
    row.p95_ms = report.latency_ms.p95;
    row.p99_ms = report.latency_ms.p99;
    row.sparkline = sparkline(report.series.p95);
    row.figures = figuresOf(report);
    row.setup = packSetup(setupOf(report));
    return row;
}

Result<ReportRow> readReportHead(const fs::path& file)
{
    ReportRow row;
    row.file = file;
    if (readOnDemand(file, row)) {
        return row;
    }
    const auto report = report::readReport(file);
    if (!report) {
        return report.error();
    }
    if (!parseIsoTimestamp(report->started_at)) {
        return Error{ErrorKind::input, "\"" + report->started_at + "\" is no ISO 8601 time",
            file.string() + ", /started_at", "restore the file from a copy"};
    }
    return rowOf(*report, file);
}

} // namespace plumb::library

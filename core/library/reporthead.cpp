// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reporthead.h"

#include "base/timestamp.h"

#include <simdjson.h>

#include <cmath>
#include <limits>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

namespace sj = simdjson::ondemand;

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

std::string text(sj::value value)
{
    if (value.is_null()) {
        return {};
    }
    return std::string(std::string_view(value.get_string()));
}

double number(sj::value value)
{
    return value.is_null() ? absent : value.get_double().value();
}

std::optional<double> optionalNumber(sj::value value)
{
    const double found = number(value);
    return std::isnan(found) ? std::nullopt : std::optional<double>(found);
}

/// 0 for null; clamped, since what a file says may not fit.
std::int64_t whole(sj::value value)
{
    const double found = number(value);
    return std::isnan(found) ? 0 : static_cast<std::int64_t>(std::clamp(found, -9e15, 9e15));
}

std::vector<double> numbers(sj::value value)
{
    std::vector<double> list;
    for (auto entry : value.get_array()) {
        list.push_back(number(entry.value()));
    }
    return list;
}

/// Calls @p take(key, value) for every field of an object.
template <class Object, class Function>
void eachField(Object&& object, const Function& take)
{
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        take(key, field.value().value());
    }
}

void takeTotals(ReportRow& row, sj::value totals)
{
    eachField(totals.get_object().value(), [&row](std::string_view key, sj::value value) {
        if (key == "completed" || key == "failed") {
            row.requests += whole(value);
        } else if (key == "rps") {
            row.rps = optionalNumber(value);
        } else if (key == "error_rate") {
            row.error_rate = optionalNumber(value);
        }
    });
}

void takeLatency(ReportRow& row, sj::value latency)
{
    eachField(latency.get_object().value(), [&row](std::string_view key, sj::value value) {
        if (key == "p50") {
            row.p50_ms = optionalNumber(value);
        } else if (key == "p95") {
            row.p95_ms = optionalNumber(value);
        } else if (key == "p99") {
            row.p99_ms = optionalNumber(value);
        }
    });
}

/// Throws std::runtime_error for words that are not known; the caller then asks the full reader for a
/// message.
void takeField(ReportRow& row, std::string_view key, sj::value value, std::string& schema)
{
    if (key == "schema") {
        schema = text(value);
    } else if (key == "id") {
        row.id = text(value);
    } else if (key == "operation") {
        row.operation = text(value);
    } else if (key == "environment") {
        row.environment = text(value);
    } else if (key == "target_version") {
        row.target_version = text(value);
    } else if (key == "note") {
        row.note = text(value);
    } else if (key == "tags") {
        for (auto tag : value.get_array()) {
            row.tags.push_back(text(tag.value()));
        }
    } else if (key == "started_at") {
        row.started_at = text(value);
    } else if (key == "duration_s") {
        row.duration_s = number(value);
    } else if (key == "partial") {
        row.partial = value.get_bool();
    } else if (key == "users_max") {
        row.users_max = static_cast<int>(std::clamp<std::int64_t>(whole(value), 0, 1'000'000'000));
    } else if (key == "executor") {
        row.executor = text(value);
    } else if (key == "engine") {
        eachField(value.get_object().value(), [&row](std::string_view name, sj::value inner) {
            if (name == "transport") {
                row.transport = text(inner);
            }
        });
    } else if (key == "totals") {
        takeTotals(row, value);
    } else if (key == "latency_ms") {
        takeLatency(row, value);
    } else if (key == "verdict") {
        const auto verdict = metric::verdictFromString(text(value));
        if (!verdict) {
            throw std::runtime_error("unknown verdict");
        }
        row.verdict = *verdict;
    } else if (key == "series") {
        eachField(value.get_object().value(), [&row](std::string_view name, sj::value inner) {
            if (name == "p95") {
                row.sparkline = sparkline(numbers(inner));
            }
        });
    }
}

/// False where the file is not a plain plumbline.report/1; the full reader says why.
bool readOnDemand(const fs::path& file, ReportRow& row)
{
    try {
        const simdjson::padded_string json = simdjson::padded_string::load(file.string());
        sj::parser parser;
        sj::document document = parser.iterate(json);
        std::string schema;
        eachField(document.get_object().value(),
            [&row, &schema](std::string_view key, sj::value value) { takeField(row, key, value, schema); });
        const auto started = parseIsoTimestamp(row.started_at);
        row.started_wall_ms = started.value_or(0);
        return schema == "plumbline.report/1" && !row.id.empty() && !row.operation.empty() && started
            && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
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
    std::vector<double> points(maxSparkline, absent);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/flatjsonexporter.h"

#include "report/measuredtime.h"

#include <cmath>

namespace plumb::exporting {

namespace {

/// Whole numbers without ".0", absent ones as null.
Json number(std::optional<double> value)
{
    if (!value || !std::isfinite(*value)) {
        return nullptr;
    }
    if (std::trunc(*value) == *value && std::fabs(*value) < 9e15) {
        return static_cast<std::int64_t>(*value);
    }
    return *value;
}

/// Of the measure phase, which the figures cover; the whole run where there are no phases (imported reports).
double duration(const report::Report& report)
{
    const double measured = report::measuredSeconds(report);
    return measured > 0.0 ? measured : report.duration_s;
}

} // namespace

Result<std::vector<Document>> FlatJsonExporter::write(const report::Report& report) const
{
    const auto& totals = report.totals;
    const auto finished = totals.completed + totals.failed;
    const bool measured = finished > 0;
    Json json = Json::object();
    json["operation"] = report.operation;
    json["environment"] = report.environment;
    json["version"] = report.target_version;
    json["timestamp"] = report.started_at.substr(0, 19); // without fraction and offset
    json["response_time_mean"] = number(report.latency_ms.mean);
    json["response_time_median"] = number(report.latency_ms.p50);
    json["response_time_p95"] = number(report.latency_ms.p95);
    json["response_time_p99"] = number(report.latency_ms.p99);
    json["response_time_max"] = number(report.latency_ms.max);
    json["requests_per_second"] = measured ? number(totals.rps) : Json(nullptr);
    json["concurrent_users"] = report.users_max;
    json["total_requests"] = finished;
    json["error_rate"] = number(totals.error_rate);
    json["error_count"] = totals.failed;
    json["test_duration"] = number(duration(report));
    return std::vector<Document>{{".json", dumpJson(json, 2) + '\n'}};
}

} // namespace plumb::exporting

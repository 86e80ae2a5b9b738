// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/judge/judgefixture.h"

#include <stdexcept>

namespace plumb::test {

using report::Series;

namespace {

report::StepReport step(const std::string& name, const std::string& pattern, int first, int last, int failed)
{
    report::StepReport step;
    step.name = name;
    step.pattern = pattern;
    step.count = last - first + 1;
    step.failed = failed;
    step.rps = static_cast<double>(step.count) / 10.0;
    step.error_rate = static_cast<double>(failed) / static_cast<double>(step.count);
    step.sent_bytes = step.count * 100;
    step.received_bytes = step.count * 1000;
    stats::HdrHistogram histogram;
    for (int ms = first; ms <= last; ++ms) {
        histogram.record(ms * 1000);
    }
    for (const Series series : {Series::response, Series::service}) {
        step.summaries.at(static_cast<std::size_t>(series)) = report::Summary::of(histogram);
        step.histograms.at(static_cast<std::size_t>(series)) = histogram.encode();
    }
    step.outcomes = {{"ok", step.count - failed}};
    if (failed > 0) {
        step.outcomes["http_5xx"] = failed;
        step.reasons["cache_miss"] = 7;
    }
    step.checks = {{"status", step.count - failed, failed}};
    return step;
}

} // namespace

report::Report smallReport()
{
    report::Report report;
    report.id = "11111111-0000-4000-8000-000000000001";
    report.operation = "mixed_workload";
    report.environment = "local";
    report.started_at = "2026-11-21T14:03:05.120+01:00";
    report.ended_by = "schedule";
    report.steps = {step("validate", "Writer", 1, 600, 0), step("generate", "Reader", 601, 1000, 10)};
    stats::HdrHistogram all;
    for (int ms = 1; ms <= 1000; ++ms) {
        all.record(ms * 1000);
    }
    report.latency_ms = report::Summary::of(all);
    report.service_ms = report.latency_ms;
    auto& totals = report.totals;
    totals.planned = totals.sent = 1000;
    totals.completed = 990;
    totals.failed = 10;
    totals.rps = 100.0;
    totals.rpm = 6000.0;
    totals.success_rate = 0.99;
    totals.error_rate = 0.01;
    totals.sent_bytes_per_s = 10'000.0;
    totals.received_bytes_per_s = 100'000.0;
    totals.outcomes = {{"ok", 990}, {"http_5xx", 10}};
    report.iterations.planned = report.iterations.started = report.iterations.completed = 500;
    report.iterations.per_s = 50.0;
    report::PhaseReport measure;
    measure.start_s = 5.0;
    measure.end_s = 15.0;
    report.phases = {measure};
    report.skipped = {{"artifact", "Reader", "job_id is not set", 500}};
    report.monitors
        = {{"process", "rss_mb", "MB", {1.0, 6.0, 8.0, 20.0}, {900.0, 100.0, 300.0, 900.0}, {}, {}}};
    return report;
}

judge::Thresholds rulesOf(const std::string& rules)
{
    const auto thresholds = judge::thresholdsFromJson(
        Json::parse(R"({"schema":"plumbline.thresholds/1","rules":)" + rules + "}"), "t");
    if (!thresholds) {
        throw std::runtime_error(thresholds.error().text());
    }
    return *thresholds;
}

report::JudgedRule judgedAlone(const report::Report& report, const std::string& rule)
{
    const auto thresholds = rulesOf("[" + rule + "]");
    return judge::judge(report, &thresholds).rules.front();
}

} // namespace plumb::test

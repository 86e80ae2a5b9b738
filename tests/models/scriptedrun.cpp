// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"

#include "stats/hdrhistogram.h"

namespace plumb::test {

using report::Phase;
using report::RunState;

report::RunStarted scriptedStart()
{
    report::RunStarted start;
    start.run_id = "11111111-2222-4333-8444-555555555555";
    start.operation = "content_generation";
    start.environment = "stage";
    start.target_version = "1.5.0";
    start.started_wall_ms = 1'790'000'000'000;
    start.engine_transport = "qnam";
    start.steps = {{"validate", "Writer", "http", "POST", "/validate", false},
        {"publish", "Writer", "http", "POST", "/publish", false}};
    start.executor = "constant-arrival-rate";
    start.closed_model = false;
    start.planned_duration_s = 6.0;
    start.base_url = "http://127.0.0.1:8080";
    start.loads = {{0, "Writer", "constant-arrival-rate", "rate"}};
    return start;
}

report::StateChanged state(RunState state, double at_s)
{
    return {state, at_s, {}};
}

std::string histogramOf(double ms, int count)
{
    stats::HdrHistogram histogram;
    histogram.record(static_cast<std::int64_t>(ms * 1000.0), count);
    return histogram.encode();
}

report::Tick scriptedTick(double at_s, Phase phase, int ok, int failed, double ms)
{
    report::Tick tick;
    tick.at_s = at_s;
    tick.phase = phase;
    tick.vus = 10;
    tick.in_flight = 2;
    tick.planned_rate = 50.0;
    tick.loads = {{0, 50.0, 40}};
    report::StepTick step;
    step.phase = phase;
    step.sent = ok + failed;
    step.outcomes[static_cast<std::size_t>(report::Outcome::ok)] = ok;
    step.outcomes[static_cast<std::size_t>(report::Outcome::http5xx)] = failed;
    step.histograms[static_cast<std::size_t>(report::Series::response)] = histogramOf(ms, ok + failed);
    tick.steps.push_back(step);
    report::IterationTick iterations;
    iterations.phase = phase;
    iterations.planned = iterations.started = iterations.completed = ok + failed;
    tick.iterations.push_back(iterations);
    tick.generator_cpu_pct = 12.0;
    tick.lag_histogram = histogramOf(0.08, ok + failed);
    tick.connects = 1;
    return tick;
}

report::Sample failingSample(double at_s, int status)
{
    report::Sample sample;
    sample.at_s = at_s;
    sample.step = "validate";
    sample.why = "failed";
    sample.method = "POST";
    sample.url = "http://127.0.0.1:8080/validate";
    sample.outcome = report::Outcome::http5xx;
    sample.status = status;
    sample.error = "status 503, expected 200";
    sample.response_ms = 12.34;
    sample.service_ms = 12.0;
    sample.request_headers = {{"Content-Type", "application/json"}};
    sample.request_body = "{\"text\":\"hello\"}";
    sample.response_body = "{\"ok\":false}";
    return sample;
}

report::Finished scriptedFinish(double at_s, const std::string& endedBy)
{
    report::Finished finished;
    finished.at_s = at_s;
    finished.ended_by = endedBy;
    finished.partial = endedBy != "schedule";
    finished.users_max = 10;
    finished.phases = {{Phase::warmup, 0.0, 2.0}, {Phase::measure, 2.0, at_s}};
    return finished;
}

report::Stored scriptedStored(metric::Verdict verdict, const std::string& path)
{
    report::Stored stored;
    stored.report_id = scriptedStart().run_id;
    stored.path = path;
    stored.verdict = verdict;
    stored.judgement.verdict = verdict;
    stored.judgement.sentence = "p95 is 20 ms, under its limit of 800 ms";
    return stored;
}

std::vector<report::RunEvent> scriptedRun(const std::string& reportPath)
{
    return {scriptedStart(), state(RunState::warmup, 0.0), scriptedTick(1.0, Phase::warmup, 50, 0, 40.0),
        scriptedTick(2.0, Phase::warmup, 50, 0, 30.0), state(RunState::measuring, 2.0),
        scriptedTick(3.0, Phase::measure, 50, 0, 10.0), failingSample(3.5, 503),
        scriptedTick(4.0, Phase::measure, 48, 2, 20.0), report::RunMark{4.2, "mark", "deployed"},
        scriptedTick(5.0, Phase::measure, 50, 0, 10.0), scriptedTick(6.0, Phase::measure, 50, 0, 10.0),
        scriptedFinish(6.1), scriptedStored(metric::Verdict::pass, reportPath)};
}

report::Report scriptedReport()
{
    report::Report report;
    report.id = scriptedStart().run_id;
    report.operation = "content_generation";
    report.environment = "stage";
    report.target_version = "1.5.0";
    report.started_at = "2026-11-20T14:03:05.120+01:00";
    report.duration_s = 6.1;
    report.ended_by = "schedule";
    report.users_max = 10;
    report.engine_transport = "qnam";
    report.executor = "constant-arrival-rate";
    report.closed_model = false;
    report.base_url = "http://127.0.0.1:8080";
    report.engine_version = "0.1.0";
    report.scenario = Json{{"operation", "content_generation"},
        {"load", Json{{"executor", "constant-arrival-rate"}, {"rate", 50}}}};
    stats::HdrHistogram histogram;
    for (int i = 1; i <= 200; ++i)
        histogram.record(i * 100); // 0.1 to 20 ms
    report::StepReport validate;
    validate.name = "validate";
    validate.pattern = "Writer";
    validate.method = "POST";
    validate.path = "/validate";
    validate.count = 200;
    validate.failed = 2;
    validate.rps = 50.0;
    validate.error_rate = 0.01;
    for (const auto series : {report::Series::response, report::Series::service}) {
        validate.summaries[static_cast<std::size_t>(series)] = report::Summary::of(histogram);
        validate.histograms[static_cast<std::size_t>(series)] = histogram.encode();
    }
    validate.outcomes = {{"ok", 198}, {"http_5xx", 2}};
    validate.statuses = {{"200", 198}, {"503", 2}};
    validate.reasons = {{"cache_miss", 5}};
    validate.checks = {{"status", 198, 2}};
    report::StepReport publish;
    publish.name = "publish";
    publish.pattern = "Writer";
    publish.method = "POST";
    publish.path = "/publish";
    report.steps = {validate, publish};
    report.latency_ms = report.service_ms = report::Summary::of(histogram);
    report.totals.planned = report.totals.sent = 200;
    report.totals.completed = 198;
    report.totals.failed = 2;
    report.totals.rps = 50.0;
    report.totals.success_rate = 0.99;
    report.totals.error_rate = 0.01;
    report.totals.outcomes = validate.outcomes;
    report::PhaseReport warmup;
    warmup.phase = Phase::warmup;
    warmup.end_s = 2.0;
    warmup.planned = warmup.sent = warmup.completed = 100;
    report::PhaseReport measure;
    measure.start_s = 2.0;
    measure.end_s = 6.0;
    measure.planned = measure.sent = 200;
    measure.completed = 198;
    measure.failed = 2;
    report.phases = {warmup, measure};
    report.skipped = {{"artifact", "Writer", "job_id is not set", 40}};
    report.events = {{4.2, "mark", "deployed"}};
    report.samples = {failingSample(3.5, 503)};
    report.generator.cpu_pct = 12.0;
    report.generator.lag_ms.p99 = 0.08;
    report.generator.lag_ms.count = 200;
    report.verdict = report.judgement.verdict = metric::Verdict::warn;
    report.judgement.sentence = "p95 19.0 ms is within 10 % of its limit";
    report::JudgedRule p95;
    p95.name = "p95";
    p95.metric = "latency_ms.p95";
    p95.fail = p95.limit = "> 20";
    p95.unit = "ms";
    p95.value = 19.0;
    p95.verdict = metric::Verdict::warn;
    p95.reason = "within 10 % of the limit";
    report::JudgedRule missing;
    missing.metric = "latency_ms.p95";
    missing.of = "step:artifact";
    missing.fail = "> 20";
    missing.unit = "ms";
    missing.verdict = metric::Verdict::skipped;
    missing.reason = "job_id is not set";
    report.judgement.rules = {p95, missing};
    auto& series = report.series;
    for (int second = 1; second <= 6; ++second) {
        series.t.push_back(second);
        series.rps.push_back(50.0);
        series.iterations.push_back(50.0);
        series.errors.push_back(second == 4 ? 2.0 : 0.0);
        series.vus.push_back(10.0);
        series.planned_rps.push_back(50.0);
        series.p50.push_back(10.0);
        series.p95.push_back(18.0 + second * 0.2);
        series.p99.push_back(19.8);
        series.max.push_back(20.0);
    }
    return report;
}

QStringList printed(const QAbstractItemModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells.join(QStringLiteral(" | "));
    }
    return rows;
}

QString printedHeader(const QAbstractItemModel& model)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.headerData(column, Qt::Horizontal).toString();
    return cells.join(QStringLiteral(" | "));
}

} // namespace plumb::test

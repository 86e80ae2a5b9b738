// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify.h"

#include "report/reportbuilder.h"

#include <cmath>
#include <numeric>

namespace plumb::report {

namespace {

/// Collects sentences.
class Findings
{
public:
    void equal(const std::string& left, std::int64_t a, const std::string& right, std::int64_t b)
    {
        if (a != b) {
            sentences.push_back(
                left + " is " + std::to_string(a) + ", but " + right + " is " + std::to_string(b) + ".");
        }
    }
    void atMost(const std::string& left, std::int64_t a, const std::string& right, std::int64_t b)
    {
        if (a > b) {
            sentences.push_back(
                left + " is " + std::to_string(a) + ", more than " + right + ", " + std::to_string(b) + ".");
        }
    }
    std::vector<std::string> sentences;
};

std::int64_t sum(const std::map<std::string, std::int64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
        [](std::int64_t total, const auto& entry) { return total + entry.second; });
}

std::int64_t countOf(const std::map<std::string, std::int64_t>& counts, std::string_view name)
{
    const auto found = counts.find(std::string(name));
    return found == counts.end() ? 0 : found->second;
}

template <class Books>
void checkBooks(Findings& findings, const std::string& name, const Books& books)
{
    findings.equal(name + " sent", books.sent, "completed + failed + unfinished",
        books.completed + books.failed + books.unfinished);
    findings.equal(name + " planned", books.planned, "sent + dropped", books.sent + books.dropped);
    for (const auto count :
        {books.planned, books.sent, books.completed, books.failed, books.unfinished, books.dropped}) {
        if (count < 0) {
            findings.sentences.push_back(name + " has a negative count, " + std::to_string(count) + ".");
        }
    }
}

void checkStep(Findings& findings, const StepReport& step)
{
    const std::string name = "step \"" + step.name + "\":";
    findings.equal(name + " the sum of outcomes", sum(step.outcomes), "count", step.count);
    findings.equal(name + " failed", step.failed, "count less the outcomes ok",
        step.count - countOf(step.outcomes, "ok"));
    for (int i = 0; i < seriesCount; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const auto label = name + " values of the series " + std::string(toString(static_cast<Series>(i)));
        findings.atMost(label, step.summaries[index].count, "count", step.count);
        if (step.histograms[index].empty()) {
            continue;
        }
        const auto histogram = stats::HdrHistogram::decode(step.histograms[index]);
        if (!histogram) {
            findings.sentences.push_back(label + " cannot be read: " + histogram.error().what + ".");
            continue;
        }
        findings.equal(label, step.summaries[index].count, "those in its histogram", histogram->totalCount());
    }
    findings.atMost(name + " windows", static_cast<std::int64_t>(step.windows.histograms.size()), "the limit",
        static_cast<std::int64_t>(maxStepWindows));
}

} // namespace

std::vector<std::string> verify(const Report& report)
{
    Findings findings;
    const auto& totals = report.totals;
    checkBooks(findings, "totals:", totals);
    findings.equal("totals: the sum of outcomes", sum(totals.outcomes), "completed + failed",
        totals.completed + totals.failed);
    findings.equal("totals: outcomes ok", countOf(totals.outcomes, "ok"), "completed", totals.completed);
    findings.atMost("latencies of the run", report.latency_ms.count, "completed + failed",
        totals.completed + totals.failed);

    std::int64_t steps = 0, failed = 0, latencies = 0;
    for (const auto& step : report.steps) {
        checkStep(findings, step);
        steps += step.count;
        failed += step.failed;
        latencies += step.summary(Series::response).count;
    }
    for (const auto& step : report.setup_steps) {
        checkStep(findings, step);
    }
    findings.equal("the requests of all steps", steps, "completed + failed of the totals",
        totals.completed + totals.failed);
    findings.equal("the failed requests of all steps", failed, "failed of the totals", totals.failed);
    findings.equal("the latencies of all steps", latencies, "those of the run", report.latency_ms.count);

    std::int64_t unfinished = 0;
    for (const auto& phase : report.phases) {
        checkBooks(findings, "phase " + std::string(toString(phase.phase)) + ":", phase);
        unfinished += phase.unfinished;
        if (phase.phase == Phase::measure) {
            findings.equal("phase measure: sent", phase.sent, "sent of the totals", totals.sent);
            findings.equal(
                "phase measure: completed", phase.completed, "completed of the totals", totals.completed);
        }
    }
    if (!report.unfinished_ages.empty()) {
        findings.equal("the list of unfinished requests",
            static_cast<std::int64_t>(report.unfinished_ages.size()), "unfinished of all phases", unfinished);
    }

    const auto& iterations = report.iterations;
    findings.equal("iterations planned", iterations.planned, "started + dropped",
        iterations.started + iterations.dropped);
    findings.equal("iterations started", iterations.started, "completed + aborted",
        iterations.completed + iterations.aborted);

    if (!report.series.outcomes.empty()) {
        double failed = 0.0;
        for (const double row : report.series.failed) {
            failed += std::isfinite(row) ? row : 0.0;
        }
        std::int64_t byOutcome = 0;
        for (const auto& [code, rows] : report.series.outcomes) {
            byOutcome = std::accumulate(rows.begin(), rows.end(), byOutcome);
        }
        findings.equal(
            "failed requests of all rows by outcome", byOutcome, "failed of all rows", std::llround(failed));
    }
    findings.atMost("rows of the series", static_cast<std::int64_t>(report.series.t.size()), "the limit",
        static_cast<std::int64_t>(maxSeriesRows));
    findings.atMost("reasons of the series", std::ssize(report.series.reasons), "the limit",
        static_cast<std::int64_t>(maxSeriesReasons + 1));
    findings.atMost("windows of the run", static_cast<std::int64_t>(report.series.windows.histograms.size()),
        "the limit", static_cast<std::int64_t>(maxRunWindows));
    return std::move(findings.sentences);
}

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/runsummary.h"

#include "base/units.h"
#include "report/kindtotals.h"
#include "report/steadywatch.h"
#include "report/trust.h"
#include "stats/hdrhistogram.h"

#include <algorithm>
#include <cstdio>

namespace plumb::headless {

namespace {

using report::Series;

std::string latency(const std::optional<double>& ms)
{
    return ms ? formatLatency(*ms) : std::string("-");
}

std::string percent(const std::optional<double>& fraction)
{
    return fraction ? formatPercent(*fraction) : std::string("-");
}

/// Pads by characters, not bytes ("µ" has two bytes).
std::string pad(const std::string& text, std::size_t width, bool right)
{
    const auto shown = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    const std::string space(width > shown ? width - shown : 0, ' ');
    return right ? space + text : text + space;
}

std::string row(const std::vector<std::string>& cells, std::size_t nameWidth)
{
    std::string out = "  " + pad(cells.front(), nameWidth, false);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        out += pad(cells[i], 11, true);
    }
    return out + "\n";
}

const char* colourOf(metric::Verdict verdict)
{
    switch (verdict) {
    case metric::Verdict::pass:
        return "\033[32m";
    case metric::Verdict::warn:
        return "\033[33m";
    case metric::Verdict::fail:
        return "\033[31m";
    default:
        return "\033[35m";
    }
}

std::string perSecond(double bytes)
{
    return formatNumber(bytes) + " bytes/s (" + formatNumber(bytes / 1024.0) + " KiB/s)";
}

/// "http_4xx 22, timeout 3", the most frequent first.
std::string countsText(const std::map<std::string, std::int64_t>& counts)
{
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(
        sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string out;
    for (const auto& [name, count] : sorted) {
        out += (out.empty() ? "" : ", ") + name + ' ' + std::to_string(count);
    }
    return out;
}

/// Why requests failed: a line with the outcomes, and one with the reason codes that the answers gave.
std::string failuresText(const report::Report& report)
{
    std::map<std::string, std::int64_t> outcomes, reasons;
    for (const auto& [name, count] : report.totals.outcomes) {
        if (name != report::toString(report::Outcome::ok) && count > 0) {
            outcomes[name] = count;
        }
    }
    for (const auto& step : report.steps) {
        for (const auto& [name, count] : step.reasons) {
            reasons[name] += count;
        }
    }
    std::string out = outcomes.empty() ? std::string() : "  failed      " + countsText(outcomes) + "\n";
    const auto told = std::find_if(report.samples.begin(), report.samples.end(),
        [](const report::Sample& sample) { return sample.why == "failed" && !sample.error.empty(); });
    if (!outcomes.empty() && told != report.samples.end()) {
        out += "              such as " + told->step + ": " + told->error + "\n";
    }
    return reasons.empty() ? out : out + "  reasons     " + countsText(reasons) + "\n";
}

/// How old the requests were that nobody waited for any longer.
std::string unfinishedText(const report::Report& report)
{
    if (report.unfinished_ages.empty()) {
        return {};
    }
    const auto [youngest, oldest]
        = std::minmax_element(report.unfinished_ages.begin(), report.unfinished_ages.end());
    return "  unfinished  " + std::to_string(report.unfinished_ages.size()) + " in flight at the end, sent "
        + formatNumber(*youngest) + " to " + formatNumber(*oldest) + " s before\n";
}

/// Whether the run came to rest; a run too short to tell says nothing.
std::string steadyText(const report::Report& report)
{
    std::string out;
    for (const auto& [pattern, part] : report::steadyParts(report)) {
        const auto& steady = *part;
        if (steady.kind == "flat") {
            continue;
        }
        out += "  steady      " + (pattern.empty() ? pattern : pattern + ": ")
            + std::string(steady.settled ? "" : "never settled: ") + steady.kind;
        for (const auto& reason : steady.reasons) {
            out += (&reason == &steady.reasons.front() ? ", " : "; ") + reason;
        }
        out += "\n";
    }
    return out;
}

/// The stop rule that ended the run, with the value it saw.
std::string endedText(const report::Report& report)
{
    const auto stop = std::find_if(report.events.rbegin(), report.events.rend(),
        [](const report::RunMark& event) { return event.kind == "stop"; });
    if (report.ended_by == "data") {
        return "  ended       before its time: no data row was left\n";
    }
    return report::endedByRule(report.ended_by) && stop != report.events.rend()
        ? "  ended       at " + formatClock(stop->at_s) + " by " + stop->text + "\n"
        : std::string();
}

/// What the run itself had to say while it went on.
std::string noticesText(const report::Report& report)
{
    constexpr int most = 5;
    int count = 0;
    std::string out;
    for (const auto& event : report.events) {
        if (event.kind == "notice" && ++count <= most) {
            out += "  notice      at " + formatClock(event.at_s) + ": " + event.text + "\n";
        }
    }
    return count <= most ? out : out + "              and " + std::to_string(count - most) + " more\n";
}

/// Whether the generator can be trusted: a line, and where it cannot be in full, why and what to do.
std::string generatorText(const report::Report& report)
{
    const auto context = report::trustContext(report);
    const auto trust = report::trustOf(context);
    std::string out = "  generator   " + trust.verdict + ": " + report::trustSentence(context, trust) + "\n";
    const auto& reasons = report.generator.reasons;
    for (std::size_t i = 1; i < reasons.size(); ++i) {
        out += "              " + reasons[i].text + "\n";
    }
    std::string advice;
    for (const auto& what : trust.advice) {
        advice += (advice.empty() ? "" : ", or ") + report::trustAdvice(what);
    }
    return advice.empty() ? out : out + "              To do: " + advice + ".\n";
}

std::string totalsText(const report::Report& report)
{
    const auto& totals = report.totals;
    std::string out;
    out += "  runtime     " + formatClock(report.duration_s) + " (" + formatNumber(report.duration_s) + " s)"
        + (report.partial ? ", partial: ended by " + report.ended_by : std::string()) + "\n";
    out += endedText(report);
    out += noticesText(report);
    out += "  requests    " + std::to_string(totals.sent) + " sent of " + std::to_string(totals.planned)
        + " planned: " + std::to_string(totals.completed) + " completed, " + std::to_string(totals.failed)
        + " failed, " + std::to_string(totals.unfinished) + " unfinished, " + std::to_string(totals.dropped)
        + " dropped\n";
    out += "  rate        " + formatNumber(totals.rps) + " RPS, " + formatNumber(totals.rpm) + " RPM\n";
    out += "  sent        " + perSecond(totals.sent_bytes_per_s) + "\n";
    out += "  received    " + perSecond(totals.received_bytes_per_s) + "\n";
    out += "  errors      " + percent(totals.error_rate) + "\n";
    out += failuresText(report);
    const auto& time = report.latency_ms;
    out += "  response    p50 " + latency(time.p50) + "  p95 " + latency(time.p95) + "  p99 "
        + latency(time.p99) + "  max " + latency(time.max) + "\n";
    if (!report.closed_model) {
        const auto& service = report.service_ms;
        out += "  service     p50 " + latency(service.p50) + "  p95 " + latency(service.p95) + "  p99 "
            + latency(service.p99) + "  max " + latency(service.max) + "\n";
    }
    if (report.bursts) {
        const auto& bursts = report.bursts->makespan;
        out += "  bursts      " + std::to_string(report.bursts->count) + ": makespan p50 "
            + latency(bursts.p50) + "  p95 " + latency(bursts.p95) + "  longest "
            + latency(totals.makespan_ms) + "\n";
    } else if (totals.makespan_ms) {
        out += "  makespan    " + latency(totals.makespan_ms) + "\n";
    }
    out += unfinishedText(report);
    out += steadyText(report);
    return out + generatorText(report);
}

std::string optionalNumber(const std::optional<double>& value)
{
    return value ? formatNumber(*value) : std::string("-");
}

/// Queries one by one and all together, as a benchmark of queries tells them.
std::string queriesText(const report::Report& report, std::size_t nameWidth)
{
    const auto line = [nameWidth](const std::string& name, std::int64_t count, const report::Summary& time,
                          std::optional<double> perSecond, std::optional<std::int64_t> rows,
                          std::optional<double> rowsPerSecond) {
        return row({name, std::to_string(count), latency(time.mean), latency(time.p95),
                       optionalNumber(perSecond), perSecond ? formatNumber(*perSecond * 60.0) : "-",
                       rows ? std::to_string(*rows) : "-", optionalNumber(rowsPerSecond)},
            nameWidth);
    };
    std::string out = row({"query", "count", "mean", "p95", "ops/s", "ops/min", "rows", "rows/s"}, nameWidth);
    for (const auto& step : report.steps) {
        if (step.kind == "sql") {
            out += line(
                step.name, step.count, step.summary(Series::response), step.rps, step.rows, step.rows_per_s);
        }
    }
    const auto all = report::kindTotals(report, "sql");
    return out + line("all queries", all.count, all.latency, all.per_s, all.rows, all.rows_per_s);
}

std::string seconds(double value)
{
    return formatLatency(value * 1000.0);
}

std::string commandsText(const report::Report& report, std::size_t nameWidth)
{
    std::string out
        = row({"command", "runs", "mean", "p95", "user CPU", "system CPU", "peak mem"}, nameWidth);
    for (const auto& step : report.steps) {
        const auto& use = step.command;
        if (step.kind != "command") {
            continue;
        }
        const auto& time = step.summary(Series::response);
        out += row({step.name, std::to_string(step.count), latency(time.mean), latency(time.p95),
                       use.count > 0 ? seconds(use.user_cpu_s.mean) : "-",
                       use.count > 0 ? seconds(use.system_cpu_s.mean) : "-",
                       use.count > 0 ? formatBytes(use.peak_rss_mb.max * 1e6) : "-"},
            nameWidth);
    }
    return out;
}

} // namespace

std::string runSummary(const report::Report& report, bool colour)
{
    const std::string verdict(metric::toString(report.verdict));
    std::string out = colour ? colourOf(report.verdict) + verdict + "\033[0m" : verdict;
    out += "  " + report.operation + (report.environment.empty() ? "" : " · " + report.environment);
    out += report.judgement.sentence.empty() ? "\n" : ": " + report.judgement.sentence + "\n";
    out += totalsText(report);

    std::size_t nameWidth = 4;
    for (const auto& step : report.steps) {
        nameWidth = std::max(nameWidth, std::min<std::size_t>(step.name.size(), 40));
    }
    out += row({"step", "count", "errors", "RPS", "p50", "p95", "p99", "max"}, nameWidth);
    for (const auto& step : report.steps) {
        const auto& time = step.summary(Series::response);
        out += row({step.name, std::to_string(step.count), percent(step.error_rate), formatNumber(step.rps),
                       latency(time.p50), latency(time.p95), latency(time.p99), latency(time.max)},
            nameWidth);
    }
    const auto has = [&report](std::string_view kind) {
        return std::any_of(
            report.steps.begin(), report.steps.end(), [kind](const auto& step) { return step.kind == kind; });
    };
    if (has("sql")) {
        out += queriesText(report, std::max<std::size_t>(nameWidth, 11));
    }
    if (has("command")) {
        out += commandsText(report, std::max<std::size_t>(nameWidth, 7));
    }
    for (const auto& skipped : report.skipped) {
        out += "  skipped     " + skipped.step + ": " + skipped.reason + "\n";
    }
    std::size_t verdictWidth = 10;
    for (const auto& rule : report.judgement.rules) {
        verdictWidth = std::max(verdictWidth, metric::toString(rule.verdict).size());
    }
    for (const auto& rule : report.judgement.rules) {
        out += "  " + pad(std::string(metric::toString(rule.verdict)), verdictWidth + 2, false) + rule.name
            + ": " + rule.reason + "\n";
    }
    return out;
}

std::string ProgressLine::add(const report::RunEvent& event)
{
    if (const auto* started = std::get_if<report::RunStarted>(&event)) {
        m_plannedDuration = started->planned_duration_s;
        m_plannedIterations = started->planned_iterations;
    } else if (const auto* state = std::get_if<report::StateChanged>(&event)) {
        m_state = std::string(report::toString(state->state));
    }
    const auto* tick = std::get_if<report::Tick>(&event);
    if (tick == nullptr) {
        return {};
    }
    stats::HdrHistogram merged;
    std::int64_t finished = 0;
    std::int64_t ok = 0;
    for (const auto& step : tick->steps) {
        finished += step.finished();
        ok += step.outcomes[static_cast<std::size_t>(report::Outcome::ok)];
        const auto& encoded = step.histograms[static_cast<std::size_t>(Series::response)];
        if (const auto histogram = stats::HdrHistogram::decode(encoded); histogram) {
            merged.merge(*histogram);
        }
    }
    for (const auto& iterations : tick->iterations) {
        m_iterations += iterations.completed + iterations.aborted;
    }
    std::string line = m_state + " " + formatClock(tick->at_s);
    if (m_plannedDuration) {
        line += " of " + formatClock(*m_plannedDuration) + " (ETA "
            + formatClock(std::max(0.0, *m_plannedDuration - tick->at_s)) + ")";
    } else if (m_plannedIterations && m_iterations > 0) {
        const double left = static_cast<double>(*m_plannedIterations - m_iterations);
        line += " (ETA " + formatClock(left * tick->at_s / static_cast<double>(m_iterations)) + ")";
    }
    line += "  " + formatNumber(static_cast<double>(finished) / std::max(tick->interval_s, 1e-3))
        + " requests/s";
    if (!merged.empty()) {
        line += "  p95 " + formatLatency(static_cast<double>(merged.valueAtPercentile(95)) / 1000.0);
    }
    if (finished > 0) {
        line += "  " + formatPercent(static_cast<double>(finished - ok) / static_cast<double>(finished))
            + " errors";
    }
    return line + "  " + std::to_string(tick->vus) + " users";
}

} // namespace plumb::headless

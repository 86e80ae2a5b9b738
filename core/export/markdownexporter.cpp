// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/markdownexporter.h"

#include "base/units.h"
#include "export/markdowntext.h"
#include "report/kindtotals.h"
#include "report/steadywatch.h"
#include "report/trust.h"

#include <algorithm>
#include <cmath>

namespace plumb::exporting {

using report::Report;
using report::Series;

namespace {

std::string latency(std::optional<double> ms)
{
    return ms ? formatLatency(*ms) : std::string();
}

std::string percent(std::optional<double> fraction)
{
    return fraction ? formatPercent(*fraction) : std::string();
}

/// A rule's value in its own unit.
std::string valueText(const report::JudgedRule& rule)
{
    if (!rule.value) {
        return {};
    }
    if (rule.unit == "ms") {
        return formatLatency(*rule.value);
    }
    if (rule.unit == "fraction") {
        return formatPercent(*rule.value);
    }
    return formatNumber(*rule.value) + (rule.unit.empty() ? "" : " " + rule.unit);
}

std::string head(const Report& report)
{
    std::string text = "**" + upper(metric::toString(report.verdict)) + "**";
    if (!report.judgement.sentence.empty()) {
        text += ": " + escaped(report.judgement.sentence);
    }
    text += "\n\n# " + escaped(report.operation) + "\n\n";
    text += "Environment " + escaped(report.environment.empty() ? "(none)" : report.environment)
        + ", target version " + escaped(report.target_version.empty() ? "(none)" : report.target_version)
        + ", started " + escaped(report.started_at) + ", " + formatClock(report.duration_s) + ".";
    if (report.partial) {
        text += " **Partial**: ended by " + escaped(report.ended_by) + ".";
    }
    for (const auto& [pattern, steady] : report::steadyParts(report)) {
        if (!steady->settled) {
            text += "\n\n**Never settled** ("
                + escaped((pattern.empty() ? "" : pattern + ": ") + steady->kind)
                + "): " + escaped(steady->reasons.empty() ? std::string() : steady->reasons.front()) + ".";
        }
    }
    if (!report.note.empty()) {
        text += "\n\n> " + escaped(report.note);
    }
    return text + "\n";
}

std::string rules(const Report& report)
{
    if (report.judgement.rules.empty()) {
        return {};
    }
    std::string text = "\n## Rules\n\n"
        + tableHead({"Rule", "Metric", "Of", "Value", "Limit", "Verdict", "Reason"}, false);
    for (const auto& rule : report.judgement.rules) {
        text += row({escaped(rule.name), escaped(rule.metric), escaped(rule.of), escaped(valueText(rule)),
            escaped(rule.limit), std::string(metric::toString(rule.verdict)), escaped(rule.reason)});
    }
    return text;
}

std::string totals(const Report& report)
{
    const auto& t = report.totals;
    const bool measured = t.completed + t.failed > 0;
    std::string text = "\n## Totals\n\n" + tableHead({"Figure", "Value"}, true);
    text += row({"Requests planned", std::to_string(t.planned)});
    text += row({"Requests sent", std::to_string(t.sent)});
    text += row({"Completed", std::to_string(t.completed)});
    text += row({"Failed", std::to_string(t.failed)});
    text += row({"Unfinished", std::to_string(t.unfinished)});
    text += row({"Dropped", std::to_string(t.dropped)});
    text += row({"Success rate", percent(t.success_rate)});
    text += row({"Error rate", percent(t.error_rate)});
    text += row({"Requests per second", measured ? formatNumber(t.rps) : std::string()});
    text += row({"Requests per minute", measured ? formatNumber(t.rpm) : std::string()});
    text += row({"Received per second", measured ? formatBytes(t.received_bytes_per_s) : std::string()});
    text += row({"Response time p50", latency(report.latency_ms.p50)});
    text += row({"Response time p95", latency(report.latency_ms.p95)});
    text += row({"Response time p99", latency(report.latency_ms.p99)});
    text += row({"Response time max", latency(report.latency_ms.max)});
    if (!report.closed_model) {
        text += row({"Service time p50", latency(report.service_ms.p50)});
        text += row({"Service time p95", latency(report.service_ms.p95)});
        text += row({"Service time p99", latency(report.service_ms.p99)});
        text += row({"Service time max", latency(report.service_ms.max)});
    }
    if (report.bursts) {
        text += row({"Bursts", std::to_string(report.bursts->count)});
        text += row({"Makespan of a burst p50", latency(report.bursts->makespan.p50)});
        text += row({"Makespan of a burst p95", latency(report.bursts->makespan.p95)});
    }
    if (t.makespan_ms) {
        text += row({report.bursts ? "Makespan of the longest burst" : "Makespan", latency(t.makespan_ms)});
    }
    if (report.steady) {
        text += row({"Steady state", escaped(report.steady->kind)});
    }
    for (const auto& turn : report.turns) {
        if (turn.steady) {
            text += row({"Steady state of " + escaped(turn.pattern), escaped(turn.steady->kind)});
        }
    }
    if (!report.unfinished_ages.empty()) {
        text += row({"Oldest unfinished request",
            formatNumber(*std::max_element(report.unfinished_ages.begin(), report.unfinished_ages.end()))
                + " s"});
    }
    for (const auto& [outcome, count] : t.outcomes) {
        if (outcome != "ok") {
            text += row({"Outcome " + escaped(outcome), std::to_string(count)});
        }
    }
    return text;
}

std::string steps(const Report& report)
{
    if (report.steps.empty()) {
        return {};
    }
    std::string text = "\n## Steps\n\n"
        + tableHead(
            {"Step", "Requests", "Failed", "Error rate", "RPS", "Mean", "p50", "p95", "p99", "Max"}, true);
    for (const auto& step : report.steps) {
        const auto& s = step.summary(Series::response);
        text += row({escaped(step.name), std::to_string(step.count), std::to_string(step.failed),
            percent(step.error_rate), step.count > 0 ? formatNumber(step.rps) : std::string(),
            latency(s.mean), latency(s.p50), latency(s.p95), latency(s.p99), latency(s.max)});
    }
    return text;
}

/// The mark of rows that stand for all steps of a kind.
constexpr std::string_view allOfThem = "**All**";

std::string number(const std::optional<double>& value)
{
    return value ? formatNumber(*value) : std::string();
}

std::string queries(const Report& report)
{
    const auto all = report::kindTotals(report, "sql");
    if (all.count == 0) {
        return {};
    }
    std::string text = "\n## Queries\n\n"
        + tableHead({"Query", "Operations", "Failed", "Mean", "p50", "p95", "Max", "Per second", "Per minute",
                        "Rows", "Rows per second"},
            true);
    const auto line = [](const std::string& name, std::int64_t count, std::int64_t failed,
                          const report::Summary& s, std::optional<double> perSecond,
                          std::optional<std::int64_t> rows, const std::optional<double>& rowsPerSecond) {
        return row({name, std::to_string(count), std::to_string(failed), latency(s.mean), latency(s.p50),
            latency(s.p95), latency(s.max), number(perSecond),
            perSecond ? formatNumber(*perSecond * 60.0) : std::string(),
            rows ? std::to_string(*rows) : std::string(), number(rowsPerSecond)});
    };
    for (const auto& step : report.steps) {
        if (step.kind == "sql") {
            text += line(escaped(step.name), step.count, step.failed, step.summary(Series::response),
                step.rps, step.rows, step.rows_per_s);
        }
    }
    return text
        + line(
            std::string(allOfThem), all.count, all.failed, all.latency, all.per_s, all.rows, all.rows_per_s);
}

std::string commands(const Report& report)
{
    const auto all = report::kindTotals(report, "command");
    if (all.count == 0) {
        return {};
    }
    std::string text = "\n## Commands\n\n"
        + tableHead({"Command", "Runs", "Failed", "Mean", "p50", "p95", "Max", "User CPU, mean",
                        "System CPU, mean", "Peak memory, max"},
            true);
    const auto line = [](const std::string& name, std::int64_t count, std::int64_t failed,
                          const report::Summary& s, const report::CommandUse& use) {
        const bool known = use.count > 0;
        return row({name, std::to_string(count), std::to_string(failed), latency(s.mean), latency(s.p50),
            latency(s.p95), latency(s.max),
            known ? formatLatency(use.user_cpu_s.mean * 1000.0) : std::string(),
            known ? formatLatency(use.system_cpu_s.mean * 1000.0) : std::string(),
            known ? formatBytes(use.peak_rss_mb.max * 1e6) : std::string()});
    };
    for (const auto& step : report.steps) {
        if (step.kind == "command") {
            text += line(
                escaped(step.name), step.count, step.failed, step.summary(Series::response), step.command);
        }
    }
    return text + line(std::string(allOfThem), all.count, all.failed, all.latency, all.use);
}

std::string monitors(const Report& report)
{
    if (report.monitors.empty()) {
        return {};
    }
    std::string text = "\n## Monitors\n\n"
        + tableHead(
            {"Series", "Min", "Mean", "Max", "Last", "Unit", "Readings", "Without value", "Of"}, true);
    for (const auto& series : report.monitors) {
        const auto& s = series.summary;
        const std::string kind = series.kind == "prometheus" ? "prom" : series.kind; // as rules name it
        text += row({escaped(kind + "." + series.name), number(s.min), number(s.mean), number(s.max),
            number(s.last), escaped(series.unit), std::to_string(s.count),
            s.missing > 0 ? std::to_string(s.missing) : std::string(), escaped(series.source)});
    }
    return text;
}

std::string skipped(const Report& report)
{
    if (report.skipped.empty()) {
        return {};
    }
    std::string text = "\n## Skipped\n\n" + tableHead({"Step", "Pattern", "Reason", "Times"}, false);
    for (const auto& step : report.skipped) {
        text += row(
            {escaped(step.step), escaped(step.pattern), escaped(step.reason), std::to_string(step.times)});
    }
    return text;
}

std::string_view levelWord(report::TrustFact::Level level)
{
    switch (level) {
    case report::TrustFact::Level::good:
        return "good";
    case report::TrustFact::Level::note:
        return "note";
    case report::TrustFact::Level::bad:
        return "bad";
    case report::TrustFact::Level::unknown:
        break;
    }
    return "not known";
}

std::string trustSection(const Report& report)
{
    const auto context = report::trustContext(report);
    const auto trust = report::trustOf(context);
    std::string text
        = "\n## Trust\n\n**" + trust.verdict + "**: " + escaped(report::trustSentence(context, trust)) + "\n";
    for (std::size_t i = 1; i < report.generator.reasons.size(); ++i) {
        text += "\n" + escaped(report.generator.reasons[i].text) + "\n";
    }
    for (const auto& advice : trust.advice) {
        text += "\nTo do: " + escaped(report::trustAdvice(advice)) + ".\n";
    }
    text += "\n" + tableHead({"Look", "Figure", ""}, false);
    for (const auto& fact : trust.facts) {
        text += row({report::trustTitle(fact.kind), escaped(report::trustFigure(fact)),
            std::string(levelWord(fact.level))});
    }
    return text;
}

std::string environment(const Report& report)
{
    const auto& f = report.fingerprint;
    std::string text = "\n## Environment\n\n" + tableHead({"What", "Value"}, false);
    const auto add = [&text](const std::string& what, const std::string& value) {
        if (!value.empty()) {
            text += row({what, escaped(value)});
        }
    };
    add("Report", report.id);
    add("Target", report.base_url);
    add("Load", report.executor);
    add("Users, at most", std::to_string(report.users_max));
    std::string engine = report.engine_name;
    for (const auto& part : {report.engine_transport, report.engine_version}) {
        engine += part.empty() ? "" : " " + part;
    }
    add("Engine", engine);
    add("Host", f.host);
    add("CPU", f.cpu.empty() ? std::string() : f.cpu + ", " + std::to_string(f.cores) + " cores");
    add("Memory", f.mem_mb > 0 ? std::to_string(f.mem_mb) + " MiB" : std::string());
    add("System", f.os);
    add("Kernel", f.kernel);
    add("Load before", f.load_before ? formatNumber(*f.load_before) : std::string());
    add("Commit", f.git_commit);
    add("Thresholds", report.judgement.thresholds_name);
    return text;
}

} // namespace

Result<std::vector<Document>> MarkdownExporter::write(const Report& report) const
{
    return std::vector<Document>{{".md",
        head(report) + rules(report) + totals(report) + steps(report) + queries(report) + commands(report)
            + monitors(report) + skipped(report) + trustSection(report) + environment(report)}};
}

} // namespace plumb::exporting

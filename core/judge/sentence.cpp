// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/sentence.h"

#include "base/units.h"
#include "judge/ruleverdict.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <limits>

namespace plumb::judge {

using metric::Verdict;
using report::JudgedRule;

namespace {

/// Six significant digits, for figures that differ late.
std::string precise(double value, std::string_view unit)
{
    const double shown = unit == "fraction" ? value * 100.0 : value;
    std::array<char, 64> buffer{};
    const auto [end, code]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), shown, std::chars_format::general, 6);
    std::string text = code == std::errc() ? std::string(buffer.data(), end) : std::string("?");
    const std::string_view shownUnit = unit == "fraction" ? "%"
        : unit == "1/s"                                   ? "/s"
        : unit == "1/min"                                 ? "/min"
                                                          : unit;
    return shownUnit.empty() ? text : text + ' ' + std::string(shownUnit);
}

std::string scopeText(std::string_view of)
{
    static constexpr std::string_view step = "step:", pattern = "pattern:";
    if (of.starts_with(step)) {
        return std::string(of.substr(step.size()));
    }
    if (of.starts_with(pattern)) {
        return "pattern " + std::string(of.substr(pattern.size()));
    }
    return "the run";
}

/// "Response time" in mid-sentence; "CPU of the process" and "Apdex" keep their capitals.
std::string lowered(std::string_view title)
{
    std::string text(title);
    const bool word = text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0;
    if (word && title != "Apdex" && title != "Prometheus series") {
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    }
    return text;
}

std::size_t countOf(const report::Judgement& judgement, Verdict verdict)
{
    return static_cast<std::size_t>(std::count_if(judgement.rules.begin(), judgement.rules.end(),
        [verdict](const JudgedRule& rule) { return rule.verdict == verdict; }));
}

const JudgedRule* firstOf(const report::Judgement& judgement, Verdict verdict)
{
    const auto found = std::find_if(judgement.rules.begin(), judgement.rules.end(),
        [verdict](const JudgedRule& rule) { return rule.verdict == verdict; });
    return found == judgement.rules.end() ? nullptr : &*found;
}

std::string capitalised(std::string text)
{
    // A leading "p95" stays as it is written.
    if (text.size() > 1 && std::isalpha(static_cast<unsigned char>(text[1])) != 0) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return text;
}

/// The first rule of a verdict, and how many more there are.
std::string ruleAnswer(const report::Judgement& judgement, Verdict verdict, std::string_view more)
{
    const JudgedRule* rule = firstOf(judgement, verdict);
    if (rule == nullptr) {
        return {};
    }
    std::string text = capitalised(rule->reason);
    if (rule->name != rule->metric + " of " + rule->of) {
        text += " (rule " + rule->name + ")";
    }
    const std::size_t others = countOf(judgement, verdict) - 1;
    return others == 0 ? text : text + "; " + counted(others, "more rule") + ' ' + std::string(more);
}

/// The rule whose value came closest to its limit, in words.
std::string closest(const report::Judgement& judgement)
{
    std::string text;
    double least = std::numeric_limits<double>::infinity();
    for (const JudgedRule& rule : judgement.rules) {
        const auto metric = metric::parseMetricName(rule.metric);
        if (!metric || !rule.value || rule.verdict != Verdict::pass) {
            continue;
        }
        const auto limit = metric::parseLimit(rule.limit, rule.unit, false);
        if (!limit || limit->kind != metric::Limit::Kind::absolute) {
            continue; // how far a change is from its limit is no distance of values
        }
        const double distance = slack(*limit, *rule.value, rule.unit);
        if (text.empty() || distance < least) {
            least = distance;
            const auto texts = valueAndLimitText(*rule.value, limit->number, rule.unit);
            const bool upper = rule.limit.starts_with('>');
            text = subjectText(*metric, rule.of) + ", " + texts.value + (upper ? " of " : ", at least ")
                + texts.limit;
        }
    }
    return text;
}

std::string passAnswer(const report::Judgement& judgement)
{
    const std::size_t holding = countOf(judgement, Verdict::pass);
    const std::size_t skipped = countOf(judgement, Verdict::skipped);
    std::string text;
    if (holding == judgement.rules.size()) {
        text = holding == 1 ? "The rule holds" : "All " + counted(holding, "rule") + " hold";
    } else {
        text = std::to_string(holding) + " of " + counted(judgement.rules.size(), "rule") + " hold";
    }
    if (skipped > 0) {
        text += ", " + std::to_string(skipped) + (skipped == 1 ? " is skipped" : " are skipped");
    }
    const std::string tightest = closest(judgement);
    return tightest.empty() ? text : text + (holding == 1 ? ": " : "; closest: ") + tightest;
}

std::string invalidAnswer(std::span<const report::Report> reports)
{
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i].generator.verdict == "invalid") {
            const std::string which = reports.size() > 1 ? "Report " + std::to_string(i + 1) : "The run";
            return which + " is invalid: the load generator was the limit"
                + generatorReason(reports[i].generator);
        }
    }
    return "The run is invalid";
}

std::string partialNote(std::span<const report::Report> reports)
{
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i].partial) {
            const auto& by = reports[i].ended_by;
            const auto rule = report::endedByRule(by);
            const std::string which = reports.size() > 1 ? "report " + std::to_string(i + 1) : "the run";
            const std::string cause = by == "user" ? "it was stopped by the user"
                : by == "abort"                    ? "it was aborted"
                : rule && rule->empty()            ? "a stop rule ended it"
                : rule                             ? "the stop rule \"" + std::string(*rule) + "\" ended it"
                : by == "crash"                    ? "its runner died"
                                                   : "it ended early";
            return "; " + which + " is partial: " + cause;
        }
    }
    return {};
}

} // namespace

std::string valueText(double value, std::string_view unit)
{
    if (unit == "ms") {
        return formatLatency(value);
    }
    if (unit == "s") {
        return formatLatency(value * 1000.0);
    }
    if (unit == "fraction") {
        return formatPercent(value);
    }
    if (unit == "B/s") {
        return formatBytes(value) + "/s";
    }
    if (unit == "1/s" || unit == "1/min") {
        return formatNumber(value) + ' ' + std::string(unit.substr(1));
    }
    return unit.empty() ? formatNumber(value) : formatNumber(value) + ' ' + std::string(unit);
}

ValueAndLimit valueAndLimitText(double value, double limit, std::string_view unit)
{
    ValueAndLimit texts{valueText(value, unit), valueText(limit, unit)};
    if (texts.value == texts.limit && value != limit) {
        texts = {precise(value, unit), precise(limit, unit)};
    }
    return texts;
}

std::string subjectText(const metric::MetricName& metric, std::string_view of)
{
    const std::string scope = scopeText(of);
    const std::string title = lowered(metric.metric->title);
    switch (metric.metric->family) {
    case metric::Family::summary: {
        if (metric.percentile()) {
            return metric.metric->name == "latency_ms" ? metric.member + " of " + scope
                                                       : metric.member + " of the " + title + " of " + scope;
        }
        return metric.member + ' ' + title + " of " + scope;
    }
    case metric::Family::open:
        if (metric.metric->name == "errors") {
            return metric.member + " errors of " + scope;
        }
        if (metric.metric->name == "reasons") {
            return "reason code " + metric.member + " of " + scope;
        }
        if (metric.metric->name == "checks") {
            return "check " + metric.member + " of " + scope;
        }
        return title + ' ' + metric.member;
    case metric::Family::maxMean:
        return metric.member + ' ' + title;
    case metric::Family::single:
        break;
    }
    return title + " of " + scope;
}

std::string counted(std::size_t count, std::string_view noun)
{
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string generatorReason(const report::GeneratorReport& generator)
{
    if (generator.reasons.empty()) {
        return {};
    }
    auto why = generator.reasons.front().text;
    if (why.ends_with('.')) {
        why.pop_back();
    }
    return " (" + why + ")";
}

std::string sentenceOf(const report::Judgement& judgement, std::span<const report::Report> reports)
{
    std::string text;
    switch (judgement.verdict) {
    case Verdict::invalid:
        text = invalidAnswer(reports);
        break;
    case Verdict::fail:
        text = ruleAnswer(judgement, Verdict::fail, "failed");
        break;
    case Verdict::noBaseline:
        text = ruleAnswer(judgement, Verdict::noBaseline, "without a reference");
        break;
    case Verdict::notMeasured:
        if (std::none_of(reports.begin(), reports.end(), measuredNothing)) {
            text = ruleAnswer(judgement, Verdict::notMeasured, "not measured");
        }
        break;
    case Verdict::warn:
        text = ruleAnswer(judgement, Verdict::warn, "with a warning");
        break;
    case Verdict::skipped:
        text = ruleAnswer(judgement, Verdict::skipped, "skipped");
        break;
    case Verdict::inconclusive:
        text = ruleAnswer(judgement, Verdict::inconclusive, "inconclusive");
        break;
    case Verdict::pass:
        text = passAnswer(judgement);
        break;
    }
    if (text.empty()) {
        text = "Nothing was measured: no request came to an end in the measure phase";
    }
    return text + partialNote(reports) + '.';
}

} // namespace plumb::judge

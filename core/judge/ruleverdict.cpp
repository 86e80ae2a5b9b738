// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/ruleverdict.h"

#include "judge/references.h"
#include "judge/sentence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::judge {

using metric::Limit;
using metric::Verdict;
using report::JudgedRule;

namespace {

constexpr double nearPart = 0.1; ///< PRODUCT.md: "warns within 10 % of it"
constexpr double rounding = 1e-9;
constexpr std::string_view elsewhere = "the rule is for the environment ";

bool isUpper(const Limit& limit)
{
    return limit.op == Limit::Operator::greater || limit.op == Limit::Operator::greaterOrEqual;
}

/// The reports' figures for one rule.
struct Figures
{
    std::vector<double> values;
    std::int64_t samples = 0; ///< of the report with the fewest
    std::size_t applying = 0; ///< reports of the rule's environment
    std::size_t skipped = 0, unknown = 0;
};

Figures figuresOf(const Rule& rule, std::span<const report::Report> reports)
{
    Figures figures;
    for (const auto& report : reports) {
        if (!appliesTo(rule, report.environment)) {
            continue;
        }
        ++figures.applying;
        const Measured measured = measure(report, rule.metric, rule.of);
        figures.skipped += measured.skipped ? 1 : 0;
        figures.unknown += measured.known ? 0 : 1;
        if (measured.value && std::isfinite(*measured.value)) {
            figures.samples
                = figures.values.empty() ? measured.samples : std::min(figures.samples, measured.samples);
            figures.values.push_back(*measured.value);
        }
    }
    return figures;
}

double combined(const Rule& rule, std::vector<double> values, bool upper)
{
    std::sort(values.begin(), values.end());
    if (rule.rounds == "worst") {
        return upper ? values.back() : values.front();
    }
    if (rule.rounds == "all") {
        return upper ? values.front() : values.back();
    }
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

std::string roundsText(const Rule& rule, std::size_t reports)
{
    if (reports < 2) {
        return {};
    }
    const std::string figure = rule.rounds == "worst" ? "the worst"
        : rule.rounds == "all"                        ? "the best"
                                                      : "the median";
    return " (" + figure + " of " + counted(reports, "report") + ")";
}

/// A limit that values have to stay above is a minimum.
std::string limitWord(const Limit& limit)
{
    return isUpper(limit) ? "limit" : "minimum";
}

/// How a value that holds stands to the limit: "within its limit", "over its minimum".
std::string holdText(const Limit& limit, double value, const std::string& kind)
{
    if (isUpper(limit)) {
        return "within its " + kind + "limit";
    }
    return (value == limit.number ? "at its " : "over its ") + kind + "minimum";
}

std::string hitText(const Limit& limit)
{
    switch (limit.op) {
    case Limit::Operator::greater:
        return "over";
    case Limit::Operator::greaterOrEqual:
        return "at or over";
    case Limit::Operator::less:
        return "under";
    case Limit::Operator::lessOrEqual:
        return "at or under";
    }
    return {};
}

/// Why there is no value to judge.
void judgeAbsence(JudgedRule& judged, const Rule& rule, const Figures& figures, const std::string& subject)
{
    if (figures.skipped > 0) {
        judged.verdict = Verdict::skipped;
        judged.reason = subject + " was not measured, because the run skipped it";
    } else if (figures.unknown > 0) {
        judged.verdict = Verdict::notMeasured;
        const std::string kind = rule.of.starts_with("step:") ? "step" : "pattern";
        judged.reason = "there is no " + kind + " \"" + rule.of.substr(kind.size() + 1) + "\" in the report";
    } else {
        judged.verdict = Verdict::notMeasured;
        judged.reason = subject + " has no value in the report";
    }
}

void judgeValue(
    JudgedRule& judged, const Rule& rule, double value, const std::string& subject, const std::string& rounds)
{
    const auto decide = [&](Verdict verdict, const Limit& limit, const std::string& written,
                            const std::string& relation) {
        const auto texts = valueAndLimitText(value, limit.number, judged.unit);
        judged.verdict = verdict;
        judged.limit = written;
        judged.reason = subject + " is " + texts.value + rounds + ", " + relation + " of " + texts.limit;
    };
    if (rule.fail && rule.fail->hit(value)) {
        decide(Verdict::fail, *rule.fail, judged.fail, hitText(*rule.fail) + " its " + limitWord(*rule.fail));
    } else if (rule.warn && rule.warn->hit(value)) {
        decide(Verdict::warn, *rule.warn, judged.warn,
            hitText(*rule.warn) + " its warning " + limitWord(*rule.warn));
    } else if (rule.near && !rule.warn && rule.fail
        && slack(*rule.fail, value, judged.unit) <= nearPart + rounding) {
        decide(Verdict::warn, *rule.fail, judged.fail, "within 10 % of its " + limitWord(*rule.fail));
    } else if (rule.fail) {
        decide(Verdict::pass, *rule.fail, judged.fail, holdText(*rule.fail, value, {}));
    } else if (rule.warn) {
        decide(Verdict::pass, *rule.warn, judged.warn, holdText(*rule.warn, value, "warning "));
    }
}

/// A known breach shows as a warning up to its day, in the calendar of the run.
void applyAcceptance(JudgedRule& judged, const Rule& rule, std::span<const report::Report> reports)
{
    if (judged.verdict != Verdict::fail || !rule.accepted) {
        return;
    }
    std::string latest;
    for (const auto& report : reports) {
        latest = std::max(latest, report.started_at.substr(0, 10)); // ISO dates sort as text
    }
    if (latest.size() == 10 && latest <= rule.accepted->until) {
        judged.verdict = Verdict::warn;
        judged.reason += "; accepted until " + rule.accepted->until + ": " + rule.accepted->why;
    } else {
        judged.reason += "; it was accepted until " + rule.accepted->until;
    }
}

} // namespace

bool appliesTo(const Rule& rule, const std::string& environment)
{
    return rule.environment.empty() || rule.environment == environment;
}

bool meantForElsewhere(const JudgedRule& judged)
{
    return judged.verdict == Verdict::skipped && judged.reason.starts_with(elsewhere);
}

bool measuredNothing(const report::Report& report)
{
    return report.totals.completed + report.totals.failed == 0;
}

double slack(const Limit& limit, double value, std::string_view unit)
{
    const bool upper = isUpper(limit);
    const double whole = unit == "%" ? 100.0 : 1.0;
    const bool share = !upper && (unit == "fraction" || unit == "%") && limit.number >= whole / 2.0;
    const double scale = share ? whole - limit.number : std::abs(limit.number);
    if (scale == 0.0) {
        return std::numeric_limits<double>::infinity();
    }
    return (upper ? limit.number - value : value - limit.number) / scale;
}

JudgedRule judgeRule(const Rule& rule, std::span<const report::Report> reports, bool allowMissing,
    const References* references)
{
    JudgedRule judged;
    judged.name = rule.title();
    judged.tier = rule.tier;
    judged.metric = rule.metric.text();
    judged.of = rule.of;
    judged.against = rule.against;
    judged.unit = std::string(rule.metric.metric->unit);
    judged.warn = rule.warn ? rule.warn->text() : std::string();
    judged.fail = rule.fail ? rule.fail->text() : std::string();
    const std::string subject = subjectText(rule.metric, rule.of);
    const Figures figures = figuresOf(rule, reports);
    judged.samples = figures.samples;
    if (figures.applying == 0) {
        judged.verdict = Verdict::skipped;
        judged.reason = std::string(elsewhere) + '"' + rule.environment + "\", the run was in \""
            + reports.front().environment + "\"";
        return judged;
    }
    const bool upper = isUpper(rule.fail ? *rule.fail : rule.warn.value_or(Limit{}));
    if (!figures.values.empty()) {
        judged.value = combined(rule, figures.values, upper);
    }
    const std::size_t missing = figures.applying - figures.values.size();
    if (figures.values.empty() || (missing > 0 && !allowMissing)) {
        judgeAbsence(judged, rule, figures, subject);
        if (figures.applying > 1) {
            judged.reason
                += " (" + std::to_string(missing) + " of " + counted(figures.applying, "report") + ")";
        }
        return judged;
    }
    const double value = *judged.value;
    if (figures.samples < rule.min_samples) {
        judged.verdict = Verdict::notMeasured;
        judged.reason = subject + " rests on " + std::to_string(figures.samples)
            + " values, the rule asks for " + std::to_string(rule.min_samples);
        return judged;
    }
    if (!rule.against.empty()) {
        if (references != nullptr && judgeAgainst(judged, rule, reports, *references)) {
            applyAcceptance(judged, rule, reports);
            return judged;
        }
        judged.verdict = Verdict::noBaseline;
        judged.limit = rule.fail ? judged.fail : judged.warn;
        judged.reason = subject + " is " + valueText(value, judged.unit) + ", and there is no " + rule.against
            + " to compare it with";
        return judged;
    }
    judgeValue(judged, rule, value, subject, roundsText(rule, figures.values.size()));
    if (missing > 0) {
        judged.reason += "; " + std::to_string(missing) + " of " + counted(figures.applying, "report")
            + " had no value";
    }
    applyAcceptance(judged, rule, reports);
    const auto percent = rule.metric.percentile();
    if (percent && !report::percentileTrusted(*percent, figures.samples)) {
        const double needed = std::ceil(1000.0 / (100.0 - *percent) - rounding);
        judged.reason += "; from " + std::to_string(figures.samples) + " values only, it settles from "
            + std::to_string(std::llround(needed)) + " on";
    }
    return judged;
}

} // namespace plumb::judge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/exitcode.h"
#include "judge/ruleverdict.h"
#include "judge/sentence.h"
#include "judge/thresholds.h"

#include <algorithm>

namespace plumb::judge {

using metric::Verdict;

namespace {

/// A rule that says something about errors of the whole run, here and without a baseline.
bool coversErrors(const Rule& rule, std::span<const report::Report> reports)
{
    const std::string_view name = rule.metric.metric->name;
    return rule.of == "run" && rule.against.empty()
        && (name == "success_rate" || name == "error_rate" || name == "errors")
        && std::all_of(reports.begin(), reports.end(),
            [&rule](const report::Report& report) { return appliesTo(rule, report.environment); });
}

bool isMissing(Verdict verdict)
{
    return verdict == Verdict::notMeasured || verdict == Verdict::skipped;
}

} // namespace

Rule builtInRule()
{
    Rule rule;
    rule.name = "success rate (built-in)";
    rule.metric = metric::parseMetricName("success_rate").value();
    rule.fail = metric::Limit{metric::Limit::Operator::less, metric::Limit::Kind::absolute, 0.99};
    return rule;
}

bool isBuiltIn(const report::JudgedRule& judged)
{
    const auto rule = builtInRule();
    return judged.name == rule.name && judged.metric == rule.metric.text() && judged.of == rule.of;
}

void conclude(report::Judgement& judgement, std::span<const report::Report> reports, bool allowMissing)
{
    judgement.verdict = Verdict::skipped; // the weakest: any other takes its place
    for (const auto& rule : judgement.rules) {
        if (!allowMissing || !isMissing(rule.verdict)) {
            judgement.verdict = metric::worse(judgement.verdict, rule.verdict);
        }
    }
    for (const auto& report : reports) {
        if (report.generator.verdict == "invalid") {
            judgement.verdict = Verdict::invalid;
        } else if (measuredNothing(report)) {
            judgement.verdict = metric::worse(judgement.verdict, Verdict::notMeasured);
        }
    }
    judgement.sentence = sentenceOf(judgement, reports);
}

report::Judgement judge(
    const report::Report& report, const Thresholds* thresholds, const References* references)
{
    return judgeRounds({&report, 1}, thresholds, false, references);
}

report::Judgement judgeRounds(std::span<const report::Report> reports, const Thresholds* thresholds,
    bool allowMissing, const References* references)
{
    report::Judgement judgement;
    std::vector<Rule> rules;
    if (thresholds != nullptr) {
        judgement.thresholds_name = thresholds->name;
        judgement.thresholds_sha256 = thresholds->sha256;
        rules = thresholds->rules;
    }
    if (std::none_of(rules.begin(), rules.end(),
            [reports](const Rule& rule) { return coversErrors(rule, reports); })) {
        rules.push_back(builtInRule());
    }
    for (const Rule& rule : rules) {
        judgement.rules.push_back(judgeRule(rule, reports, allowMissing, references));
    }
    conclude(judgement, reports, allowMissing);
    return judgement;
}

int exitCodeOf(Verdict verdict, bool failOnWarn, bool allowMissing)
{
    const auto code = [&] {
        switch (verdict) {
        case Verdict::pass:
            return ExitCode::pass;
        case Verdict::warn:
            return failOnWarn ? ExitCode::fail : ExitCode::pass;
        case Verdict::fail:
            return ExitCode::fail;
        case Verdict::invalid:
            return ExitCode::invalidRun;
        case Verdict::notMeasured:
        case Verdict::skipped:
            return allowMissing ? ExitCode::pass : ExitCode::cannotJudge;
        case Verdict::noBaseline:
        case Verdict::inconclusive:
            break;
        }
        return ExitCode::cannotJudge;
    }();
    return static_cast<int>(code);
}

} // namespace plumb::judge

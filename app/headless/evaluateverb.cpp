// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/findreport.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/files.h"
#include "judge/evaluation.h"
#include "judge/storedrules.h"
#include "library/references.h"
#include "report/report.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace plumb::headless {

namespace {

struct EvaluateArguments
{
    std::vector<std::string> reports;
    std::string thresholds, library, out, markdown, junit, failOn;
    bool allowMissing = false, json = false;
};

/// Where the rules came from.
enum class Source { thresholds, report, builtIn };

struct Evaluated
{
    report::Judgement judgement;
    Source source = Source::thresholds;
};

std::string sourceText(const Evaluated& evaluated)
{
    if (evaluated.source == Source::builtIn) {
        return "Judged by the built-in rule alone (success rate under 99 % fails): the reports hold no other "
               "rules and no --thresholds was given";
    }
    const auto& name = evaluated.judgement.thresholds_name;
    return "Judged by the rules stored in the reports" + (name.empty() ? "" : " (" + name + ")")
        + ", as no --thresholds was given";
}

/// Every report once, however often it was named.
Result<std::vector<report::Report>> readReports(const std::vector<std::string>& files)
{
    std::vector<report::Report> reports;
    for (const auto& file : files) {
        auto read = report::readReport(file);
        if (!read) {
            return read.error();
        }
        const bool known = std::any_of(reports.begin(), reports.end(),
            [&read](const report::Report& report) { return report.id == read->id; });
        if (known) {
            printMessage("plumb: " + file + ": this report was named before; it counts once");
        } else {
            reports.push_back(std::move(*read));
        }
    }
    const auto differs = std::find_if(reports.begin(), reports.end(),
        [&reports](const report::Report& report) { return report.operation != reports.front().operation; });
    if (differs != reports.end()) {
        printMessage("plumb: the reports are of different operations (" + reports.front().operation + ", "
            + differs->operation + "); their medians mix them");
    }
    return reports;
}

/// What the relative rules are measured against, from the library that the first report lies in or that was
/// named. Without one there is nothing, and they are no-baseline.
Result<judge::References> referencesOf(const std::vector<report::Report>& reports,
    const judge::Thresholds& thresholds, const EvaluateArguments& arguments)
{
    if (!judge::needsReferences(thresholds)) {
        return judge::References{};
    }
    const auto library = openLibraryOf(arguments.library, arguments.reports.front());
    if (!library) {
        return arguments.library.empty() ? Result<judge::References>(judge::References{}) : library.error();
    }
    return library::referencesFor(**library, reports, thresholds);
}

Result<Evaluated> judgedBy(const judge::Thresholds& thresholds, Source source,
    const std::vector<report::Report>& reports, const EvaluateArguments& arguments)
{
    const auto references = referencesOf(reports, thresholds, arguments);
    if (!references) {
        return references.error();
    }
    return Evaluated{judge::judgeRounds(reports, &thresholds, arguments.allowMissing, &*references), source};
}

Result<Evaluated> judgeReports(const std::vector<report::Report>& reports, const EvaluateArguments& arguments)
{
    if (!arguments.thresholds.empty()) {
        const auto rules = judge::readThresholds(arguments.thresholds);
        return rules ? judgedBy(*rules, Source::thresholds, reports, arguments) : rules.error();
    }
    if (std::none_of(reports.begin(), reports.end(), judge::holdsRules)) {
        return Evaluated{judge::judgeRounds(reports, nullptr, arguments.allowMissing), Source::builtIn};
    }
    if (reports.size() == 1) {
        return Evaluated{judge::storedJudgement(reports.front(), arguments.allowMissing), Source::report};
    }
    const auto rules = judge::storedRules(reports);
    return rules ? judgedBy(*rules, Source::report, reports, arguments) : rules.error();
}

Result<void> writeFiles(const EvaluateArguments& arguments, const report::Judgement& judgement,
    const std::vector<report::Report>& reports)
{
    const auto write = [](const std::string& file, const auto& text) -> Result<void> {
        return file.empty() ? Result<void>() : writeFileAtomic(file, text());
    };
    auto written = write(
        arguments.out, [&] { return dumpJson(judge::evaluationDocument(judgement, reports), 2) + '\n'; });
    if (written) {
        written = write(arguments.markdown, [&] { return judge::evaluationMarkdown(judgement, reports); });
    }
    if (written) {
        written = write(arguments.junit,
            [&] { return judge::evaluationJunit(judgement, reports, arguments.allowMissing); });
    }
    return written;
}

int evaluate(const EvaluateArguments& arguments)
{
    for (const auto& file : {arguments.out, arguments.markdown, arguments.junit}) {
        if (const auto allowed = checkOutput(file); !allowed) {
            return printError(allowed.error());
        }
    }
    const auto reports = readReports(arguments.reports);
    if (!reports) {
        return printError(reports.error());
    }
    const auto evaluated = judgeReports(*reports, arguments);
    if (!evaluated) {
        return printError(evaluated.error());
    }
    const auto& judgement = evaluated->judgement;
    if (const auto written = writeFiles(arguments, judgement, *reports); !written) {
        return printError(written.error());
    }
    if (arguments.json) {
        printJson(judge::evaluationJson(judgement));
    } else {
        std::string text = judge::evaluationText(judgement);
        text.pop_back(); // printLine ends the last line
        printLine(text);
    }
    if (evaluated->source != Source::thresholds) {
        const auto text = sourceText(*evaluated);
        if (!arguments.json) {
            printLine("\n" + text + '.');
        }
        if (arguments.json || evaluated->source == Source::builtIn) {
            printMessage("plumb: " + text);
        }
    }
    return judge::evaluationExitCode(judgement, arguments.failOn == "warn", arguments.allowMissing);
}

} // namespace

void addEvaluate(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<EvaluateArguments>();
    auto* verb
        = app.add_subcommand("evaluate", "Judge reports against thresholds; several are judged as rounds.");
    verb->add_option("reports", arguments->reports, "Report files (plumbline.report/1)")->required();
    verb->add_option("--thresholds", arguments->thresholds,
            "Rules to judge by (plumbline.thresholds/1); default: those the reports were judged by when they "
            "were "
            "stored, else the built-in rule alone")
        ->check(notEmpty());
    verb->add_option("--library", arguments->library,
            "Library with the baseline and the earlier runs that rules about changes are measured against; "
            "default: the one the first report lies in")
        ->check(notEmpty());
    verb->add_flag(
        "--allow-missing", arguments->allowMissing, "Excuse rules that were skipped or not measured");
    verb->add_option("--out", arguments->out, "Write the evaluation as JSON")->check(notEmpty());
    verb->add_option("--markdown", arguments->markdown, "Write the evaluation as Markdown")
        ->check(notEmpty());
    verb->add_option("--junit", arguments->junit, "Write the evaluation as JUnit XML, a test case per rule")
        ->check(notEmpty());
    verb->add_flag("--json", arguments->json, "Print one JSON document on stdout");
    verb->add_option("--fail-on", arguments->failOn, "\"warn\": warnings exit with 1 too")
        ->check(CLI::IsMember({"warn", "fail"}));
    verb->footer(
        "Exit codes: 0 pass (and warn), 1 fail, 2 unreadable input, 3 invalid run, 4 cannot be judged.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return evaluate(*arguments); }; });
}

} // namespace plumb::headless

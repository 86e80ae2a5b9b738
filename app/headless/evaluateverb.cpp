// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/files.h"
#include "judge/evaluation.h"
#include "report/report.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>

namespace plumb::headless {

namespace {

struct EvaluateArguments
{
    std::vector<std::string> reports;
    std::string thresholds, out, markdown, junit, failOn;
    bool allowMissing = false, json = false;
};

/// What only makes sense with a hint, on stderr.
void sayWhatToKnow(const std::vector<report::Report>& reports, bool thresholdsGiven)
{
    if (!thresholdsGiven) {
        printMessage("plumb: no --thresholds given, so only the built-in rule is judged (success rate under "
                     "99 % fails)");
    }
    const auto differs = std::find_if(reports.begin(), reports.end(),
        [&reports](const report::Report& report) { return report.operation != reports.front().operation; });
    if (differs != reports.end()) {
        printMessage("plumb: the reports are of different operations (" + reports.front().operation + ", "
            + differs->operation + "); their medians mix them");
    }
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
    std::optional<judge::Thresholds> thresholds;
    if (!arguments.thresholds.empty()) {
        auto read = judge::readThresholds(arguments.thresholds);
        if (!read) {
            return printError(read.error());
        }
        thresholds = std::move(*read);
    }
    std::vector<report::Report> reports;
    for (const auto& file : arguments.reports) {
        auto read = report::readReport(file);
        if (!read) {
            return printError(read.error());
        }
        reports.push_back(std::move(*read));
    }
    sayWhatToKnow(reports, thresholds.has_value());

    const auto* rules = thresholds ? &*thresholds : nullptr;
    const auto judgement = judge::judgeRounds(reports, rules, arguments.allowMissing);
    if (const auto written = writeFiles(arguments, judgement, reports); !written) {
        return printError(written.error());
    }
    if (arguments.json) {
        printJson(judge::evaluationJson(judgement));
    } else {
        std::string text = judge::evaluationText(judgement);
        text.pop_back(); // printLine ends the last line
        printLine(text);
    }
    return judge::evaluationExitCode(
        judgement, rules, reports, arguments.failOn == "warn", arguments.allowMissing);
}

} // namespace

void addEvaluate(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<EvaluateArguments>();
    auto* verb
        = app.add_subcommand("evaluate", "Judge reports against thresholds; several are judged as rounds.");
    verb->add_option("reports", arguments->reports, "Report files (plumbline.report/1)")->required();
    verb->add_option("--thresholds", arguments->thresholds,
        "Rules to judge by (plumbline.thresholds/1); default: the built-in rule alone");
    verb->add_flag(
        "--allow-missing", arguments->allowMissing, "Excuse rules that were skipped or not measured");
    verb->add_option("--out", arguments->out, "Write the evaluation as JSON");
    verb->add_option("--markdown", arguments->markdown, "Write the evaluation as Markdown");
    verb->add_option("--junit", arguments->junit, "Write the evaluation as JUnit XML, a test case per rule");
    verb->add_flag("--json", arguments->json, "Print one JSON document on stdout");
    verb->add_option("--fail-on", arguments->failOn, "\"warn\": warnings exit with 1 too")
        ->check(CLI::IsMember({"warn", "fail"}));
    verb->footer(
        "Exit codes: 0 pass (and warn), 1 fail, 2 unreadable input, 3 invalid run, 4 cannot be judged.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return evaluate(*arguments); }; });
}

} // namespace plumb::headless

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/comparedruns.h"
#include "app/headless/console.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/files.h"
#include "export/comparisonmarkdown.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace plumb::headless {

namespace {

struct CompareArguments
{
    CompareWish wish;
    std::string rules = "default", markdown, failOn;
    bool json = false;
};

int tell(const judge::Comparison& comparison, const CompareArguments& arguments)
{
    if (!arguments.markdown.empty()) {
        const auto written = writeFileAtomic(arguments.markdown, exporting::comparisonMarkdown(comparison));
        if (!written) {
            return printError(written.error());
        }
    }
    if (arguments.json) {
        printJson(judge::comparisonJson(comparison));
    } else {
        std::string text = judge::comparisonText(comparison);
        text.pop_back(); // printLine ends the last line
        printLine(text);
    }
    return judge::comparisonExitCode(comparison, arguments.failOn == "warn");
}

int compare(const CompareArguments& arguments)
{
    if (const auto allowed = checkOutput(arguments.markdown); !allowed) {
        return printError(allowed.error());
    }
    const auto rules = judge::readRuleSet(arguments.rules);
    if (!rules) {
        return printError(rules.error());
    }
    auto runs = readComparedRuns(arguments.wish);
    if (!runs) {
        return printError(runs.error());
    }
    if (!runs->missing.empty()) {
        return tell(judge::withoutBaseline(arguments.wish.operation, runs->missing), arguments);
    }
    const auto comparison = judge::compareRuns(runs->sets, *rules, runs->noise ? &*runs->noise : nullptr);
    return comparison ? tell(*comparison, arguments) : printError(comparison.error());
}

} // namespace

void addCompare(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<CompareArguments>();
    auto* verb = app.add_subcommand(
        "compare", "Compare runs with a base: what moved, by how much, and how sure that is.");
    auto* reports = verb->add_option("reports", arguments->wish.reports,
        "The base, then 1 to 19 candidates: report files, ids of reports in the library, or folders whose "
        "reports are rounds of one thing");
    auto* operation
        = verb->add_option("--operation", arguments->wish.operation,
                  "Instead of reports: the newest run of this operation in the library, or the rounds of "
                  "the newest suite")
              ->check(notEmpty())
              ->excludes(reports);
    verb->add_option("--against", arguments->wish.against,
            "With --operation: \"baseline\", what is pinned (the default), or \"previous\", the run or "
            "suite before")
        ->check(CLI::IsMember({"baseline", "previous"}))
        ->needs(operation);
    verb->add_option("--rules", arguments->rules,
            "What to judge by: \"default\" (the stricter of alerts and regression), \"alerts\", "
            "\"regression\", \"bands\", or a thresholds file with rules about changes")
        ->check(notEmpty());
    verb->add_option("--library", arguments->wish.library,
            "Library to look ids, baselines and the spread between earlier runs up in")
        ->check(notEmpty());
    verb->add_option("--markdown", arguments->markdown, "Write the comparison as Markdown")
        ->check(notEmpty());
    verb->add_flag("--json", arguments->json, "Print one JSON document on stdout");
    verb->add_option("--fail-on", arguments->failOn, "\"warn\": warnings exit with 1 too")
        ->check(CLI::IsMember({"warn", "fail"}));
    verb->footer("Exit codes: 0 pass (and warn), 1 fail, 2 unreadable input, 3 invalid run, 4 cannot be "
                 "judged: no baseline, inconclusive, not measured, not comparable.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return compare(*arguments); }; });
}

} // namespace plumb::headless

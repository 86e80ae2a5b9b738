// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/findreport.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/files.h"
#include "base/timestamp.h"
#include "judge/seriescsv.h"
#include "library/trendseries.h"

#include <CLI/CLI.hpp>

#include <nlohmann/json.hpp>

#include <memory>

namespace plumb::headless {

namespace {

struct TrendArguments
{
    std::string operation, environment, metric, step, library;
    std::string csv, column, better, method = "gated";
    std::string markdown, failOn;
    std::size_t window = 50;
    double maxP = 0.001, minMagnitude = 0.0;
    int days = 0;
    bool environmentGiven = false, magnitudeGiven = false, json = false;
};

Error usage(const char* what, const char* remedy)
{
    return {ErrorKind::usage, what, {}, remedy};
}

/// Options of one form that were given in the other.
Result<void> checkForm(const TrendArguments& arguments)
{
    const bool csv = !arguments.csv.empty();
    if (csv == !arguments.operation.empty()) {
        return usage(
            "a trend is of an operation or of a CSV file", "give --operation NAME, or --csv FILE --column C");
    }
    if (csv && arguments.column.empty()) {
        return usage("--csv needs to know which column", "name it with --column");
    }
    const bool libraryOnly = !arguments.metric.empty() || !arguments.step.empty()
        || arguments.environmentGiven || arguments.days > 0 || !arguments.library.empty();
    if (csv && libraryOnly) {
        return usage("--metric, --step, --environment, --days and --library are of runs in a library",
            "leave them out with --csv");
    }
    if (!csv && (!arguments.column.empty() || !arguments.better.empty())) {
        return usage("--column and --better are of CSV files", "leave them out with --operation");
    }
    return {};
}

Result<judge::TrendInput> fromCsv(const TrendArguments& arguments)
{
    auto input = judge::readSeriesCsv(arguments.csv, arguments.column);
    if (input && !arguments.better.empty()) {
        input->better = arguments.better == "higher" ? metric::Better::higher : metric::Better::lower;
    }
    return input;
}

Result<judge::TrendInput> fromLibrary(const TrendArguments& arguments)
{
    auto opened = openUpToDate(arguments.library);
    if (!opened) {
        return opened.error();
    }
    library::TrendQuery query;
    query.operation = arguments.operation;
    query.now_ms = wallClockMs();
    if (arguments.environmentGiven) {
        query.environment = arguments.environment;
    }
    if (!arguments.metric.empty()) {
        query.metric = arguments.metric;
    }
    if (!arguments.step.empty()) {
        query.of = "step:" + arguments.step;
    }
    if (arguments.days > 0) {
        query.days = arguments.days;
    }
    return library::trendSeries(**opened, query);
}

int show(const TrendArguments& arguments)
{
    if (const auto fits = checkForm(arguments); !fits) {
        return printError(fits.error());
    }
    if (const auto allowed = checkOutput(arguments.markdown); !allowed) {
        return printError(allowed.error());
    }
    const auto input = arguments.csv.empty() ? fromLibrary(arguments) : fromCsv(arguments);
    if (!input) {
        return printError(input.error());
    }
    judge::TrendOptions options;
    options.method = arguments.method == "otava" ? judge::TrendOptions::Method::otava
                                                 : judge::TrendOptions::Method::gated;
    options.window = arguments.window;
    options.maxP = arguments.maxP;
    if (arguments.magnitudeGiven) {
        options.minMagnitude = arguments.minMagnitude;
    }
    const auto trend = judge::trend(*input, options);
    if (!trend) {
        return printError(trend.error());
    }
    if (!arguments.markdown.empty()) {
        if (const auto written = writeFileAtomic(arguments.markdown, judge::trendMarkdown(*input, *trend));
            !written) {
            return printError(written.error());
        }
    }
    if (arguments.json) {
        printJson(judge::trendJson(*input, *trend));
    } else {
        std::string text = judge::trendText(*input, *trend);
        text.pop_back(); // printLine ends the last line
        printLine(text);
    }
    if (arguments.failOn == "degrading" && judge::trendIsWorse(*input, *trend)) {
        return static_cast<int>(ExitCode::fail);
    }
    return static_cast<int>(
        trend->direction == judge::TrendDirection::tooFew ? ExitCode::cannotJudge : ExitCode::pass);
}

void addMethod(CLI::App& verb, TrendArguments& arguments)
{
    verb.add_option("--method", arguments.method,
            "\"gated\": changes that pass for effect, noise and length; \"otava\": exactly as Apache Otava "
            "gives them")
        ->check(CLI::IsMember({"gated", "otava"}))
        ->capture_default_str();
    verb.add_option("--window", arguments.window, "Points looked at together")->capture_default_str();
    verb.add_option("--p-value", arguments.maxP, "Significance of a change, above 0 and up to 1")
        ->capture_default_str();
    verb.add_option_function<double>(
        "--min-magnitude",
        [&arguments](double value) {
            arguments.minMagnitude = value;
            arguments.magnitudeGiven = true;
        },
        "Smallest change, as a fraction; default: 0.05 gated, 0 otava");
}

} // namespace

void addTrend(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<TrendArguments>();
    auto* verb = app.add_subcommand(
        "trend", "Show how a figure moved over runs: change points, direction, creep against the baseline.");
    verb->add_option("--operation", arguments->operation, "Of the runs of this operation in a library")
        ->check(notEmpty());
    verb->add_option_function<std::string>(
        "--environment",
        [arguments](const std::string& value) {
            arguments->environment = value;
            arguments->environmentGiven = true;
        },
        "Of this environment; default: that of the newest run");
    verb->add_option(
            "--metric", arguments->metric, "Of this metric of the catalogue; default: latency_ms.p95")
        ->check(notEmpty());
    verb->add_option("--step", arguments->step, "Of this step; default: of the whole run")->check(notEmpty());
    verb->add_option("--days", arguments->days, "Of runs that started within so many days")
        ->check(CLI::Range(1, 36'500));
    verb->add_option("--library", arguments->library, libraryHelp)->check(notEmpty());
    verb->add_option("--csv", arguments->csv, "Of the rows of this CSV file instead, in their order")
        ->check(notEmpty());
    verb->add_option("--column", arguments->column, "The column of the CSV file with the values")
        ->check(notEmpty());
    verb->add_option("--better", arguments->better,
            "Which way is better in the CSV file; default: as the catalogue says for a column named like a "
            "metric, else lower")
        ->check(CLI::IsMember({"lower", "higher"}));
    addMethod(*verb, *arguments);
    verb->add_option("--markdown", arguments->markdown, "Write the trend as Markdown")->check(notEmpty());
    verb->add_option("--fail-on", arguments->failOn,
            "\"degrading\": exit with 1 where it degrades, creeps, or the newest change is for the worse and "
            "nobody expected it")
        ->check(CLI::IsMember({"degrading"}));
    verb->add_flag("--json", arguments->json, "Print one JSON document on stdout");
    verb->footer("A trend describes and does not judge, so it exits with 0 whatever it shows, unless "
                 "--fail-on is given.\n"
                 "Exit codes: 0 shown, 1 worse (--fail-on), 2 wrong usage or unreadable input, 4 too few "
                 "runs to tell a direction.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return show(*arguments); }; });
}

} // namespace plumb::headless

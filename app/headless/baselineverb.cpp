// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/findreport.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/timestamp.h"
#include "library/library.h"
#include "library/reporthead.h"

#include <CLI/CLI.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <set>

namespace plumb::headless {

namespace {

using library::BaselineLine;

struct BaselineArguments
{
    std::vector<std::string> reports;
    std::string operation, environment, why, library;
    bool environmentGiven = false, history = false, json = false;
};

std::string nameOf(const BaselineLine& line)
{
    return line.operation + (line.environment.empty() ? "" : " (" + line.environment + ")");
}

/// A report of a pin as lists show it: with its file where the library has it.
Json reportJson(library::Library& library, const std::string& id)
{
    Json json = Json::object();
    json["id"] = id;
    const auto row = library.find(id);
    const bool here = row && row->has_value();
    json["file"] = here ? Json((*row)->file.string()) : Json(nullptr);
    json["started_at"] = here ? Json((*row)->started_at) : Json(nullptr);
    json["target_version"] = here ? Json((*row)->target_version) : Json(nullptr);
    return json;
}

Json lineJson(library::Library& library, const BaselineLine& line)
{
    Json json = Json::object();
    json["kind"] = std::string(toString(line.kind));
    json["operation"] = line.operation;
    json["environment"] = line.environment;
    json["reports"] = Json::array();
    for (const auto& id : line.reports) {
        json["reports"].push_back(reportJson(library, id));
    }
    json["writer"] = line.writer;
    json["at"] = line.at;
    json["why"] = line.why;
    return json;
}

void tellDamage(const library::Baselines& baselines)
{
    for (const auto& sentence : baselines.damaged) {
        printMessage("plumb: passed over: " + sentence);
    }
}

int write(library::Library& library, const BaselineLine& line, const BaselineArguments& arguments)
{
    if (const auto written = library.writeBaseline(line); !written) {
        return printError(written.error());
    }
    if (arguments.json) {
        printJson(lineJson(library, line));
    } else if (line.kind == BaselineLine::Kind::pin) {
        printLine("pinned: " + nameOf(line) + " is compared with "
            + (line.reports.size() == 1 ? "this report"
                                        : std::to_string(line.reports.size()) + " reports as rounds"));
    } else {
        printLine("unpinned: " + nameOf(line) + " has no baseline now");
    }
    return static_cast<int>(ExitCode::pass);
}

/// The rows of the reports to pin; each has to be in the library, and all of one operation and environment.
Result<std::vector<library::ReportRow>> rowsToPin(
    library::Library& library, const BaselineArguments& arguments)
{
    std::vector<library::ReportRow> rows;
    std::set<std::string> known;
    for (const auto& wanted : arguments.reports) {
        const auto file = findReport(arguments.library, wanted);
        if (!file) {
            return file.error();
        }
        const auto head = library::readReportHead(*file);
        if (!head) {
            return head.error();
        }
        auto row = library.find(head->id);
        if (!row) {
            return row.error();
        }
        if (!row->has_value()) {
            return Error{ErrorKind::input, "this report is not in the library", file->string(),
                "a baseline is a report of the library " + library.folder().string()};
        }
        if ((*row)->verdict == metric::Verdict::invalid) {
            return Error{ErrorKind::input,
                "this run is invalid (the generator was the limit), so nothing can be compared with it",
                file->string(), "pin a valid run"};
        }
        if ((*row)->requests == 0) {
            return Error{ErrorKind::input, "this run has no measured request", file->string(),
                "pin a run that measured something"};
        }
        if (!known.insert(head->id).second) {
            printMessage("plumb: " + wanted + ": this report was named before; it counts once");
            continue;
        }
        if ((*row)->partial) {
            printMessage("plumb: " + wanted + ": this run was ended early; it is pinned all the same");
        }
        rows.push_back(std::move(**row));
    }
    const auto& first = rows.front();
    for (const auto& row : rows) {
        if (row.operation != first.operation || row.environment != first.environment) {
            return Error{ErrorKind::input,
                "the reports are of different things: " + first.operation + " (" + first.environment
                    + ") and " + row.operation + " (" + row.environment + ")",
                row.file.string(), "pin the rounds of one operation in one environment at a time"};
        }
    }
    return rows;
}

BaselineLine newLine(BaselineLine::Kind kind, const BaselineArguments& arguments)
{
    BaselineLine line;
    line.kind = kind;
    line.writer = library::annotationWriter();
    line.at = isoTimestamp(wallClockMs());
    line.why = arguments.why;
    return line;
}

int pin(const BaselineArguments& arguments)
{
    auto opened = openLibraryOf(arguments.library, arguments.reports.front());
    if (!opened) {
        return printError(opened.error());
    }
    if (const auto refreshed = (*opened)->refresh(); !refreshed) {
        return printError(refreshed.error());
    }
    const auto rows = rowsToPin(**opened, arguments);
    if (!rows) {
        return printError(rows.error());
    }
    auto line = newLine(BaselineLine::Kind::pin, arguments);
    line.operation = rows->front().operation;
    line.environment = rows->front().environment;
    for (const auto& row : *rows) {
        line.reports.push_back(row.id);
    }
    return write(**opened, line, arguments);
}

/// The pin that --operation and --environment mean.
Result<BaselineLine> pinMeant(const library::Baselines& baselines, const BaselineArguments& arguments)
{
    std::vector<const BaselineLine*> fitting;
    std::string known;
    for (const auto& line : baselines.pinned) {
        known += (known.empty() ? "" : ", ") + nameOf(line);
        const bool fits = line.operation == arguments.operation
            && (!arguments.environmentGiven || line.environment == arguments.environment);
        if (fits) {
            fitting.push_back(&line);
        }
    }
    if (fitting.empty()) {
        return Error{ErrorKind::input, "nothing is pinned for this operation", arguments.operation,
            known.empty() ? "there are no baselines" : "pinned are " + known};
    }
    if (fitting.size() > 1) {
        return Error{ErrorKind::usage, "this operation has baselines in several environments",
            arguments.operation, "name one with --environment; pinned are " + known};
    }
    return *fitting.front();
}

int unpin(const BaselineArguments& arguments)
{
    auto opened = openUpToDate(arguments.library);
    if (!opened) {
        return printError(opened.error());
    }
    const auto baselines = (*opened)->baselines();
    tellDamage(baselines);
    const auto meant = pinMeant(baselines, arguments);
    if (!meant) {
        return printError(meant.error());
    }
    auto line = newLine(BaselineLine::Kind::unpin, arguments);
    line.operation = meant->operation;
    line.environment = meant->environment;
    return write(**opened, line, arguments);
}

void printPin(library::Library& library, const BaselineLine& line)
{
    printLine(nameOf(line) + (line.kind == BaselineLine::Kind::unpin ? ": unpinned" : "") + "  by "
        + line.writer + " at " + line.at + (line.why.empty() ? "" : "  \"" + line.why + '"'));
    for (const auto& id : line.reports) {
        const auto row = library.find(id);
        printLine("    "
            + (row && row->has_value() ? (*row)->file.lexically_relative(library.folder()).generic_string()
                                       : id + " (not in the library)"));
    }
}

int list(const BaselineArguments& arguments)
{
    auto opened = openUpToDate(arguments.library);
    if (!opened) {
        return printError(opened.error());
    }
    const auto baselines = (*opened)->baselines();
    tellDamage(baselines);
    auto lines = arguments.history ? baselines.history : baselines.pinned;
    std::erase_if(lines, [&arguments](const BaselineLine& line) {
        return (!arguments.operation.empty() && line.operation != arguments.operation)
            || (arguments.environmentGiven && line.environment != arguments.environment);
    });
    if (arguments.json) {
        Json json = Json::object();
        json["library"] = (*opened)->folder().string();
        json["baselines"] = Json::array();
        for (const auto& line : lines) {
            json["baselines"].push_back(lineJson(**opened, line));
        }
        json["damaged"] = baselines.damaged;
        printJson(json);
        return static_cast<int>(ExitCode::pass);
    }
    for (const auto& line : lines) {
        printPin(**opened, line);
    }
    if (lines.empty()) {
        printLine("no baselines; pin one with `plumb baseline pin REPORT`");
    }
    return static_cast<int>(ExitCode::pass);
}

struct Part
{
    CLI::App* app = nullptr;
    std::shared_ptr<BaselineArguments> arguments;
};

Part addPart(CLI::App& verb, const char* name, const char* description, Action& chosen,
    int (*action)(const BaselineArguments&))
{
    auto arguments = std::make_shared<BaselineArguments>();
    auto* part = verb.add_subcommand(name, description);
    part->add_option("--library", arguments->library, libraryHelp)->check(notEmpty());
    part->add_flag("--json", arguments->json, "Print one JSON document on stdout");
    part->callback(
        [arguments, action, &chosen] { chosen = [arguments, action] { return action(*arguments); }; });
    return {part, arguments};
}

void addSelection(const Part& part, bool needed)
{
    auto* operation = part.app->add_option("--operation", part.arguments->operation, "Of this operation");
    operation->check(notEmpty())->required(needed);
    part.app->add_option_function<std::string>(
        "--environment",
        [arguments = part.arguments](const std::string& value) {
            arguments->environment = value;
            arguments->environmentGiven = true;
        },
        "In this environment");
}

} // namespace

void addBaseline(CLI::App& app, Action& chosen)
{
    auto* verb
        = app.add_subcommand("baseline", "Pin the report, or the rounds, that runs are compared with.");
    verb->require_subcommand(1);
    const auto pinPart = addPart(*verb, "pin",
        "Pin a report, or several as rounds, for their operation and environment; a pin before it is "
        "replaced.",
        chosen, pin);
    pinPart.app->add_option("reports", pinPart.arguments->reports, "Report files in a library, or ids")
        ->required();
    pinPart.app->add_option("--why", pinPart.arguments->why, "The reason, kept with the pin");
    pinPart.app->footer("Pins stand in baselines.jsonl of the library, which only grows: who, when and why.\n"
                        "Exit codes: 0 pinned, 2 no such report, or one that nothing can be compared with.");
    const auto unpinPart
        = addPart(*verb, "unpin", "Take a pin back: the operation has no baseline then.", chosen, unpin);
    addSelection(unpinPart, true);
    unpinPart.app->add_option("--why", unpinPart.arguments->why, "The reason, kept with it");
    unpinPart.app->footer(
        "Exit codes: 0 unpinned, 2 nothing is pinned there, or it is not clear what is meant.");
    const auto listPart = addPart(*verb, "list", "Show what is pinned.", chosen, list);
    addSelection(listPart, false);
    listPart.app->add_flag("--history", listPart.arguments->history, "Every pin and unpin, oldest first");
    listPart.app->footer("Exit codes: 0, also where nothing is pinned; 2 the library cannot be used.");
}

} // namespace plumb::headless

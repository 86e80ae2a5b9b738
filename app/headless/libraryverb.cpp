// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/timestamp.h"
#include "base/units.h"
#include "library/defaultlibrary.h"
#include "library/library.h"

#include <CLI/CLI.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <memory>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

struct LibraryArguments
{
    std::string library;
    bool json = false;
    int days = 30; ///< prune
    bool dryRun = false;
};

Result<std::unique_ptr<library::Library>> openLibrary(const LibraryArguments& arguments)
{
    const auto folder = arguments.library.empty() ? library::defaultLibrary() : fs::path(arguments.library);
    return library::Library::open(folder, false);
}

Json recoveredJson(const std::vector<library::Recovered>& recovered)
{
    Json list = Json::array();
    for (const auto& entry : recovered) {
        Json item = Json::object();
        item["run_id"] = entry.run_id;
        item["report"] = entry.report.empty() ? Json(nullptr) : Json(entry.report.string());
        item["failed"] = entry.failed;
        item["message"] = entry.message;
        list.push_back(std::move(item));
    }
    return list;
}

int check(const LibraryArguments& arguments)
{
    const auto opened = openLibrary(arguments);
    if (!opened) {
        return printError(opened.error());
    }
    const auto result = (*opened)->check();
    if (!result) {
        return printError(result.error());
    }
    if (arguments.json) {
        Json json = Json::object();
        json["library"] = (*opened)->folder().string();
        json["read_only"] = (*opened)->readOnly();
        json["reports"] = result->reports;
        json["unreadable"] = result->unreadable;
        json["recovered"] = recoveredJson(result->recovered);
        json["problems"] = result->problems;
        printJson(json);
    } else {
        printLine((*opened)->folder().string() + ": " + std::to_string(result->reports) + " reports, "
            + std::to_string(result->unreadable) + " unreadable, " + std::to_string(result->recovered.size())
            + " journals of ended runs, " + std::to_string(result->problems.size()) + " problems");
        for (const auto& entry : result->recovered) {
            if (!entry.failed) { // the others are among the problems
                printLine(entry.message);
            }
        }
        for (const auto& problem : result->problems) {
            printLine("problem: " + problem);
        }
    }
    return static_cast<int>(result->problems.empty() ? ExitCode::pass : ExitCode::badInput);
}

int rebuildIndex(const LibraryArguments& arguments)
{
    const auto opened = openLibrary(arguments);
    if (!opened) {
        return printError(opened.error());
    }
    const auto result = (*opened)->rebuild();
    if (!result) {
        return printError(result.error());
    }
    const auto index = (*opened)->indexFile().string();
    std::vector<library::ReportRow> damaged;
    if (result->unreadable > 0) {
        auto rows = (*opened)->reports();
        if (!rows) {
            return printError(rows.error());
        }
        std::copy_if(rows->begin(), rows->end(), std::back_inserter(damaged),
            [](const library::ReportRow& row) { return !row.unreadable.empty(); });
    }
    if (arguments.json) {
        Json json = Json::object();
        json["library"] = (*opened)->folder().string();
        json["index"] = index;
        json["added"] = result->added;
        json["unreadable"] = result->unreadable;
        json["unreadable_files"] = Json::array();
        for (const auto& row : damaged) {
            json["unreadable_files"].push_back({{"file", row.file.string()}, {"reason", row.unreadable}});
        }
        json["pending"] = result->pending;
        printJson(json);
    } else {
        printLine(index + ": " + std::to_string(result->added) + " files, "
            + std::to_string(result->unreadable) + " of them unreadable");
        for (const auto& row : damaged) {
            const auto file = row.file.string();
            const bool named = row.unreadable.find(file) != std::string::npos;
            printLine("unreadable: " + (named ? row.unreadable : file + ": " + row.unreadable));
        }
        for (const auto& path : result->pending) {
            printMessage("still being written, look again: " + path);
        }
    }
    return static_cast<int>(ExitCode::pass);
}

int prune(const LibraryArguments& arguments)
{
    const auto opened = openLibrary(arguments);
    if (!opened) {
        return printError(opened.error());
    }
    const auto trash = (*opened)->trash();
    if (!trash) {
        return printError(trash.error());
    }
    const auto before = wallClockMs() - std::int64_t{arguments.days} * 24 * 3'600'000;
    std::vector<fs::path> files;
    library::Pruned pruned;
    for (const auto& one : *trash) {
        if (arguments.days == 0 || one.since_wall_ms < before) {
            files.push_back(one.file);
            ++pruned.reports;
            pruned.bytes += one.bytes;
        }
    }
    if (!arguments.dryRun) {
        const auto done = (*opened)->prune(files);
        if (!done) {
            return printError(done.error());
        }
        pruned = *done;
    }
    if (arguments.json) {
        Json json = Json::object();
        json["library"] = (*opened)->folder().string();
        json["days"] = arguments.days;
        json["dry_run"] = arguments.dryRun;
        json["deleted"] = pruned.reports;
        json["bytes"] = pruned.bytes;
        json["kept"] = static_cast<std::int64_t>(trash->size()) - pruned.reports;
        json["files"] = Json::array();
        for (const auto& file : files) {
            json["files"].push_back(file.string());
        }
        printJson(json);
    } else {
        printLine((*opened)->folder().string() + ": " + std::to_string(pruned.reports)
            + (pruned.reports == 1 ? " report" : " reports")
            + (arguments.dryRun ? " in the trash would be deleted, " : " deleted for good, ")
            + formatBytes(static_cast<double>(pruned.bytes)));
    }
    return static_cast<int>(ExitCode::pass);
}

std::shared_ptr<LibraryArguments> addPart(CLI::App& verb, const char* name, const char* description,
    const char* footer, Action& chosen, int (*action)(const LibraryArguments&))
{
    auto arguments = std::make_shared<LibraryArguments>();
    auto* part = verb.add_subcommand(name, description);
    part->add_option("--library", arguments->library,
            "Library folder; default: the nearest folder upwards with plumbline.json, else "
            "$PLUMBLINE_LIBRARY, else among the user's data")
        ->check(notEmpty());
    part->add_flag("--json", arguments->json, "Print one JSON document on stdout");
    part->footer(footer);
    part->callback(
        [arguments, action, &chosen] { chosen = [arguments, action] { return action(*arguments); }; });
    return arguments;
}

} // namespace

void addLibrary(CLI::App& app, Action& chosen)
{
    auto* verb = app.add_subcommand("library", "Check, index or prune a library.");
    verb->require_subcommand(1);
    addPart(*verb, "check",
        "Turn what crashed runs left into reports, then look at every report, scenario and thresholds file.",
        "Exit codes: 0 everything is fine or was recovered, 2 problems remain (listed).", chosen, check);
    addPart(*verb, "index", "Throw the index away and read all report files again.",
        "Exit codes: 0 done, 2 the library or its index cannot be used.", chosen, rebuildIndex);
    const auto arguments
        = addPart(*verb, "prune", "Delete for good what has been in the trash of the library for long.",
            "Exit codes: 0 done, 2 the library cannot be used or written.", chosen, prune);
    auto* part = verb->get_subcommand("prune");
    part->add_option("--days", arguments->days, "Keep what was deleted within so many days; 0 keeps nothing")
        ->check(CLI::Range(0, 36'500))
        ->capture_default_str();
    part->add_flag("--dry-run", arguments->dryRun, "Say what would be deleted, and delete nothing");
}

} // namespace plumb::headless

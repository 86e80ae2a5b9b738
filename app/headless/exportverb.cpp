// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "export/exporter.h"
#include "library/defaultlibrary.h"
#include "library/library.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

struct ExportArguments
{
    std::string report, format = "markdown", out, library;
};

/// A path, or the id of a report in the library.
Result<fs::path> findReport(const ExportArguments& arguments)
{
    std::error_code code;
    if (fs::exists(arguments.report, code)) {
        return fs::path(arguments.report);
    }
    const auto folder = arguments.library.empty() ? library::defaultLibrary() : fs::path(arguments.library);
    const Error missing{ErrorKind::input,
        "there is no such file, and no report of this id in " + folder.string(), arguments.report,
        "check the path or the id, or name the library with --library"};
    if (arguments.library.empty() && !fs::exists(folder, code)) {
        return missing;
    }
    auto opened = library::Library::open(folder, false);
    if (!opened) {
        return opened.error();
    }
    if (const auto refreshed = (*opened)->refresh(); !refreshed) {
        return refreshed.error();
    }
    const auto row = (*opened)->find(arguments.report);
    if (!row) {
        return row.error();
    }
    if (!row->has_value()) {
        return missing;
    }
    return (*row)->file;
}

int exportReport(const ExportArguments& arguments)
{
    const auto exporter = exporting::findExporter(arguments.format);
    if (!exporter) {
        return printError(exporter.error());
    }
    const auto file = findReport(arguments);
    if (!file) {
        return printError(file.error());
    }
    const auto report = report::readReport(*file);
    if (!report) {
        return printError(report.error());
    }
    const auto documents = (*exporter)->write(*report);
    if (!documents) {
        return printError(documents.error());
    }
    if (arguments.out.empty()) {
        if (documents->size() > 1) {
            return printError({ErrorKind::usage, "this format makes several files",
                "--format " + arguments.format, "say where they go with --out FOLDER or --out PREFIX"});
        }
        std::string text = documents->front().text;
        text.erase(text.find_last_not_of('\n') + 1); // printLine ends the last line
        printLine(text);
        return static_cast<int>(ExitCode::pass);
    }
    const auto written = exporting::writeDocuments(*documents, arguments.out, file->stem().string());
    if (!written) {
        return printError(written.error());
    }
    for (const auto& path : *written) {
        printMessage("written: " + path.string());
    }
    return static_cast<int>(ExitCode::pass);
}

} // namespace

void addExport(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<ExportArguments>();
    auto* verb = app.add_subcommand("export", "Write a report in another format.");
    verb->add_option("report", arguments->report, "Report file, or the id of a report in the library")
        ->required();
    std::string formats;
    for (const auto& exporter : exporting::exporters()) {
        formats += "\n" + std::string(exporter->format()) + ": " + std::string(exporter->description());
    }
    verb->add_option("--format", arguments->format, "One of:" + formats)->capture_default_str();
    verb->add_option("--out", arguments->out,
        "File or existing folder; for csv a folder or what the three names begin with; default: stdout");
    verb->add_option("--library", arguments->library, "Library to look an id up in");
    verb->footer(
        "Exit codes: 0 written, 2 unreadable report, unknown format or a place that cannot be written.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return exportReport(*arguments); }; });
}

} // namespace plumb::headless

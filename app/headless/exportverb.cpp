// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/findreport.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "export/exporter.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <set>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

struct ExportArguments
{
    std::vector<std::string> reports;
    std::string format = "markdown", out, library;
};

/// A report in the format that was asked for.
struct Exported
{
    fs::path report;
    std::string stem; ///< of its files, one of its own among all that are exported
    std::vector<exporting::Document> documents;
};

Result<Exported> exportOne(
    const ExportArguments& arguments, const exporting::Exporter& exporter, const std::string& wanted)
{
    const auto file = findReport(arguments.library, wanted);
    if (!file) {
        return file.error();
    }
    const auto report = report::readReport(*file);
    if (!report) {
        return report.error();
    }
    auto documents = exporter.write(*report);
    if (!documents) {
        return documents.error();
    }
    return Exported{*file, file->stem().string(), std::move(*documents)};
}

Result<void> print(const std::vector<Exported>& all, const std::string& format)
{
    const auto& first = all.front().documents;
    const std::string where = "--format " + format;
    if (first.size() > 1) {
        return Error{ErrorKind::usage, "this format makes several files", where,
            "say where they go with --out FOLDER or --out PREFIX"};
    }
    if (all.size() > 1 && first.front().suffix.ends_with(".json")) {
        return Error{ErrorKind::usage, "several reports in one output would not be JSON any more", where,
            "write a file of each with --out FOLDER"};
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::string text = all[i].documents.front().text;
        text.erase(text.find_last_not_of('\n') + 1); // printLine ends the last line
        printLine((i == 0 ? "" : "\n") + text);
    }
    return {};
}

Result<void> write(const std::vector<Exported>& all, const std::string& out)
{
    if (all.size() > 1 && !exporting::isFolder(out)) {
        return Error{ErrorKind::usage, "several reports do not go into one file", "--out " + out,
            "name a folder that is there, or end the name with /"};
    }
    for (const auto& one : all) { // all of them before the first is written
        for (const auto& path : exporting::documentPaths(one.documents, out, one.stem)) {
            std::error_code code;
            if (fs::equivalent(path, one.report, code)) {
                return Error{ErrorKind::usage, "this would replace the report itself", path.string(),
                    "choose another place with --out"};
            }
            if (const auto allowed = checkOutput(path); !allowed) {
                return allowed.error();
            }
        }
    }
    for (const auto& one : all) {
        const auto written = exporting::writeDocuments(one.documents, out, one.stem);
        if (!written) {
            return written.error();
        }
        for (const auto& path : *written) {
            printMessage("written: " + path.string());
        }
    }
    return {};
}

int exportReports(const ExportArguments& arguments)
{
    const auto exporter = exporting::findExporter(arguments.format);
    if (!exporter) {
        return printError(exporter.error());
    }
    std::vector<Exported> all;
    std::set<std::string> stems;
    for (const auto& wanted : arguments.reports) {
        auto exported = exportOne(arguments, **exporter, wanted);
        if (!exported) {
            return printError(exported.error());
        }
        const auto stem = exported->stem;
        for (int number = 2; !stems.insert(exported->stem).second; ++number) {
            exported->stem = stem + '_' + std::to_string(number);
        }
        all.push_back(std::move(*exported));
    }
    const auto done = arguments.out.empty() ? print(all, arguments.format) : write(all, arguments.out);
    return done ? static_cast<int>(ExitCode::pass) : printError(done.error());
}

} // namespace

void addExport(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<ExportArguments>();
    auto* verb = app.add_subcommand("export", "Write reports in another format.");
    verb->add_option(
            "report", arguments->reports, "Report files, or ids of reports in the library; several in turn")
        ->required();
    std::string formats;
    for (const auto& exporter : exporting::exporters()) {
        formats += "\n" + std::string(exporter->format()) + ": " + std::string(exporter->description());
    }
    verb->add_option("--format", arguments->format, "One of:" + formats)->capture_default_str();
    verb->add_option("--out", arguments->out,
            "File or folder (of several reports a folder: one that is there, or NAME/); for csv a folder or "
            "what the three names begin with; default: stdout")
        ->check(notEmpty());
    verb->add_option("--library", arguments->library, "Library to look an id up in")->check(notEmpty());
    verb->footer("Exit codes: 0 written, 2 unreadable report, unknown format or a place that cannot be "
                 "written. Stored "
                 "reports are never replaced.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return exportReports(*arguments); }; });
}

} // namespace plumb::headless

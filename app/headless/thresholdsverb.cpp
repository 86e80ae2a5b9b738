// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/findreport.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/files.h"
#include "judge/derive.h"
#include "library/earlierruns.h"
#include "library/noisefile.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <deque>
#include <limits>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

struct DeriveArguments
{
    std::vector<std::string> reports;
    std::string library, out;
    bool json = false;
};

/// What the library that the reports are in knows of the noise; nothing for reports from elsewhere.
std::optional<judge::NoiseBook> noiseFor(
    const DeriveArguments& arguments, const fs::path& file, const report::Report& like)
{
    std::error_code code;
    fs::path folder = arguments.library;
    for (auto above = fs::absolute(file, code).parent_path(); folder.empty() && above != above.parent_path();
         above = above.parent_path()) {
        if (fs::is_regular_file(above / "plumbline.json", code)) {
            folder = above;
        }
    }
    if (folder.empty()) {
        return std::nullopt;
    }
    auto library = library::Library::open(folder, false);
    if (!library || !(*library)->refresh()) {
        return std::nullopt;
    }
    const auto rows = (*library)->reports();
    if (!rows) {
        return std::nullopt;
    }
    return library::knownNoise(folder, *rows,
        library::earlierRuns(
            *rows, like.operation, like.environment, std::numeric_limits<std::int64_t>::max()),
        like, {});
}

int derive(const DeriveArguments& arguments)
{
    if (const auto allowed = checkOutput(arguments.out); !allowed) {
        return printError(allowed.error());
    }
    std::deque<report::Report> reports;
    judge::RoundSet baseline;
    std::optional<judge::NoiseBook> noise;
    for (const auto& wanted : arguments.reports) {
        const auto file = findReport(arguments.library, wanted);
        if (!file) {
            return printError(file.error());
        }
        auto report = report::readReport(*file);
        if (!report) {
            return printError(report.error());
        }
        baseline.rounds.emplace_back(reports.emplace_back(std::move(*report)));
        if (baseline.rounds.size() == 1) {
            noise = noiseFor(arguments, *file, reports.front());
        }
    }
    const auto thresholds = judge::deriveThresholds(baseline, noise ? &*noise : nullptr);
    if (!thresholds) {
        return printError(thresholds.error());
    }
    const auto json = judge::toJson(*thresholds);
    if (!arguments.out.empty()) {
        if (const auto written = writeFileAtomic(arguments.out, dumpJson(json, 2) + '\n'); !written) {
            return printError(written.error());
        }
        printMessage("thresholds: " + arguments.out + " (" + std::to_string(thresholds->rules.size())
            + " rules" + (noise ? "; noise from " + noise->source : std::string()) + ")");
    }
    if (arguments.out.empty() || arguments.json) {
        printJson(json);
    }
    return static_cast<int>(ExitCode::pass);
}

} // namespace

void addThresholds(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<DeriveArguments>();
    auto* verb = app.add_subcommand("thresholds", "Make thresholds");
    verb->require_subcommand(1);
    auto* derived = verb->add_subcommand("derive",
        "Limits from baseline runs: a rule warns one noise floor away from the median of the rounds, and "
        "fails two away");
    derived->add_option("REPORT", arguments->reports, "Reports, the rounds of one operation: files or ids")
        ->required();
    derived->add_option("--library", arguments->library, libraryHelp)->check(notEmpty());
    derived->add_option("--out", arguments->out, "File to write (default: print it)")->check(notEmpty());
    derived->add_flag("--json", arguments->json, "Print the thresholds even where --out writes them");
    derived->callback([arguments, &chosen] { chosen = [arguments] { return derive(*arguments); }; });
}

} // namespace plumb::headless

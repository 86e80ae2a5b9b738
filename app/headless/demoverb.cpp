// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "library/defaultlibrary.h"
#include "library/library.h"
#include "sample/builtinspec.h"
#include "sample/sampleservice.h"
#include "workflow/demolibrary.h"

#include <QCoreApplication>
#include <QProcess>

#include <CLI/CLI.hpp>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

Result<std::unique_ptr<sample::SampleService>> startSlowService(double factor)
{
    auto spec = sample::builtinSpec();
    if (!spec) {
        return spec.error();
    }
    sample::Options options;
    options.spec = std::move(*spec);
    options.slow_factor = factor;
    return sample::SampleService::start(std::move(options));
}

/// One run as a `plumb run` of its own, so that the workbench can watch it. 0 and 1 are both answers.
Result<void> makeRun(const workflow::DemoRun& run, const fs::path& library)
{
    std::unique_ptr<sample::SampleService> slow;
    QStringList arguments{QStringLiteral("run"),
        QString::fromStdString(workflow::demoScenario(library, run.scenario).string()),
        QStringLiteral("--library"), QString::fromStdString(library.string())};
    for (const auto& argument : run.arguments) {
        arguments << QString::fromStdString(argument);
    }
    if (run.slow_factor > 1.0) {
        auto service = startSlowService(run.slow_factor);
        if (!service) {
            return service.error();
        }
        slow = std::move(*service);
        arguments << QStringLiteral("--base-url") << QString::fromStdString(slow->baseUrl());
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    const auto code = static_cast<ExitCode>(process.exitCode());
    if (process.exitStatus() != QProcess::NormalExit
        || (code != ExitCode::pass && code != ExitCode::fail && code != ExitCode::invalidRun)) {
        return Error{ErrorKind::setup, "the run \"" + run.title + "\" could not be made",
            "exit code " + std::to_string(process.exitCode()), "its messages stand above"};
    }
    return {};
}

int makeDemo(const fs::path& library)
{
    if (const auto prepared = workflow::prepareDemoLibrary(library, QStringLiteral(":/plumbline/templates"));
        !prepared) {
        return printError(prepared.error());
    }
    auto opened = library::Library::open(library);
    if (!opened) {
        return printError(opened.error());
    }
    const auto stored = [&opened]() -> std::vector<library::ReportRow> {
        if (!(*opened)->refresh()) {
            return {};
        }
        auto rows = (*opened)->reports();
        return rows ? std::move(*rows) : std::vector<library::ReportRow>();
    };
    if (stored().empty()) {
        const auto runs = workflow::demoRuns();
        for (std::size_t i = 0; i < runs.size(); ++i) {
            printMessage("Demo run " + std::to_string(i + 1) + " of " + std::to_string(runs.size()) + ": "
                + runs[i].title);
            if (const auto made = makeRun(runs[i], library); !made) {
                return printError(made.error());
            }
        }
    }
    printLine("The demo library is " + library.string() + "; its reports:");
    for (const auto& row : stored()) {
        printLine("  " + std::string(metric::toString(row.verdict)) + "  " + row.operation + "  "
            + row.file.string());
    }
    return static_cast<int>(ExitCode::pass);
}

} // namespace

void addDemo(CLI::App& app, Action& chosen)
{
    auto folder = std::make_shared<std::string>();
    auto* demo = app.add_subcommand(
        "demo", "Make a library with the shipped scenarios and a few real runs against the sample service");
    demo->add_option("--library", *folder, "Library folder (default: the nearest one, or the user's)")
        ->check(notEmpty());
    demo->callback([folder, &chosen] {
        chosen = [folder] {
            return makeDemo(folder->empty() ? library::defaultLibrary() : fs::absolute(*folder));
        };
    });
}

} // namespace plumb::headless

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/verbs.h"
#include "base/exitcode.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <clocale>
#include <csignal>

int main(int argc, char** argv)
{
    using namespace plumb;
    std::setlocale(LC_NUMERIC, "C");
    std::signal(SIGPIPE, SIG_IGN);
    // Worker threads then use Qt's own dispatcher, the faster one for sockets (must be set before the
    // application).
    qputenv("QT_NO_THREADED_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plumb"));
    QCoreApplication::setOrganizationName(QStringLiteral("Plumbline"));

    CLI::App app{"Plumbline: performance baselines with verdicts, on the command line.", "plumb"};
    app.set_version_flag("--version", "plumb " PLUMBLINE_VERSION);
    app.require_subcommand(1);
    headless::Action chosen;
    headless::addRun(app, chosen);
    headless::addEvaluate(app, chosen);
    headless::addExport(app, chosen);
    headless::addLibrary(app, chosen);
    headless::addScenario(app, chosen);
    headless::addServe(app, chosen);
    headless::addDemo(app, chosen);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : static_cast<int>(ExitCode::badInput);
    }
    return chosen ? chosen() : static_cast<int>(ExitCode::badInput);
}

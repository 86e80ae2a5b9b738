// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "scenario/jsonfields.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <clocale>
#include <csignal>

namespace {

plumb::Error unknownVerb(
    const std::string& path, const std::string& word, const std::vector<std::string>& known)
{
    const auto near = plumb::scenario::nearest(word, known);
    std::string remedy = "there are ";
    for (const auto& name : known) {
        remedy += &name == known.data() ? "" : ", ";
        remedy += name;
    }
    return {plumb::ErrorKind::usage, "there is no verb \"" + path + word + "\"", {},
        near.empty() ? remedy : "did you mean \"" + path + near + "\"?"};
}

/// The first words have to be verbs, and CLI11 would only call a wrong one "not expected".
plumb::Result<void> checkVerbs(const CLI::App& app, const std::vector<std::string>& words)
{
    const CLI::App* verb = &app;
    std::string path;
    for (const auto& word : words) {
        std::vector<std::string> known;
        for (const CLI::App* part : verb->get_subcommands([](const CLI::App*) { return true; })) {
            known.push_back(part->get_name());
        }
        if (known.empty() || word.empty() || word.starts_with('-')) {
            break;
        }
        if (std::find(known.begin(), known.end(), word) == known.end()) {
            return unknownVerb(path, word, known);
        }
        verb = verb->get_subcommand(word);
        path += word + ' ';
    }
    return {};
}

} // namespace

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
    headless::addSuite(app, chosen);
    headless::addEvaluate(app, chosen);
    headless::addCompare(app, chosen);
    headless::addExport(app, chosen);
    headless::addAnnotate(app, chosen);
    headless::addTrend(app, chosen);
    headless::addBaseline(app, chosen);
    headless::addCalibrate(app, chosen);
    headless::addLibrary(app, chosen);
    headless::addScenario(app, chosen);
    headless::addThresholds(app, chosen);
    headless::addMonitor(app, chosen);
    headless::addServe(app, chosen);
    headless::addDemo(app, chosen);

    const std::vector<std::string> words(argv + 1, argv + argc);
    if (std::find(words.begin(), words.end(), "--json") != words.end()) {
        headless::tellErrorsAsJson();
    }
    if (const auto known = checkVerbs(app, words); !known) {
        return headless::printError(known.error());
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (app.exit(error) == 0) {
            return 0;
        }
        const int code = static_cast<int>(ExitCode::badInput);
        headless::printErrorJson(error.what(), code);
        return code;
    }
    return chosen ? chosen() : static_cast<int>(ExitCode::badInput);
}

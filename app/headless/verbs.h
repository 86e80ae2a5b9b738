// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace CLI {
class App;
}

// One function per verb of `plumb`, each in a file of its own. It adds the subcommand with its options to @p
// app; when the command line chose it, @p chosen is set to what runs it and gives the exit code.
namespace plumb::headless {

using Action = std::function<int()>;

void addAnnotate(CLI::App& app, Action& chosen);
void addBaseline(CLI::App& app, Action& chosen);
void addCalibrate(CLI::App& app, Action& chosen);
void addCompare(CLI::App& app, Action& chosen);
void addRun(CLI::App& app, Action& chosen);
void addEvaluate(CLI::App& app, Action& chosen);
void addExport(CLI::App& app, Action& chosen);
void addLibrary(CLI::App& app, Action& chosen);
void addMonitor(CLI::App& app, Action& chosen);
void addScenario(CLI::App& app, Action& chosen);
void addTrend(CLI::App& app, Action& chosen);
void addServe(CLI::App& app, Action& chosen);
void addSuite(CLI::App& app, Action& chosen);
void addThresholds(CLI::App& app, Action& chosen);
void addDemo(CLI::App& app, Action& chosen);

} // namespace plumb::headless

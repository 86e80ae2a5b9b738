// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/loadoptions.h"
#include "runner/runner.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::headless {

/// What `plumb run` and `plumb suite` share on the command line.
struct RunOptions
{
    runner::RunRequest request;
    LoadOptions load;
    std::string library, thresholds, engine = "builtin";
    std::vector<std::string> set;
    std::optional<std::int64_t> seed;
    bool secretsFromStdin = false;
    bool noWait = false, requireQuiet = false, noQuietCheck = false;
};

void addRunOptions(CLI::App& app, RunOptions& options);

/// Puts the options into their `request`, all but scenario and out; reads secrets from stdin where asked to.
Result<void> completeRequest(RunOptions& options);

} // namespace plumb::headless

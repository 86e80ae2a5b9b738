// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace plumb::workflow {

/// One of the real runs a demo library starts with.
struct DemoRun
{
    std::string title; ///< for people
    std::string scenario; ///< name of a shipped template
    std::vector<std::string> arguments; ///< of `plumb run`, besides scenario and library
    double slow_factor
        = 1.0; ///< of the sample service: above 1 the run meets a slower service, and is judged so
};

/// Short runs of several scenarios, one of them against a slowed service, so that a first look shows more
/// than green.
std::vector<DemoRun> demoRuns();

/// Makes @p folder a library and copies every shipped template from @p templateRoot (":/plumbline/templates")
/// into scenarios/NAME/. Scenarios that are there already are left alone.
Result<void> prepareDemoLibrary(const std::filesystem::path& folder, const QString& templateRoot);

/// Where prepareDemoLibrary() puts a template's scenario.
std::filesystem::path demoScenario(const std::filesystem::path& folder, const std::string& name);

} // namespace plumb::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

// What can be said against sql and command steps, and against the start of a service, before a run.
namespace plumb::scenario {

void checkSqlStep(const Scenario& scenario, const Step& step, const std::string& path,
    const std::filesystem::path& folder, std::vector<Problem>& problems);
void checkCommandStep(const Step& step, const std::string& path, const std::filesystem::path& folder,
    std::vector<Problem>& problems);
void checkTargetStart(
    const Target& target, const std::filesystem::path& folder, std::vector<Problem>& problems);

} // namespace plumb::scenario

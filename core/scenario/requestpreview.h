// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/variablestates.h"

namespace plumb::scenario {

/// A request with the values that are known before a run. Secrets are "***"; what an earlier step extracts, a
/// data file gives or nobody has given yet stands as "{{name}}".
struct RequestPreview
{
    std::string method, url;
    Headers headers;
    std::string body;
    std::vector<std::string> open; ///< the names that stand as "{{name}}", in the order they are met
};

/// Body files are read from @p folder: call it in a thread of its own. Error: a template, the target or a
/// body file is wrong.
Result<RequestPreview> previewRequest(const Scenario& scenario, const Step& step,
    const std::filesystem::path& folder, const Overrides& overrides, const EnvironmentLookup& lookup);

} // namespace plumb::scenario

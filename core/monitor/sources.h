// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "monitor/source.h"
#include "scenario/monitorspec.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace plumb::monitor {

/// What monitors need to know of the run they belong to.
struct SourceContext
{
    std::string base_url; ///< of the target, as it is really asked; empty: there is none
    bool ownService = false; ///< the target is the sample service inside this process
    scenario::Target target; ///< its TLS settings hold for its pages, too
    std::filesystem::path folder; ///< certificate files are relative to it
};

/// The source @p spec describes. Error (input): a series that cannot be chosen, an address that is none.
Result<std::unique_ptr<Source>> makeSource(
    const scenario::MonitorSpec& spec, const SourceContext& context, const std::string& path);

/// The page a Prometheus monitor asks for.
std::string pageUrl(const scenario::MonitorSpec& spec, const std::string& baseUrl);

} // namespace plumb::monitor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace plumb::headless {

/// The load as options of a command line; the three groups exclude one another.
struct LoadOptions
{
    std::string preset;
    std::optional<std::int64_t> requests;
    std::optional<int> concurrency, vus;
    std::optional<double> rate, spawnRate;
    std::string duration;
};

void addLoadOptions(CLI::App& app, LoadOptions& options);

/// Nothing where no option was given: the scenario's own load stays.
Result<std::optional<scenario::Load>> loadFrom(const LoadOptions& options);

} // namespace plumb::headless

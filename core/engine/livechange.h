// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace plumb::engine {

/// What the user wants changed while the load runs, from a moment soon after on to the end of the schedule.
/// What is absent stays as it is.
struct LiveChange
{
    std::optional<double> rate; ///< iterations per second of an arrival-rate load, >= 0
    std::optional<int> vus; ///< users of constant-vus and ramping-vus, >= 0
    std::optional<int> max_vus; ///< most users of an arrival-rate load, >= 1
    std::string pattern; ///< whose load; empty: of the only one that can be changed so
    bool operator==(const LiveChange&) const = default;
};

} // namespace plumb::engine

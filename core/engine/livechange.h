// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace plumb::engine {

struct PlannedGroup;
struct PlannedTurn;

/// What the user wants changed while the load runs, from a moment soon after on to the end of the schedule.
/// What is absent stays as it is.
struct LiveChange
{
    std::optional<double> rate; ///< iterations per second of an arrival-rate load, >= 0
    std::optional<int> vus; ///< users of constant-vus and ramping-vus, >= 0
    std::optional<int> max_vus; ///< most users of an arrival-rate load, >= 1
    std::string pattern; ///< whose load; empty: of the only one that can be changed so
    std::optional<int> size{}; ///< users of each burst, >= 1
    bool operator==(const LiveChange&) const = default;
};

/// Beyond these a change is taken for a slip of the hand.
inline constexpr double mostLiveRate = 1e6;
inline constexpr int mostLiveUsers = 20'000;

/// A change as it goes to every worker.
struct GroupChange
{
    std::size_t group = 0; ///< of the turn under way
    Nanos at{}; ///< since the turn's start; the same on all workers, and as a rule still to come
    std::optional<double> rate; ///< of an open load
    std::optional<int>
        users; ///< that are active in a closed load, most there may be in an open one, of a burst
};

/// What of a load can be changed: "rate" (and most users), "users", "size" of bursts, or "" where its
/// iterations are counted.
std::string_view changesOf(const PlannedGroup& group);

/// The load of @p turn that @p change is for, with the change it means (at is left 0). Error (usage): no load
/// or several can be changed so, or a value is out of range.
Result<GroupChange> resolveChange(const PlannedTurn& turn, const LiveChange& change);

} // namespace plumb::engine

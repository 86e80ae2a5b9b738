// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/livechange.h"

#include "engine/runplan.h"

#include <algorithm>
#include <cmath>

namespace plumb::engine {

namespace {

Error refusal(const std::string& what, const std::string& remedy)
{
    return Error{ErrorKind::usage, what, {}, remedy};
}

Result<void> checkRanges(const LiveChange& change)
{
    const bool rated = change.rate || change.max_vus;
    if (!rated && !change.vus && !change.size)
        return refusal("the change changes nothing", "give a rate, users, most users or the size of bursts");
    if (int(rated) + int(change.vus.has_value()) + int(change.size.has_value()) > 1)
        return refusal(
            "a load is led by users, by a rate or by bursts, not by several", "change one of them");
    if (change.rate && !(*change.rate >= 0.0 && *change.rate <= mostLiveRate))
        return refusal("the rate is not between 0 and 1,000,000 per second", {});
    if (change.vus && (*change.vus < 0 || *change.vus > mostLiveUsers))
        return refusal("the users are not between 0 and 20,000", {});
    if (change.max_vus && (*change.max_vus < 1 || *change.max_vus > mostLiveUsers))
        return refusal("the most users are not between 1 and 20,000", {});
    if (change.size && (*change.size < 1 || *change.size > mostLiveUsers))
        return refusal("the size of the bursts is not between 1 and 20,000", {});
    return {};
}

/// What a change is of, who has it, and how it is called.
struct Changed
{
    std::string_view changes; ///< see changesOf()
    const char* name;
    const char* owners;
};

Changed changedBy(const LiveChange& change)
{
    if (change.size)
        return {"size", "the size of bursts", "burst has a size that can"};
    if (change.vus)
        return {"users", "the users", "constant-vus and ramping-vus have users that can"};
    return {"rate", "the rate", "constant-arrival-rate and ramping-arrival-rate have a rate that can"};
}

bool hasPattern(const PlannedGroup& group, const std::string& name)
{
    return std::any_of(group.patterns.begin(), group.patterns.end(),
        [&name](const PlannedPattern& pattern) { return pattern.name == name; });
}

} // namespace

std::string_view changesOf(const PlannedGroup& group)
{
    if (group.open)
        return "rate";
    if (group.burst)
        return "size";
    return group.budget == Budget::time ? "users" : "";
}

Result<GroupChange> resolveChange(const PlannedTurn& turn, const LiveChange& change)
{
    if (const Result<void> sane = checkRanges(change); !sane)
        return sane.error();
    const Changed changed = changedBy(change);
    std::vector<std::size_t> able;
    std::string executors;
    for (std::size_t i = 0; i < turn.groups.size(); ++i) {
        const PlannedGroup& group = turn.groups[i];
        if (!change.pattern.empty() && !hasPattern(group, change.pattern))
            continue;
        executors += (executors.empty() ? "" : ", ") + group.executor;
        if (changesOf(group) == changed.changes)
            able.push_back(i);
    }
    if (executors.empty())
        return refusal("no pattern \"" + change.pattern + "\" runs now", {});
    if (able.empty())
        return refusal(changed.name + (" of " + executors) + " cannot be changed", changed.owners);
    if (able.size() > 1)
        return refusal("several loads run that can be changed so", "name one of their patterns");
    const std::optional<int> users = change.size ? change.size : change.vus ? change.vus : change.max_vus;
    return GroupChange{able.front(), {}, change.rate, users};
}

} // namespace plumb::engine

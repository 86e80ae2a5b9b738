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
    if (!change.rate && !change.vus && !change.max_vus)
        return refusal("the change changes nothing", "give a rate, users or most users");
    if (change.vus && (change.rate || change.max_vus))
        return refusal("a load is led by users or by a rate, not by both", "change one of them");
    if (change.rate && !(*change.rate >= 0.0 && *change.rate <= mostLiveRate))
        return refusal("the rate is not between 0 and 1,000,000 per second", {});
    if (change.vus && (*change.vus < 0 || *change.vus > mostLiveUsers))
        return refusal("the users are not between 0 and 20,000", {});
    if (change.max_vus && (*change.max_vus < 1 || *change.max_vus > mostLiveUsers))
        return refusal("the most users are not between 1 and 20,000", {});
    return {};
}

bool takes(const PlannedGroup& group, const LiveChange& change)
{
    return changesOf(group) == (change.vus ? "users" : "rate");
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
    return group.budget == Budget::time && !group.burst ? "users" : "";
}

Result<GroupChange> resolveChange(const PlannedTurn& turn, const LiveChange& change)
{
    if (const Result<void> sane = checkRanges(change); !sane)
        return sane.error();
    std::vector<std::size_t> able;
    std::string executors;
    for (std::size_t i = 0; i < turn.groups.size(); ++i) {
        const PlannedGroup& group = turn.groups[i];
        if (!change.pattern.empty() && !hasPattern(group, change.pattern))
            continue;
        executors += (executors.empty() ? "" : ", ") + group.executor;
        if (takes(group, change))
            able.push_back(i);
    }
    if (executors.empty())
        return refusal("no pattern \"" + change.pattern + "\" runs now", {});
    if (able.empty()) {
        return refusal((change.vus ? "the users of " : "the rate of ") + executors + " cannot be changed",
            change.vus ? "constant-vus and ramping-vus have users that can"
                       : "constant-arrival-rate and ramping-arrival-rate have a rate that can");
    }
    if (able.size() > 1)
        return refusal("several loads run that can be changed so", "name one of their patterns");
    return GroupChange{able.front(), {}, change.rate, change.vus ? change.vus : change.max_vus};
}

} // namespace plumb::engine

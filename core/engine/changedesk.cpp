// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/changedesk.h"

#include "base/units.h"

#include <algorithm>

namespace plumb::engine {

namespace {
constexpr Nanos second = std::chrono::seconds(1);
/// Time for a change to reach all workers.
constexpr Nanos notice = std::chrono::milliseconds(100);
} // namespace

Nanos ChangeDesk::momentAfter(Nanos now, Nanos origin, Nanos earliest)
{
    const Nanos soonest = std::max(now + notice, earliest) - origin;
    return origin + (soonest + second - Nanos(1)) / second * second;
}

void ChangeDesk::add(
    const GroupChange& change, std::string_view changes, const std::string& pattern, Nanos at)
{
    const std::string whose = pattern.empty() ? std::string() : " (pattern " + pattern + ")";
    if (change.rate) {
        put(change.group, at,
            {0.0, "rate", "rate changed to " + formatNumber(*change.rate) + "/s" + whose, *change.rate,
                pattern});
    }
    if (change.users) {
        const std::string count = std::to_string(*change.users);
        const bool open = changes == "rate";
        const bool burst = changes == "size";
        put(change.group, at,
            {0.0, open ? "max_users" : std::string(changes),
                (open           ? "most users changed to "
                        : burst ? "size of bursts changed to "
                                : "users changed to ")
                    + count + whose,
                static_cast<double>(*change.users), pattern});
    }
}

void ChangeDesk::put(std::size_t group, Nanos at, report::RunMark mark)
{
    const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.group == group && entry.told.at == at && entry.told.mark.kind == mark.kind;
    });
    if (same == m_entries.end())
        m_entries.push_back({group, {at, std::move(mark)}});
    else
        same->told.mark = std::move(mark);
}

std::vector<ChangeDesk::Told> ChangeDesk::take(Nanos now)
{
    std::vector<Told> told;
    std::erase_if(m_entries, [&told, now](Entry& entry) {
        const bool due = entry.told.at <= now;
        if (due)
            told.push_back(std::move(entry.told));
        return due;
    });
    return told;
}

} // namespace plumb::engine

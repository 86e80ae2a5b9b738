// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "report/report.h"

#include <vector>

namespace plumb::engine {

/// Live changes on their way: what was asked for is resolved, given its moment, and told when it has come.
///
/// A change takes effect at the next whole second of the run that all workers can be told of in time, so that
/// windows hold one level of load. The last one asked for a second counts.
class ChangeDesk
{
public:
    /// When a change that is asked for at @p now takes effect; whole seconds count from @p origin, and it is
    /// not before @p earliest.
    static Nanos momentAfter(Nanos now, Nanos origin, Nanos earliest);

    /// Keeps what is to be told of @p change at @p at. @p changes of the load as changesOf() gives it, @p
    /// pattern as asked for.
    void add(const GroupChange& change, std::string_view changes, const std::string& pattern, Nanos at);
    /// What has come by @p now, in the order of asking; at_s is left 0.
    struct Told
    {
        Nanos at{};
        report::RunMark mark;
    };
    [[nodiscard]] std::vector<Told> take(Nanos now);

private:
    void put(std::size_t group, Nanos at, report::RunMark mark);

    struct Entry
    {
        std::size_t group = 0;
        Told told;
    };
    std::vector<Entry> m_entries;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/linearcurve.h"

#include <vector>

namespace plumb::engine {

/// How many users are active at a time, in closed models. On the way up user n starts when the curve reaches
/// n, on the way down it leaves when the curve reaches n - 1, so that up and down mirror each other.
class VuSchedule
{
public:
    struct Change
    {
        Nanos at{}; ///< since the start of the schedule
        int users = 0; ///< from then on
        bool operator==(const Change&) const = default;
    };

    VuSchedule() = default;
    explicit VuSchedule(const LinearCurve& users);

    /// In order of time, no two at the same time.
    [[nodiscard]] const std::vector<Change>& changes() const { return m_changes; }
    [[nodiscard]] int activeAt(Nanos time) const;
    [[nodiscard]] int most() const;

private:
    void change(double time_s, int users);
    std::vector<Change> m_changes;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumb::stats {

/// All intervals are two-sided at this confidence unless a function takes another.
inline constexpr double confidence95 = 0.95;

struct Interval
{
    double lower = 0.0, upper = 0.0;
    bool operator==(const Interval&) const = default;
};

/// A value with its interval. An end that the data does not bound is infinite.
struct Estimated
{
    double value = 0.0, lower = 0.0, upper = 0.0;
    bool operator==(const Estimated&) const = default;
};

} // namespace plumb::stats

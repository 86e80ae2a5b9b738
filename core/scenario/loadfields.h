// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/jsonfields.h"

#include <limits>

// The one list of the number fields of `load`: reading, writing, substitution and checks all walk over it.
namespace plumb::scenario {

struct LoadField
{
    Unit unit = Unit::none;
    double least = 0.0; ///< smallest value that makes sense
    bool above = false; ///< must be greater than `least`, not equal
    double most = std::numeric_limits<double>::infinity(); ///< largest value that makes sense
};

/// Beyond these a number is taken for a slip of the pen: a machine has some 28,000 ports for connections to
/// one target, and no run takes longer than a month.
inline constexpr double mostUsers = 20'000;
inline constexpr double mostRate = 1e6;
inline constexpr double mostSeconds = 31.0 * 24 * 3600;

/// What is wrong with @p value, which @p field does not allow; empty: nothing.
std::string rangeFault(double value, const LoadField& field);

/// Calls visit(name, bound, field) in the order in which they are written.
template <class AnyLoad, class Visitor>
void forEachLoadField(AnyLoad& load, Visitor&& visit)
{
    constexpr LoadField users{Unit::none, 1.0, false, mostUsers};
    constexpr LoadField usersOrNone{Unit::none, 0.0, false, mostUsers};
    constexpr LoadField count{Unit::none, 1.0, false};
    constexpr LoadField countOrNone{Unit::none, 0.0, false};
    constexpr LoadField time{Unit::seconds, 0.0, true, mostSeconds};
    constexpr LoadField timeOrNone{Unit::seconds, 0.0, false, mostSeconds};
    constexpr LoadField rate{Unit::none, 0.0, true, mostRate};
    constexpr LoadField rateOrNone{Unit::none, 0.0, false, mostRate};
    visit("vus", load.vus, users);
    visit("start_vus", load.start_vus, usersOrNone);
    visit("users", load.users, users);
    visit("spawn_rate", load.spawn_rate, rate);
    visit("rate", load.rate, rate);
    visit("iterations", load.iterations, count);
    visit("size", load.size, users);
    visit("repeat", load.repeat, count);
    visit("start_rate", load.start_rate, rateOrNone);
    visit("duration_s", load.duration_s, time);
    visit("pause_s", load.pause_s, timeOrNone);
    visit("max_vus", load.max_vus, users);
    visit("pre_allocated_vus", load.pre_allocated_vus, usersOrNone);
    visit("backlog", load.backlog, countOrNone);
    visit("warmup_s", load.warmup_s, timeOrNone);
    visit("warmup_iterations", load.warmup_iterations, countOrNone);
    visit("cooldown_s", load.cooldown_s, timeOrNone);
    visit("graceful_stop_s", load.graceful_stop_s, timeOrNone);
    visit("workers", load.workers, LoadField{Unit::none, 0.0, false, 256.0});
    visit("seed", load.seed, countOrNone);
}

} // namespace plumb::scenario

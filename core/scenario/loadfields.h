// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/jsonfields.h"

// The one list of the number fields of `load`: reading, writing, substitution and checks all walk over it.
namespace plumb::scenario {

struct LoadField
{
    Unit unit = Unit::none;
    double least = 0.0; ///< smallest value that makes sense
    bool above = false; ///< must be greater than `least`, not equal
};

/// Calls visit(name, bound, field) in the order in which they are written.
template <class AnyLoad, class Visitor>
void forEachLoadField(AnyLoad& load, Visitor&& visit)
{
    constexpr LoadField count{Unit::none, 1.0, false};
    constexpr LoadField countOrNone{Unit::none, 0.0, false};
    constexpr LoadField time{Unit::seconds, 0.0, true};
    constexpr LoadField timeOrNone{Unit::seconds, 0.0, false};
    constexpr LoadField rate{Unit::none, 0.0, true};
    constexpr LoadField rateOrNone{Unit::none, 0.0, false};
    visit("vus", load.vus, count);
    visit("start_vus", load.start_vus, countOrNone);
    visit("users", load.users, count);
    visit("spawn_rate", load.spawn_rate, rate);
    visit("rate", load.rate, rate);
    visit("iterations", load.iterations, count);
    visit("size", load.size, count);
    visit("repeat", load.repeat, count);
    visit("start_rate", load.start_rate, rateOrNone);
    visit("duration_s", load.duration_s, time);
    visit("pause_s", load.pause_s, timeOrNone);
    visit("max_vus", load.max_vus, count);
    visit("pre_allocated_vus", load.pre_allocated_vus, countOrNone);
    visit("backlog", load.backlog, countOrNone);
    visit("warmup_s", load.warmup_s, timeOrNone);
    visit("warmup_iterations", load.warmup_iterations, countOrNone);
    visit("cooldown_s", load.cooldown_s, timeOrNone);
    visit("graceful_stop_s", load.graceful_stop_s, timeOrNone);
    visit("workers", load.workers, countOrNone);
    visit("seed", load.seed, countOrNone);
}

} // namespace plumb::scenario

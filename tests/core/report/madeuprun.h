// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <vector>

namespace plumb::test {

/// A made-up run whose books balance by construction; the seed decides everything.
struct MadeUpRun
{
    unsigned seed = 1;
    std::string id = "3f2b8c1e-0000-4000-8000-000000000001";
    std::string operation = "mixed_workload";
    int warmup = 3, measure = 20, cooldown = 2; ///< seconds, a tick each
    int steps = 2; ///< besides one setup step
    int perSecond = 30; ///< arrivals per second
    double failShare = 0.05;
    bool open = true; ///< arrivals are dropped now and then
    bool finish = true; ///< false: the run crashed after its last tick
};

std::vector<report::RunEvent> madeUpEvents(const MadeUpRun& run);

/// The report of madeUpEvents().
report::Report madeUpReport(const MadeUpRun& run);

} // namespace plumb::test

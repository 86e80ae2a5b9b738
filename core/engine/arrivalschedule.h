// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "engine/linearcurve.h"
#include "scenario/compiled.h"

#include <cstdint>
#include <optional>

namespace plumb::engine {

/// One iteration that is to begin at a certain time, whether or not anybody is free.
struct Arrival
{
    std::int64_t number = 0; ///< of the whole run, all workers
    Nanos at{}; ///< since the start of the schedule
};

/// The arrivals of one worker, in order. Times are absolute along the rate curve, so nothing drifts: arrival
/// k of a uniform schedule stands where the area under the curve is k; of a Poisson schedule where the area
/// is the sum of k + 1 exponential draws (time-rescaling theorem). Arrival k belongs to worker k mod W; all
/// workers draw the same sequence.
class ArrivalSchedule
{
public:
    enum class Spacing { uniform, poisson };
    ArrivalSchedule(LinearCurve rate, Spacing spacing, std::uint64_t seed, int worker, int workers);

    /// The next arrival of this worker; nothing after the end of the curve.
    [[nodiscard]] std::optional<Arrival> next();

private:
    std::optional<Arrival> nextOfAll();

    LinearCurve m_rate;
    Spacing m_spacing;
    scenario::RandomStream m_random;
    int m_worker;
    int m_workers;
    std::int64_t m_number = 0;
    double m_area = 0.0;
};

} // namespace plumb::engine

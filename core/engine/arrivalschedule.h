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
    /// Where the draws come from: loads that run together have streams of their own.
    struct Source
    {
        std::uint64_t seed = 1;
        int stream = 0;
    };
    ArrivalSchedule(LinearCurve rate, Spacing spacing, Source source, int worker, int workers);

    /// The arrival this worker has to take next; nothing after the end of the curve.
    [[nodiscard]] std::optional<Arrival> peek();
    /// Takes it.
    std::optional<Arrival> next();
    /// What was not taken follows @p rate from now on. It differs from the curve before only after the moment
    /// of a change, so the area up to there, and with it the number of arrivals, is the same on all workers.
    void follow(LinearCurve rate) { m_rate = std::move(rate); }

private:
    void draw();

    LinearCurve m_rate;
    Spacing m_spacing;
    scenario::RandomStream m_random;
    int m_worker;
    int m_workers;
    std::int64_t m_number = -1; ///< of the arrival drawn last
    double m_area = 0.0; ///< where it stands
    bool m_drawn = false; ///< and is not taken yet
};

} // namespace plumb::engine

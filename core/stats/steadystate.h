// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Whether a run came to rest. After "Virtual Machine Warmup Blows Hot and Cold" (Barrett et al. 2017), with
// MSER-5 beside the change points: MSER misses a late shift, change points miss a slow drift.
namespace plumb::stats {

enum class SteadyClass {
    flat, ///< one level throughout
    warmUp, ///< worse at first, then one level
    slowdown, ///< better at first, then one level that is worse: a leak, a full cache, throttling
    lateShift, ///< the level changed in the second half
    drift, ///< it never stopped moving one way
    cyclic, ///< it repeats: collections, cron jobs, batches
    insufficient, ///< fewer than 30 seconds are left to look at
};
std::string_view toString(SteadyClass kind); ///< "flat", "warm-up", "slowdown", "late-shift", "drift", ...
std::optional<SteadyClass> steadyClassFromString(std::string_view text);

/// One run over time, an entry per interval. Only of loads that are meant to be constant: a ramp is no drift.
struct SteadyInput
{
    /// Mean or median response time of each interval, > 0; NaN (or anything else that is no positive number)
    /// where nothing came to an end: such intervals are passed over.
    std::vector<double> latency;
    /// Requests per second, where the rate is an outcome (closed executors); else empty. As long as latency.
    std::vector<double> rate;
    double interval_s = 1.0;
};

struct SteadyState
{
    SteadyClass kind = SteadyClass::insufficient;
    /// The part from here on is the one to judge: 0 unless a warm-up or slowdown was found.
    double cut_s = 0.0;
    std::size_t cut = 0; ///< the same in intervals
    std::size_t kept = 0; ///< intervals from the cut on that have a value
    /// Where it changed last (late shift), or the period of a cycle; absent for the others.
    std::optional<double> at_s, period_s;
    /// By how much: of the part before the cut or shift against the one after, or over the whole of a drift;
    /// 0.25 is "became a quarter more". Absent where nothing changed.
    std::optional<double> change;
    bool ofRate = false; ///< the finding is of the rate, not of the response time
    std::size_t mserCut = 0; ///< what MSER-5 alone would cut, in intervals
    bool mserReached = true;
    std::vector<std::size_t> changePoints; ///< first interval of each new level of the response time
    double lag1 = 0.0; ///< autocorrelation of neighbouring intervals of the kept part; 0 where there is none
    /// What to know about it, in sentences: the class first, then autocorrelation above 0.7 and a kept part
    /// under half of the run.
    std::vector<std::string> reasons;

    /// Whether the kept part is at rest: flat, or so after a warm-up or slowdown, or repeating.
    [[nodiscard]] bool settled() const;
};

/// Classifies a run. Response times are looked at as logarithms, after spikes of single intervals were taken
/// out (hampel.h), and levels within 2 % or two standard deviations are one level. Deterministic; some tens
/// of milliseconds for 3,600 intervals.
SteadyState steadyState(const SteadyInput& input);

/// The fewest intervals that a class other than `insufficient` needs.
inline constexpr std::size_t steadyMinimum = 30;

} // namespace plumb::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

// What a load will look like over time, from the plan the engine itself makes of it.
namespace plumb::models {

struct LoadPreview
{
    struct Point
    {
        double time_s = 0.0, value = 0.0;
        bool operator==(const Point&) const = default;
    };
    std::string problem; ///< why there is nothing to show; empty: there is
    bool open = false; ///< values are iterations per second, else users
    std::vector<Point> curve; ///< corners in order of time; empty where iterations decide, not time
    std::vector<Point> handles; ///< the end of each stage of `stages`
    double warmup_s = 0.0, measure_s = 0.0, cooldown_s = 0.0;
    int users = 0; ///< most there may be
    bool bursts = false; ///< all of them at once, again and again
    std::optional<double> iterations; ///< planned in the measure phase, where the plan alone decides
    [[nodiscard]] double duration_s() const { return warmup_s + measure_s + cooldown_s; }
    [[nodiscard]] double highest() const;
};
[[nodiscard]] LoadPreview previewLoad(const scenario::Load& load);

/// Moves the end of a stage: its duration follows the time, its target the value; the stages after it keep
/// their lengths. Times become whole seconds from 1, values whole users or tenths of a rate.
void dragStage(scenario::Load& load, std::size_t stage, double time_s, double value);

/// Requests of one iteration of a user, on the average over the enabled patterns by their weights; redirects
/// and requests left out for missing variables not counted.
[[nodiscard]] double requestsPerIteration(const scenario::Scenario& scenario);

/// What a run would take.
struct LoadEstimate
{
    std::optional<double> duration_s; ///< of warm-up, measure and cool-down; nothing: the target decides
    std::optional<double> requests; ///< in the measure phase
    std::optional<double> peak_rps; ///< most requests per second that are asked for
};
/// @p scenario with its variables resolved; the loads of patterns replace the scenario's.
[[nodiscard]] LoadEstimate estimateLoad(const scenario::Scenario& scenario);

} // namespace plumb::models

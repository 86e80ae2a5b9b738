// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/noisefloor.h"

#include "stats/gatedchanges.h"
#include "stats/moments.h"
#include "stats/studenttests.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace plumb::stats {

std::optional<double> runSpread(std::span<const double> runs)
{
    std::vector<double> logarithms;
    for (const double value : runs) {
        if (!(value > 0.0) || !std::isfinite(value)) {
            return std::nullopt;
        }
        logarithms.push_back(std::log(value));
    }
    return logarithms.size() < 3 ? std::nullopt : std::optional(deviationOf(logarithms));
}

std::optional<double> historySpread(std::span<const double> runs)
{
    const auto result = gatedChanges(runs);
    if (!result) {
        return std::nullopt;
    }
    // The newest points of a change that is not confirmed belong to no level yet.
    std::size_t from = 0, past = runs.size();
    for (const auto& change : result->changes) {
        (change.provisional ? past : from) = change.index;
    }
    std::vector<double> level;
    for (std::size_t i = from; i < past; ++i) {
        if (!std::binary_search(result->outliers.begin(), result->outliers.end(), i)) {
            level.push_back(runs[i]);
        }
    }
    return runSpread(level);
}

std::string_view toString(FloorReason reason)
{
    static constexpr std::array<std::string_view, 4> names{"usual", "spread", "resolution", "absolute"};
    return names[static_cast<std::size_t>(reason)];
}

NoiseFloor noiseFloor(const NoiseInput& input)
{
    NoiseFloor floor{input.usual, FloorReason::usual};
    const auto raise = [&floor](double fraction, FloorReason reason) {
        if (std::isfinite(fraction) && fraction > floor.fraction) {
            floor = {fraction, reason};
        }
    };
    raise(std::expm1(2.0 * std::numbers::sqrt2 * input.spread.value_or(0.0)), FloorReason::spread);
    if (input.value > 0.0) {
        raise(2.0 * input.bucketWidth / input.value, FloorReason::resolution);
        raise(input.absolute / input.value, FloorReason::absolute);
    }
    return floor;
}

std::optional<double> detectableChange(double spread, int rounds)
{
    if (rounds < 2 || !(spread >= 0.0)) {
        return std::nullopt;
    }
    return std::expm1(detectableDifference(static_cast<double>(rounds)) * spread);
}

} // namespace plumb::stats

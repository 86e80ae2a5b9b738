// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/shiftfunction.h"

#include "stats/ratiointerval.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb::stats {

std::vector<double> shiftProbabilities()
{
    return {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999};
}

std::vector<Shift> shiftFunction(
    const std::vector<QuantileInterval>& base, const std::vector<QuantileInterval>& candidate)
{
    std::vector<Shift> shifts;
    for (std::size_t i = 0; i < std::min(base.size(), candidate.size()); ++i) {
        Shift shift;
        shift.p = base[i].p;
        shift.base = base[i].estimate.value;
        shift.candidate = candidate[i].estimate.value;
        shift.difference = moverDifference(candidate[i].estimate, base[i].estimate);
        shift.log_ratio = moverDifference(logOf(candidate[i].estimate), logOf(base[i].estimate));
        shift.trusted = !base[i].refused() && !candidate[i].refused() && std::isfinite(shift.log_ratio.value);
        shifts.push_back(shift);
    }
    return shifts;
}

std::string_view toString(ShiftShape shape)
{
    static constexpr std::array<std::string_view, 8> names{
        "none", "uniform", "tail-only", "body-only", "growing", "shrinking", "crossing", "unknown"};
    return names.at(static_cast<std::size_t>(shape));
}

ShiftShape shapeOf(const std::vector<Shift>& shifts, double floor)
{
    const Shift* middle = nullptr;
    const Shift* tail = nullptr;
    double most = 0.0, least = 0.0;
    for (const Shift& shift : shifts) {
        if (!shift.trusted) {
            continue;
        }
        if (shift.p == 0.5) {
            middle = &shift;
        }
        if (shift.p >= 0.9) {
            tail = &shift; // the farthest one that is trusted
        }
        most = std::max(most, shift.log_ratio.value);
        least = std::min(least, shift.log_ratio.value);
    }
    if (middle == nullptr || tail == nullptr) {
        return ShiftShape::unknown;
    }
    const double body = middle->log_ratio.value, end = tail->log_ratio.value;
    if (most <= floor && least >= -floor) {
        return ShiftShape::none;
    }
    if (most > floor && least < -floor) {
        return ShiftShape::crossing;
    }
    if (std::abs(body) <= floor) {
        return ShiftShape::tailOnly;
    }
    if (std::abs(end) <= floor) {
        return ShiftShape::bodyOnly;
    }
    if (std::abs(end - body) <= floor) {
        return ShiftShape::uniform;
    }
    return std::abs(end) > std::abs(body) ? ShiftShape::growing : ShiftShape::shrinking;
}

} // namespace plumb::stats

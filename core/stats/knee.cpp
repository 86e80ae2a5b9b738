// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/knee.h"

#include <algorithm>
#include <cmath>

namespace plumb::stats {

namespace {

/// To 0..1; all 0 where they are equal.
std::vector<double> normalised(std::span<const double> values)
{
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    std::vector<double> result;
    for (const double value : values) {
        result.push_back(*high > *low ? (value - *low) / (*high - *low) : 0.0);
    }
    return result;
}

double squaresOfLine(std::span<const double> x, std::span<const double> y)
{
    const auto n = static_cast<double>(x.size());
    double sx = 0.0, sy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i] / n;
        sy += y[i] / n;
    }
    double xx = 0.0, xy = 0.0, yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - sx) * (x[i] - sx);
        xy += (x[i] - sx) * (y[i] - sy);
        yy += (y[i] - sy) * (y[i] - sy);
    }
    return yy - (xx > 0.0 ? xy * xy / xx : 0.0);
}

} // namespace

std::vector<std::size_t> kneedle(
    std::span<const double> x, std::span<const double> y, CurveForm form, double sensitivity)
{
    const std::size_t count = x.size();
    if (count < 3) {
        return {};
    }
    // Every form becomes a concave rise; where it has to be read backwards the answer is turned back.
    const bool backwards = form.concave != form.increasing;
    const auto across = normalised(x);
    auto up = normalised(y);
    if (!form.concave) {
        for (double& value : up) {
            value = 1.0 - value;
        }
    }
    if (backwards) {
        std::reverse(up.begin(), up.end());
    }
    std::vector<double> difference(count);
    for (std::size_t i = 0; i < count; ++i) {
        difference[i] = up[i] - across[i];
    }
    const double step = (across.back() - across.front()) / static_cast<double>(count - 1);
    const auto before = [&](std::size_t i) { return difference[i > 0 ? i - 1 : 0]; };
    const auto behind = [&](std::size_t i) { return difference[std::min(i + 1, count - 1)]; };
    std::vector<std::size_t> knees;
    std::optional<std::size_t> peak;
    double threshold = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (difference[i] >= before(i) && difference[i] >= behind(i)) {
            peak = i;
            threshold = difference[i] - sensitivity * step;
        }
        if (difference[i] <= before(i) && difference[i] <= behind(i)) {
            threshold = 0.0;
        }
        if (peak && difference[i + 1] < threshold) {
            const std::size_t knee = backwards ? count - 1 - *peak : *peak;
            if (std::find(knees.begin(), knees.end(), knee) == knees.end()) {
                knees.push_back(knee);
            }
        }
    }
    return knees;
}

std::optional<std::size_t> kleinrockPower(std::span<const double> throughput, std::span<const double> latency)
{
    std::optional<std::size_t> best;
    double highest = 0.0;
    for (std::size_t i = 0; i < std::min(throughput.size(), latency.size()); ++i) {
        const double power = latency[i] > 0.0 ? throughput[i] / latency[i] : 0.0;
        if (std::isfinite(power) && power > highest) {
            highest = power;
            best = i;
        }
    }
    return best;
}

std::optional<std::size_t> twoLines(std::span<const double> x, std::span<const double> y)
{
    std::optional<std::size_t> best;
    double least = 0.0;
    for (std::size_t split = 2; split + 2 <= x.size(); ++split) {
        const double squares = squaresOfLine(x.first(split), y.first(split))
            + squaresOfLine(x.subspan(split), y.subspan(split));
        if (!best || squares < least) {
            least = squares;
            best = split - 1;
        }
    }
    return best;
}

} // namespace plumb::stats

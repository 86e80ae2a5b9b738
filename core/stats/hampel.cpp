// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/hampel.h"

#include "stats/robust.h"

#include <algorithm>
#include <cmath>

namespace plumb::stats {

HampelResult hampel(std::span<const double> values, const HampelOptions& options)
{
    HampelResult result;
    result.cleaned.assign(values.begin(), values.end());
    const std::size_t count = values.size();
    const std::size_t judged = options.keepLast && count > 0 ? count - 1 : count;
    for (std::size_t i = 0; i < judged; ++i) {
        const std::size_t first = i > options.halfWindow ? i - options.halfWindow : 0;
        const std::size_t past = std::min(count, i + options.halfWindow + 1);
        const auto around = values.subspan(first, past - first);
        const double centre = median({around.begin(), around.end()});
        const double unit = std::max(
            {robustSigma(around), options.relativeFloor * std::abs(centre), options.absoluteFloor});
        const double off = values[i] - centre;
        if (std::abs(off) <= options.threshold * unit) {
            continue;
        }
        const auto sameSide = [&](std::size_t other) {
            const double its = values[other] - centre;
            return std::signbit(its) == std::signbit(off) && std::abs(its) > options.neighbour * unit;
        };
        if ((i > 0 && sameSide(i - 1)) || (i + 1 < count && sameSide(i + 1))) {
            continue;
        }
        result.cleaned[i] = centre;
        result.outliers.push_back(i);
    }
    return result;
}

} // namespace plumb::stats

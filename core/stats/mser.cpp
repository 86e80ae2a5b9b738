// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/mser.h"

#include "stats/robust.h"

#include <limits>
#include <vector>

namespace plumb::stats {

Mser mser(std::span<const double> values, std::size_t batch)
{
    std::vector<double> means;
    for (std::size_t from = 0; from + batch <= values.size(); from += batch) {
        means.push_back(mean(values.subspan(from, batch)));
    }
    Mser result;
    if (means.size() < 2) {
        result.statistic = result.uncut = std::numeric_limits<double>::quiet_NaN();
        return result;
    }
    const std::size_t last = means.size() / 2;
    // From the end on, by Welford's update, so that no large sums cancel.
    double count = 0.0, centre = 0.0, squares = 0.0;
    double best = std::numeric_limits<double>::infinity();
    std::size_t cut = 0;
    for (std::size_t from = means.size(); from-- > 0;) {
        count += 1.0;
        const double off = means[from] - centre;
        centre += off / count;
        squares += off * (means[from] - centre);
        const double statistic = squares / (count * count);
        if (from <= last && statistic <= best) { // of equals the smallest cut
            best = statistic;
            cut = from;
        }
        result.uncut = statistic;
    }
    result.cut = cut * batch;
    result.reached = cut < last;
    result.statistic = best;
    return result;
}

} // namespace plumb::stats

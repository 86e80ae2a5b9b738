// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <string>
#include <vector>

namespace plumb::judge {

/// Something two runs do not share.
struct Difference
{
    enum class Weight {
        informs, ///< worth knowing; it is no reason for a change, or is what the comparison is about
        matters, ///< may be the cause of a change: shown first, the verdict stands
        blocks, ///< the runs cannot be compared: figures are shown without a verdict
    };
    std::string what; ///< "transport", "load", "host", ...
    std::string base, candidate; ///< the two values, short
    Weight weight = Weight::informs;
    std::string why; ///< a sentence: what it does to the comparison
    bool operator==(const Difference&) const = default;
};
std::string_view toString(Difference::Weight weight);

/// What differs between two runs, the weightiest first. Looks at operation, environment, scenario, load, live
/// changes, steps, data files, target and its version, host, engine, transport, percentile estimator, how the
/// runs ended, and the generator's own state.
std::vector<Difference> differencesBetween(const report::Report& base, const report::Report& candidate);

} // namespace plumb::judge

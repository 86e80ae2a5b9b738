// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "report/report.h"

#include <optional>

namespace plumb::engine {

using report::Phase;

/// Where the phases of a load lie, on a time line that starts with the load (after the set-up).
struct PhasePlan
{
    Nanos warmup{}; ///< its length
    std::optional<Nanos> measure; ///< its length; nothing: until the iterations are done
    Nanos cooldown{}; ///< its length; the load goes on, recorded apart

    /// Whatever is to start after the end of the measure phase belongs to the cool-down, even where none was
    /// asked for: iterations begun in time may finish, but their later requests meet a falling load and are
    /// not judged.
    [[nodiscard]] Phase phaseAt(Nanos time) const;
    [[nodiscard]] std::optional<Nanos> measureEnd() const;
    [[nodiscard]] std::optional<Nanos> end() const; ///< of the cool-down
};

} // namespace plumb::engine

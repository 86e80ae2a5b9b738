// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/runplan.h"

namespace plumb::engine {

/// Turns the fields of a `load` (PRODUCT.md section 4) into curve, phases and limits. The group's patterns
/// are left alone. @p where names the load in errors. @p seed and @p stream decide where the arrivals of a
/// Poisson schedule lie, and with them how long warm-up iterations take.
Result<PlannedGroup> planLoad(
    const scenario::Load& load, const std::string& where, std::uint64_t seed = 1, int stream = 0);

} // namespace plumb::engine

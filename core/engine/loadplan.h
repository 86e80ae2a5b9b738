// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/runplan.h"

namespace plumb::engine {

/// Turns the fields of a `load` (PRODUCT.md section 4) into curve, phases and limits. The group's patterns
/// are left alone. @p where names the load in errors.
Result<PlannedGroup> planLoad(const scenario::Load& load, const std::string& where);

} // namespace plumb::engine

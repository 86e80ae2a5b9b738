// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/trend.h"

#include <string>

namespace plumb::judge {

/// Unit, direction and absolute floor of @p metric from the catalogue, into @p input; a name that is not
/// there has no unit and is better lower. Fractions that move by less than 0.1 percentage points have not
/// moved.
void describeMetric(TrendInput& input, const std::string& metric);

} // namespace plumb::judge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparison.h"

#include <string>

namespace plumb::exporting {

/// A comparison for people, the verdict first: what differs and whether it matters, then a table per
/// candidate, then where the distributions moved.
std::string comparisonMarkdown(const judge::Comparison& comparison);

} // namespace plumb::exporting

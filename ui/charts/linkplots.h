// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace plumb::ui {

class Plot;

/// Plots over the same time: what one shows and points at, the others show and point at too.
void linkPlots(const std::vector<Plot*>& plots);

} // namespace plumb::ui

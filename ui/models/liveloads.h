// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

namespace plumb::models {

/// The loads of the turn under way from what the run told of them at its start and in its last tick. Patterns
/// are named only where a change has to name one.
std::vector<LiveLoad> liveLoads(
    const std::vector<report::LoadInfo>& known, const std::vector<report::LoadTick>& now);

/// True if each load plans a rate.
bool allByRate(const std::vector<LiveLoad>& loads);

/// Why the loads among @p loads that cannot be changed cannot; empty where all can.
QString fixedLoadsText(const std::vector<LiveLoad>& loads);

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/compiled.h"

namespace plumb::engine::command {

/// What can be known of a scenario's commands before a run: the programs and folders are there and this
/// machine has the processors. Where a set-up step runs a command, it may make them. Error (input).
Result<void> probeCommands(const scenario::CompiledScenario& scenario);

} // namespace plumb::engine::command

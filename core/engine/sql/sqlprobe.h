// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/compiled.h"

namespace plumb::engine::sql {

/// What can be known of a scenario's sql steps before a run: the drivers are there, the databases let us in
/// (ErrorKind::target where not), and they understand the queries (ErrorKind::input), where no step may make
/// the tables first.
Result<void> probeDatabases(const scenario::CompiledScenario& scenario);

/// "QPSQL app on db.example", for the report.
std::string databasesOf(const scenario::CompiledScenario& scenario);

} // namespace plumb::engine::sql

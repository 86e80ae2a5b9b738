// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariorecords.h"

// The lists of queries, commands and started services as tables.
namespace plumb::models {

/// Parameters of the query of @p step: by position, or by name once one of them has a name.
[[nodiscard]] RecordList parameterRecords(const std::string& step);

/// Program and arguments of the command of @p step; of the service that is started for "/target".
[[nodiscard]] RecordList argumentRecords(const std::string& owner);
/// Variables of its environment.
[[nodiscard]] RecordList processVariableRecords(const std::string& owner);

/// Gives a step another kind, with what that kind needs at least; what it held of others stays.
void setStepKind(scenario::Step& step, const std::string& kind);

/// The start of the target's service; made where there is none. Takes it away again if nothing is left in it.
scenario::TargetStart& startOf(scenario::Scenario& scenario);
void tidyStart(scenario::Scenario& scenario);

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariorecords.h"

// The lists of a scenario as tables, by the JSON pointer of what holds them.
namespace plumb::models {

/// @p step: "/patterns/0/steps/1".
[[nodiscard]] RecordList headerRecords(const std::string& step);
[[nodiscard]] RecordList queryRecords(const std::string& step);
[[nodiscard]] RecordList formRecords(const std::string& step);
[[nodiscard]] RecordList multipartRecords(const std::string& step);
[[nodiscard]] RecordList extractRecords(const std::string& step);
[[nodiscard]] RecordList checkRecords(const std::string& step);

/// @p pattern: the path of a pattern with a load of its own; empty: of the scenario's load.
[[nodiscard]] RecordList stageRecords(const std::string& pattern = {});
[[nodiscard]] RecordList variableRecords();
[[nodiscard]] RecordList environmentRecords();
/// Values of the environment with this number; without columns where there is none. Its path holds the
/// environment's name: made anew when that changes.
[[nodiscard]] RecordList environmentVariableRecords(const scenario::Scenario& scenario, int environment);
[[nodiscard]] RecordList dataRecords();
[[nodiscard]] RecordList monitorRecords();
[[nodiscard]] RecordList stopRecords();

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "report/runevent.h"

// Words of enums for jsonio.h: parseWord(text, value) next to the toString() of report.h and runevent.h.
namespace plumb::report {

bool parseWord(std::string_view text, Outcome& value);
bool parseWord(std::string_view text, Phase& value);
bool parseWord(std::string_view text, RunState& value);
bool parseWord(std::string_view text, metric::Verdict& value);

} // namespace plumb::report

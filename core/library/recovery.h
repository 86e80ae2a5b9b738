// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace plumb::library {

/// Turns every unlocked journal of @p library into a judged and stored report and removes the journal last,
/// so that a crash in between only means that it is done again. @p isStored tells of reports that were stored
/// before.
Result<std::vector<Recovered>> recoverJournals(
    Library& library, const std::function<bool(const report::Report& report)>& isStored);

} // namespace plumb::library

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/references.h"
#include "library/library.h"

#include <span>

namespace plumb::library {

/// The runs of @p library that the relative rules of @p thresholds ask for, for @p reports (not empty, of one
/// operation and environment): what is pinned as "baseline"; as "previous" the latest earlier run that ended
/// as planned and was not invalid or, where it was a round, all such rounds of its suite; at most the latest
/// 20 of those runs for "best"; the latest K for "median-of-K"; and what the library knows of the noise
/// between runs. Earlier means before the first of the reports began; none of them is among its own
/// references but as baseline, and no round of their own suite is their "previous". Refreshes the index and
/// reads the report files; one that cannot be read is left out. Errors: of the index.
Result<judge::References> referencesFor(
    Library& library, std::span<const report::Report> reports, const judge::Thresholds& thresholds);

} // namespace plumb::library

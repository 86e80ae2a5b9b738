// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace plumb::metric {

/// What a rule, a report or a comparison came to (PRODUCT.md section 1).
enum class Verdict { pass, warn, fail, inconclusive, invalid, noBaseline, notMeasured, skipped };

/// "pass", "no-baseline", ...: as written in files.
std::string_view toString(Verdict verdict);
std::optional<Verdict> verdictFromString(std::string_view text);

/// The one that decides a whole: invalid, fail, no-baseline, inconclusive, not-measured, warn, pass, skipped.
Verdict worse(Verdict a, Verdict b);

} // namespace plumb::metric

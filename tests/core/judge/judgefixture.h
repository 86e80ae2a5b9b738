// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"

#include <string>
#include <vector>

namespace plumb::test {

/// A report of 1,000 requests in 10 s: step "validate" of pattern "Writer" with the latencies 1 to 600 ms,
/// and "generate" of pattern "Reader" with 601 to 1000 ms, of which 10 failed with http_5xx; step "artifact"
/// was skipped.
report::Report smallReport();

/// Thresholds from the text of a "rules" list.
judge::Thresholds rulesOf(const std::string& rules);

/// The only rule that is not built in, judged.
report::JudgedRule judgedAlone(const report::Report& report, const std::string& rule);

} // namespace plumb::test

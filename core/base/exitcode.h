// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace plumb {

/// Exit codes of `plumb` (PRODUCT.md section 6).
enum class ExitCode {
    pass = 0, ///< also warn, unless --fail-on warn
    fail = 1, ///< a rule failed, or a stop rule ended the run
    badInput = 2, ///< wrong usage or unreadable input
    invalidRun = 3, ///< the generator was the limit
    cannotJudge = 4, ///< no baseline, not measured, inconclusive, not comparable
    couldNotRun = 5, ///< target unreachable, setup failed, runner died
    interrupted = 130, ///< stopped by the user; the partial report is kept
};

/// The one that wins where several apply: 2, 5, 130, 3, 1, 4, 0.
ExitCode stronger(ExitCode a, ExitCode b);

/// usage, input and io give badInput, interrupted its own; the others couldNotRun.
ExitCode exitCodeFor(ErrorKind kind);

} // namespace plumb

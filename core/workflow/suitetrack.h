// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/suiterun.h"

// Inside core/workflow: what SuiteRun keeps of each scenario while the rounds run.
namespace plumb::workflow {

struct SuiteRun::Track
{
    runner::RunRequest request;
    SuitePart part;
    std::optional<judge::Thresholds> thresholds;
    std::optional<double> seconds; ///< a round takes
    int done = 0; ///< rounds that were run, counted or not
    bool settled = false;
};

inline bool isInvalid(const report::Report& report)
{
    return report.generator.verdict == "invalid";
}

} // namespace plumb::workflow

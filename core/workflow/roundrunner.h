// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runjob.h"

#include <memory>

namespace plumb::workflow {

/// Runs one round after another, whoever does the work.
class RoundRunner
{
public:
    virtual ~RoundRunner() = default;
    /// As runner::RunJob::run(). Blocks.
    virtual Result<runner::RunOutcome> run(
        const runner::RunRequest& request, const runner::RunListener& listener)
        = 0;
    /// Of the round under way, from any thread; without one they have no effect.
    virtual void stop() = 0;
    virtual void abort() = 0;
};

/// In this process, each round a runner::RunJob of its own.
std::unique_ptr<RoundRunner> makeRoundRunner();

} // namespace plumb::workflow

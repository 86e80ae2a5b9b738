// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runplan.h"

namespace plumb::engine {

/// The order of set-up steps: each in turn; one that fails has its on_failure steps run (whatever becomes of
/// them) and is tried once more. Without on_failure there is no second try.
class SetupSequence
{
public:
    explicit SetupSequence(const std::vector<PlannedSetup>* steps = nullptr);
    /// The step to run; null when done or failed.
    [[nodiscard]] const PlannedStep* current() const;
    /// What became of current(); a skipped step counts as ok.
    void report(bool ok);
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    enum class Stage { first, remedy, retry };
    const std::vector<PlannedSetup>* m_steps;
    std::size_t m_index = 0;
    std::size_t m_remedy = 0;
    Stage m_stage = Stage::first;
    bool m_failed = false;
};

} // namespace plumb::engine

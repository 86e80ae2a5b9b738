// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/setupsequence.h"

namespace plumb::engine {

SetupSequence::SetupSequence(const std::vector<PlannedSetup>* steps)
    : m_steps(steps)
{
}

const PlannedStep* SetupSequence::current() const
{
    if (m_steps == nullptr || m_failed || m_index >= m_steps->size())
        return nullptr;
    const PlannedSetup& setup = (*m_steps)[m_index];
    return m_stage == Stage::remedy ? &setup.on_failure[m_remedy] : &setup.step;
}

void SetupSequence::report(bool ok)
{
    const PlannedSetup& setup = (*m_steps)[m_index];
    if (m_stage == Stage::remedy) {
        if (++m_remedy == setup.on_failure.size())
            m_stage = Stage::retry;
        return;
    }
    if (ok) {
        ++m_index;
        m_remedy = 0;
        m_stage = Stage::first;
    } else if (m_stage == Stage::first && !setup.on_failure.empty()) {
        m_stage = Stage::remedy;
    } else {
        m_failed = true;
    }
}

} // namespace plumb::engine

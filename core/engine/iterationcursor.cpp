// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/iterationcursor.h"

#include "engine/weights.h"

namespace plumb::engine {

void IterationCursor::begin(
    const PlannedPattern& pattern, std::int64_t number, scenario::RandomStream& random)
{
    m_steps.clear();
    m_at = 0;
    const auto add = [this](const PlannedStep& step) {
        m_steps.insert(m_steps.end(), static_cast<std::size_t>(step.repeat), &step);
    };
    if (pattern.weighted_steps) {
        std::vector<double> weights;
        weights.reserve(pattern.steps.size());
        for (const PlannedStep& step : pattern.steps)
            weights.push_back(number % step.every == 0 ? step.weight : 0.0);
        add(pattern.steps[static_cast<std::size_t>(pickAt(random.uniform(), weights))]);
        return;
    }
    for (const PlannedStep& step : pattern.steps) {
        if (number % step.every == 0)
            add(step);
    }
}

const PlannedStep* IterationCursor::next()
{
    return more() ? m_steps[m_at++] : nullptr;
}

} // namespace plumb::engine

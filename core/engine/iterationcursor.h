// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runplan.h"

namespace plumb::engine {

/// Which steps an iteration runs, in order: all whose turn it is (`every`), each `repeat` times; in a
/// weighted pattern the one step that is drawn.
class IterationCursor
{
public:
    /// @p number counts the user's iterations of this pattern from 0.
    void begin(const PlannedPattern& pattern, std::int64_t number, scenario::RandomStream& random);
    /// The next step; null at the end.
    const PlannedStep* next();
    [[nodiscard]] bool more() const { return m_at < m_steps.size(); }

private:
    std::vector<const PlannedStep*> m_steps; ///< repeats written out; memory is reused
    std::size_t m_at = 0;
};

} // namespace plumb::engine

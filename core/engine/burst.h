// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phaseplan.h"

#include <cstdint>

namespace plumb::engine {

/// What a worker is told about the next burst of a group.
struct BurstOrder
{
    std::size_t group = 0; ///< of the turn under way
    std::int64_t number = 0;
    Nanos at{}; ///< monotonic, the same on all workers
    Phase phase = Phase::measure; ///< of all its requests
    bool end = false; ///< there is none: the group is done at `at`
};

/// What became of one worker's share of a burst.
struct BurstShare
{
    std::size_t group = 0;
    std::int64_t number = 0;
    bool whole = true; ///< every user took part, and none was stopped half-way
    bool sent = false; ///< there was something to send
    std::optional<Nanos> first; ///< when the first user began; nothing: none could
    Nanos last{}; ///< when the last one was through
};

} // namespace plumb::engine

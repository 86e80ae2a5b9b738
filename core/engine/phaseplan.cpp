// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phaseplan.h"

namespace plumb::engine {

Phase PhasePlan::phaseAt(Nanos time) const
{
    if (time < warmup)
        return Phase::warmup;
    return measure && time >= warmup + *measure ? Phase::cooldown : Phase::measure;
}

std::optional<Nanos> PhasePlan::measureEnd() const
{
    return measure ? std::optional(warmup + *measure) : std::nullopt;
}

std::optional<Nanos> PhasePlan::end() const
{
    return measure ? std::optional(warmup + *measure + cooldown) : std::nullopt;
}

} // namespace plumb::engine

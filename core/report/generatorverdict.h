// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace plumb::report {

/// What else the judgement of the generator looks at; all of the measure phase.
struct GeneratorLoad
{
    std::optional<double> service_p50_ms;
    std::int64_t sent = 0;
    std::int64_t dropped = 0;
    std::int64_t dropped_while_busy
        = 0; ///< dropped in intervals with the generator above 90 % of its capacity
    int workers = 1; ///< threads that offer load
    int cores = 0; ///< of the machine; 0: unknown
};

/// The generator's capacity in percent of one core: a core per worker, as far as there are cores.
double capacityPercent(int workers, int cores);
/// Above 90 % of its capacity a generator is taken as busy (Locust warns at the same mark).
bool generatorBusy(double cpu_pct, int workers, int cores);

/// Sets verdict and reasons: `invalid` where the generator itself was the limit, `suspect` where it may have
/// been. Every reason is a sentence. Needs cpu_pct, lag and resends of @p generator to be set.
void judgeGenerator(GeneratorReport& generator, const GeneratorLoad& load);

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace plumb::report {

/// What else the judgement of the generator looks at; all of the measure phase.
struct GeneratorLoad
{
    std::optional<double> service_p50_ms;
    std::int64_t sent = 0;
    std::int64_t dropped_while_busy = 0; ///< in intervals with a busy generator
    int cores = 0; ///< of the machine; 0: unknown
};

/// A thread cannot use more than a core: with one of its threads above 90 % the generator is taken as busy
/// (Locust warns at the same mark), however idle the others are; or with all of them together above 90 % of
/// the machine. Percent of one core; what is absent is not busy.
bool generatorBusy(std::optional<double> busiest_pct, std::optional<double> cpu_pct, int cores);

/// Sets verdict and reasons: `invalid` where the generator itself was the limit, `suspect` where it may have
/// been. Every reason is a sentence. Needs cpu_pct, busiest_pct, lag and resends of @p generator to be set.
void judgeGenerator(GeneratorReport& generator, const GeneratorLoad& load);

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace plumb::report {

/// What else the judgement of the generator looks at; all of the measure phase.
struct GeneratorLoad
{
    std::optional<double> service_p50_ms, response_p99_ms;
    std::int64_t sent = 0; ///< requests
    std::int64_t planned = 0; ///< iterations
    std::int64_t dropped_while_busy = 0; ///< iterations, in intervals with a busy generator
    int cores = 0; ///< of the machine; 0: unknown
    double measured_s = 0.0; ///< for which there are figures of the threads
};

/// A thread cannot use more than a core: with one that runs, or wants to run and gets no core, more than 90 %
/// of the time, the generator is taken as busy (Locust warns at the same mark), however idle the others are;
/// or with all of them together above 90 % of the machine. Percent of one core; what is absent is not busy.
bool generatorBusy(std::optional<double> demand_pct, std::optional<double> cpu_pct, int cores);

/// Sets verdict and reasons: `invalid` where the generator itself was the limit, `suspect` where it may have
/// been or where the machine disturbed it. Needs everything else of @p generator to be set. The codes:
///
///     dropped       invalid   over 1 % of the arrivals were dropped while the generator was busy;
///                             where other programs had the cores, only if late or own-queue hold
///                             as well, or its busiest thread had 60 % of a core all the same
///     late          invalid   sends that had a free user were late, and the generator was busy
///     own-queue     invalid   answers waited for the busy generator for a good part of what was measured
///     ports, files  invalid   over 1 % of the requests found no port, no file left on this machine
///     disturbed     suspect   late, though the generator was not busy
///     busy, warm    suspect   above 90 % and 80 %, but nothing of the above (k6: keep 20 % idle)
///     kept-waiting  suspect   the busiest thread waited for a core more than 25 % of the time
///     steal         suspect   other virtual machines took more than 2 % of the cores
///     resends       suspect   over 1 % of the requests were sent more than once
///
/// The first three need a second of figures and are `suspect` below it, and so are those of a share that is
/// not reached.
void judgeGenerator(GeneratorReport& generator, const GeneratorLoad& load);

/// How late a send may be, p99, before it counts: a tenth of what was measured, and never less than what a
/// shared machine does to any program.
double allowedLag_ms(const std::optional<double>& response_p99_ms);

} // namespace plumb::report

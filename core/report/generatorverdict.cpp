// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/generatorverdict.h"

#include "base/units.h"

#include <algorithm>
#include <cmath>

namespace plumb::report {

namespace {

constexpr double busyShare = 0.90; // Locust warns from 90 % of a core on
constexpr double warmShare = 0.80; // k6's guidance: keep 20 % idle
constexpr double lagFloor_ms
    = 20.0; // below it a small run on a shared CI machine is not held against the generator
constexpr double lagShareOfService = 0.10;
constexpr double resendShare = 0.01;

std::string percent(double value)
{
    return std::to_string(std::lround(value)) + " %";
}

bool usesMoreThan(
    double share, const std::optional<double>& busiest_pct, const std::optional<double>& cpu_pct, int cores)
{
    return (busiest_pct && *busiest_pct > 100.0 * share)
        || (cpu_pct && cores > 0 && *cpu_pct > 100.0 * share * cores);
}

/// What of the machine the generator used, as the reasons say it.
std::string usage(const GeneratorReport& generator, double share, int cores)
{
    return usesMoreThan(share, generator.busiest_pct, std::nullopt, cores)
        ? "its busiest thread used " + percent(*generator.busiest_pct) + " of a core"
        : "it used " + percent(generator.cpu_pct.value_or(0.0) / std::max(cores, 1)) + " of the machine";
}

} // namespace

bool generatorBusy(std::optional<double> busiest_pct, std::optional<double> cpu_pct, int cores)
{
    return usesMoreThan(busyShare, busiest_pct, cpu_pct, cores);
}

void judgeGenerator(GeneratorReport& generator, const GeneratorLoad& load)
{
    generator.reasons.clear();
    bool invalid = false;
    const bool busy = generatorBusy(generator.busiest_pct, generator.cpu_pct, load.cores);
    const bool warm = usesMoreThan(warmShare, generator.busiest_pct, generator.cpu_pct, load.cores);
    const double allowedLag = std::max(lagFloor_ms, lagShareOfService * load.service_p50_ms.value_or(0.0));

    if (generator.lag_p99_ms && *generator.lag_p99_ms > allowedLag) {
        const std::string late = "1 % of the arrivals that had a free user were sent more than "
            + formatLatency(*generator.lag_p99_ms) + " late (allowed: " + formatLatency(allowedLag) + ")";
        if (busy) {
            invalid = true;
            generator.reasons.push_back(late + " and " + usage(generator, busyShare, load.cores)
                + ": the generator was the limit; use fewer requests per second or more workers.");
        } else {
            generator.reasons.push_back(late + ": other programs may have disturbed the generator.");
        }
    } else if (busy) {
        generator.reasons.push_back("The generator was busy: " + usage(generator, busyShare, load.cores)
            + ", so latencies may include its own delays.");
    }
    if (load.dropped_while_busy > 0) {
        invalid = true;
        generator.reasons.push_back(std::to_string(load.dropped_while_busy)
            + " arrivals were dropped while the generator was at its limit: the offered rate is not what the "
              "scenario asks for.");
    }
    if (warm && !busy) {
        generator.reasons.push_back("The generator was nearly busy: "
            + usage(generator, warmShare, load.cores) + "; keep 20 % idle.");
    }
    if (load.sent > 0
        && static_cast<double>(generator.resends) > resendShare * static_cast<double>(load.sent)) {
        generator.reasons.push_back(std::to_string(generator.resends)
            + " requests were sent again inside the HTTP library: their times hold more than one attempt.");
    }
    generator.verdict = invalid ? "invalid" : generator.reasons.empty() ? "ok" : "suspect";
}

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/generatorverdict.h"

#include "base/units.h"

#include <algorithm>
#include <cmath>

namespace plumb::report {

namespace {

constexpr double busyShare = 0.90; // Locust warns from 90 % of a core on
constexpr double warmShare = 0.80; // k6's guidance: keep 20 % idle
/// A loaded two-core machine makes an idle thread this late now and then.
constexpr double leastLag_ms = 10.0;
constexpr double lagShare = 0.10;
/// Of the median, what an answer may wait until the generator sees it.
constexpr double ownQueueShare = 0.25;
constexpr double waitShare = 0.25;
constexpr double stealShare = 0.02;
constexpr double ownShare = 0.60; ///< of a core, had by a thread that wanted all of it
constexpr double noticedShare = 0.01; ///< of arrivals or requests
constexpr double enough_s = 0.9; ///< a tick, as the system's clock has it

std::string percent(double value)
{
    return std::to_string(std::lround(value)) + " %";
}

bool usesMoreThan(
    double share, const std::optional<double>& demand_pct, const std::optional<double>& cpu_pct, int cores)
{
    return (demand_pct && *demand_pct > 100.0 * share)
        || (cpu_pct && cores > 0 && *cpu_pct > 100.0 * share * cores);
}

std::optional<double> demandOf(const GeneratorReport& generator)
{
    return generator.demand_pct ? generator.demand_pct : generator.busiest_pct;
}

/// What of the machine the generator used, as the reasons say it.
std::string usage(const GeneratorReport& generator, double share, int cores)
{
    const auto demand = demandOf(generator);
    if (!usesMoreThan(share, demand, std::nullopt, cores)) {
        return "it used " + percent(generator.cpu_pct.value_or(0.0) / std::max(cores, 1)) + " of the machine";
    }
    const double wait = generator.wait_pct.value_or(0.0);
    std::string text = "its busiest thread used " + percent(*demand - wait) + " of a core";
    return wait >= 1.0 ? text + " and had to wait for a free one " + percent(wait) + " of the time" : text;
}

class Judge
{
public:
    Judge(GeneratorReport& generator, const GeneratorLoad& load)
        : m_generator(generator)
        , m_load(load)
        , m_busy(generatorBusy(demandOf(generator), generator.cpu_pct, load.cores))
        , m_cpuBusy(generatorBusy(generator.busiest_pct, generator.cpu_pct, load.cores))
        , m_enough(load.measured_s >= enough_s)
    {
    }

    void judge()
    {
        m_generator.reasons.clear();
        dropped();
        late();
        ownQueue();
        exhausted("ports", m_generator.port_errors, "no port left for another connection");
        exhausted("files", m_generator.file_errors, "no file left to open");
        plainlyBusy();
        disturbedByOthers();
        if (shareOf(m_generator.resends, m_load.sent) > noticedShare) {
            add("resends",
                std::to_string(m_generator.resends)
                    + " requests were sent again inside the HTTP library: their times hold more than one "
                      "attempt",
                false);
        }
        m_generator.verdict = m_invalid ? "invalid" : m_generator.reasons.empty() ? "ok" : "suspect";
    }

private:
    static double shareOf(std::int64_t part, std::int64_t whole)
    {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
    }

    void add(const char* code, const std::string& text, bool invalid)
    {
        m_generator.reasons.push_back({code, text + "."});
        // What made the run invalid is the first thing to read.
        if (invalid && !m_invalid) {
            std::rotate(
                m_generator.reasons.begin(), m_generator.reasons.end() - 1, m_generator.reasons.end());
        }
        m_invalid = m_invalid || invalid;
    }

    void dropped()
    {
        if (m_load.dropped_while_busy <= 0) {
            return;
        }
        const double share = shareOf(m_load.dropped_while_busy, m_load.planned);
        add("dropped",
            std::to_string(m_load.dropped_while_busy) + " arrivals (" + formatPercent(share)
                + ") were dropped while the generator was at its limit"
                + (m_busy ? ": " + usage(m_generator, busyShare, m_load.cores) : std::string()),
            share > noticedShare && (m_cpuBusy || ranMostly() || isLate() || ownQueueShows()));
    }

    /// Others held the cores a part of the time only: alone it would not have made the load either.
    [[nodiscard]] bool ranMostly() const
    {
        return m_generator.busiest_pct && *m_generator.busiest_pct > 100.0 * ownShare;
    }

    [[nodiscard]] bool isLate() const
    {
        return m_generator.lag_ms.p99 && *m_generator.lag_ms.p99 > allowedLag_ms(m_load.response_p99_ms);
    }

    [[nodiscard]] bool ownQueueShows() const
    {
        return m_generator.loop_ms.p50 && m_load.service_p50_ms
            && *m_generator.loop_ms.p50 > ownQueueShare * *m_load.service_p50_ms;
    }

    void late()
    {
        if (!isLate()) {
            return;
        }
        const double allowed = allowedLag_ms(m_load.response_p99_ms);
        const std::string text = "1 % of the sends that had a free user were more than "
            + formatLatency(*m_generator.lag_ms.p99) + " late (allowed: " + formatLatency(allowed) + ")";
        if (m_busy) {
            add("late", text + ", and " + usage(m_generator, busyShare, m_load.cores), m_enough);
        } else {
            add("disturbed", text + ", though it was not busy: other programs may have disturbed it", false);
        }
    }

    void ownQueue()
    {
        if (!m_busy || !ownQueueShows()) {
            return;
        }
        add("own-queue",
            usageSentence() + ", and answers waited " + formatLatency(*m_generator.loop_ms.p50)
                + " (median) until it saw them, of " + formatLatency(*m_load.service_p50_ms)
                + " measured: the times are its own",
            m_enough);
    }

    void exhausted(const char* code, std::int64_t count, const char* what)
    {
        if (count > 0) {
            add(code, std::to_string(count) + " requests failed because this machine had " + what,
                shareOf(count, m_load.sent) > noticedShare);
        }
    }

    void plainlyBusy()
    {
        if (m_busy && m_generator.reasons.empty()) {
            add("busy", usageSentence() + ", so latencies may include its own delays", false);
        } else if (!m_busy
            && usesMoreThan(warmShare, demandOf(m_generator), m_generator.cpu_pct, m_load.cores)) {
            add("warm",
                "The generator was nearly busy: " + usage(m_generator, warmShare, m_load.cores)
                    + "; keep 20 % idle",
                false);
        }
    }

    void disturbedByOthers()
    {
        if (!m_busy && m_generator.wait_pct && *m_generator.wait_pct > 100.0 * waitShare) {
            add("kept-waiting",
                "Its busiest thread had to wait for a free core " + percent(*m_generator.wait_pct)
                    + " of the time",
                false);
        }
        if (m_generator.steal_pct && *m_generator.steal_pct > 100.0 * stealShare) {
            add("steal",
                "Other virtual machines took " + percent(*m_generator.steal_pct)
                    + " of the time of this machine's cores",
                false);
        }
    }

    [[nodiscard]] std::string usageSentence() const
    {
        return "The generator was busy: " + usage(m_generator, busyShare, m_load.cores);
    }

    GeneratorReport& m_generator;
    const GeneratorLoad& m_load;
    const bool m_busy, m_cpuBusy; ///< wanted the cores, had them
    const bool m_enough;
    bool m_invalid = false;
};

} // namespace

bool generatorBusy(std::optional<double> demand_pct, std::optional<double> cpu_pct, int cores)
{
    return usesMoreThan(busyShare, demand_pct, cpu_pct, cores);
}

double allowedLag_ms(const std::optional<double>& response_p99_ms)
{
    return std::max(leastLag_ms, lagShare * response_p99_ms.value_or(0.0));
}

void judgeGenerator(GeneratorReport& generator, const GeneratorLoad& load)
{
    Judge(generator, load).judge();
}

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "report/report.h"

#include <vector>

namespace plumb::engine {

/// Longest body kept before masking. A report keeps 4 KiB; cutting there before masking could cut a secret in
/// two and show its first half.
inline constexpr std::size_t rawSampleBody = 16U << 10;
inline constexpr std::size_t sampleBody = 4U << 10;

/// Keeps exchanges worth looking at: the first few failing ones of each step and outcome in an interval, and
/// the slowest of the run. One per worker. Samples leave unmasked: the coordinator masks and cuts them.
class Sampler
{
public:
    static constexpr std::size_t slowest = 50; ///< kept per run
    explicit Sampler(std::size_t steps);

    /// Whether a failing exchange of @p step should be kept; counts it if so.
    bool wantsFailing(int step, report::Outcome outcome);
    void addFailing(report::Sample sample);
    /// Whether an exchange of this response time is among the slowest so far.
    [[nodiscard]] bool wantsSlow(double response_ms) const;
    void addSlow(report::Sample sample);

    /// Failing ones since the last call; the counters start again.
    std::vector<report::Sample> takeFailing();
    [[nodiscard]] std::vector<report::Sample> takeSlow();

private:
    std::vector<std::array<int, report::outcomeCount>> m_seen;
    std::vector<report::Sample> m_failing;
    std::vector<report::Sample> m_slow; ///< heap, the fastest on top
};

/// Fills address, headers, bodies and times of a sample from what went over the wire.
report::Sample makeSample(const Request& request, const Exchange& exchange);

} // namespace plumb::engine

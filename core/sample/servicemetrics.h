// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace plumb::sample {

/// Counters of one worker thread: it alone writes, anyone may read.
class WorkerMetrics
{
public:
    /// One more than the number of routes: the last counts what no route answered.
    explicit WorkerMetrics(std::size_t routes);
    void count(std::size_t route, int status, Nanos took);
    [[nodiscard]] std::uint64_t total() const { return m_total.load(std::memory_order_relaxed); }

    /// Upper limits of the latency histogram, s.
    static constexpr std::array<double, 13> limits{
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};

private:
    friend std::string prometheusText(
        const std::vector<const WorkerMetrics*>&, const std::vector<std::pair<std::string, std::string>>&);
    using Counter = std::atomic<std::uint64_t>;
    struct Route
    {
        std::array<Counter, 500> statuses{}; ///< 100 to 599
        std::array<Counter, limits.size() + 1> buckets{};
        Counter nanos = 0;
    };
    std::vector<std::unique_ptr<Route>> m_routes;
    Counter m_total = 0;
};

/// The Prometheus text format 0.0.4 of all workers together. @p routes: method and path by route.
std::string prometheusText(const std::vector<const WorkerMetrics*>& workers,
    const std::vector<std::pair<std::string, std::string>>& routes);

} // namespace plumb::sample

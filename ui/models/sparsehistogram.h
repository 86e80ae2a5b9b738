// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hdrhistogram.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plumb::models {

/// The used buckets of HDR histograms of one configuration, sorted: a few kB instead of the 190 kB of a whole
/// count array, so that an hour of seconds stays in memory and can still be merged exactly.
class SparseHistogram
{
public:
    SparseHistogram() = default;
    explicit SparseHistogram(const stats::HdrHistogram& histogram);

    void merge(const SparseHistogram& other);
    [[nodiscard]] std::int64_t totalCount() const { return m_total; }
    /// Nearest rank, the highest equivalent value in ms, as HdrHistogram::valueAtPercentile; absent if empty.
    [[nodiscard]] std::optional<double> percentileMs(double percent) const;
    [[nodiscard]] std::optional<double> maxMs() const;

private:
    struct Bucket
    {
        std::int64_t highest = 0; ///< µs
        std::int64_t count = 0;
    };
    std::vector<Bucket> m_buckets;
    std::int64_t m_total = 0;
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::stats {

/// High dynamic range histogram after Gil Tene's HdrHistogram: relative error of a recorded value is below
/// 10^-digits over the whole range. Everything Plumbline records is in microseconds with the default
/// configuration (1 µs to 1 h, 3 digits), so that any two histograms merge exactly.
/// Not thread-safe: one writer (see intervalrecorder.h).
class HdrHistogram
{
public:
    struct Config
    {
        std::int64_t lowest = 1; ///< smallest value that can be told from 0, >= 1
        std::int64_t highest = 3'600'000'000; ///< largest recordable value, >= 2 * lowest
        int digits = 3; ///< significant decimal digits, 1 to 5
        bool operator==(const Config&) const = default;
    };

    HdrHistogram(); ///< the default configuration
    /// A configuration outside the ranges above is brought into them.
    explicit HdrHistogram(Config config);

    /// Records @p value, @p count times. Takes no lock and allocates nothing. A value outside [0, highest] is
    /// clamped, counted by clamped(), and answered with false.
    /// A count below 1 records nothing.
    bool record(std::int64_t value, std::int64_t count = 1) noexcept
    {
        if (count < 1) {
            return false;
        }
        const bool fits = value >= 0 && value <= m_config.highest;
        if (!fits) {
            value = value < 0 ? 0 : m_config.highest;
            m_clamped = saturatingSum(m_clamped, count);
        }
        add(indexOf(value), count);
        return fits;
    }

    /// Adds all counts of @p other. Exact where the configurations are equal; otherwise every bucket of other
    /// is recorded again at its highest equivalent value.
    void merge(const HdrHistogram& other);

    /// Forgets all counts; keeps the memory. Touches only the buckets that were used.
    void reset() noexcept;

    [[nodiscard]] const Config& config() const { return m_config; }
    [[nodiscard]] std::int64_t totalCount() const { return m_total; }
    [[nodiscard]] bool empty() const { return m_total == 0; }
    [[nodiscard]] std::int64_t clamped() const { return m_clamped; }
    /// Lowest equivalent value of the smallest used bucket; 0 if empty.
    [[nodiscard]] std::int64_t min() const;
    /// Highest equivalent value of the largest used bucket; 0 if empty.
    [[nodiscard]] std::int64_t max() const;
    /// Over the buckets' middle values; 0 if empty.
    [[nodiscard]] double mean() const;
    [[nodiscard]] double stddev() const; ///< population standard deviation; 0 if empty
    /// Nearest rank, ceil(p/100 * N) and at least 1 (Java HdrHistogram's rule): the highest equivalent value
    /// of the bucket that holds that rank. @p percent in [0, 100]; 0 if empty.
    [[nodiscard]] std::int64_t valueAtPercentile(double percent) const;
    /// How many recorded values are <= the highest value equivalent to @p value.
    [[nodiscard]] std::int64_t countAtOrBelow(std::int64_t value) const;

    /// A used bucket: values from lowest to highest (both included) occurred count times.
    struct Bucket
    {
        std::int64_t lowest = 0;
        std::int64_t highest = 0;
        std::int64_t count = 0;
    };
    /// All used buckets in rising order.
    [[nodiscard]] std::vector<Bucket> buckets() const;

    /// HdrHistogram V2 compressed, base64 ("HISTFA..."), as other tools read it. Empty histograms encode too.
    [[nodiscard]] std::string encode() const;
    /// Reads V2, V1 and V0, compressed or not, base64 with surrounding white space. Bounds are checked:
    /// hostile input gives an error, never a crash or a huge allocation.
    static Result<HdrHistogram> decode(std::string_view base64);

    bool operator==(const HdrHistogram& other) const; ///< same configuration, same counts

private:
    friend class HdrCodec;

    /// Counts come from files too: they stop at the top instead of wrapping round.
    static std::int64_t saturatingSum(std::int64_t a, std::int64_t b) noexcept
    {
        return a > std::numeric_limits<std::int64_t>::max() - b ? std::numeric_limits<std::int64_t>::max()
                                                                : a + b;
    }
    void add(std::size_t index, std::int64_t count) noexcept
    {
        m_firstUsed = m_total == 0 ? index : std::min(m_firstUsed, index);
        m_lastUsed = m_total == 0 ? index : std::max(m_lastUsed, index);
        m_counts[index] = saturatingSum(m_counts[index], count);
        m_total = saturatingSum(m_total, count);
    }
    /// @p value in [0, highest]. The layout of HdrHistogram: buckets of doubling width, each of them halved
    /// into 2^m_subBucketHalfMagnitude equal parts; the first bucket holds both of its halves.
    [[nodiscard]] std::size_t indexOf(std::int64_t value) const noexcept
    {
        const int ceiling = std::bit_width(static_cast<std::uint64_t>(value | m_subBucketMask));
        const int bucket = ceiling - m_unitMagnitude - (m_subBucketHalfMagnitude + 1);
        const std::int64_t subBucket = value >> (bucket + m_unitMagnitude);
        const std::int64_t half = std::int64_t{1} << m_subBucketHalfMagnitude;
        return static_cast<std::size_t>(
            (static_cast<std::int64_t>(bucket + 1) << m_subBucketHalfMagnitude) + subBucket - half);
    }
    /// How many counts the layout of @p config has; 0 where it is out of range.
    static std::size_t countsLength(const Config& config) noexcept;
    [[nodiscard]] int bucketOf(std::size_t index) const noexcept;
    [[nodiscard]] std::int64_t lowestAt(std::size_t index) const noexcept;
    [[nodiscard]] std::int64_t highestAt(std::size_t index) const noexcept;
    [[nodiscard]] double middleAt(std::size_t index) const noexcept;

    Config m_config;
    int m_unitMagnitude = 0;
    int m_subBucketHalfMagnitude = 0;
    std::int64_t m_subBucketMask = 0;
    std::vector<std::int64_t> m_counts;
    std::int64_t m_total = 0;
    std::int64_t m_clamped = 0;
    std::size_t m_firstUsed = 0; ///< valid if m_total > 0
    std::size_t m_lastUsed = 0;
};

} // namespace plumb::stats

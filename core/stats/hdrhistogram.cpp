// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/hdrhistogram.h"

#include <cmath>

namespace plumb::stats {

namespace {

/// floor(log2(2 * 10^digits)) rounded up, less one: half of the sub-buckets that give @p digits decimal
/// digits.
int halfMagnitudeOf(int digits)
{
    std::uint64_t needed = 2;
    for (int i = 0; i < digits; ++i) {
        needed *= 10;
    }
    return std::bit_width(needed - 1) - 1;
}

int unitMagnitudeOf(std::int64_t lowest)
{
    return std::bit_width(static_cast<std::uint64_t>(lowest)) - 1;
}

HdrHistogram::Config intoRange(HdrHistogram::Config config)
{
    config.digits = std::clamp(config.digits, 1, 5);
    // Unit and sub-bucket bits together must leave room in 63 bits (as in HdrHistogram).
    const int maxUnit = 61 - halfMagnitudeOf(config.digits);
    config.lowest = std::clamp(config.lowest, std::int64_t{1}, (std::int64_t{2} << maxUnit) - 1);
    config.highest = std::max(config.highest, 2 * config.lowest);
    return config;
}

} // namespace

std::size_t HdrHistogram::countsLength(const Config& config) noexcept
{
    if (config.digits < 1 || config.digits > 5 || config.lowest < 1 || config.highest / 2 < config.lowest) {
        return 0;
    }
    const int half = halfMagnitudeOf(config.digits);
    const int unit = unitMagnitudeOf(config.lowest);
    if (unit + half > 61) {
        return 0;
    }
    // Buckets are added until the first value that does not fit lies above the highest.
    int buckets = 1;
    int bits = unit + half + 1;
    while (bits < 63 && (std::int64_t{1} << bits) <= config.highest) {
        ++bits;
        ++buckets;
    }
    return static_cast<std::size_t>(buckets + 1) << half;
}

HdrHistogram::HdrHistogram()
    : HdrHistogram(Config{})
{
}

HdrHistogram::HdrHistogram(Config config)
    : m_config(intoRange(config))
    , m_unitMagnitude(unitMagnitudeOf(m_config.lowest))
    , m_subBucketHalfMagnitude(halfMagnitudeOf(m_config.digits))
    , m_subBucketMask(((std::int64_t{2} << m_subBucketHalfMagnitude) - 1) << m_unitMagnitude)
    , m_counts(countsLength(m_config))
{
}

void HdrHistogram::merge(const HdrHistogram& other)
{
    m_clamped = saturatingSum(m_clamped, other.m_clamped);
    if (other.empty()) {
        return;
    }
    const bool same = m_config == other.m_config;
    if (same && m_total <= std::numeric_limits<std::int64_t>::max() - other.m_total) {
        for (std::size_t i = other.m_firstUsed; i <= other.m_lastUsed; ++i) {
            m_counts[i] += other.m_counts[i];
        }
        m_firstUsed = empty() ? other.m_firstUsed : std::min(m_firstUsed, other.m_firstUsed);
        m_lastUsed = empty() ? other.m_lastUsed : std::max(m_lastUsed, other.m_lastUsed);
        m_total += other.m_total;
        return;
    }
    for (std::size_t i = other.m_firstUsed; i <= other.m_lastUsed; ++i) {
        if (other.m_counts[i] > 0) {
            if (same) {
                add(i, other.m_counts[i]);
            } else {
                record(std::min(other.highestAt(i), other.m_config.highest), other.m_counts[i]);
            }
        }
    }
}

void HdrHistogram::reset() noexcept
{
    if (m_total > 0) {
        std::fill(m_counts.begin() + static_cast<std::ptrdiff_t>(m_firstUsed),
            m_counts.begin() + static_cast<std::ptrdiff_t>(m_lastUsed) + 1, 0);
    }
    m_total = 0;
    m_clamped = 0;
    m_firstUsed = 0;
    m_lastUsed = 0;
}

std::int64_t HdrHistogram::min() const
{
    return empty() ? 0 : lowestAt(m_firstUsed);
}

std::int64_t HdrHistogram::max() const
{
    return empty() ? 0 : highestAt(m_lastUsed);
}

double HdrHistogram::mean() const
{
    if (empty()) {
        return 0.0;
    }
    double sum = 0.0;
    for (std::size_t i = m_firstUsed; i <= m_lastUsed; ++i) {
        sum += middleAt(i) * static_cast<double>(m_counts[i]);
    }
    return sum / static_cast<double>(m_total);
}

double HdrHistogram::stddev() const
{
    if (empty()) {
        return 0.0;
    }
    const double centre = mean();
    double sum = 0.0;
    for (std::size_t i = m_firstUsed; i <= m_lastUsed; ++i) {
        const double distance = middleAt(i) - centre;
        sum += distance * distance * static_cast<double>(m_counts[i]);
    }
    return std::sqrt(sum / static_cast<double>(m_total));
}

std::int64_t HdrHistogram::valueAtPercentile(double percent) const
{
    if (empty()) {
        return 0;
    }
    // One step below the percentage, so that 99.9 * 1000 / 100, a little over 999 in binary, is rank 999.
    const double asked = std::clamp(std::nextafter(percent, -1.0), 0.0, 100.0);
    const double exact = std::ceil(asked * static_cast<double>(m_total) / 100.0);
    const std::int64_t rank
        = exact >= static_cast<double>(m_total) ? m_total : std::max<std::int64_t>(1, std::llround(exact));
    std::int64_t seen = 0;
    for (std::size_t i = m_firstUsed; i < m_lastUsed; ++i) {
        seen = saturatingSum(seen, m_counts[i]);
        if (seen >= rank) {
            return highestAt(i);
        }
    }
    return highestAt(m_lastUsed);
}

std::int64_t HdrHistogram::countAtOrBelow(std::int64_t value) const
{
    if (empty() || value < 0) {
        return 0;
    }
    const std::size_t end = std::min(indexOf(std::min(value, m_config.highest)), m_lastUsed);
    std::int64_t count = 0;
    for (std::size_t i = m_firstUsed; i <= end; ++i) {
        count = saturatingSum(count, m_counts[i]);
    }
    return count;
}

std::vector<HdrHistogram::Bucket> HdrHistogram::buckets() const
{
    std::vector<Bucket> used;
    for (std::size_t i = m_firstUsed; !empty() && i <= m_lastUsed; ++i) {
        if (m_counts[i] > 0) {
            used.push_back({lowestAt(i), highestAt(i), m_counts[i]});
        }
    }
    return used;
}

bool HdrHistogram::operator==(const HdrHistogram& other) const
{
    return m_config == other.m_config && m_total == other.m_total && m_counts == other.m_counts;
}

int HdrHistogram::bucketOf(std::size_t index) const noexcept
{
    return std::max(0, static_cast<int>(index >> m_subBucketHalfMagnitude) - 1);
}

std::int64_t HdrHistogram::lowestAt(std::size_t index) const noexcept
{
    const int bucket = bucketOf(index);
    const auto subBucket
        = static_cast<std::int64_t>(index) - (static_cast<std::int64_t>(bucket) << m_subBucketHalfMagnitude);
    return subBucket << (bucket + m_unitMagnitude);
}

std::int64_t HdrHistogram::highestAt(std::size_t index) const noexcept
{
    // Unsigned: the last bucket may end at 2^63.
    const std::uint64_t width = std::uint64_t{1} << (bucketOf(index) + m_unitMagnitude);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(lowestAt(index)) + (width - 1));
}

double HdrHistogram::middleAt(std::size_t index) const noexcept
{
    const std::int64_t half = (std::int64_t{1} << (bucketOf(index) + m_unitMagnitude)) >> 1;
    return static_cast<double>(lowestAt(index)) + static_cast<double>(half);
}

} // namespace plumb::stats

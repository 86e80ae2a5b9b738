// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sparsehistogram.h"

#include <algorithm>
#include <cmath>

namespace plumb::models {

SparseHistogram::SparseHistogram(const stats::HdrHistogram& histogram)
    : m_total(histogram.totalCount())
{
    for (const auto& bucket : histogram.buckets())
        m_buckets.push_back({bucket.highest, bucket.count});
}

void SparseHistogram::merge(const SparseHistogram& other)
{
    if (other.m_total == 0)
        return;
    std::vector<Bucket> merged;
    merged.reserve(m_buckets.size() + other.m_buckets.size());
    auto left = m_buckets.cbegin();
    auto right = other.m_buckets.cbegin();
    while (left != m_buckets.cend() || right != other.m_buckets.cend()) {
        if (right == other.m_buckets.cend() || (left != m_buckets.cend() && left->highest < right->highest)) {
            merged.push_back(*left++);
        } else if (left == m_buckets.cend() || right->highest < left->highest) {
            merged.push_back(*right++);
        } else {
            merged.push_back({left->highest, left->count + right->count});
            ++left;
            ++right;
        }
    }
    m_buckets = std::move(merged);
    m_total += other.m_total;
}

std::optional<double> SparseHistogram::percentileMs(double percent) const
{
    if (m_total == 0)
        return std::nullopt;
    // The rank of HdrHistogram::valueAtPercentile(), its guard against binary rounding included.
    const auto asked = std::clamp(std::nextafter(percent, -1.0), 0.0, 100.0);
    const auto exact = std::ceil(asked * static_cast<double>(m_total) / 100.0);
    const auto rank = std::clamp(static_cast<std::int64_t>(exact), std::int64_t{1}, m_total);
    std::int64_t seen = 0;
    for (const auto& bucket : m_buckets) {
        seen += bucket.count;
        if (seen >= rank)
            return static_cast<double>(bucket.highest) / 1000.0;
    }
    return maxMs();
}

std::optional<double> SparseHistogram::maxMs() const
{
    if (m_buckets.empty())
        return std::nullopt;
    return static_cast<double>(m_buckets.back().highest) / 1000.0;
}

} // namespace plumb::models

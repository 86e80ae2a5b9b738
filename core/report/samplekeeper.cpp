// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/samplekeeper.h"

#include <algorithm>

namespace plumb::report {

namespace {

constexpr std::size_t slowPerStep = 10;
constexpr std::size_t failedPerWay = 5;
constexpr std::size_t failedInAll = 200;

std::string stepKey(const Sample& sample)
{
    return sample.pattern + '\n' + sample.step;
}

} // namespace

void SampleKeeper::add(const Sample& sample)
{
    if (sample.why == "slow") {
        auto& kept = m_slow[stepKey(sample)];
        const auto place = std::upper_bound(kept.begin(), kept.end(), sample,
            [](const Sample& a, const Sample& b) { return a.response_ms > b.response_ms; });
        kept.insert(place, sample);
        if (kept.size() > slowPerStep) {
            kept.pop_back();
        }
        return;
    }
    auto& kept = m_failed[stepKey(sample) + '\n' + std::string(toString(sample.outcome)) + '\n'
        + std::to_string(sample.status) + '\n' + sample.reason];
    if (kept.size() < failedPerWay && m_failedCount < failedInAll) {
        kept.push_back(sample);
        ++m_failedCount;
    }
}

std::vector<Sample> SampleKeeper::samples() const
{
    std::vector<Sample> all;
    for (const auto* group : {&m_slow, &m_failed}) {
        for (const auto& [key, kept] : *group) {
            all.insert(all.end(), kept.begin(), kept.end());
        }
    }
    std::stable_sort(
        all.begin(), all.end(), [](const Sample& a, const Sample& b) { return a.at_s < b.at_s; });
    return all;
}

} // namespace plumb::report

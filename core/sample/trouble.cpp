// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/trouble.h"

namespace plumb::sample {

Disturbances::Effect Disturbances::at(Nanos since, std::string_view path, RandomEngine& random) const
{
    Effect effect;
    if (m_list.empty()) {
        return effect;
    }
    const double seconds = std::chrono::duration<double>(since).count();
    for (const auto& item : m_list) {
        if (seconds < item.from_s || seconds >= item.until_s || !path.starts_with(item.path_prefix)) {
            continue;
        }
        effect.slow_factor *= item.slow_factor;
        effect.fail = effect.fail
            || (item.fail_rate > 0.0
                && std::uniform_real_distribution<double>(0.0, 1.0)(random) < item.fail_rate);
    }
    return effect;
}

RateLimit::RateLimit(double rps)
{
    if (rps > 0.0) {
        m_interval = static_cast<std::int64_t>(1e9 / rps);
        m_tolerance = std::max<std::int64_t>(m_interval, 100'000'000);
    }
}

bool RateLimit::admit(Nanos now)
{
    if (m_interval == 0) {
        return true;
    }
    std::int64_t expected = m_theoretical.load(std::memory_order_relaxed);
    for (;;) {
        const std::int64_t start = std::max<std::int64_t>(expected, now.count());
        if (start - now.count() > m_tolerance - m_interval) {
            return false;
        }
        if (m_theoretical.compare_exchange_weak(expected, start + m_interval, std::memory_order_relaxed)) {
            return true;
        }
    }
}

bool ColdKeys::cold(const std::string& key, int first)
{
    constexpr std::size_t mostKeys = 100'000;
    const std::lock_guard lock(m_mutex);
    if (m_seen.size() >= mostKeys && !m_seen.contains(key)) {
        m_seen.clear();
    }
    int& seen = m_seen[key];
    if (seen >= first) {
        return false;
    }
    ++seen;
    return true;
}

} // namespace plumb::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/requestview.h"
#include "sample/servicespec.h"

#include "base/clock.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

// What makes a service worse: slow or failing times, a limit of its rate, cold caches. Shared by its threads.
namespace plumb::sample {

/// Slow and failing times, pure.
class Disturbances
{
public:
    explicit Disturbances(std::vector<Disturbance> list)
        : m_list(std::move(list))
    {
    }
    struct Effect
    {
        double slow_factor = 1.0; ///< product of all that apply
        bool fail = false;
    };
    /// @p since the start of the service.
    [[nodiscard]] Effect at(Nanos since, std::string_view path, RandomEngine& random) const;

private:
    std::vector<Disturbance> m_list;
};

/// At most so many requests a second, by the generic cell rate algorithm (ITU-T I.371): one atomic number, no
/// lock.
class RateLimit
{
public:
    /// @p rps 0: no limit. A tenth of a second's worth may come at once.
    explicit RateLimit(double rps);
    /// False: too many. @p now must not be negative.
    bool admit(Nanos now);

private:
    std::int64_t m_interval = 0; ///< ns between requests
    std::int64_t m_tolerance = 0; ///< ns
    std::atomic<std::int64_t> m_theoretical = 0; ///< arrival time of the next request if all came evenly
};

/// Counts the requests of each key. Forgets everything at 100,000 keys, as a cache that was flushed.
class ColdKeys
{
public:
    /// True for the first @p first calls with @p key.
    bool cold(const std::string& key, int first);

private:
    std::mutex m_mutex;
    std::unordered_map<std::string, int> m_seen;
};

} // namespace plumb::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace plumb {

/// A point on, or a distance along, the monotonic clock. The zero point is arbitrary (boot time on Linux).
using Nanos = std::chrono::nanoseconds;

/// Monotonic time, passed in so that tests can advance a fake one.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Nanos now() const = 0;
};

/// CLOCK_MONOTONIC, the clock that timerfd uses.
class SteadyClock final : public Clock
{
public:
    [[nodiscard]] Nanos now() const override
    {
        return std::chrono::duration_cast<Nanos>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

} // namespace plumb

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/arrivalschedule.h"

#include <cmath>

namespace plumb::engine {

namespace {
/// Users take the streams from 0 up; the schedule must not share one with them.
constexpr std::uint64_t scheduleStream = ~0ULL;

Nanos fromSeconds(double seconds)
{
    return Nanos{std::llround(seconds * 1e9)};
}
} // namespace

ArrivalSchedule::ArrivalSchedule(
    LinearCurve rate, Spacing spacing, std::uint64_t seed, int worker, int workers)
    : m_rate(std::move(rate))
    , m_spacing(spacing)
    , m_random(seed, scheduleStream)
    , m_worker(worker)
    , m_workers(workers)
{
}

std::optional<Arrival> ArrivalSchedule::nextOfAll()
{
    double area = static_cast<double>(m_number);
    if (m_spacing == Spacing::poisson) {
        m_area -= std::log1p(-m_random.uniform());
        area = m_area;
    }
    const std::optional<double> at = m_rate.timeOfIntegral(area);
    if (!at)
        return std::nullopt;
    return Arrival{m_number++, fromSeconds(*at)};
}

std::optional<Arrival> ArrivalSchedule::next()
{
    if (m_spacing == Spacing::uniform)
        m_number += (m_worker - m_number % m_workers + m_workers) % m_workers;
    std::optional<Arrival> arrival = nextOfAll();
    while (arrival && arrival->number % m_workers != m_worker)
        arrival = nextOfAll();
    return arrival;
}

} // namespace plumb::engine

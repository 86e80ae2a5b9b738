// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/arrivalschedule.h"

#include <cmath>

namespace plumb::engine {

namespace {
/// Users take the streams from 0 up; the schedules must not share one with them and take those from here
/// down.
constexpr std::uint64_t scheduleStream = ~0ULL;

Nanos fromSeconds(double seconds)
{
    return Nanos{std::llround(seconds * 1e9)};
}
} // namespace

ArrivalSchedule::ArrivalSchedule(LinearCurve rate, Spacing spacing, Source source, int worker, int workers)
    : m_rate(std::move(rate))
    , m_spacing(spacing)
    , m_random(source.seed, scheduleStream - static_cast<std::uint64_t>(source.stream))
    , m_worker(worker)
    , m_workers(workers)
{
}

/// The next arrival of this worker.
void ArrivalSchedule::draw()
{
    m_drawn = true;
    if (m_spacing == Spacing::uniform) {
        ++m_number;
        m_number += (m_worker - m_number % m_workers + m_workers) % m_workers;
        m_area = static_cast<double>(m_number);
        return;
    }
    do {
        ++m_number;
        m_area -= std::log1p(-m_random.uniform());
    } while (m_number % m_workers != m_worker);
}

std::optional<Arrival> ArrivalSchedule::peek()
{
    if (!m_drawn)
        draw();
    const std::optional<double> at = m_rate.timeOfIntegral(m_area);
    return at ? std::optional(Arrival{m_number, fromSeconds(*at)}) : std::nullopt;
}

std::optional<Arrival> ArrivalSchedule::next()
{
    const std::optional<Arrival> arrival = peek();
    m_drawn = m_drawn && !arrival;
    return arrival;
}

} // namespace plumb::engine

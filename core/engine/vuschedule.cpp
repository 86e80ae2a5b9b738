// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vuschedule.h"

#include <algorithm>
#include <cmath>

namespace plumb::engine {

namespace {
constexpr double tolerance = 1e-9;
}

VuSchedule::VuSchedule(const LinearCurve& users)
{
    for (const LinearCurve::Piece& piece : users.pieces()) {
        const bool falling = piece.to < piece.from;
        int now = static_cast<int>(
            falling ? std::ceil(piece.from - tolerance) : std::floor(piece.from + tolerance));
        const int last
            = static_cast<int>(falling ? std::ceil(piece.to - tolerance) : std::floor(piece.to + tolerance));
        change(piece.start_s, now);
        const double slope = (piece.to - piece.from) / (piece.end_s - piece.start_s);
        while (now != last) {
            now += falling ? -1 : 1;
            change(piece.start_s + (now - piece.from) / slope, now);
        }
    }
}

void VuSchedule::change(double time_s, int users)
{
    const Nanos at{std::llround(time_s * 1e9)};
    if (!m_changes.empty() && m_changes.back().at == at)
        m_changes.back().users = users;
    else if (m_changes.empty() || m_changes.back().users != users)
        m_changes.push_back({at, users});
}

int VuSchedule::activeAt(Nanos time) const
{
    const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), time,
        [](Nanos wanted, const Change& change) { return wanted < change.at; });
    return after == m_changes.begin() ? 0 : std::prev(after)->users;
}

int VuSchedule::most() const
{
    int most = 0;
    for (const Change& change : m_changes)
        most = std::max(most, change.users);
    return most;
}

} // namespace plumb::engine

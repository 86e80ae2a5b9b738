// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eta.h"

namespace plumb::models {

namespace {

constexpr double settle_s = 1.0;
constexpr int settlePart = 20;

} // namespace

void EtaEstimate::update(int done, int total, double seconds)
{
    if (total != m_total || done < m_done) {
        m_total = total;
        m_began = seconds;
    }
    m_done = done;
    const double passed = seconds - m_began;
    const bool settled = passed >= settle_s && done > 0 && done >= total / settlePart;
    m_left = settled && done <= total ? std::optional(passed * (total - done) / done) : std::nullopt;
}

} // namespace plumb::models

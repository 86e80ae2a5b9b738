// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace plumb::models {

/// How long a job that counts will still take, from how it went so far. Says nothing in the first second and
/// before a twentieth is done: early guesses jump.
class EtaEstimate
{
public:
    /// @p seconds since the job began. A smaller @p done than before, or another total, begins anew.
    void update(int done, int total, double seconds);
    [[nodiscard]] std::optional<double> secondsLeft() const { return m_left; }

private:
    int m_total = 0, m_done = 0;
    double m_began = 0.0;
    std::optional<double> m_left;
};

} // namespace plumb::models

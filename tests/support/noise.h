// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace plumb::test {

/// Random numbers that are the same on every machine and library: SplitMix64 and Box-Muller.
class Noise
{
public:
    explicit Noise(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }

    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// Standard normal.
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

    /// @p count values of an AR(1) process with standard deviation @p sigma and lag-1 correlation @p phi.
    std::vector<double> series(std::size_t count, double sigma, double phi = 0.0)
    {
        std::vector<double> values;
        double last = sigma * normal();
        const double fresh = sigma * std::sqrt(1.0 - phi * phi);
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(last);
            last = phi * last + fresh * normal();
        }
        return values;
    }

private:
    std::uint64_t m_state;
};

} // namespace plumb::test

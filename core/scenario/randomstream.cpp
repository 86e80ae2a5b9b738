// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/compiled.h"

#include <bit>
#include <limits>

namespace plumb::scenario {

namespace {

/// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; the seeding
/// that the authors of xoshiro recommend.
std::uint64_t splitMix(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t index)
{
    // Both numbers are mixed, so that (1, 2) and (2, 1), or neighbouring users, share nothing.
    std::uint64_t indexState = index;
    std::uint64_t state = splitMix(seed) ^ std::rotl(splitMix(indexState), 32);
    for (auto& word : m_state) {
        word = splitMix(state);
    }
}

/// xoshiro256**: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
std::uint64_t RandomStream::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double RandomStream::uniform()
{
    // The upper 53 bits: every double of the form k / 2^53.
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

std::int64_t RandomStream::integer(std::int64_t low, std::int64_t high)
{
    const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    if (span == std::numeric_limits<std::uint64_t>::max()) {
        return static_cast<std::int64_t>(next());
    }
    // Draws in the incomplete last block are thrown away: no value is likelier than another.
    const std::uint64_t count = span + 1;
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() / count * count;
    std::uint64_t drawn = next();
    while (drawn >= limit) {
        drawn = next();
    }
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn % count);
}

} // namespace plumb::scenario

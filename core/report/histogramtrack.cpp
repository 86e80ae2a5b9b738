// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/histogramtrack.h"

#include <algorithm>
#include <cmath>

namespace plumb::report {

using stats::HdrHistogram;

std::string mergeEncoded(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty()) {
        return a.empty() ? b : a;
    }
    auto left = HdrHistogram::decode(a);
    const auto right = HdrHistogram::decode(b);
    if (!left || !right) {
        return left ? a : b;
    }
    left->merge(*right);
    return left->encode();
}

HistogramTrack::HistogramTrack(std::size_t maxSlots)
    : m_maxSlots(std::max<std::size_t>(maxSlots, 1))
{
}

void HistogramTrack::add(double at_s, const HdrHistogram& histogram)
{
    if (histogram.empty()) {
        return;
    }
    constexpr double aCentury = 3.2e9; // keeps a damaged journal's time from asking for endless slots
    const double at = std::isfinite(at_s) ? std::clamp(at_s, 0.0, aCentury) : 0.0;
    while (at / m_interval >= static_cast<double>(m_maxSlots)) {
        coarsen();
    }
    const auto index = static_cast<std::size_t>(at / m_interval);
    if (index != m_open || m_slots.empty()) {
        close();
        m_open = index;
        if (m_slots.size() <= index) {
            m_slots.resize(index + 1);
        }
        if (!m_slots[index].empty()) {
            if (const auto earlier = HdrHistogram::decode(m_slots[index])) {
                m_openHistogram.merge(*earlier);
            }
        }
    }
    m_openHistogram.merge(histogram);
}

void HistogramTrack::close()
{
    if (!m_openHistogram.empty()) {
        m_slots[m_open] = m_openHistogram.encode();
        m_openHistogram.reset();
    }
}

void HistogramTrack::coarsen()
{
    close();
    const auto pairs = (m_slots.size() + 1) / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        const std::string second = 2 * i + 1 < m_slots.size() ? m_slots[2 * i + 1] : std::string();
        m_slots[i] = mergeEncoded(m_slots[2 * i], second);
    }
    m_slots.resize(pairs);
    m_interval *= 2;
    // No slot is open any more; the next add() decodes the one it needs.
    m_open = m_maxSlots;
}

std::vector<std::string> HistogramTrack::slots() const
{
    auto slots = m_slots;
    if (!m_openHistogram.empty()) {
        slots[m_open] = m_openHistogram.encode();
    }
    return slots;
}

HistogramTrack HistogramTrack::coarsened(std::size_t maxSlots) const
{
    HistogramTrack track(*this);
    track.m_maxSlots = std::max<std::size_t>(maxSlots, 1);
    while (track.m_slots.size() > track.m_maxSlots) {
        track.coarsen();
    }
    return track;
}

HistogramTrack HistogramTrack::withInterval(double interval_s) const
{
    HistogramTrack track(*this);
    while (track.m_interval < interval_s) {
        track.coarsen();
    }
    return track;
}

} // namespace plumb::report

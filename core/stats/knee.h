// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Where a curve over load bends. No answer is the answer: they depend on the range that was swept, so screens
// show them beside each other.
namespace plumb::stats {

/// The form of a curve. Throughput over concurrency is concave and increasing, latency convex and increasing.
struct CurveForm
{
    bool concave = true;
    bool increasing = true;
};

/// All knees of "Finding a Kneedle in a Haystack" (Satopaa et al. 2011), as indexes into the points, the
/// first found first; empty where there is none. @p x ascending, both finite and of one length; @p
/// sensitivity 1 is usual, 0 finds the smallest bends. Without smoothing, as fits sweeps of up to some twenty
/// steps.
std::vector<std::size_t> kneedle(
    std::span<const double> x, std::span<const double> y, CurveForm form, double sensitivity = 1.0);

/// The step with the highest power X / R (Kleinrock 1979); latencies and throughputs above 0. Nothing where
/// there is no such step.
std::optional<std::size_t> kleinrockPower(
    std::span<const double> throughput, std::span<const double> latency);

/// The last step before the bend of two straight lines with the least squares; at least two points each, so
/// nothing below 4. A cross-check of the others.
std::optional<std::size_t> twoLines(std::span<const double> x, std::span<const double> y);

} // namespace plumb::stats

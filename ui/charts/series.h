// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace plumb::ui {

/// A place in the theme's series order. Percentiles keep theirs on every chart (LOOK.md).
enum class SeriesColor { first, second, third, fourth, fifth, sixth, muted };
inline constexpr SeriesColor p50Color = SeriesColor::first;
inline constexpr SeriesColor p95Color = SeriesColor::second;
inline constexpr SeriesColor p99Color = SeriesColor::third;
inline constexpr SeriesColor maxColor = SeriesColor::muted;
inline constexpr SeriesColor baselineColor = SeriesColor::muted;

enum class SeriesLook {
    line, ///< the measured course
    thin, ///< a background course, such as the maximum
    ghost, ///< grey and dashed: the baseline, or what was planned
    step, ///< holds its value until the next point, such as active users
};

/// A course over time. @c t in seconds since the start of the run, ascending; NaN in @c y is a gap.
struct TimeSeries
{
    QString name;
    SeriesColor color = SeriesColor::first;
    SeriesLook look = SeriesLook::line;
    std::vector<double> t;
    std::vector<double> y;
};

/// A shaded span of the time axis, such as the warm-up.
struct PhaseSpan
{
    double start = 0.0; ///< seconds
    double end = 0.0;
    QString label;
};

/// A vertical line at an event.
struct TimeMark
{
    double at = 0.0; ///< seconds
    QString label;
};

/// A horizontal line at a limit, in the unit of the y axis.
struct LimitLine
{
    enum class Level { warn, fail };
    double value = 0.0;
    QString label;
    Level level = Level::fail;
};

/// A distribution: at each percentile (a fraction from 0 up to, not including, 1, ascending) the value
/// reached.
struct PercentileSeries
{
    QString name;
    SeriesColor color = SeriesColor::first;
    SeriesLook look = SeriesLook::line;
    std::vector<double> percentile;
    std::vector<double> value;
    std::uint64_t samples = 0; ///< how many values the distribution was made from
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace plumb::ui {

/// What charts reckon before they paint; plain values, no widget.
struct AxisRange
{
    double lower = 0.0;
    double upper = 1.0;
    [[nodiscard]] double span() const { return upper - lower; }
    bool operator==(const AxisRange&) const = default;
};

/// 1, 2 or 5 times a power of ten, so that @p span has about @p wanted steps. @p span > 0.
double niceStep(double span, int wanted);

/// Steps of a value axis, about.
inline constexpr int valueSteps = 5;

/// A step of a time axis in seconds: 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15, 30 min, 1, 2, 6, 12 h, then
/// days.
double niceTimeStep(double spanSeconds, int wanted);

/// "00:42", "1:02:03"; parts of a second only where @p step is below one ("00:42.5").
QString timeLabel(double seconds, double step);

/// Least and greatest of the finite values; nothing if there are none.
std::optional<AxisRange> extentOf(std::span<const double> values);
/// As extentOf(), over the points with @p window.lower <= t <= @p window.upper.
std::optional<AxisRange> extentWithin(
    std::span<const double> t, std::span<const double> y, const AxisRange& window);

/// The range of a value axis round @p extent: from zero when asked, ends on nice steps, never empty.
AxisRange valueRange(const AxisRange& extent, bool zeroBased);

/// @p range scaled by @p factor (below 1 zooms in) about @p anchor, kept within @p limits; never smaller than
/// a thousandth of the limits.
AxisRange zoomed(const AxisRange& range, double factor, double anchor, const AxisRange& limits);
/// @p range moved by a part of its own span, kept within @p limits.
AxisRange panned(const AxisRange& range, double part, const AxisRange& limits);

/// A figure in the read-out: "41.7 ms"; of a rate in "1/s" it says "91 /s".
QString readoutText(double value, const QString& unit);

/// Index of the point of ascending @p t nearest to @p at; nothing if there are no points.
std::optional<std::size_t> nearestIndex(std::span<const double> t, double at);

/// The x of a percentile (a fraction) on an axis of 1 / (1 - p): 0.5 gives 2, 0.99 gives 100.
double tailFactor(double percentile);
double percentileOfTail(double tailFactor);
/// Ticks of that axis up to @p upper: (2, "50 %"), (10, "90 %"), (100, "99 %"), (1000, "99.9 %"), ...
std::vector<std::pair<double, QString>> percentileTicks(double upper);

/// Moves label centres @p wanted (pixels) apart to at least @p gap within [@p top, @p bottom], each as near
/// to its wish as its neighbours allow; the order is kept.
std::vector<double> spreadLabels(const std::vector<double>& wanted, double gap, double top, double bottom);

} // namespace plumb::ui

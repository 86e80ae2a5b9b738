// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axisarithmetic.h"

#include "base/units.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace plumb::ui {

namespace {

/// Part of an axis that stays free above what is drawn: a line on the edge of a plot looks cut.
constexpr double headroom = 0.03;

} // namespace

double niceStep(double span, int wanted)
{
    const double raw = span / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        // The small allowance keeps 0.1 * 3 from skipping a step through rounding.
        if (raw <= factor * power * (1.0 + 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

double niceTimeStep(double spanSeconds, int wanted)
{
    constexpr std::array<double, 16> steps{
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 43200};
    const double raw = spanSeconds / std::max(1, wanted);
    if (raw < steps.front()) {
        return niceStep(spanSeconds, wanted);
    }
    const auto found = std::find_if(steps.begin(), steps.end(), [raw](double step) { return step >= raw; });
    if (found != steps.end()) {
        return *found;
    }
    constexpr double day = 86400;
    return day * std::ceil(raw / day);
}

QString timeLabel(double seconds, double step)
{
    const bool negative = seconds < 0;
    const double absolute = std::abs(seconds);
    const int decimals = step < 1.0 ? std::clamp(int(std::ceil(-std::log10(step))), 1, 3) : 0;
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(absolute * scale) / scale;
    const double whole = std::floor(rounded + 1e-9);
    QString text = QString::fromStdString(formatClock(whole));
    if (decimals > 0) {
        const auto part = qRound64((rounded - whole) * scale);
        text += QStringLiteral(".%1").arg(part, decimals, 10, QLatin1Char('0'));
    }
    return negative ? QStringLiteral("−") + text : text;
}

std::optional<AxisRange> extentOf(std::span<const double> values)
{
    std::optional<AxisRange> extent;
    for (const double value : values) {
        if (!std::isfinite(value)) {
            continue;
        }
        if (!extent) {
            extent = AxisRange{value, value};
        } else {
            extent->lower = std::min(extent->lower, value);
            extent->upper = std::max(extent->upper, value);
        }
    }
    return extent;
}

std::optional<AxisRange> extentWithin(
    std::span<const double> t, std::span<const double> y, const AxisRange& window)
{
    const auto count = std::min(t.size(), y.size());
    const auto times = t.first(count);
    const auto first = std::lower_bound(times.begin(), times.end(), window.lower) - times.begin();
    const auto last = std::upper_bound(times.begin(), times.end(), window.upper) - times.begin();
    if (first >= last) {
        return std::nullopt;
    }
    return extentOf(y.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first)));
}

AxisRange valueRange(const AxisRange& extent, bool zeroBased)
{
    double lower = zeroBased ? std::min(0.0, extent.lower) : extent.lower;
    double upper = zeroBased ? std::max(0.0, extent.upper) : extent.upper;
    if (upper - lower <= std::abs(upper) * 1e-12) {
        // A constant course stands in the middle, or at zero below a full step.
        const double half = std::abs(upper) > 0.0 ? std::abs(upper) * 0.1 : 1.0;
        lower = zeroBased && lower >= 0.0 ? 0.0 : lower - half;
        upper = upper + half;
    }
    const double step = niceStep(upper - lower, valueSteps);
    double top = std::ceil(upper / step - 1e-9) * step;
    if (top - extent.upper < headroom * (top - lower)) {
        top += step;
    }
    return {std::floor(lower / step + 1e-9) * step, top};
}

AxisRange zoomed(const AxisRange& range, double factor, double anchor, const AxisRange& limits)
{
    constexpr double smallest = 1e-3;
    const double span = std::clamp(range.span() * factor, limits.span() * smallest, limits.span());
    const double part
        = range.span() > 0.0 ? std::clamp((anchor - range.lower) / range.span(), 0.0, 1.0) : 0.5;
    const double lower = std::clamp(anchor - part * span, limits.lower, limits.upper - span);
    return {lower, lower + span};
}

AxisRange panned(const AxisRange& range, double part, const AxisRange& limits)
{
    const double span = std::min(range.span(), limits.span());
    const double lower = std::clamp(range.lower + part * span, limits.lower, limits.upper - span);
    return {lower, lower + span};
}

QString readoutText(double value, const QString& unit)
{
    const QString words = unit.startsWith(QLatin1String("1/")) ? unit.mid(1) : unit;
    return QStringLiteral("%1 %2").arg(QLocale().toString(value, 'g', 4), words).trimmed();
}

std::optional<std::size_t> nearestIndex(std::span<const double> t, double at)
{
    if (t.empty()) {
        return std::nullopt;
    }
    const auto after = std::lower_bound(t.begin(), t.end(), at);
    if (after == t.begin()) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(after - t.begin());
    if (after == t.end() || at - t[index - 1] <= t[index] - at) {
        return index - 1;
    }
    return index;
}

double tailFactor(double percentile)
{
    return 1.0 / (1.0 - percentile);
}

double percentileOfTail(double tailFactor)
{
    return 1.0 - 1.0 / tailFactor;
}

std::vector<std::pair<double, QString>> percentileTicks(double upper)
{
    const QLocale locale;
    const auto label = [&locale](double percent, int decimals) {
        return QStringLiteral("%1 %").arg(locale.toString(percent, 'f', decimals));
    };
    std::vector<std::pair<double, QString>> ticks;
    if (upper >= 1.0) {
        ticks.emplace_back(1.0, label(0, 0));
    }
    if (upper >= 2.0) {
        ticks.emplace_back(2.0, label(50, 0));
    }
    // 12 nines are beyond what any run can count.
    double tail = 10.0;
    for (int nines = 1; nines <= 12 && tail <= upper * (1.0 + 1e-9); ++nines, tail *= 10.0) {
        ticks.emplace_back(tail, label(100.0 * (1.0 - 1.0 / tail), std::max(0, nines - 2)));
    }
    return ticks;
}

std::vector<double> spreadLabels(const std::vector<double>& wanted, double gap, double top, double bottom)
{
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return wanted[a] < wanted[b]; });
    std::vector<double> placed(wanted.size());
    double free = top;
    for (const auto index : order) {
        placed[index] = std::max(wanted[index], free);
        free = placed[index] + gap;
    }
    // What ran over the bottom is pushed back up.
    double limit = bottom;
    for (auto it = order.rbegin(); it != order.rend(); ++it) {
        placed[*it] = std::min(placed[*it], limit);
        limit = placed[*it] - gap;
    }
    return placed;
}

} // namespace plumb::ui

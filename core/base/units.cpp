// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace plumb {

namespace {

std::string fixed(double value, int decimals)
{
    std::array<char, 64> buffer{};
    const auto [end, code] = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return code == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

/// 3 significant digits; whole numbers from 100 up.
std::string threeDigits(double value)
{
    const double size = std::abs(value);
    if (size == 0.0) {
        return "0";
    }
    if (size >= 99.95) {
        return fixed(value, 0);
    }
    if (size >= 9.995) {
        return fixed(value, 1);
    }
    if (size >= 0.9995) {
        return fixed(value, 2);
    }
    return fixed(value, std::min(9, 2 - static_cast<int>(std::floor(std::log10(size)))));
}

} // namespace

std::string formatLatency(double ms)
{
    if (std::abs(ms) < 0.9995 && ms != 0.0) {
        return threeDigits(ms * 1000.0) + " µs";
    }
    if (std::abs(ms) < 9999.5) {
        return threeDigits(ms) + " ms";
    }
    return threeDigits(ms / 1000.0) + " s";
}

std::string formatNumber(double value)
{
    return threeDigits(value);
}

double roundSignificant(double value, int digits)
{
    if (value == 0.0 || !std::isfinite(value)) {
        return value;
    }
    const auto power = digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
    const double scale = std::pow(10.0, std::abs(power));
    const double rounded = power >= 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
    return std::isfinite(rounded) ? rounded : value;
}

std::string formatPercent(double fraction)
{
    return threeDigits(fraction * 100.0) + " %";
}

std::string formatBytes(double bytes)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    while (std::abs(bytes) >= 1024.0 && unit + 1 < units.size()) {
        bytes /= 1024.0;
        ++unit;
    }
    return (unit == 0 ? fixed(bytes, 0) : threeDigits(bytes)) + " " + units.at(unit);
}

std::optional<double> parseDuration(std::string_view text)
{
    double total = 0.0;
    bool any = false;
    bool unitSeen = false;
    while (!text.empty()) {
        double number = 0.0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (code != std::errc() || number < 0.0 || !std::isfinite(number)) {
            return std::nullopt;
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        double factor = 1.0;
        if (text.starts_with("ms")) {
            factor = 0.001;
            text.remove_prefix(2);
        } else if (!text.empty() && (text[0] == 's' || text[0] == 'm' || text[0] == 'h' || text[0] == 'd')) {
            factor = text[0] == 's' ? 1.0 : text[0] == 'm' ? 60.0 : text[0] == 'h' ? 3600.0 : 86400.0;
            text.remove_prefix(1);
        } else if (!text.empty() || unitSeen) {
            return std::nullopt;
        }
        unitSeen = true;
        total += number * factor;
        any = true;
    }
    return any ? std::optional(total) : std::nullopt;
}

std::string formatClock(double seconds)
{
    const auto whole = static_cast<long long>(std::max(0.0, std::round(seconds)));
    std::array<char, 48> buffer{};
    if (whole >= 3600) {
        std::snprintf(
            buffer.data(), buffer.size(), "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
    } else {
        std::snprintf(buffer.data(), buffer.size(), "%02lld:%02lld", whole / 60, whole % 60);
    }
    return buffer.data();
}

} // namespace plumb

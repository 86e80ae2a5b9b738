// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

// Figures for the screen, in the user's locale. What is absent (nullopt, NaN) is a dash, never 0.
namespace plumb::models {

[[nodiscard]] QString absent(); ///< "–"
[[nodiscard]] QString count(std::int64_t value); ///< "12,345"
[[nodiscard]] QString figure(std::optional<double> value, int decimals);
/// Three significant digits with unit: "420 µs", "42.1 ms", "12.3 s".
[[nodiscard]] QString latency(std::optional<double> ms);
/// Requests or iterations per second, without unit: three significant digits, none cut before the point.
[[nodiscard]] QString rate(std::optional<double> perSecond);
[[nodiscard]] QString percent(std::optional<double> fraction); ///< "0.21 %"
[[nodiscard]] QString clock(double seconds); ///< "03:20", "1:02:03"
[[nodiscard]] QString bytes(double value); ///< "1.5 MiB"
/// Decimals that show the largest of a column's figures with three significant digits, so that all rows of
/// the column align.
[[nodiscard]] int decimalsFor(double largest);
/// "2026-11-21 14:03" from ISO 8601, in the time of the place where the run was made; the text itself if it
/// is no date.
[[nodiscard]] QString dateTime(const std::string& iso8601);

} // namespace plumb::models

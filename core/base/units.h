// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumb {

/// A latency for people, 3 significant digits: "420 µs", "42.1 ms", "12.3 s" (LOOK.md). @p ms in
/// milliseconds.
std::string formatLatency(double ms);

/// 3 significant digits at least, no exponent: "0.123", "49.8", "12345".
std::string formatNumber(double value);

/// With at most @p digits significant digits, so that files do not keep more than was measured.
double roundSignificant(double value, int digits);

/// A fraction as percent: 0.0021 gives "0.21 %".
std::string formatPercent(double fraction);

/// "1.5 MiB", "320 B".
std::string formatBytes(double bytes);

/// Seconds from "30s", "2m", "1h30m", "250ms" or a plain number of seconds; nothing if it is none of these.
std::optional<double> parseDuration(std::string_view text);

/// "1:02:03", "03:20"; hours only where there are some.
std::string formatClock(double seconds);

} // namespace plumb

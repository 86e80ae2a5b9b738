// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plumb {

/// Milliseconds since 1970-01-01 UTC.
std::int64_t wallClockMs();

/// ISO 8601 with milliseconds and the local offset: "2026-11-21T14:03:05.120+01:00".
std::string isoTimestamp(std::int64_t wallMs);

/// Parses ISO 8601 with or without offset (without: UTC).
std::optional<std::int64_t> parseIsoTimestamp(std::string_view text);

/// "20261121_140305" in local time, as in report file names.
std::string fileTimestamp(std::int64_t wallMs);

/// A random UUID, lower case, without braces.
std::string newUuid();

} // namespace plumb

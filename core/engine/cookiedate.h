// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace plumb::engine {

/// The tolerant date of RFC 6265 section 5.1.1 ("Wed, 21 Oct 2026 07:28:00 GMT", "21-Oct-26 07:28:00"), in ms
/// since 1970 UTC; nothing if it is none.
std::optional<std::int64_t> parseCookieDate(std::string_view text);

} // namespace plumb::engine

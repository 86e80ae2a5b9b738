// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plumb::engine {

/// The parts of an absolute http(s) URL that cookies and redirects look at. Views into the URL.
struct UrlParts
{
    std::string_view scheme; ///< as written
    std::string_view host; ///< without brackets and user information
    std::string_view port; ///< empty: the scheme's
    std::string_view path; ///< without query; "/" if empty
    [[nodiscard]] bool secure() const;
};

/// Empty parts where @p url has none.
UrlParts splitUrl(std::string_view url);

/// Scheme, host and effective port are the same (RFC 6454).
bool sameOrigin(std::string_view a, std::string_view b);

/// "localhost", 127.0.0.0/8 or ::1.
bool isLoopbackName(std::string_view host);

bool equalsIgnoringCase(std::string_view a, std::string_view b);
std::string lowerCase(std::string_view text); ///< ASCII only, as in host and header names

} // namespace plumb::engine

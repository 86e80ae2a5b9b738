// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>
#include <optional>
#include <string>
#include <string_view>

// The small texts of HTTP that Beast leaves to its users.
namespace plumb::sample {

/// Undoes %XX; a broken escape stays as it stands. @p plusIsSpace for queries and forms.
std::string percentDecode(std::string_view text, bool plusIsSpace = false);

/// The value of @p name in "a=1&b=2", decoded.
std::optional<std::string> formValue(std::string_view pairs, std::string_view name);

/// The value of @p name in a Cookie header, without surrounding quotes.
std::optional<std::string_view> cookieValue(std::string_view header, std::string_view name);

/// User and password of "Basic ..." (RFC 7617).
struct Credentials
{
    std::string user, password;
};
std::optional<Credentials> basicCredentials(std::string_view authorization);

/// "Sat, 21 Nov 2026 01:56:14 GMT" (RFC 9110 section 5.6.7).
std::string httpDate(std::time_t time);

/// Appends @p text with JSON's escapes, without quotes. Bytes that are not UTF-8 become U+FFFD.
void appendJsonEscaped(std::string_view text, std::string& out);

/// The status with its reason phrase, "404 Not Found".
std::string statusText(int status);

} // namespace plumb::sample

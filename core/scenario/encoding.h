// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Writing texts so that they stay what they are inside JSON, URLs, forms and headers. All append to `out`.
namespace plumb::scenario {

/// Inside a JSON string, without the quotes (RFC 8259). Invalid UTF-8 becomes U+FFFD.
void appendJsonEscaped(std::string_view text, std::string& out);

/// One part of a path or query: all but the unreserved characters of RFC 3986 as %XX.
void appendUrlPart(std::string_view text, std::string& out);

/// A text that already is a URL or path: only what must not stand there is encoded (spaces, controls, quotes,
/// brackets, bytes above 127); "%41" stays.
void appendUrl(std::string_view text, std::string& out);

/// As application/x-www-form-urlencoded says: a space is a plus.
void appendFormPart(std::string_view text, std::string& out);

/// CR, LF, NUL and other controls become spaces, so that a value cannot start another header.
void appendHeaderValue(std::string_view text, std::string& out);

/// name="..." of multipart/form-data as browsers write it (HTML: %0A, %0D, %22).
void appendMultipartName(std::string_view text, std::string& out);

/// RFC 4648, with padding.
void appendBase64(std::string_view text, std::string& out);

/// 16 lower-case digits.
void appendHex(std::uint64_t number, std::string& out);

} // namespace plumb::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/urlparts.h"

#include <algorithm>

namespace plumb::engine {

namespace {
char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view effectivePort(const UrlParts& parts)
{
    if (!parts.port.empty())
        return parts.port;
    return parts.secure() ? "443" : "80";
}

/// 127.a.b.c in four decimal parts; "127.0.0.1.example.com" is a name.
bool isLoopbackV4(std::string_view host)
{
    if (!host.starts_with("127."))
        return false;
    const bool digits
        = std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
    return digits && std::count(host.begin(), host.end(), '.') == 3;
}
} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lowerCase(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool UrlParts::secure() const
{
    return equalsIgnoringCase(scheme, "https");
}

UrlParts splitUrl(std::string_view url)
{
    UrlParts parts;
    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos)
        return parts;
    parts.scheme = url.substr(0, colon);
    std::string_view rest = url.substr(colon + 3);
    const std::size_t authorityEnd = std::min(rest.find_first_of("/?#"), rest.size());
    std::string_view authority = rest.substr(0, authorityEnd);
    rest.remove_prefix(authorityEnd);
    parts.path = rest.substr(0, std::min(rest.find_first_of("?#"), rest.size()));
    if (parts.path.empty())
        parts.path = "/";
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos)
        authority.remove_prefix(at + 1);
    std::size_t portColon = authority.rfind(':');
    if (authority.starts_with('[')) {
        const std::size_t bracket = authority.find(']');
        parts.host = authority.substr(1, bracket == std::string_view::npos ? bracket : bracket - 1);
        if (bracket == std::string_view::npos || portColon < bracket)
            portColon = std::string_view::npos;
    } else {
        parts.host = authority.substr(0, portColon);
    }
    if (portColon != std::string_view::npos)
        parts.port = authority.substr(portColon + 1);
    return parts;
}

bool sameOrigin(std::string_view a, std::string_view b)
{
    const UrlParts left = splitUrl(a);
    const UrlParts right = splitUrl(b);
    return equalsIgnoringCase(left.scheme, right.scheme) && equalsIgnoringCase(left.host, right.host)
        && effectivePort(left) == effectivePort(right);
}

bool isLoopbackName(std::string_view host)
{
    return equalsIgnoringCase(host, "localhost") || host == "::1" || isLoopbackV4(host);
}

} // namespace plumb::engine

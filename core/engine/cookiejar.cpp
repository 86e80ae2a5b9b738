// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cookiejar.h"

#include "engine/cookiedate.h"
#include "engine/urlparts.h"

#include <algorithm>
#include <charconv>

namespace plumb::engine {

namespace {

constexpr std::ptrdiff_t mostPerDomain = 50;
constexpr std::size_t longestCookie = 4096; ///< name and value, RFC 6265 6.1

std::string_view trim(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes the part up to @p separator off the front of @p rest.
std::string_view takeUntil(std::string_view& rest, char separator)
{
    const std::size_t at = rest.find(separator);
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return part;
}

bool isAddress(std::string_view host)
{
    return host.find(':') != std::string_view::npos
        || (!host.empty() && host.find_first_not_of("0123456789.") == std::string_view::npos);
}

/// RFC 6265 5.1.3.
bool domainMatches(std::string_view host, std::string_view domain)
{
    if (host == domain)
        return true;
    return !isAddress(host) && host.size() > domain.size() && host.ends_with(domain)
        && host[host.size() - domain.size() - 1] == '.';
}

/// RFC 6265 5.1.4.
std::string defaultPath(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    if (!path.starts_with('/') || slash == 0)
        return "/";
    return std::string(path.substr(0, slash));
}

bool pathMatches(std::string_view path, std::string_view cookiePath)
{
    if (!path.starts_with(cookiePath))
        return false;
    return path.size() == cookiePath.size() || cookiePath.ends_with('/') || path[cookiePath.size()] == '/';
}

std::optional<std::int64_t> maxAge(std::string_view value, std::int64_t wallMs)
{
    constexpr std::int64_t longest = 400LL * 24 * 3600; // RFC 6265bis: 400 days
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error == std::errc::result_out_of_range)
        return value.starts_with('-') ? 0 : wallMs + longest * 1000;
    if (error != std::errc() || end != value.data() + value.size())
        return std::nullopt;
    return seconds <= 0 ? 0 : wallMs + std::min(seconds, longest) * 1000;
}

} // namespace

std::string_view setCookieValue(std::string_view setCookie)
{
    std::string_view pair = takeUntil(setCookie, ';');
    takeUntil(pair, '=');
    return trim(pair);
}

void CookieJar::store(std::string_view url, std::string_view setCookie, std::int64_t wallMs)
{
    const UrlParts parts = splitUrl(url);
    std::string_view rest = setCookie;
    std::string_view pair = takeUntil(rest, ';');
    if (pair.find('=') == std::string_view::npos)
        return;
    Cookie cookie;
    cookie.name = trim(takeUntil(pair, '='));
    cookie.value = trim(pair);
    cookie.domain = lowerCase(parts.host);
    cookie.path = defaultPath(parts.path);
    if (cookie.name.empty() || cookie.domain.empty()
        || cookie.name.size() + cookie.value.size() > longestCookie)
        return;
    std::string domain;
    bool hasMaxAge = false;
    while (!rest.empty()) {
        std::string_view value = takeUntil(rest, ';');
        const std::string_view name = trim(takeUntil(value, '='));
        value = trim(value);
        if (equalsIgnoringCase(name, "secure")) {
            cookie.secure = true;
        } else if (equalsIgnoringCase(name, "domain")) {
            domain = lowerCase(value.starts_with('.') ? value.substr(1) : value);
        } else if (equalsIgnoringCase(name, "path")) {
            cookie.path = value.starts_with('/') ? std::string(value) : defaultPath(parts.path);
        } else if (equalsIgnoringCase(name, "max-age")) {
            if (const std::optional<std::int64_t> expires = maxAge(value, wallMs)) {
                cookie.expires_ms = expires;
                hasMaxAge = true;
            }
        } else if (equalsIgnoringCase(name, "expires") && !hasMaxAge) {
            if (const std::optional<std::int64_t> expires = parseCookieDate(value))
                cookie.expires_ms = expires;
        }
    }
    if (!domain.empty() && domain != cookie.domain) {
        if (domain.find('.') == std::string::npos || !domainMatches(cookie.domain, domain))
            return;
        cookie.domain = domain;
    }
    cookie.host_only = domain.empty();
    if (cookie.secure && !parts.secure() && !isLoopbackName(parts.host))
        return;

    const auto same = std::find_if(m_cookies.begin(), m_cookies.end(), [&cookie](const Cookie& old) {
        return old.name == cookie.name && old.domain == cookie.domain && old.path == cookie.path;
    });
    const bool expired = cookie.expires_ms && *cookie.expires_ms <= wallMs;
    if (same != m_cookies.end()) {
        if (expired)
            m_cookies.erase(same);
        else
            *same = std::move(cookie);
        return;
    }
    if (expired)
        return;
    const auto ofDomain = [&cookie](const Cookie& old) { return old.domain == cookie.domain; };
    if (std::count_if(m_cookies.begin(), m_cookies.end(), ofDomain) >= mostPerDomain)
        m_cookies.erase(std::find_if(m_cookies.begin(), m_cookies.end(), ofDomain));
    m_cookies.push_back(std::move(cookie));
}

std::vector<const CookieJar::Cookie*> CookieJar::matching(std::string_view url, std::int64_t wallMs) const
{
    std::vector<const Cookie*> found;
    if (m_cookies.empty())
        return found;
    const UrlParts parts = splitUrl(url);
    const std::string host = lowerCase(parts.host);
    for (const Cookie& cookie : m_cookies) {
        if (cookie.expires_ms && *cookie.expires_ms <= wallMs)
            continue;
        if (cookie.host_only ? host != cookie.domain : !domainMatches(host, cookie.domain))
            continue;
        // Browsers treat loopback as trustworthy; a service tried on plain http there would lose its session
        // else.
        if (cookie.secure && !parts.secure() && !isLoopbackName(host))
            continue;
        if (pathMatches(parts.path, cookie.path))
            found.push_back(&cookie);
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Cookie* a, const Cookie* b) { return a->path.size() > b->path.size(); });
    return found;
}

std::string CookieJar::header(std::string_view url, std::int64_t wallMs) const
{
    std::string text;
    for (const Cookie* cookie : matching(url, wallMs)) {
        if (!text.empty())
            text += "; ";
        text += cookie->name + '=' + cookie->value;
    }
    return text;
}

std::map<std::string, std::string> CookieJar::cookies(std::string_view url, std::int64_t wallMs) const
{
    std::map<std::string, std::string> result;
    for (const Cookie* cookie : matching(url, wallMs))
        result.emplace(cookie->name, cookie->value);
    return result;
}

} // namespace plumb::engine

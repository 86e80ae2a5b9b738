// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::engine {

/// The cookies of one virtual user, after RFC 6265: domain and host-only, path, Secure, Expires and Max-Age.
/// HttpOnly and SameSite mean nothing to a load generator and are ignored, and so are public suffixes (no
/// list is shipped; a Domain without a dot inside is refused, which keeps ".com" out). At most 50 cookies a
/// host, as RFC 6265 6.1 asks.
class CookieJar
{
public:
    /// Takes the value of one Set-Cookie header received from @p url at @p wallMs. Unacceptable cookies are
    /// ignored.
    void store(std::string_view url, std::string_view setCookie, std::int64_t wallMs);
    /// The Cookie header for @p url, longest paths first, older first; empty if none.
    [[nodiscard]] std::string header(std::string_view url, std::int64_t wallMs) const;
    /// Name and value of the cookies for @p url; of equal names the one with the longest path.
    [[nodiscard]] std::map<std::string, std::string> cookies(std::string_view url, std::int64_t wallMs) const;
    [[nodiscard]] bool empty() const { return m_cookies.empty(); }

private:
    struct Cookie
    {
        std::string name, value, domain, path;
        bool host_only = true;
        bool secure = false;
        std::optional<std::int64_t> expires_ms; ///< absent: as long as the user
    };
    [[nodiscard]] std::vector<const Cookie*> matching(std::string_view url, std::int64_t wallMs) const;
    std::vector<Cookie> m_cookies; ///< in order of creation
};

/// The value of the cookie in a Set-Cookie header ("sid=abc; Path=/" gives "abc").
std::string_view setCookieValue(std::string_view setCookie);

} // namespace plumb::engine

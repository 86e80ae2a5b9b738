// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plumb::sample {

using RandomEngine = std::mt19937_64;

/// One request as the routes see it. Query, form and JSON body are parsed when first asked for. Used by one
/// thread.
class RequestView
{
public:
    /// Gives a header's value by name in any case; nothing if it was not sent.
    using HeaderLookup = std::function<std::optional<std::string_view>(std::string_view)>;

    RequestView(
        std::string_view method, std::string_view target, std::string_view body, HeaderLookup headers);

    [[nodiscard]] std::string_view method() const { return m_method; }
    [[nodiscard]] std::string_view path() const { return m_path; } ///< as sent, still percent-encoded
    [[nodiscard]] std::string_view body() const { return m_body; }
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const
    {
        return m_headers(name);
    }
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> query(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> form(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
    /// The body as JSON; nothing where it is none. Lives as long as this object.
    [[nodiscard]] std::optional<simdjson::dom::element> json() const;

    /// `{id}` segments of the route that was found, decoded.
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string user; ///< e-mail of the session
    bool cold = false; ///< what the route's cache rule said

private:
    std::string_view m_method, m_path, m_query, m_body;
    HeaderLookup m_headers;
    mutable std::optional<simdjson::dom::parser> m_parser; ///< there once the body was parsed
    mutable std::optional<simdjson::dom::element> m_json;
};

} // namespace plumb::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/servicespec.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plumb::sample {

/// Finds the route of a request. Immutable after construction.
class Router
{
public:
    explicit Router(const std::vector<RouteSpec>& routes);

    struct Match
    {
        std::optional<std::size_t> route; ///< index into the routes
        std::vector<std::pair<std::string, std::string>> parameters;
        std::string allow; ///< methods of the path where only the method did not fit: "GET, POST"
    };
    /// HEAD finds GET routes. @p path percent-encoded, without query.
    [[nodiscard]] Match find(std::string_view method, std::string_view path) const;

private:
    struct Pattern
    {
        std::vector<std::string> segments; ///< "{id}" is a parameter, a last "*" takes the rest
        std::size_t route = 0;
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    [[nodiscard]] bool methodFits(std::size_t route, std::string_view method) const;

    std::vector<std::string> m_methods; ///< by route
    std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> m_exact; ///< by path
    std::vector<Pattern> m_patterns; ///< the most specific first
};

} // namespace plumb::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/router.h"

#include "sample/httptext.h"

#include <algorithm>

namespace plumb::sample {

namespace {

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

template <class Text>
std::vector<Text> split(std::string_view path)
{
    std::vector<Text> out;
    if (path.starts_with('/')) {
        path.remove_prefix(1);
    }
    for (;;) {
        const auto slash = path.find('/');
        out.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos) {
            return out;
        }
        path.remove_prefix(slash + 1);
    }
}

/// 0 literal, 1 parameter, 2 the rest: compared from the left, smaller is more specific.
int generality(const std::string& segment)
{
    return segment == "*" ? 2 : isParameter(segment) ? 1 : 0;
}

} // namespace

Router::Router(const std::vector<RouteSpec>& routes)
{
    for (std::size_t i = 0; i < routes.size(); ++i) {
        m_methods.push_back(routes[i].method);
        auto segments = split<std::string>(routes[i].path);
        const bool literal
            = std::all_of(segments.begin(), segments.end(), [](const auto& s) { return generality(s) == 0; });
        if (literal) {
            m_exact[routes[i].path].push_back(i);
        } else {
            m_patterns.push_back({std::move(segments), i});
        }
    }
    std::stable_sort(m_patterns.begin(), m_patterns.end(), [](const Pattern& a, const Pattern& b) {
        return std::lexicographical_compare(a.segments.begin(), a.segments.end(), b.segments.begin(),
            b.segments.end(), [](const auto& x, const auto& y) { return generality(x) < generality(y); });
    });
}

bool Router::methodFits(std::size_t route, std::string_view method) const
{
    const auto& wanted = m_methods[route];
    return wanted == method || wanted == "*" || (method == "HEAD" && wanted == "GET");
}

Router::Match Router::find(std::string_view method, std::string_view path) const
{
    Match match;
    const auto notThis = [&match, this](std::size_t route) {
        if ((", " + match.allow + ",").find(" " + m_methods[route] + ",") == std::string::npos) {
            match.allow += (match.allow.empty() ? "" : ", ") + m_methods[route];
        }
    };
    if (const auto found = m_exact.find(path); found != m_exact.end()) {
        for (const auto route : found->second) {
            if (methodFits(route, method)) {
                match.route = route;
                return match;
            }
            notThis(route);
        }
    }
    const auto segments = split<std::string_view>(path);
    for (const auto& pattern : m_patterns) {
        const bool open = pattern.segments.back() == "*";
        const auto fixed = pattern.segments.size() - (open ? 1 : 0);
        if (open ? segments.size() < fixed : segments.size() != fixed) {
            continue;
        }
        bool fits = true;
        for (std::size_t i = 0; i < fixed && fits; ++i) {
            fits = isParameter(pattern.segments[i]) ? !segments[i].empty()
                                                    : pattern.segments[i] == segments[i];
        }
        if (!fits) {
            continue;
        }
        if (!methodFits(pattern.route, method)) {
            notThis(pattern.route);
            continue;
        }
        match.route = pattern.route;
        for (std::size_t i = 0; i < fixed; ++i) {
            const std::string_view name = pattern.segments[i];
            if (isParameter(name)) {
                match.parameters.emplace_back(name.substr(1, name.size() - 2), percentDecode(segments[i]));
            }
        }
        return match;
    }
    return match;
}

} // namespace plumb::sample

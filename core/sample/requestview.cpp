// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/requestview.h"

#include "sample/httptext.h"

namespace plumb::sample {

RequestView::RequestView(
    std::string_view method, std::string_view target, std::string_view body, HeaderLookup headers)
    : m_method(method)
    , m_body(body)
    , m_headers(std::move(headers))
{
    // A proxy-style absolute target is reduced to its path.
    if (const auto scheme = target.find("://"); scheme != std::string_view::npos && target.front() != '/') {
        const auto slash = target.find('/', scheme + 3);
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    const auto mark = target.find('?');
    m_path = target.substr(0, mark);
    if (mark != std::string_view::npos) {
        m_query = target.substr(mark + 1);
    }
}

std::optional<std::string_view> RequestView::cookie(std::string_view name) const
{
    const auto header = m_headers("Cookie");
    return header ? cookieValue(*header, name) : std::nullopt;
}

std::optional<std::string> RequestView::query(std::string_view name) const
{
    return formValue(m_query, name);
}

std::optional<std::string> RequestView::form(std::string_view name) const
{
    return formValue(m_body, name);
}

std::optional<std::string> RequestView::parameter(std::string_view name) const
{
    for (const auto& [key, value] : parameters) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<simdjson::dom::element> RequestView::json() const
{
    if (!m_parser) {
        simdjson::dom::element root;
        if (m_parser.emplace().parse(m_body.data(), m_body.size()).get(root) == simdjson::SUCCESS) {
            m_json = root;
        }
    }
    return m_json;
}

} // namespace plumb::sample

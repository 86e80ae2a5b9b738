// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/requesthead.h"

#include "engine/urlparts.h"

#include <QUrl>

#include <algorithm>
#include <charconv>

namespace plumb::engine::direct {

namespace {

constexpr std::uint16_t httpPort = 80;
constexpr std::uint16_t httpsPort = 443;

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Strict as QUrl::StrictMode; bytes of UTF-8 pass and are encoded later.
bool allowedInUrl(std::string_view url)
{
    for (std::size_t i = 0; i < url.size(); ++i) {
        const auto byte = static_cast<unsigned char>(url[i]);
        if (byte <= 0x20 || byte == 0x7f
            || std::string_view("\"<>\\^`{|}").find(url[i]) != std::string_view::npos)
            return false;
        if (url[i] == '%' && (i + 2 >= url.size() || !isHex(url[i + 1]) || !isHex(url[i + 2])))
            return false;
    }
    return true;
}

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string encodedHost(std::string_view host)
{
    if (isAscii(host))
        return lowerCase(host);
    return QUrl::toAce(QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size()))).toStdString();
}

/// Path and query; bytes outside ASCII in percent form.
void appendTarget(std::string_view url, std::string& out)
{
    const std::size_t start = url.find_first_of("/?#", url.find("://") + 3);
    std::string_view rest = start == std::string_view::npos ? std::string_view() : url.substr(start);
    rest = rest.substr(0, rest.find('#'));
    if (!rest.starts_with('/'))
        out += '/';
    for (const char c : rest) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
            continue;
        }
        constexpr auto digits = "0123456789ABCDEF";
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
}

std::string authority(const Origin& origin)
{
    const bool usual = origin.port == (origin.secure ? httpsPort : httpPort);
    const std::string text = origin.text();
    return usual ? text.substr(0, text.rfind(':')) : text;
}

bool holds(const Headers& headers, std::string_view name)
{
    return std::any_of(headers.begin(), headers.end(),
        [name](const auto& header) { return equalsIgnoringCase(header.first, name); });
}

bool expectsLength(const std::string& method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

std::optional<std::size_t> bodySize(const Request& request)
{
    if (request.body && !request.body->empty())
        return request.body->size();
    return expectsLength(request.method) ? std::optional<std::size_t>(0) : std::nullopt;
}

void line(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

/// The lines of the request itself; those of one name become one line, as QNetworkRequest does it (RFC 9110
/// section 5.3 declares it equal).
void appendOwn(std::string& out, const Headers& headers, bool close)
{
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const std::string& name = headers[i].first;
        const auto same = [&name](const auto& other) { return equalsIgnoringCase(other.first, name); };
        const auto here = headers.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::any_of(headers.begin(), here, same) || equalsIgnoringCase(name, "content-length")
            || equalsIgnoringCase(name, "transfer-encoding")
            || (close && equalsIgnoringCase(name, "connection")))
            continue;
        std::string value = headers[i].second;
        for (auto other = std::find_if(here + 1, headers.end(), same); other != headers.end();
             other = std::find_if(other + 1, headers.end(), same))
            value += (equalsIgnoringCase(name, "cookie") ? "; " : ", ") + other->second;
        line(out, name, value);
    }
}

std::string unsendable(const Request& request)
{
    const auto broken
        = [](const std::string& text) { return text.find_first_of("\r\n\0", 0, 3) != std::string::npos; };
    if (request.method.empty() || request.method.find_first_of(" \t\r\n") != std::string::npos)
        return "\"" + request.method + "\" is no method";
    for (const auto& [name, value] : request.headers) {
        if (name.empty() || name.find_first_of(" \t\r\n:") != std::string::npos)
            return "\"" + name + "\" is no name of a header";
        if (broken(value))
            return "the header " + name + " holds a line break";
    }
    return {};
}

} // namespace

bool RequestHead::matches(const Request& request, bool closing) const
{
    return close == closing && body_size == bodySize(request) && method == request.method
        && url == request.url && headers == request.headers;
}

std::optional<Origin> originOf(std::string_view url)
{
    if (!allowedInUrl(url))
        return std::nullopt;
    const UrlParts parts = splitUrl(url);
    const bool known = parts.secure() || equalsIgnoringCase(parts.scheme, "http");
    const bool wholeBrackets
        = url.find('[') == std::string_view::npos || url.find(']') != std::string_view::npos;
    if (!known || parts.host.empty() || !wholeBrackets)
        return std::nullopt;
    Origin origin{encodedHost(parts.host), parts.secure() ? httpsPort : httpPort, parts.secure()};
    if (!parts.port.empty()) {
        const char* end = parts.port.data() + parts.port.size();
        const auto [stop, error] = std::from_chars(parts.port.data(), end, origin.port);
        if (error != std::errc() || stop != end || origin.port == 0)
            return std::nullopt;
    }
    if (origin.host.empty())
        return std::nullopt;
    return origin;
}

RequestHead makeRequestHead(const Request& request, bool close, const DirectSettings& settings)
{
    RequestHead head;
    head.method = request.method;
    head.url = request.url;
    head.headers = request.headers;
    head.body_size = bodySize(request);
    head.close = close;
    const std::optional<Origin> origin = originOf(request.url);
    head.error = origin ? unsendable(request) : "\"" + request.url + "\" is no http or https URL";
    if (!head.error.empty())
        return head;
    head.origin = *origin;

    std::string& out = head.text;
    out = request.method + " ";
    const bool throughProxy = settings.proxy && !origin->secure;
    if (throughProxy)
        out += "http://" + authority(*origin);
    appendTarget(request.url, out);
    out += " HTTP/1.1\r\n";
    if (!holds(request.headers, "host"))
        line(out, "Host", authority(*origin));
    appendOwn(out, request.headers, close);
    const auto addDefault = [&](std::string_view name, std::string_view value) {
        if (!holds(request.headers, name))
            line(out, name, value);
    };
    addDefault("User-Agent", "plumbline");
    addDefault("Accept-Encoding", "identity");
    addDefault("Accept-Language", "en");
    if (close)
        line(out, "Connection", "close");
    else
        addDefault("Connection", "keep-alive");
    if (throughProxy && !settings.proxy->authorization.empty())
        addDefault("Proxy-Authorization", settings.proxy->authorization);
    if (head.body_size)
        line(out, "Content-Length", std::to_string(*head.body_size));
    out += "\r\n";
    return head;
}

} // namespace plumb::engine::direct

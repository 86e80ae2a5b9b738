// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/redirect.h"

#include "engine/urlparts.h"

#include <QUrl>

#include <algorithm>
#include <map>

namespace plumb::engine {

namespace {

const std::string* location(const Exchange& exchange)
{
    for (const auto& [name, value] : exchange.headers) {
        if (equalsIgnoringCase(name, "location"))
            return &value;
    }
    return nullptr;
}

void dropHeaders(Headers& headers, std::initializer_list<std::string_view> names)
{
    std::erase_if(headers, [&names](const auto& header) {
        return std::any_of(names.begin(), names.end(),
            [&header](std::string_view name) { return equalsIgnoringCase(header.first, name); });
    });
}

} // namespace

HostFilter remembered(HostFilter filter)
{
    return
        [filter = std::move(filter), known = std::map<std::string, bool>()](const std::string& host) mutable {
            const auto place = known.find(host);
            return place != known.end() ? place->second : known.emplace(host, filter(host)).first->second;
        };
}

Result<void> checkHost(const std::string& url, const std::string& baseUrl, const HostFilter& allowed)
{
    // Nearly all requests go below the base; "http://host:80" is no base of "http://host:8080".
    if (url.starts_with(baseUrl)
        && (url.size() == baseUrl.size()
            || std::string_view("/?#").find(url[baseUrl.size()]) != std::string_view::npos))
        return {};
    // Read as the transport reads it: what is no URL there is no way out either.
    const std::string host
        = QUrl::fromEncoded(QByteArray::fromStdString(url), QUrl::StrictMode).host().toStdString();
    if (host.empty() || equalsIgnoringCase(host, splitUrl(baseUrl).host) || allowed(host))
        return {};
    return Error{ErrorKind::target, "load to " + host + " is not allowed", {},
        "confirm it with --confirm-host " + host};
}

bool isRedirect(const Exchange& exchange)
{
    const int status = exchange.status;
    const bool code = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return code && location(exchange) != nullptr;
}

Result<Request> followRedirect(const Request& request, const Exchange& exchange, const HostFilter& allowed)
{
    const QUrl target = QUrl::fromEncoded(QByteArray::fromStdString(request.url))
                            .resolved(QUrl::fromEncoded(QByteArray::fromStdString(*location(exchange))))
                            .adjusted(QUrl::RemoveFragment);
    const bool http = target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https");
    if (!target.isValid() || !http || target.host().isEmpty()) {
        return Error{ErrorKind::target, "the redirect leads to no http address", *location(exchange), {}};
    }
    Request next = request;
    next.url = target.toEncoded().toStdString();
    const std::string host = target.host().toStdString();
    if (!equalsIgnoringCase(host, splitUrl(request.url).host) && !allowed(host)) {
        return Error{ErrorKind::target,
            "a redirect to " + host + " was not followed: load to that host is not allowed", {},
            "confirm it with --confirm-host " + host + ", or set \"follow_redirects\": false"};
    }
    dropHeaders(next.headers, {"Cookie"});
    if (!sameOrigin(request.url, next.url))
        dropHeaders(next.headers, {"Authorization", "Proxy-Authorization"});
    if (exchange.status <= 303 && next.method != "HEAD") {
        next.method = "GET";
        next.body.reset();
        dropHeaders(next.headers, {"Content-Type", "Content-Encoding", "Content-Language"});
    }
    return next;
}

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/direct/tlscontext.h"

#include <boost/asio/ip/address.hpp>

#include <memory>
#include <optional>
#include <string>

namespace plumb::engine::direct {

/// Where a connection leads.
struct Origin
{
    std::string host; ///< lower case, without brackets
    std::uint16_t port = 0;
    bool secure = false;
    bool operator==(const Origin&) const = default;
    /// "host:port", IPv6 in brackets.
    [[nodiscard]] std::string text() const
    {
        return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + std::to_string(port);
    }
};

/// An HTTP proxy: asked in absolute form for http, for a tunnel for https.
struct Proxy
{
    Origin place;
    std::string authorization; ///< value of Proxy-Authorization; empty: none
};

/// What prepare() found out about the target and every worker uses.
struct DirectSettings
{
    Origin target; ///< of the base URL
    std::optional<boost::asio::ip::address> address; ///< of the target, or of the proxy; resolved once
    std::string server_name; ///< SNI and certificate name of the target instead of its host
    bool close_each = false; ///< a connection per request
    std::optional<Proxy> proxy;
    std::shared_ptr<const TlsContext> tls;
};

} // namespace plumb::engine::direct

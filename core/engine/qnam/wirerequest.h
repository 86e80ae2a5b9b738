// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qnam/poolkeys.h"
#include "engine/transport.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <vector>

class QNetworkAccessManager;

namespace plumb::engine::qnam {

/// What prepare() found out about the target and every worker uses.
struct WireSettings
{
    std::string host; ///< of the base URL, as QUrl normalises it
    std::string address; ///< resolved once; replaces the host in URLs. Empty: QNetworkAccessManager resolves
    std::string server_name; ///< SNI and certificate name instead of the host; empty: the host
    bool http2 = false;
    bool close_each = false; ///< a connection per request
    bool fresh_pools
        = false; ///< connections are renewed all the time: users without a key get managers of their own
    int cache_expiry_s = 0; ///< 0: QNetworkAccessManager's own 120 s
    bool encrypted_keys_work = true; ///< the self-test's verdict on case variants
    bool plain_keys_work = true;
    QNetworkProxy proxy{QNetworkProxy::DefaultProxy}; ///< DefaultProxy: none, by the buffered socket path
    QSslConfiguration tls;
};

/// A request in Qt's terms, without the pool name. Made once and kept while a user repeats itself.
struct WireRequest
{
    std::string url;
    Headers headers;
    bool with_body = false, close = false;
    std::string method;
    QNetworkRequest request;
    PoolPlan pools;
    std::int64_t head_bytes = 0; ///< request line and headers on the wire
    bool valid = false;
    std::string error; ///< why not valid
    QNetworkAccessManager* manager = nullptr; ///< where the user's pool lives, once the pool name is set

    [[nodiscard]] bool matches(const Request& other, bool closing) const;
};

/// Sets the five headers that QNetworkAccessManager would otherwise add itself (with a look at the locale,
/// automatic decompression and a browser's name), switches cookies, redirects and authentication to manual,
/// and puts the address that was resolved up front in place of the name.
WireRequest makeWireRequest(const Request& request, bool close, const WireSettings& settings);

} // namespace plumb::engine::qnam

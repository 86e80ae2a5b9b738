// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <string>

namespace plumb::engine::qnam {

/// What to try, once, before a run.
struct ProbeRequest
{
    QUrl url; ///< http or https, with a host
    std::string verify_name; ///< SNI and certificate name
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QSslConfiguration tls;
    bool http2 = false;
    std::chrono::milliseconds timeout{5000}; ///< per address
};

struct ProbeFindings
{
    std::string address; ///< the one that answered; empty behind a proxy
    QList<QSslCertificate> chain; ///< as sent by the server
};

/// Resolves, connects, verifies the certificate and asks for HTTP/2. Blocks; needs no event loop. Errors are
/// of kind target and say what was tried and what to do.
Result<ProbeFindings> probeTarget(const ProbeRequest& request);

} // namespace plumb::engine::qnam

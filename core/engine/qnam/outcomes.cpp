// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/outcomes.h"

namespace plumb::engine::qnam {

using report::Outcome;

namespace {

/// Errors that QNetworkAccessManager derives from the status line alone.
bool fromStatus(QNetworkReply::NetworkError error, int status)
{
    if (status < 400) {
        return false;
    }
    return (error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError // 400, 418
        || error == QNetworkReply::ProxyAuthenticationRequiredError
        || error >= QNetworkReply::InternalServerError;
}

} // namespace

Ending classify(QNetworkReply::NetworkError error, int status, bool sent, const std::string& text)
{
    if (error == QNetworkReply::NoError || fromStatus(error, status)) {
        return status == 0 ? Ending{Outcome::protocol, "the answer has no status line"} : Ending{};
    }
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return {Outcome::dns, text};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return {Outcome::connect, text};
    case QNetworkReply::SslHandshakeFailedError:
        return {Outcome::tls, text};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::OperationCanceledError:
        return {Outcome::reset, text};
    case QNetworkReply::TimeoutError: // the socket's own connect timeout
    case QNetworkReply::UnknownNetworkError: // no route, network down; after sending: the connection broke
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
        return {sent ? Outcome::reset : Outcome::connect, text};
    default:
        return {Outcome::protocol, text};
    }
}

} // namespace plumb::engine::qnam

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/localshortage.h"

#include <QHostAddress>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace plumb::engine::qnam {

namespace {

/// 0: the connection was made or is on its way.
template <class Place>
int connectErrno(const Place& place, int family)
{
    const int descriptor = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return errno;
    const int result = ::connect(descriptor, reinterpret_cast<const sockaddr*>(&place), sizeof place);
    const int error = result == 0 || errno == EINPROGRESS ? 0 : errno;
    ::close(descriptor);
    return error;
}

int connectErrno(const QHostAddress& address, int port)
{
    const auto networkPort = htons(static_cast<std::uint16_t>(port));
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = networkPort;
        place.sin_addr.s_addr = htonl(address.toIPv4Address());
        return connectErrno(place, AF_INET);
    }
    sockaddr_in6 place{};
    place.sin6_family = AF_INET6;
    place.sin6_port = networkPort;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(place.sin6_addr.s6_addr));
    return connectErrno(place, AF_INET6);
}

} // namespace

Shortage shortageBehind(QNetworkReply::NetworkError error, const QUrl& url)
{
    const int descriptor = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0 && shortageOf(errno) == Shortage::files)
        return Shortage::files;
    if (descriptor >= 0)
        ::close(descriptor);
    const QHostAddress address(url.host());
    if (error != QNetworkReply::UnknownNetworkError || address.isNull())
        return Shortage::none;
    return shortageOf(connectErrno(address, url.port(url.scheme() == QLatin1String("https") ? 443 : 80)));
}

} // namespace plumb::engine::qnam

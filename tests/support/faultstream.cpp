// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultstream.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace plumb::test {

FaultStream::FaultStream(int fd)
    : m_fd(fd)
{
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

FaultStream::~FaultStream()
{
    if (m_ssl != nullptr) {
        SSL_free(m_ssl);
    }
    ::close(m_fd);
}

std::shared_ptr<FaultStream> FaultStream::connect(const std::string& host, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const std::string literal = host == "localhost" ? "127.0.0.1" : host;
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::inet_pton(AF_INET, literal.c_str(), &address.sin_addr) != 1
        || ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(fd);
        return nullptr;
    }
    return std::make_shared<FaultStream>(fd);
}

bool FaultStream::handshake(SSL_CTX* context)
{
    m_ssl = SSL_new(context);
    SSL_set_fd(m_ssl, m_fd);
    return SSL_accept(m_ssl) == 1;
}

std::string FaultStream::readSome()
{
    std::string buffer(64 * 1024, '\0');
    const auto got = m_ssl != nullptr ? SSL_read(m_ssl, buffer.data(), static_cast<int>(buffer.size()))
                                      : ::recv(m_fd, buffer.data(), buffer.size(), 0);
    buffer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return buffer;
}

bool FaultStream::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = m_ssl != nullptr ? SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size()))
                                           : ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void FaultStream::finish()
{
    if (m_ssl != nullptr) {
        SSL_shutdown(m_ssl);
    }
    ::shutdown(m_fd, SHUT_WR);
}

void FaultStream::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
}

void FaultStream::shutdown()
{
    ::shutdown(m_fd, SHUT_RDWR);
}

void FaultStream::relay(FaultStream& a, FaultStream& b)
{
    pollfd ends[] = {{a.m_fd, POLLIN, 0}, {b.m_fd, POLLIN, 0}};
    while (::poll(ends, 2, -1) > 0) {
        FaultStream& from = ends[0].revents != 0 ? a : b;
        FaultStream& to = ends[0].revents != 0 ? b : a;
        const std::string bytes = from.readSome();
        if (bytes.empty() || !to.write(bytes)) {
            return;
        }
    }
}

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <string_view>

namespace plumb::test {

/// A blocking socket, with TLS where a context is given. All calls tell failure by false or an empty string.
class FaultStream
{
public:
    explicit FaultStream(int fd);
    ~FaultStream();
    FaultStream(const FaultStream&) = delete;
    FaultStream& operator=(const FaultStream&) = delete;

    static std::shared_ptr<FaultStream> connect(const std::string& host, int port);
    bool handshake(SSL_CTX* context);
    std::string readSome();
    bool write(std::string_view bytes);
    void finish(); ///< everything sent arrives, then FIN
    void reset(); ///< RST
    void shutdown(); ///< from another thread: makes blocked calls return
    /// Copies both ways until either side ends.
    static void relay(FaultStream& a, FaultStream& b);

private:
    int m_fd;
    SSL* m_ssl = nullptr;
};

} // namespace plumb::test

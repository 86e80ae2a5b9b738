// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/direct/tlscontext.h"

#include <memory>
#include <string>
#include <string_view>

namespace plumb::engine::direct {

/// TLS of one connection without its socket: takes what was received, gives what is to be sent.
class TlsChannel
{
public:
    enum class Step {
        done, ///< the handshake is over, or bytes were read
        more, ///< nothing before more is received
        ended, ///< the peer said goodbye
        failed, ///< see error()
    };

    /// @p name: SNI and the name to verify; an IP address is verified, but not sent.
    TlsChannel(const TlsContext& context, std::string name);

    void received(std::string_view bytes);
    Step handshake();
    /// Decrypts up to @p size bytes into @p out and sets @p got.
    Step read(char* out, std::size_t size, std::size_t& got);
    /// After the handshake. False: see error().
    bool write(std::string_view plain);
    void sayGoodbye();
    /// What is to be sent; stays until sent() was called for it.
    [[nodiscard]] std::string_view outgoing() const;
    void sent(); ///< all of outgoing()
    [[nodiscard]] const std::string& error() const { return m_error; }
    /// The handshake failed over the certificate; error() says what is wrong with it.
    [[nodiscard]] bool refused() const { return m_refused; }

private:
    static int verified(int ok, X509_STORE_CTX* verification);
    Step outcomeOf(int result);

    std::string m_name;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_ssl;
    BIO* m_in; ///< both owned by m_ssl
    BIO* m_out;
    std::string m_error;
    bool m_refused = false;
};

} // namespace plumb::engine::direct

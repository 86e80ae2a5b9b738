// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <openssl/ssl.h>

#include <filesystem>
#include <memory>
#include <mutex>

namespace plumb::engine::direct {

/// Certificates, keys and the will to verify: the scenario's TLS fields for OpenSSL. Shared by all workers.
class TlsContext
{
public:
    /// Files are relative to @p folder; without a ca_file the system's authorities count. Errors (input) name
    /// file and field.
    static Result<std::shared_ptr<const TlsContext>> make(
        const scenario::Tls& tls, const std::filesystem::path& folder);

    [[nodiscard]] SSL_CTX* native() const; ///< from any thread
    [[nodiscard]] bool verifies() const { return m_verifies; }

private:
    explicit TlsContext(bool verifies);
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context;
    bool m_verifies;
    bool m_systemAuthorities = false;
    mutable std::once_flag m_authoritiesRead;
};

/// What the certificate at hand is refused for, for people: "the certificate is self-signed and not trusted".
std::string explainRefusal(X509_STORE_CTX* verification, const std::string& expectedName);

} // namespace plumb::engine::direct

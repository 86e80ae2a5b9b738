// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/tlscontext.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace fs = std::filesystem;

namespace plumb::engine::direct {

namespace {

Error fileError(const fs::path& path, std::string what, std::string remedy)
{
    ERR_clear_error();
    return Error{ErrorKind::input, std::move(what), path.string(), std::move(remedy)};
}

Result<void> readable(const fs::path& path, const std::string& field)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        std::fopen(path.c_str(), "r"), [](std::FILE* f) { return f == nullptr ? 0 : std::fclose(f); });
    if (file)
        return {};
    return fileError(
        path, std::string("cannot be read (") + std::strerror(errno) + ")", "correct target.tls." + field);
}

Error noCertificate(const fs::path& path, const std::string& field)
{
    return fileError(path, "holds no certificate in PEM form",
        "give target.tls." + field + " a file with -----BEGIN CERTIFICATE-----");
}

/// OpenSSL would ask the terminal for the passphrase of an encrypted key.
int noPassphrase(char*, int, int, void*)
{
    return -1;
}

Result<void> useKey(SSL_CTX* context, const fs::path& path)
{
    if (const Result<void> there = readable(path, "client_key"); !there)
        return there.error();
    if (SSL_CTX_use_PrivateKey_file(context, path.c_str(), SSL_FILETYPE_PEM) == 1)
        return {};
    const auto error = ERR_peek_last_error();
    if (ERR_GET_REASON(error) == X509_R_KEY_VALUES_MISMATCH) {
        return fileError(path, "the private key does not belong to the certificate",
            "give target.tls.client_key the key that target.tls.client_cert was made for");
    }
    const bool encrypted = ERR_GET_REASON(error) == PEM_R_BAD_PASSWORD_READ;
    return fileError(path,
        encrypted ? "the private key is encrypted with a passphrase" : "holds no private key in PEM form",
        encrypted ? "give target.tls.client_key a decrypted copy that only you can read"
                  : "give target.tls.client_key a file with -----BEGIN PRIVATE KEY-----");
}

std::string commonName(X509* certificate)
{
    char name[256] = "?";
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    return name;
}

std::string alternativeNames(X509* certificate)
{
    auto* names
        = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    std::string out;
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names, i);
        if (name->type != GEN_DNS)
            continue;
        out += out.empty() ? "" : ", ";
        out.append(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
            static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
    }
    GENERAL_NAMES_free(names);
    return out.empty() ? commonName(certificate) : out;
}

std::string isoTime(const ASN1_TIME* time)
{
    std::tm parts{};
    char text[32] = "?";
    if (ASN1_TIME_to_tm(time, &parts) == 1)
        std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace

TlsContext::TlsContext(bool verifies)
    : m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free)
    , m_verifies(verifies)
{
    SSL_CTX_set_default_passwd_cb(m_context.get(), noPassphrase);
    // A handshake is a handshake: users of a service come with their first connection, too.
    SSL_CTX_set_session_cache_mode(m_context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(m_context.get(), SSL_MODE_RELEASE_BUFFERS);
}

SSL_CTX* TlsContext::native() const
{
    // The system's 140 authorities take 50 ms to read: not for plain http.
    std::call_once(m_authoritiesRead, [this] {
        if (m_systemAuthorities)
            SSL_CTX_set_default_verify_paths(m_context.get());
    });
    return m_context.get();
}

Result<std::shared_ptr<const TlsContext>> TlsContext::make(const scenario::Tls& tls, const fs::path& folder)
{
    ERR_clear_error();
    std::shared_ptr<TlsContext> made(new TlsContext(tls.verify.get(true)));
    SSL_CTX* context = made->m_context.get();
    if (!tls.ca_file.empty()) {
        const fs::path path = folder / tls.ca_file;
        if (const Result<void> there = readable(path, "ca_file"); !there)
            return there.error();
        if (SSL_CTX_load_verify_locations(context, path.c_str(), nullptr) != 1)
            return noCertificate(path, "ca_file");
    } else {
        made->m_systemAuthorities = made->m_verifies;
    }
    if (!tls.client_cert.empty()) {
        const fs::path path = folder / tls.client_cert;
        if (const Result<void> there = readable(path, "client_cert"); !there)
            return there.error();
        if (SSL_CTX_use_certificate_chain_file(context, path.c_str()) != 1)
            return noCertificate(path, "client_cert");
        const Result<void> key = useKey(context, tls.client_key.empty() ? path : folder / tls.client_key);
        if (!key)
            return key.error();
    }
    return std::shared_ptr<const TlsContext>(std::move(made));
}

std::string explainRefusal(X509_STORE_CTX* verification, const std::string& expectedName)
{
    X509* certificate = X509_STORE_CTX_get_current_cert(verification);
    const int error = X509_STORE_CTX_get_error(verification);
    if (certificate == nullptr)
        return X509_verify_cert_error_string(error);
    switch (error) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        return "the certificate is self-signed and not trusted";
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return "the certificate expired on " + isoTime(X509_get0_notAfter(certificate));
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return "the certificate is not valid before " + isoTime(X509_get0_notBefore(certificate));
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return "the certificate is for " + alternativeNames(certificate) + ", not for " + expectedName
            + " (host mismatch)";
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: // another authority of the same name
        return "the signer of certificate " + commonName(certificate)
            + " is not trusted: its signature does not fit";
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return "the issuer of certificate " + commonName(certificate) + " is not trusted";
    default:
        return X509_verify_cert_error_string(error);
    }
}

} // namespace plumb::engine::direct

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/tlschannel.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace plumb::engine::direct {

TlsChannel::TlsChannel(const TlsContext& context, std::string name)
    : m_name(std::move(name))
    , m_ssl(SSL_new(context.native()), SSL_free)
    , m_in(BIO_new(BIO_s_mem()))
    , m_out(BIO_new(BIO_s_mem()))
{
    SSL* ssl = m_ssl.get();
    BIO_set_mem_eof_return(m_in, -1); // empty means "not yet", not "never"
    SSL_set_bio(ssl, m_in, m_out);
    SSL_set_app_data(ssl, this);
    SSL_set_connect_state(ssl);
    X509_VERIFY_PARAM* parameters = SSL_get0_param(ssl);
    const bool address = X509_VERIFY_PARAM_set1_ip_asc(parameters, m_name.c_str()) == 1;
    ERR_clear_error(); // a name is no address
    if (!address) {
        // SSL_set_tlsext_host_name() without its old-style cast.
        SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, m_name.data());
        if (context.verifies())
            SSL_set1_host(ssl, m_name.c_str());
    }
    SSL_set_verify(ssl, context.verifies() ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, verified);
}

int TlsChannel::verified(int ok, X509_STORE_CTX* verification)
{
    const auto* ssl
        = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(verification, SSL_get_ex_data_X509_STORE_CTX_idx()));
    if (SSL_get_verify_mode(ssl) == SSL_VERIFY_NONE)
        return 1;
    if (ok == 0) {
        auto* self = static_cast<TlsChannel*>(SSL_get_app_data(ssl));
        self->m_refused = true;
        self->m_error = explainRefusal(verification, self->m_name);
    }
    return ok;
}

void TlsChannel::received(std::string_view bytes)
{
    BIO_write(m_in, bytes.data(), static_cast<int>(bytes.size()));
}

TlsChannel::Step TlsChannel::outcomeOf(int result)
{
    if (result > 0)
        return Step::done;
    const int reason = SSL_get_error(m_ssl.get(), result);
    if (reason == SSL_ERROR_WANT_READ || reason == SSL_ERROR_WANT_WRITE)
        return Step::more;
    if (reason == SSL_ERROR_ZERO_RETURN)
        return Step::ended;
    if (m_error.empty()) {
        const char* text = ERR_reason_error_string(ERR_peek_last_error());
        m_error = text == nullptr ? "the TLS connection broke" : text;
    }
    return Step::failed;
}

TlsChannel::Step TlsChannel::handshake()
{
    ERR_clear_error();
    return outcomeOf(SSL_do_handshake(m_ssl.get()));
}

TlsChannel::Step TlsChannel::read(char* out, std::size_t size, std::size_t& got)
{
    ERR_clear_error();
    got = 0;
    return outcomeOf(SSL_read_ex(m_ssl.get(), out, size, &got));
}

bool TlsChannel::write(std::string_view plain)
{
    if (plain.empty())
        return true;
    ERR_clear_error();
    std::size_t written = 0;
    return outcomeOf(SSL_write_ex(m_ssl.get(), plain.data(), plain.size(), &written)) == Step::done;
}

void TlsChannel::sayGoodbye()
{
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
    ERR_clear_error();
}

std::string_view TlsChannel::outgoing() const
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(m_out, &data);
    return {data, static_cast<std::size_t>(size)};
}

void TlsChannel::sent()
{
    BIO_reset(m_out);
}

} // namespace plumb::engine::direct

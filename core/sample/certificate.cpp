// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/certificate.h"

#include <boost/asio/ip/address.hpp>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace plumb::sample {

namespace {

struct Free
{
    void operator()(EVP_PKEY* p) const { ::EVP_PKEY_free(p); }
    void operator()(X509* p) const { ::X509_free(p); }
    void operator()(BIO* p) const { ::BIO_free(p); }
    void operator()(X509_EXTENSION* p) const { ::X509_EXTENSION_free(p); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

constexpr long hour = 3600;
constexpr long validity = 30 * 24 * hour;

bool addExtension(X509* certificate, X509* issuer, int nid, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(
        ::X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && ::X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// An unsigned certificate with a random serial number; @p issuer null: it names itself.
Certificate blank(EVP_PKEY* key, const char* name, const X509* issuer)
{
    Certificate certificate(::X509_new());
    std::array<unsigned char, 8> serial{};
    if (!certificate || ::RAND_bytes(serial.data(), serial.size()) != 1) {
        return nullptr;
    }
    std::uint64_t number = 1;
    for (const auto byte : serial) {
        number = (number << 7) | (byte & 0x7f);
    }
    X509_NAME* subject = ::X509_get_subject_name(certificate.get());
    const auto* text = reinterpret_cast<const unsigned char*>(name);
    const bool ok = ::X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && ::ASN1_INTEGER_set_uint64(::X509_get_serialNumber(certificate.get()), number >> 1) == 1
        && ::X509_gmtime_adj(::X509_getm_notBefore(certificate.get()), -hour) != nullptr
        && ::X509_gmtime_adj(::X509_getm_notAfter(certificate.get()), validity) != nullptr
        && ::X509_set_pubkey(certificate.get(), key) == 1
        && ::X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1
        && ::X509_set_issuer_name(
               certificate.get(), issuer != nullptr ? ::X509_get_subject_name(issuer) : subject)
            == 1;
    return ok ? std::move(certificate) : nullptr;
}

std::string textOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string pem(X509* certificate)
{
    const std::unique_ptr<BIO, Free> bio(::BIO_new(::BIO_s_mem()));
    return bio && ::PEM_write_bio_X509(bio.get(), certificate) == 1 ? textOf(bio.get()) : std::string();
}

std::string pem(EVP_PKEY* key)
{
    const std::unique_ptr<BIO, Free> bio(::BIO_new(::BIO_s_mem()));
    const bool ok
        = bio && ::PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    return ok ? textOf(bio.get()) : std::string();
}

std::string alternativeNames(const std::string& address)
{
    std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
    boost::system::error_code notIp;
    boost::asio::ip::make_address(address, notIp);
    if (!address.empty() && address != "localhost" && address != "127.0.0.1" && address != "::1") {
        names += (notIp ? ",DNS:" : ",IP:") + address;
    }
    return names;
}

Error opensslError()
{
    std::array<char, 256> text{};
    ::ERR_error_string_n(::ERR_get_error(), text.data(), text.size());
    return Error{
        ErrorKind::internal, std::string("cannot make a certificate: ") + text.data(), "OpenSSL", {}};
}

} // namespace

Result<SelfMadeCertificate> makeCertificate(const std::string& address)
{
    const Key caKey(EVP_EC_gen("P-256"));
    const Key key(EVP_EC_gen("P-256"));
    if (!caKey || !key) {
        return opensslError();
    }
    const auto ca = blank(caKey.get(), "Plumbline sample service authority", nullptr);
    if (!ca || !addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash")
        || ::X509_sign(ca.get(), caKey.get(), ::EVP_sha256()) == 0) {
        return opensslError();
    }
    const auto leaf = blank(key.get(), "localhost", ca.get());
    if (!leaf || !addExtension(leaf.get(), ca.get(), NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(leaf.get(), ca.get(), NID_key_usage, "critical,digitalSignature")
        || !addExtension(leaf.get(), ca.get(), NID_ext_key_usage, "serverAuth")
        || !addExtension(leaf.get(), ca.get(), NID_subject_alt_name, alternativeNames(address))
        || !addExtension(leaf.get(), ca.get(), NID_authority_key_identifier, "keyid")
        || ::X509_sign(leaf.get(), caKey.get(), ::EVP_sha256()) == 0) {
        return opensslError();
    }
    SelfMadeCertificate out{pem(ca.get()), pem(leaf.get()), pem(key.get())};
    if (out.ca_pem.empty() || out.chain_pem.empty() || out.key_pem.empty()) {
        return opensslError();
    }
    return out;
}

} // namespace plumb::sample

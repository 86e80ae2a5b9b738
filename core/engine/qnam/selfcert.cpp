// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/selfcert.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace plumb::engine::qnam {

namespace {

template <class T, void (*Free)(T*)>
struct Freed
{
    void operator()(T* object) const { Free(object); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using CertPtr = std::unique_ptr<X509, Freed<X509, X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO, BIO_free_all>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION, X509_EXTENSION_free>>;

QByteArray content(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

bool addExtension(X509* certificate, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool fill(X509* certificate, EVP_PKEY* key)
{
    constexpr long daySeconds = 24 * 3600;
    constexpr long version3 = 2;
    X509_set_version(certificate, version3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -daySeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate), daySeconds);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto* commonName = reinterpret_cast<const unsigned char*>("localhost");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, commonName, -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    return addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE")
        && addExtension(certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1")
        && X509_sign(certificate, key, EVP_sha256()) != 0;
}

} // namespace

Result<SelfCertificate> makeSelfCertificate()
{
    const KeyPtr key(EVP_EC_gen("P-256"));
    const CertPtr certificate(X509_new());
    const BioPtr keyPem(BIO_new(BIO_s_mem()));
    const BioPtr certificatePem(BIO_new(BIO_s_mem()));
    if (!key || !certificate || !keyPem || !certificatePem || !fill(certificate.get(), key.get())
        || PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(certificatePem.get(), certificate.get()) != 1) {
        return Error{ErrorKind::internal, "OpenSSL made no certificate for the self-test", {}, {}};
    }
    return SelfCertificate{
        QSslCertificate(content(certificatePem.get())), QSslKey(content(keyPem.get()), QSsl::Ec)};
}

} // namespace plumb::engine::qnam

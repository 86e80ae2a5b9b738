// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testca.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <stdexcept>

namespace plumb::test {

namespace {

constexpr long daySeconds = 24 * 3600;

using Key = std::shared_ptr<EVP_PKEY>;
using Certificate = std::shared_ptr<X509>;

Key makeKey()
{
    return Key(EVP_EC_gen("P-256"), EVP_PKEY_free);
}

void extend(X509* certificate, X509* issuer, int nid, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()), X509_EXTENSION_free);
    if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1) {
        throw std::runtime_error("test authority: extension " + value);
    }
}

Certificate makeCertificate(const std::string& name, EVP_PKEY* key, int days)
{
    static long serial = 1;
    constexpr long version3 = 2;
    Certificate certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), version3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
    const long start = days < 0 ? 2 * days * daySeconds : -daySeconds;
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), start);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * daySeconds);
    X509_set_pubkey(certificate.get(), key);
    const auto* text = reinterpret_cast<const unsigned char*>(name.c_str());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC, text, -1, -1, 0);
    return certificate;
}

void sign(X509* certificate, X509* issuer, EVP_PKEY* issuerKey)
{
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
    if (X509_sign(certificate, issuerKey, EVP_sha256()) == 0) {
        throw std::runtime_error("test authority: cannot sign");
    }
}

template <class Write>
void writeFile(const std::string& path, Write write)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "w"), std::fclose);
    if (!file || write(file.get()) != 1) {
        throw std::runtime_error("test authority: cannot write " + path);
    }
}

} // namespace

struct TestCa::Authority
{
    Key key = makeKey();
    Certificate certificate = makeCertificate("Plumbline test authority", key.get(), 30);
};

TestCa::TestCa()
    : m_authority(std::make_unique<Authority>())
{
    X509* certificate = m_authority->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    sign(certificate, certificate, m_authority->key.get());
    writeFile(caFile(), [certificate](std::FILE* file) { return PEM_write_X509(file, certificate); });
}

TestCa::~TestCa() = default;

std::string TestCa::caFile() const
{
    return m_folder.filePath(QStringLiteral("ca.pem")).toStdString();
}

CertificateFiles TestCa::issue(const std::string& file, const std::string& names, int days) const
{
    return make(file, names, days, false);
}

CertificateFiles TestCa::selfSigned(const std::string& file, const std::string& names) const
{
    return make(file, names, 30, true);
}

CertificateFiles TestCa::make(const std::string& file, const std::string& names, int days, bool bySelf) const
{
    const Key key = makeKey();
    const Certificate certificate = makeCertificate(file, key.get(), days);
    X509* issuer = bySelf ? certificate.get() : m_authority->certificate.get();
    extend(certificate.get(), issuer, NID_subject_alt_name, names);
    sign(certificate.get(), issuer, bySelf ? key.get() : m_authority->key.get());
    const std::string base = m_folder.filePath(QString::fromStdString(file)).toStdString();
    const CertificateFiles files{base + ".pem", base + "-key.pem"};
    writeFile(files.certificate, [&](std::FILE* out) { return PEM_write_X509(out, certificate.get()); });
    writeFile(files.key, [&](std::FILE* out) {
        return PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return files;
}

} // namespace plumb::test

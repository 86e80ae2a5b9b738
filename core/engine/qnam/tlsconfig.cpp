// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/tlsconfig.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace fs = std::filesystem;

namespace plumb::engine::qnam {

namespace {

constexpr qint64 maxPemBytes = 4 << 20; ///< the system's whole bundle is 0.2 MB

Result<QByteArray> readPem(const std::string& name, const fs::path& folder, const std::string& field)
{
    const fs::path path = folder / name;
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::input, "cannot be read (" + file.errorString().toStdString() + ")",
            path.string(), "correct target.tls." + field};
    }
    return file.read(maxPemBytes);
}

Result<QList<QSslCertificate>> readCertificates(
    const std::string& name, const fs::path& folder, const std::string& field)
{
    const Result<QByteArray> pem = readPem(name, folder, field);
    if (!pem) {
        return pem.error();
    }
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty()) {
        return Error{ErrorKind::input, "holds no certificate in PEM form", (folder / name).string(),
            "give target.tls." + field + " a file with -----BEGIN CERTIFICATE-----"};
    }
    return certificates;
}

Result<QSslKey> readKey(const std::string& name, const fs::path& folder)
{
    const Result<QByteArray> pem = readPem(name, folder, "client_key");
    if (!pem) {
        return pem.error();
    }
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull()) {
            return key;
        }
    }
    const bool encrypted = pem->contains("ENCRYPTED");
    return Error{ErrorKind::input,
        encrypted ? "the private key is encrypted with a passphrase" : "holds no private key in PEM form",
        (folder / name).string(),
        encrypted ? "give target.tls.client_key a decrypted copy that only you can read"
                  : "give target.tls.client_key a file with -----BEGIN PRIVATE KEY-----"};
}

std::string subject(const QSslCertificate& certificate)
{
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? std::string("?") : names.first().toStdString();
}

std::string alternativeNames(const QSslCertificate& certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty()) {
        return subject(certificate);
    }
    names.sort();
    return names.mid(0, 5).join(QStringLiteral(", ")).toStdString();
}

std::string explain(const QSslError& error, const std::string& expectedName)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return "the certificate is self-signed and not trusted";
    case QSslError::CertificateExpired:
        return "the certificate expired on " + certificate.expiryDate().toString(Qt::ISODate).toStdString();
    case QSslError::CertificateNotYetValid:
        return "the certificate is not valid before "
            + certificate.effectiveDate().toString(Qt::ISODate).toStdString();
    case QSslError::HostNameMismatch:
        return "the certificate is for " + alternativeNames(certificate) + ", not for " + expectedName
            + " (host mismatch)";
    case QSslError::CertificateSignatureFailed: // another authority of the same name
        return "the signer of certificate " + subject(certificate)
            + " is not trusted: its signature does not fit";
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return "the issuer of certificate " + subject(certificate) + " is not trusted";
    default:
        return error.errorString().toStdString();
    }
}

} // namespace

Result<QSslConfiguration> makeTlsConfig(const scenario::Tls& tls, const fs::path& folder)
{
    QSslConfiguration config = QSslConfiguration::defaultConfiguration();
    if (!tls.ca_file.empty()) {
        const auto authorities = readCertificates(tls.ca_file, folder, "ca_file");
        if (!authorities) {
            return authorities.error();
        }
        config.setCaCertificates(*authorities);
    }
    if (!tls.client_cert.empty()) {
        const auto chain = readCertificates(tls.client_cert, folder, "client_cert");
        if (!chain) {
            return chain.error();
        }
        const auto key = readKey(tls.client_key.empty() ? tls.client_cert : tls.client_key, folder);
        if (!key) {
            return key.error();
        }
        config.setLocalCertificateChain(*chain);
        config.setPrivateKey(*key);
    }
    config.setPeerVerifyMode(tls.verify.get(true) ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    return config;
}

std::string explainTlsErrors(const QList<QSslError>& errors, const std::string& expectedName)
{
    std::string out;
    for (const QSslError& error : errors) {
        const std::string reason = explain(error, expectedName);
        if (out.find(reason) == std::string::npos) { // OpenSSL says "untrusted" in several ways at once
            out += (out.empty() ? "" : "; ") + reason;
        }
    }
    return out;
}

} // namespace plumb::engine::qnam

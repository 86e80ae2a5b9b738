// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include <memory>
#include <string>

namespace plumb::test {

struct CertificateFiles
{
    std::string certificate, key;
};

/// A certificate authority in a temporary folder, for servers and clients of tests.
class TestCa
{
public:
    TestCa();
    ~TestCa();
    [[nodiscard]] std::string caFile() const;
    /// @p names in OpenSSL's words: "DNS:localhost,IP:127.0.0.1". Valid from yesterday for @p days (negative:
    /// expired).
    CertificateFiles issue(const std::string& file, const std::string& names, int days = 30) const;
    CertificateFiles selfSigned(const std::string& file, const std::string& names) const;

private:
    struct Authority;
    CertificateFiles make(const std::string& file, const std::string& names, int days, bool bySelf) const;
    QTemporaryDir m_folder;
    std::unique_ptr<Authority> m_authority;
};

} // namespace plumb::test

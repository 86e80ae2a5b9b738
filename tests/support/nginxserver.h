// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <string>

namespace plumb::test {

struct NginxOptions
{
    std::string certificate, key; ///< PEM files; empty: plain http
    bool http2 = false; ///< over TLS by ALPN, in plain text by prior knowledge
    bool access_log = true;
    std::string extra; ///< more directives for the server block ("location /slow { ... }")
};

/// A throw-away nginx on an ephemeral port of 127.0.0.1 with its files in a temporary folder; ends with the
/// object.
/// "/" answers 50 bytes of JSON. The access log has one line per request, "METHOD /path STATUS", unbuffered.
class NginxServer
{
public:
    explicit NginxServer(const NginxOptions& options = {});
    ~NginxServer();

    /// False where nginx is not installed: skip with error() as the reason.
    [[nodiscard]] bool running() const { return m_error.empty(); }
    [[nodiscard]] const std::string& error() const { return m_error; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string url(const std::string& path = {}, const std::string& host = "127.0.0.1") const;
    [[nodiscard]] QStringList accessLog() const;
    void clearAccessLog();
    /// CPU seconds of master and workers so far (Linux; 0 elsewhere).
    [[nodiscard]] double cpuSeconds() const;

private:
    bool start(const NginxOptions& options);
    [[nodiscard]] QString path(const char* name) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    std::string m_error;
    int m_port = 0;
    bool m_encrypted = false;
};

} // namespace plumb::test

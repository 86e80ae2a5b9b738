// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nginxserver.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <unistd.h>

namespace plumb::test {

namespace {

QString findNginx()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    // /usr/sbin is not in everybody's PATH.
    return found.isEmpty()
        ? QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")})
        : found;
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray configuration(const NginxOptions& options, int port, const QByteArray& folder)
{
    QByteArray listen = "127.0.0.1:" + QByteArray::number(port) + " backlog=1024";
    QByteArray tls;
    if (!options.certificate.empty()) {
        listen += " ssl";
        tls = "ssl_certificate " + QByteArray::fromStdString(options.certificate) + "; ssl_certificate_key "
            + QByteArray::fromStdString(options.key) + ";\n";
    }
    if (options.http2) {
        listen += " http2";
    }
    // nginx started by root gives its worker to nobody, who may not enter the temporary folder.
    const QByteArray user = ::geteuid() == 0 ? "user root;\n" : "";
    const QByteArray log = options.access_log ? folder + "/access.log plain" : QByteArray("off");
    return user + "worker_processes 1;\ndaemon off;\npid " + folder + "/nginx.pid;\nerror_log " + folder
        + "/error.log;\nevents { worker_connections 4096; }\nhttp {\n"
          "log_format plain '$request_method $request_uri $status';\n"
          "access_log "
        + log
        + ";\nkeepalive_requests 100000000;\nkeepalive_timeout 300;\nclient_max_body_size 64m;\n"
          "client_body_temp_path "
        + folder + "/body;\nproxy_temp_path " + folder + "/proxy;\nfastcgi_temp_path " + folder
        + "/fastcgi;\nuwsgi_temp_path " + folder + "/uwsgi;\nscgi_temp_path " + folder
        + "/scgi;\nserver {\nlisten " + listen + ";\nserver_name localhost;\n" + tls
        + "location / { default_type application/json;\n"
          "return 200 '{\"ok\":true,\"answer\":42,\"padding\":\"01234567\",\"n\":1}'; }\n"
        + QByteArray::fromStdString(options.extra) + "}\n}\n";
}

/// utime + stime of a process in seconds, /proc/PID/stat fields 14 and 15.
double processCpu(const QString& pid)
{
    QFile file(QStringLiteral("/proc/") + pid + QStringLiteral("/stat"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0.0;
    }
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int utime = 11;
    return fields.size() > utime + 1 ? (fields[utime].toDouble() + fields[utime + 1].toDouble())
            / static_cast<double>(::sysconf(_SC_CLK_TCK))
                                     : 0.0;
}

} // namespace

NginxServer::NginxServer(const NginxOptions& options)
    : m_encrypted(!options.certificate.empty())
{
    constexpr int attempts = 3; // another program may take the port between freePort() and nginx
    for (int i = 0; i < attempts; ++i) {
        if (start(options)) {
            m_error.clear();
            return;
        }
    }
}

NginxServer::~NginxServer()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool NginxServer::start(const NginxOptions& options)
{
    const QString program = findNginx();
    if (program.isEmpty()) {
        m_error = "nginx is not installed";
        return false;
    }
    m_port = freePort();
    QFile file(path("nginx.conf"));
    if (!file.open(QIODevice::WriteOnly)) {
        m_error = "cannot write " + file.fileName().toStdString();
        return false;
    }
    file.write(configuration(options, m_port, m_folder.path().toUtf8()));
    file.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program,
        {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), file.fileName(), QStringLiteral("-e"),
            path("error.log")});
    constexpr int tryFor_ms = 10;
    for (int i = 0; i < 500; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_port));
        if (socket.waitForConnected(tryFor_ms)) {
            return true;
        }
        if (m_process.waitForFinished(tryFor_ms)) {
            break;
        }
    }
    m_error = "nginx does not start: " + m_process.readAll().toStdString();
    return false;
}

QString NginxServer::path(const char* name) const
{
    return m_folder.filePath(QString::fromLatin1(name));
}

std::string NginxServer::url(const std::string& urlPath, const std::string& host) const
{
    return (m_encrypted ? "https://" : "http://") + host + ":" + std::to_string(m_port) + urlPath;
}

QStringList NginxServer::accessLog() const
{
    QFile file(path("access.log"));
    file.open(QIODevice::ReadOnly);
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void NginxServer::clearAccessLog()
{
    QFile::resize(path("access.log"), 0); // nginx appends
}

double NginxServer::cpuSeconds() const
{
    const QString master = QString::number(m_process.processId());
    double total = processCpu(master);
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(master));
    if (children.open(QIODevice::ReadOnly)) {
        for (const QString& child :
            QString::fromLatin1(children.readAll()).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            total += processCpu(child.trimmed());
        }
    }
    return total;
}

} // namespace plumb::test

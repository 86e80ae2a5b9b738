// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>

namespace plumb::runner {

namespace {

constexpr qint64 longestCommand = 16 << 20; ///< a start command carries secrets and variables, not files
constexpr qint64 slowReader = 32 << 20; ///< bytes a reader may be behind live events before it is dropped

} // namespace

RunServer::RunServer(QObject* parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &RunServer::accept);
}

RunServer::~RunServer()
{
    for (const auto& [socket, client] : m_clients) {
        socket->disconnect(this);
    }
}

Result<void> RunServer::listen(const QString& path)
{
    QLocalServer::removeServer(path);
    if (!m_server.listen(path)) {
        return Error{ErrorKind::io, "cannot open the local socket: " + m_server.errorString().toStdString(),
            path.toStdString(), "check the permissions of its folder, or set XDG_RUNTIME_DIR"};
    }
    return {};
}

void RunServer::setJournal(const std::filesystem::path& journal)
{
    m_journal = journal;
    for (auto& [socket, client] : m_clients) {
        if (client.attached) {
            replay(socket);
        }
    }
}

void RunServer::publish(const QByteArray& line)
{
    m_published += line.size();
    std::vector<QLocalSocket*> slow;
    for (auto& [socket, client] : m_clients) {
        if (!client.attached) {
            continue;
        }
        socket->write(line);
        if (socket->bytesToWrite() > slowReader) {
            slow.push_back(socket);
        }
    }
    for (auto* socket : slow) {
        socket->abort();
    }
}

void RunServer::refuse(const Refused& refused)
{
    const auto line = encodeRefused(refused);
    for (const auto& [socket, client] : m_clients) {
        socket->write(line);
    }
}

void RunServer::flush(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<QLocalSocket*> sockets;
    for (const auto& [socket, client] : m_clients) {
        sockets.push_back(socket);
    }
    for (auto* socket : sockets) {
        while (m_clients.contains(socket) && socket->bytesToWrite() > 0 && timer.elapsed() < milliseconds) {
            if (!socket->waitForBytesWritten(static_cast<int>(milliseconds - timer.elapsed()))) {
                break;
            }
        }
    }
}

void RunServer::accept()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        m_clients.emplace(socket, Client{});
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] { drop(socket); });
        read(socket);
    }
}

void RunServer::read(QLocalSocket* socket)
{
    const auto found = m_clients.find(socket);
    if (found == m_clients.end()) {
        return;
    }
    found->second.input += socket->readAll();
    for (;;) {
        const auto client = m_clients.find(socket);
        if (client == m_clients.end()) {
            return;
        }
        auto& input = client->second.input;
        const auto end = input.indexOf('\n');
        if (end < 0) {
            if (input.size() > longestCommand) {
                socket->abort();
            }
            return;
        }
        const auto decoded = decodeCommand(input.left(end));
        input.remove(0, end + 1);
        if (!decoded) {
            continue; // an unknown command of a newer screen is no reason to disturb a run
        }
        if (std::holds_alternative<AttachCommand>(*decoded)
            || std::holds_alternative<StartCommand>(*decoded)) {
            const bool first = !client->second.attached;
            client->second.attached = true;
            if (first) {
                replay(socket);
            }
        }
        Q_EMIT command(*decoded);
    }
}

void RunServer::drop(QLocalSocket* socket)
{
    m_clients.erase(socket);
    socket->deleteLater();
}

void RunServer::replay(QLocalSocket* socket)
{
    QFile file(QString::fromStdString(m_journal.string()));
    if (m_journal.empty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    // Exactly what publish() has had so far: later events are in the file already, but will be published too.
    qint64 left = m_published;
    while (left > 0) {
        const auto block = file.read(std::min<qint64>(left, 1 << 20));
        if (block.isEmpty()) {
            break;
        }
        socket->write(block);
        left -= block.size();
    }
}

} // namespace plumb::runner

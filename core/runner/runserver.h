// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runner/runprotocol.h"

#include <QLocalServer>
#include <QObject>

#include <filesystem>
#include <map>

class QLocalSocket;

namespace plumb::runner {

/// The runner's end of the socket: tells whoever listens what happens, takes their commands. It never waits
/// for a reader: one that falls too far behind is dropped and may attach again.
class RunServer : public QObject
{
    Q_OBJECT

public:
    explicit RunServer(QObject* parent = nullptr);
    ~RunServer() override;

    /// Starts listening; a socket file left by a dead runner is replaced.
    Result<void> listen(const QString& path);

    /// The journal holds every event that publish() was called for; those who attach late are served from it.
    void setJournal(const std::filesystem::path& journal);

    /// One event line (with newline) to everybody who is attached. Called in the journal's order.
    void publish(const QByteArray& line);

    /// To everybody, attached or not; then closes. Used for a run that could not begin.
    void refuse(const Refused& refused);

    /// Hands what is still buffered to the kernel, for at most @p milliseconds altogether.
    void flush(int milliseconds);

Q_SIGNALS:
    void command(const plumb::runner::Command& command);

private:
    struct Client
    {
        QByteArray input;
        bool attached = false;
    };
    void accept();
    void read(QLocalSocket* socket);
    void drop(QLocalSocket* socket);
    void replay(QLocalSocket* socket);

    QLocalServer m_server;
    std::map<QLocalSocket*, Client> m_clients;
    std::filesystem::path m_journal;
    qint64 m_published = 0; ///< bytes of the journal that publish() has seen
};

} // namespace plumb::runner

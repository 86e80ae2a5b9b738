// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runner.h"
#include "runner/runprotocol.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QTimer>

#include <deque>
#include <optional>

namespace plumb::runner {

/// A run in another process, over its socket. Waits for the socket to appear (the process may still be
/// starting), sends its first command, then turns lines into events. A long history is worked off in small
/// slices so that the screen stays alive.
class SocketSession final : public RunSession
{
    Q_OBJECT

public:
    /// @p processId of a runner just started, to notice its early death; 0 when attaching.
    SocketSession(QString path, Command first, qint64 processId);
    ~SocketSession() override;

    void stop() override;
    void abort() override;
    void mark(const QString& text) override;
    void change(const engine::LiveChange& change) override;
    [[nodiscard]] QString runId() const override { return m_runId; }

private:
    void tryConnect();
    void send(const Command& command);
    void readLines();
    void handle(const QByteArray& line);
    void finish(const QString& error);
    void disconnected();
    [[nodiscard]] bool processGone() const;

    QString m_path;
    std::optional<Command> m_first;
    qint64 m_processId;
    QLocalSocket m_socket;
    QTimer m_retry;
    QTimer m_slice;
    QElapsedTimer m_waiting;
    QByteArray m_input;
    qsizetype m_position = 0; ///< in m_input: what is before it has been handled
    QString m_runId;
    bool m_stored = false; ///< the run's last event has come
    bool m_ended = false;
    bool m_closed = false;
};

} // namespace plumb::runner

// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/socketsession.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <csignal>

namespace plumb::runner {

namespace {

constexpr int connectTimeoutMs = 15'000; ///< for a runner that is still starting on a busy machine
constexpr int retryMs = 25;
constexpr qint64 sliceMs = 6; ///< well under one frame of 16 ms

} // namespace

SocketSession::SocketSession(QString path, Command first, qint64 processId)
    : m_path(std::move(path))
    , m_first(std::move(first))
    , m_processId(processId)
{
    m_retry.setInterval(retryMs);
    m_slice.setSingleShot(true);
    m_waiting.start();
    connect(&m_retry, &QTimer::timeout, this, &SocketSession::tryConnect);
    connect(&m_slice, &QTimer::timeout, this, &SocketSession::readLines);
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_retry.stop();
        if (m_first) {
            send(*std::exchange(m_first, std::nullopt));
        }
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        if (!m_slice.isActive()) {
            readLines();
        }
    });
    connect(&m_socket, &QLocalSocket::disconnected, this, &SocketSession::disconnected);
    m_retry.start();
}

SocketSession::~SocketSession()
{
    // The socket closes when it is destroyed, after the timers its slots use.
    m_socket.disconnect(this);
}

void SocketSession::tryConnect()
{
    if (m_socket.state() != QLocalSocket::UnconnectedState) {
        return;
    }
    if (m_waiting.elapsed() > connectTimeoutMs) {
        finish(tr("The runner does not answer on %1.").arg(m_path));
        return;
    }
    if (processGone()) {
        finish(tr("The runner ended before it answered."));
        return;
    }
    m_socket.connectToServer(m_path);
}

bool SocketSession::processGone() const
{
    // A detached process is no child of ours: signal 0 tells whether it is there.
    return m_processId > 0 && ::kill(static_cast<pid_t>(m_processId), 0) != 0 && errno == ESRCH;
}

void SocketSession::send(const Command& command)
{
    m_socket.write(encodeCommand(command));
    m_socket.flush();
}

void SocketSession::stop()
{
    send(StopCommand{});
}

void SocketSession::abort()
{
    send(AbortCommand{});
}

void SocketSession::mark(const QString& text)
{
    send(MarkCommand{text.toStdString()});
}

void SocketSession::change(const engine::LiveChange& change)
{
    send(ChangeCommand{change});
}

void SocketSession::readLines()
{
    if (m_socket.bytesAvailable() > 0) {
        m_input.remove(0, std::exchange(m_position, 0));
        m_input += m_socket.readAll();
    }
    QElapsedTimer timer;
    timer.start();
    for (auto end = m_input.indexOf('\n', m_position); end >= 0 && !m_ended;
         end = m_input.indexOf('\n', m_position)) {
        const auto line = m_input.mid(m_position, end - m_position);
        m_position = end + 1;
        handle(line);
        if (timer.elapsed() >= sliceMs) {
            m_slice.start(0);
            return;
        }
    }
    if (m_closed) {
        disconnected();
    }
}

void SocketSession::handle(const QByteArray& line)
{
    const auto json = parseJson({line.constData(), static_cast<std::size_t>(line.size())}, "event");
    if (!json) {
        return; // a line cut by the runner's death; its journal tells the rest
    }
    if (const auto refused = decodeRefused(*json)) {
        finish(QString::fromStdString(refused->message));
        return;
    }
    const auto parsed = report::runEventFromJson(*json);
    if (!parsed) {
        return; // an event of a newer runner
    }
    if (const auto* started = std::get_if<report::RunStarted>(&*parsed)) {
        m_runId = QString::fromStdString(started->run_id);
    }
    m_stored = m_stored || std::holds_alternative<report::Stored>(*parsed);
    Q_EMIT event(*parsed);
    if (m_stored) {
        finish({});
    }
}

void SocketSession::disconnected()
{
    m_closed = true;
    if (m_socket.bytesAvailable() > 0 || m_input.indexOf('\n', m_position) >= 0) {
        if (!m_slice.isActive()) {
            m_slice.start(0);
        }
        return;
    }
    finish(tr("The runner is gone. What it had measured is recovered when the library is checked."));
}

void SocketSession::finish(const QString& error)
{
    m_retry.stop();
    if (!std::exchange(m_ended, true)) {
        Q_EMIT ended(error);
    }
}

} // namespace plumb::runner

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo.h"

#include <QProcess>

#include <cerrno>
#include <chrono>
#include <csignal>

namespace plumb::desktop {

Demo::Demo(QString plumbProgram, QObject* parent)
    : QObject(parent)
    , m_plumb(std::move(plumbProgram))
{
    m_poll.setInterval(std::chrono::seconds(1));
    connect(&m_poll, &QTimer::timeout, this, &Demo::look);
}

bool Demo::start(const QString& library)
{
    QProcess process;
    process.setProgram(m_plumb);
    process.setArguments({QStringLiteral("demo"), QStringLiteral("--library"), library});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached(&m_processId)) {
        return false;
    }
    m_poll.start();
    return true;
}

void Demo::look()
{
    Q_EMIT tick();
    // A detached process is nobody's child here, so there is no exit to wait for; the null signal asks.
    if (::kill(static_cast<pid_t>(m_processId), 0) != 0 && errno == ESRCH) {
        m_poll.stop();
        Q_EMIT ended();
    }
}

} // namespace plumb::desktop

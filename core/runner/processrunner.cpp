// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "report/journal.h"
#include "runner/runner.h"
#include "runner/socketsession.h"

#include <QFile>
#include <QProcess>

namespace fs = std::filesystem;

namespace plumb::runner {

namespace {

/// Starts `plumb run` so that it outlives this program: own session, no pipes.
class ProcessRunner final : public Runner
{
public:
    explicit ProcessRunner(QString program)
        : m_program(std::move(program))
    {
    }

    std::unique_ptr<RunSession> start(const RunRequest& request) override
    {
        const auto runId = QString::fromStdString(newUuid());
        const auto socket = socketPath(runId);
        QProcess process;
        process.setProgram(m_program);
        process.setArguments({QStringLiteral("run"), QStringLiteral("--serve"), runId});
        process.setStandardInputFile(QProcess::nullDevice());
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        qint64 processId = -1;
        if (!process.startDetached(&processId)) {
            processId = -1;
        }
        auto session = std::make_unique<SocketSession>(socket, StartCommand{request}, processId);
        if (processId < 0) {
            auto* raw = session.get();
            const auto message = QObject::tr("Cannot start %1: %2").arg(m_program, process.errorString());
            QTimer::singleShot(0, raw, [raw, message] { Q_EMIT raw->ended(message); });
        }
        return session;
    }

    [[nodiscard]] std::vector<LiveRun> liveRuns(const fs::path& library) const override
    {
        std::vector<LiveRun> runs;
        std::error_code code;
        for (const auto& entry : fs::directory_iterator(library / ".plumbline" / "journal", code)) {
            if (entry.path().extension() != ".ndjson"
                || report::journalState(entry.path()) != report::JournalState::alive) {
                continue;
            }
            LiveRun run;
            run.runId = QString::fromStdString(entry.path().stem().string());
            run.socket = socketPath(run.runId);
            if (!QFile::exists(run.socket)) {
                continue; // alive, but on another machine that shares the folder
            }
            if (const auto started = report::readJournalStart(entry.path())) {
                run.operation = QString::fromStdString(started->operation);
                run.started_wall_ms = started->started_wall_ms;
            }
            runs.push_back(run);
        }
        return runs;
    }

    std::unique_ptr<RunSession> attach(const LiveRun& run) override
    {
        return std::make_unique<SocketSession>(run.socket, AttachCommand{}, 0);
    }

private:
    QString m_program;
};

} // namespace

std::unique_ptr<Runner> makeProcessRunner(const QString& plumbProgram)
{
    return std::make_unique<ProcessRunner>(plumbProgram);
}

} // namespace plumb::runner

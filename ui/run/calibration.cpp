// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/calibration.h"

#include "ui/models/format.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace plumb::ui {

namespace {

constexpr int endsWithin_ms = 3000;
constexpr double stages = 4.0; ///< two transports, two stages each

} // namespace

Calibration::Calibration(QString plumb, QObject* parent)
    : QObject(parent)
    , m_plumb(std::move(plumb))
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Calibration::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this,
        [this] { m_errors += m_process.readAllStandardError(); });
    connect(&m_process, &QProcess::finished, this, &Calibration::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT ended(tr("Cannot start %1: %2").arg(m_plumb, m_process.errorString()));
    });
}

Calibration::~Calibration()
{
    m_process.disconnect(this);
    if (running()) {
        m_process.terminate();
        if (!m_process.waitForFinished(endsWithin_ms))
            m_process.kill();
    }
}

void Calibration::start()
{
    if (running())
        return;
    m_cancelled = false;
    m_errors.clear();
    m_process.start(m_plumb, {QStringLiteral("calibrate"), QStringLiteral("--events")});
    m_process.closeWriteChannel();
    Q_EMIT progressed(0.0, tr("Waiting for this machine to be free"));
}

void Calibration::cancel()
{
    m_cancelled = true;
    m_process.terminate();
}

void Calibration::readLines()
{
    while (m_process.canReadLine()) {
        const auto event = QJsonDocument::fromJson(m_process.readLine()).object();
        if (event.value(QLatin1String("event")).toString() != QLatin1String("calibrating"))
            continue;
        const auto transport = event.value(QLatin1String("transport")).toString();
        const bool rateStage = event.value(QLatin1String("stage")).toString() == QLatin1String("rate");
        const auto done = (transport == QLatin1String("direct") ? 2.0 : 0.0) + (rateStage ? 1.0 : 0.0);
        const auto rps = models::rate(event.value(QLatin1String("rps")).toDouble());
        Q_EMIT progressed((done + event.value(QLatin1String("fraction")).toDouble()) / stages,
            rateStage ? tr("%1, as fast as it can: %2 requests/s").arg(transport, rps)
                      : tr("%1, one user: %2 requests/s").arg(transport, rps));
    }
}

void Calibration::finished()
{
    readLines();
    m_errors += m_process.readAllStandardError();
    const bool well = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    if (well || m_cancelled) {
        Q_EMIT ended({});
        return;
    }
    const auto lines = QString::fromUtf8(m_errors).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    Q_EMIT ended(lines.isEmpty() ? tr("The calibration ended without a result.") : lines.last());
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinestatus.h"

#include "ui/models/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace plumb::models {

namespace {

constexpr int interval_ms = 2000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MachineStatus)
};

QString share(double value)
{
    return Texts::tr("%1 %").arg(figure(value, 0));
}

QString disturbanceText(const Disturbance& disturbance, const MachineState& state)
{
    if (disturbance.code == "busy")
        return Texts::tr("other programs use %1 of its cores")
            .arg(share(100.0 - state.idle_pct.value_or(0.0)));
    if (disturbance.code == "steal")
        return Texts::tr("other virtual machines take %1 of its cores")
            .arg(share(state.steal_pct.value_or(0.0)));
    if (disturbance.code == "battery")
        return Texts::tr("it runs on its battery");
    if (disturbance.code == "clock")
        return Texts::tr("the clock of its processor is held down");
    return QString::fromStdString(disturbance.sentence);
}

/// In the worker's thread.
MachineStatus readStatus(const MachineWatch& watch)
{
    MachineStatus status;
    status.holder = MachineLock::holder();
    status.state = watch.state();
    status.disturbances = disturbances(status.state);
    status.looked = true;
    for (auto& stored : report::readCalibrations(report::calibrationFile())) {
        if (stored.key == report::calibrationKey(stored.key.transport))
            status.calibrations.push_back(std::move(stored));
    }
    return status;
}

} // namespace

QString quietText(const MachineStatus& status)
{
    if (!status.looked)
        return Texts::tr("Looking at this machine…");
    QStringList parts;
    for (const auto& disturbance : status.disturbances)
        parts << disturbanceText(disturbance, status.state);
    if (!parts.isEmpty())
        return Texts::tr("This machine is not quiet: %1. Figures may be disturbed.")
            .arg(parts.join(QStringLiteral(", ")));
    return status.state.idle_pct
        ? Texts::tr("This machine is quiet: %1 idle.").arg(share(*status.state.idle_pct))
        : Texts::tr("Nothing is known of what else this machine does.");
}

QString holderText(const MachineStatus& status)
{
    if (!status.holder)
        return {};
    const auto& holder = *status.holder;
    const auto operation = QString::fromStdString(holder.operation);
    const auto what = holder.what == "calibration" ? Texts::tr("A calibration")
        : operation.isEmpty()                      ? Texts::tr("A run")
                                                   : Texts::tr("A run of %1").arg(operation);
    return holder.pid > 0
        ? Texts::tr("%1 (process %2) is under way on this machine.").arg(what).arg(holder.pid)
        : Texts::tr("%1 is under way on this machine.").arg(what);
}

QString calibrationText(const MachineStatus& status)
{
    QStringList lines;
    for (const auto& [key, calibration] : status.calibrations)
        lines << Texts::tr("%1: %2 requests/s at most with one worker, floor p50 %3, p99 %4 (%5)")
                     .arg(QString::fromStdString(key.transport), rate(calibration.max_rps),
                         latency(calibration.p50_ms), latency(calibration.p99_ms),
                         dateTime(calibration.measured_at));
    return lines.isEmpty() && status.looked
        ? Texts::tr("Not calibrated: nobody knows yet what the load generator takes and makes here.")
        : lines.join(QLatin1Char('\n'));
}

QString capacityText(
    std::optional<double> peak_rps, const std::vector<report::StoredCalibration>& calibrations)
{
    if (calibrations.empty())
        return {};
    QStringList made;
    double most = 0.0;
    for (const auto& [key, calibration] : calibrations) {
        made << Texts::tr("%1 with %2").arg(rate(calibration.max_rps), QString::fromStdString(key.transport));
        most = std::max(most, calibration.max_rps);
    }
    auto text = Texts::tr("One worker of this machine's generator makes %1 requests a second at most.")
                    .arg(made.join(Texts::tr(", ", "between figures")));
    // Above half of what it makes, the generator shows in the figures.
    if (peak_rps && *peak_rps > most)
        text += QLatin1Char(' ') + Texts::tr("This load asks for more than that.");
    else if (peak_rps && *peak_rps > most / 2.0)
        text += QLatin1Char(' ') + Texts::tr("This load asks for more than half of it.");
    return text;
}

MachineStatusReader::MachineStatusReader(QObject* parent)
    : QObject(parent)
    , m_watch(std::make_shared<MachineWatch>())
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(interval_ms);
    connect(&m_timer, &QTimer::timeout, this, &MachineStatusReader::readNow);
}

MachineStatusReader::~MachineStatusReader()
{
    m_pool.waitForDone();
}

void MachineStatusReader::watch(bool on)
{
    if (on == m_timer.isActive())
        return;
    if (on) {
        readNow();
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

void MachineStatusReader::readNow()
{
    if (std::exchange(m_reading, true))
        return;
    m_pool.start([this, watch = std::exchange(m_watch, std::make_shared<MachineWatch>())] {
        auto status = readStatus(*watch);
        QMetaObject::invokeMethod(
            this,
            [this, status = std::move(status)] {
                m_reading = false;
                m_status = status;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace plumb::models

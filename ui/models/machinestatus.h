// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/machine.h"
#include "base/machinelock.h"
#include "report/calibration.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace plumb::models {

/// How this machine stands for a run: who measures on it, what disturbs it, and what its generator can.
struct MachineStatus
{
    std::optional<MachineHolder> holder; ///< nothing: a run could start now
    MachineState state;
    std::vector<Disturbance> disturbances;
    std::vector<report::StoredCalibration> calibrations; ///< of this machine and this program
    bool looked = false; ///< a first time
};

/// "This machine is quiet: 97 % idle.", or what disturbs it.
[[nodiscard]] QString quietText(const MachineStatus& status);
/// "A run of checkout (process 4711) is under way on this machine."; empty: none is.
[[nodiscard]] QString holderText(const MachineStatus& status);
/// What the generator makes here, a line per transport: "qnam: 12,900 requests/s at most, floor 0.11 ms".
[[nodiscard]] QString calibrationText(const MachineStatus& status);
/// What this machine can generate, against what a load asks for; empty: not calibrated. @p peak_rps: requests
/// per second; nothing where the target decides.
[[nodiscard]] QString capacityText(
    std::optional<double> peak_rps, const std::vector<report::StoredCalibration>& calibrations);

/// Reads it every two seconds while it is asked to, in a thread of its own.
class MachineStatusReader : public QObject
{
    Q_OBJECT

public:
    explicit MachineStatusReader(QObject* parent = nullptr);
    ~MachineStatusReader() override;

    /// Reads at once, and again and again while @p on.
    void watch(bool on);
    void readNow();
    [[nodiscard]] const MachineStatus& status() const { return m_status; }

Q_SIGNALS:
    void changed();

private:
    QThreadPool m_pool;
    QTimer m_timer;
    std::shared_ptr<MachineWatch> m_watch; ///< since the last reading
    MachineStatus m_status;
    bool m_reading = false;
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/machinestatus.h"
#include "ui/widgets/card.h"

#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace plumb::ui {

class Calibration;
class NoticeBar;
class Settings;

/// How this machine stands before a run: quiet or not, free or not, calibrated or not; and a button that
/// calibrates it.
class MachineCard : public Card
{
    Q_OBJECT

public:
    /// All outlive the card.
    MachineCard(models::MachineStatusReader& machine, Settings& settings, QWidget* parent = nullptr);
    ~MachineCard() override;

    /// Without it nothing can be calibrated, and there is no button for it.
    void setPlumb(const QString& program);
    /// While a run is under way on the page there is nothing to calibrate.
    void setRunning(bool running);

private:
    void build();
    void show();
    void calibrate();
    void calibrated(const QString& error);
    void updateButton();

    models::MachineStatusReader& m_machine;
    Settings& m_settings;
    std::unique_ptr<Calibration> m_calibration;
    NoticeBar* m_notice = nullptr;
    QLabel* m_quiet = nullptr;
    QLabel* m_holder = nullptr;
    QLabel* m_floor = nullptr;
    QCheckBox* m_require = nullptr;
    QPushButton* m_button = nullptr;
    QWidget* m_progressRow = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    bool m_running = false;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/machinecard.h"

#include "ui/run/calibration.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sectionheader.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace plumb::ui {

namespace {

constexpr int widest = 760; ///< as the form above it

QLabel* line()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MachineCard::MachineCard(models::MachineStatusReader& machine, Settings& settings, QWidget* parent)
    : Card(parent)
    , m_machine(machine)
    , m_settings(settings)
{
    setMaximumWidth(widest);
    build();
    connect(&m_machine, &models::MachineStatusReader::changed, this, &MachineCard::show);
    show();
}

MachineCard::~MachineCard() = default;

void MachineCard::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space5, Theme::space3, Theme::space5, Theme::space4);
    column->setSpacing(Theme::space2);
    auto* header = new SectionHeader(tr("This machine"), this);
    m_button = new QPushButton(tr("Calibrate"));
    m_button->setToolTip(
        tr("Measures what the load generator itself takes and makes here: about ten seconds"));
    m_button->hide();
    header->addWidget(m_button);
    column->addWidget(header);
    m_notice = new NoticeBar(this);
    column->addWidget(m_notice);
    m_holder = line();
    m_quiet = line();
    m_quiet->setAccessibleDescription(tr("Whether this machine is quiet"));
    m_floor = line();
    m_floor->setForegroundRole(QPalette::PlaceholderText);
    m_floor->setAccessibleDescription(tr("Calibration of this machine"));
    m_require = new QCheckBox(tr("Start runs only while this machine is &quiet"));
    m_require->setAccessibleName(m_require->text().remove(QLatin1Char('&')));
    m_require->setChecked(m_settings.requireQuiet());
    column->addWidget(m_holder);
    column->addWidget(m_quiet);
    column->addWidget(m_floor);
    m_progressRow = new QWidget;
    auto* row = new QHBoxLayout(m_progressRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space3);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Progress of the calibration"));
    m_progressText = new QLabel;
    row->addWidget(m_progress, 1);
    row->addWidget(m_progressText);
    m_progressRow->hide();
    column->addWidget(m_progressRow);
    column->addWidget(m_require);
    connect(m_require, &QCheckBox::toggled, this, [this](bool on) { m_settings.setRequireQuiet(on); });
    connect(m_button, &QPushButton::clicked, this, &MachineCard::calibrate);
}

void MachineCard::setPlumb(const QString& program)
{
    m_calibration = std::make_unique<Calibration>(program);
    connect(
        m_calibration.get(), &Calibration::progressed, this, [this](double fraction, const QString& text) {
            m_progress->setValue(static_cast<int>(std::lround(1000.0 * fraction)));
            m_progressText->setText(text);
        });
    connect(m_calibration.get(), &Calibration::ended, this, &MachineCard::calibrated);
    m_button->show();
    updateButton();
}

void MachineCard::setRunning(bool running)
{
    m_running = running;
    updateButton();
}

void MachineCard::show()
{
    const auto& status = m_machine.status();
    m_quiet->setText(models::quietText(status));
    m_holder->setText(models::holderText(status));
    m_holder->setVisible(!m_holder->text().isEmpty());
    // What measures is not what disturbs.
    m_quiet->setVisible(m_holder->text().isEmpty());
    m_floor->setText(models::calibrationText(status));
    m_floor->setVisible(!m_floor->text().isEmpty());
    updateButton();
}

void MachineCard::updateButton()
{
    const bool calibrating = m_calibration && m_calibration->running();
    m_button->setText(calibrating ? tr("Cancel") : tr("Calibrate"));
    m_button->setEnabled(calibrating || !m_running);
}

void MachineCard::calibrate()
{
    if (m_calibration->running()) {
        m_calibration->cancel();
        return;
    }
    m_notice->clear();
    m_calibration->start();
    m_progressRow->setVisible(m_calibration->running());
    updateButton();
}

void MachineCard::calibrated(const QString& error)
{
    m_progressRow->hide();
    if (!error.isEmpty())
        m_notice->showNotice(NoticeBar::Level::error, error);
    updateButton();
    m_machine.readNow();
}

} // namespace plumb::ui

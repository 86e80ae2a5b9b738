// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressrow.h"

#include "ui/models/format.h"
#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <chrono>
#include <cmath>

namespace plumb::ui {

ProgressRow::ProgressRow(const QString& what, QWidget* parent)
    : QWidget(parent)
    , m_what(what)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space2);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(120);
    m_bar->setAccessibleName(what);
    m_bar->setToolTip(what);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(what));
    m_soon.setSingleShot(true);
    m_soon.setInterval(std::chrono::milliseconds(500));
    connect(&m_soon, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressRow::cancelRequested);
    hide();
}

void ProgressRow::start()
{
    m_clock.start();
    m_eta = {};
    m_bar->setRange(0, 0);
    m_text->setText(tr("%1…").arg(m_what));
    m_bar->setAccessibleDescription(QString());
    m_soon.start();
}

void ProgressRow::setProgress(int done, int total)
{
    tell(done, total, tr("%1 of %2").arg(models::count(done), models::count(total)));
}

void ProgressRow::setPercent(int done)
{
    tell(done, 100, tr("%1: %2 %", "a job and how much of it is done").arg(m_what).arg(done));
}

void ProgressRow::tell(int done, int total, QString text)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_eta.update(done, total, static_cast<double>(m_clock.elapsed()) / 1000.0);
    if (const auto left = m_eta.secondsLeft()) {
        text += QStringLiteral(" · ") + tr("%1 left").arg(models::clock(std::ceil(*left)));
    }
    m_text->setText(text);
    m_bar->setAccessibleDescription(text);
}

void ProgressRow::finish()
{
    m_soon.stop();
    hide();
}

} // namespace plumb::ui

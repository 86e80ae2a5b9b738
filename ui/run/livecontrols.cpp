// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livecontrols.h"

#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

constexpr int mostByHand = 1'000'000;
constexpr int leastRange = 20;
constexpr int soonMs = 400;

} // namespace

LiveControls::LiveControls(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_value(new QSpinBox)
{
    m_value->setRange(0, mostByHand);
    m_value->setGroupSeparatorShown(true);
    m_label->setBuddy(m_value);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space2);
    row->addWidget(m_label);
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    connect(m_slider, &QSlider::valueChanged, this, &LiveControls::edited);
    connect(m_value, &QSpinBox::valueChanged, this, &LiveControls::edited);
    connect(&m_soon, &QTimer::timeout, this, &LiveControls::send);
    hide();
}

void LiveControls::showRun(const models::LiveSnapshot& run)
{
    if (run.runId != m_runId) {
        m_runId = run.runId;
        m_taken = false;
        m_soon.stop();
        const auto arrivals = run.executor.endsWith(QLatin1String("-arrival-rate"));
        const auto users = run.executor.endsWith(QLatin1String("-vus"));
        setKind(arrivals ? Kind::rate : users ? Kind::users : Kind::none);
    }
    const auto loading = run.state == report::RunState::warmup || run.state == report::RunState::measuring
        || run.state == report::RunState::cooldown;
    setVisible(m_kind != Kind::none && loading && !run.finished);
    if (m_taken)
        return;
    const auto now = m_kind == Kind::rate ? run.planned_rate.value_or(0.0) : run.users;
    setValue(static_cast<int>(std::lround(now)));
}

void LiveControls::setKind(Kind kind)
{
    m_kind = kind;
    const auto rate = kind == Kind::rate;
    m_label->setText(rate ? tr("Change the ra&te") : tr("Change the &users"));
    m_value->setSuffix(rate ? tr(" /s") : QString());
    m_value->setAccessibleName(rate ? tr("Iterations a second from now on") : tr("Users from now on"));
    m_slider->setAccessibleName(
        rate ? tr("Iterations a second from now on, slider") : tr("Users from now on, slider"));
    const auto help
        = tr("Takes effect within two seconds and is kept in the report; a run whose load was changed by "
             "hand is not comparable with others");
    m_value->setToolTip(help);
    m_slider->setToolTip(help);
}

void LiveControls::setValue(int value)
{
    const QSignalBlocker blockSlider(m_slider);
    const QSignalBlocker blockValue(m_value);
    // Room for twice the load; a figure beyond it is typed.
    if (!m_slider->isSliderDown() && (value > m_slider->maximum() || !m_taken))
        m_slider->setRange(0, std::max(leastRange, 2 * value));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    m_slider->setValue(value);
    m_value->setValue(value);
}

void LiveControls::edited(int value)
{
    m_taken = true;
    setValue(value);
    m_soon.start();
}

void LiveControls::send()
{
    engine::LiveChange change;
    if (m_kind == Kind::rate)
        change.rate = m_value->value();
    else
        change.vus = m_value->value();
    Q_EMIT wanted(change);
}

} // namespace plumb::ui

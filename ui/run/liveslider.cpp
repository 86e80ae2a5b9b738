// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/liveslider.h"

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

LiveSlider::LiveSlider(
    const QString& label, const QString& name, const QString& suffix, int least, QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_value(new QSpinBox)
{
    m_value->setRange(least, mostByHand);
    m_value->setGroupSeparatorShown(true);
    m_value->setSuffix(suffix);
    m_value->setAccessibleName(name);
    m_slider->setMinimum(least);
    m_slider->setAccessibleName(tr("%1, slider").arg(name));
    const auto help
        = tr("Takes effect within two seconds and is kept in the report; a run whose load was changed by "
             "hand is not comparable with others");
    m_value->setToolTip(help);
    m_slider->setToolTip(help);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    auto* words = new QLabel(label);
    words->setBuddy(m_value);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space2);
    row->addWidget(words);
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    connect(m_slider, &QSlider::valueChanged, this, &LiveSlider::edited);
    connect(m_value, &QSpinBox::valueChanged, this, &LiveSlider::edited);
    connect(&m_soon, &QTimer::timeout, this, [this] { Q_EMIT chosen(m_value->value()); });
}

int LiveSlider::value() const
{
    return m_value->value();
}

void LiveSlider::follow(double value)
{
    if (!m_taken)
        setValue(static_cast<int>(std::lround(value)));
}

void LiveSlider::setValue(int value)
{
    const QSignalBlocker blockSlider(m_slider);
    const QSignalBlocker blockValue(m_value);
    // Room for twice the load; a figure beyond it is typed.
    if (!m_slider->isSliderDown() && (value > m_slider->maximum() || !m_taken))
        m_slider->setMaximum(std::max(leastRange, 2 * value));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    m_slider->setValue(value);
    m_value->setValue(value);
}

void LiveSlider::edited(int value)
{
    m_taken = true;
    setValue(value);
    m_soon.start();
}

} // namespace plumb::ui

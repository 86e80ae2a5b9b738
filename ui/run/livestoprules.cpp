// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livestoprules.h"

#include "ui/shell/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>

#include <cmath>

namespace plumb::ui {

namespace {

constexpr int barSteps = 100;
constexpr int barHeight = 4;

} // namespace

LiveStopRules::LiveStopRules(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(Theme::space3);
    m_layout->setVerticalSpacing(Theme::space1);
    m_layout->setColumnStretch(1, 1);
    hide();
}

void LiveStopRules::setCount(std::size_t count)
{
    while (m_rows.size() > count) {
        const auto row = m_rows.back();
        delete row.name;
        delete row.bar;
        delete row.value;
        m_rows.pop_back();
    }
    while (m_rows.size() < count) {
        Row row{new QLabel, new QProgressBar, new QLabel};
        row.bar->setRange(0, barSteps);
        row.bar->setTextVisible(false);
        row.bar->setFixedHeight(barHeight);
        const auto at = static_cast<int>(m_rows.size());
        m_layout->addWidget(row.name, at, 0);
        m_layout->addWidget(row.bar, at, 1, Qt::AlignVCenter);
        m_layout->addWidget(row.value, at, 2, Qt::AlignRight);
        m_rows.push_back(row);
    }
}

void LiveStopRules::showRun(const models::LiveSnapshot& run)
{
    setCount(run.stopRules.size());
    setVisible(!run.stopRules.empty() && !run.finished);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& rule = run.stopRules[i];
        const auto& row = m_rows[i];
        row.name->setText(tr("Stop rule: %1").arg(rule.name));
        row.bar->setAccessibleName(tr("How near the run is to its stop rule: %1").arg(rule.name));
        row.bar->setValue(static_cast<int>(std::lround(rule.nearness.value_or(0.0) * barSteps)));
        row.value->setText(rule.value.isEmpty() ? tr("no value yet")
                : rule.filled                   ? tr("now %1").arg(rule.value)
                                                : tr("now %1, window not full").arg(rule.value));
    }
}

} // namespace plumb::ui

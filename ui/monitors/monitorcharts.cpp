// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitors/monitorcharts.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/timeplot.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace plumb::ui {

namespace {

constexpr int chartHeight = 210;
constexpr std::size_t mostLines = 6; ///< as many as there are colours

} // namespace

MonitorCharts::MonitorCharts(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    for (auto& side : m_sides) {
        side.plot = new TimePlot;
        side.frame = new ChartFrame(tr("Monitors"), side.plot, this);
        side.frame->setMinimumHeight(chartHeight);
        side.choice = new QComboBox;
        side.choice->setAccessibleName(tr("Figure of the monitors"));
        side.choice->setToolTip(tr("Which of the figures that were watched is shown"));
        side.choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        side.frame->addControl(side.choice);
        layout->addWidget(side.frame, 1);
        connect(side.choice, &QComboBox::currentIndexChanged, this, [this, &side] { draw(side); });
        connect(side.choice, &QComboBox::activated, this,
            [&side](int) { side.chosen = side.choice->currentData().toString(); });
    }
    hide();
}

void MonitorCharts::showSeries(const models::MonitorList& series)
{
    m_series = series;
    m_groups = series ? models::monitorGroups(*series) : std::vector<models::MonitorGroup>();
    setVisible(!m_groups.empty());
    const auto first = models::firstGroups(m_groups);
    fillChoice(m_sides[0], first.left);
    fillChoice(m_sides[1], first.right);
    m_sides[1].frame->setVisible(first.right >= 0);
    for (const auto& side : m_sides)
        draw(side);
}

void MonitorCharts::fillChoice(Side& side, int first)
{
    const QSignalBlocker blocker(side.choice);
    const auto same = static_cast<std::size_t>(side.choice->count()) == m_groups.size()
        && std::all_of(
            m_groups.begin(), m_groups.end(), [&, i = 0](const models::MonitorGroup& group) mutable {
                return side.choice->itemData(i++).toString() == group.key;
            });
    if (!same) { // an open list stays open while figures come in
        side.choice->clear();
        for (const auto& group : m_groups)
            side.choice->addItem(group.title, group.key);
    }
    const auto chosen = side.chosen.isEmpty() ? -1 : side.choice->findData(side.chosen);
    side.choice->setCurrentIndex(chosen >= 0 ? chosen : first);
}

void MonitorCharts::draw(const Side& side)
{
    const auto at = side.choice->currentIndex();
    if (!m_series || at < 0 || static_cast<std::size_t>(at) >= m_groups.size()) {
        side.plot->setSeries({});
        side.frame->setCaption(QString());
        return;
    }
    const auto& group = m_groups[static_cast<std::size_t>(at)];
    std::vector<TimeSeries> lines;
    for (std::size_t i = 0; i < std::min(group.lines.size(), mostLines); ++i) {
        auto course = models::monitorCourse(group, (*m_series)[group.lines[i].series]);
        if (!course.highest.empty() && group.lines.size() == 1)
            lines.push_back({tr("highest"), maxColor, SeriesLook::thin, course.t, std::move(course.highest)});
        lines.push_back({group.lines[i].name, static_cast<SeriesColor>(i), SeriesLook::line,
            std::move(course.t), std::move(course.value)});
    }
    side.plot->setUnit(group.unit);
    side.plot->setYTitle(group.unit.isEmpty() ? group.title : group.unit);
    side.plot->setSeries(std::move(lines));
    side.frame->setTitle(group.title);
    side.frame->setMetric(group.key);
    showCaption(side);
}

void MonitorCharts::showCaption(const Side& side)
{
    const auto at = side.choice->currentIndex();
    if (!m_series || at < 0 || static_cast<std::size_t>(at) >= m_groups.size())
        return;
    const auto& group = m_groups[static_cast<std::size_t>(at)];
    side.frame->setCaption(m_part ? models::monitorCaption(group, *m_series, *m_part)
                                  : models::monitorCaption(group, *m_series));
}

void MonitorCharts::setPart(const std::optional<models::TimeRange>& part)
{
    if (m_part == part)
        return;
    m_part = part;
    for (const auto& side : m_sides)
        showCaption(side);
}

void MonitorCharts::annotate(const std::vector<PhaseSpan>& phases, const std::vector<TimeMark>& marks,
    std::optional<double> plannedEnd)
{
    for (const auto& side : m_sides) {
        side.plot->setPhases(phases);
        side.plot->setMarks(marks);
        side.plot->setPlannedEnd(plannedEnd);
    }
}

void MonitorCharts::fit()
{
    for (const auto& side : m_sides)
        side.plot->fit();
}

std::vector<Plot*> MonitorCharts::plots() const
{
    return {m_sides[0].plot, m_sides[1].plot};
}

std::vector<ChartFrame*> MonitorCharts::frames() const
{
    std::vector<ChartFrame*> shown;
    for (const auto& side : m_sides) {
        if (side.choice->currentIndex() >= 0)
            shown.push_back(side.frame);
    }
    return shown;
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeitems.h"

#include "ui/charts/qcustomplot.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumb::ui {

TimeItems::TimeItems(QCustomPlot* plot)
    : m_plot(plot)
{
}

void TimeItems::setPhases(std::vector<PhaseSpan> phases)
{
    m_phases = std::move(phases);
}

void TimeItems::setMarks(std::vector<TimeMark> marks)
{
    m_marks = std::move(marks);
    std::stable_sort(
        m_marks.begin(), m_marks.end(), [](const TimeMark& a, const TimeMark& b) { return a.at < b.at; });
}

void TimeItems::setLimits(std::vector<LimitLine> limits)
{
    m_limits = std::move(limits);
    std::stable_sort(m_limits.begin(), m_limits.end(),
        [](const LimitLine& a, const LimitLine& b) { return a.value < b.value; });
}

void TimeItems::rebuild(const Theme& theme, const QFont& font)
{
    for (QCPAbstractItem* item : m_items) {
        m_plot->removeItem(item);
    }
    m_items.clear();
    m_phaseWords.clear();
    m_markWords.clear();
    m_limitWords.clear();
    m_caption = typeFont(TypeSize::caption, font);
    for (const PhaseSpan& phase : m_phases) {
        addPhase(phase, theme);
    }
    for (const TimeMark& mark : m_marks) {
        addMark(mark, theme);
    }
    for (const LimitLine& limit : m_limits) {
        addLimit(limit, theme);
    }
}

QCPItemText* TimeItems::addWords(const QString& text, const QColor& ink)
{
    auto* words = new QCPItemText(m_plot);
    words->setText(text);
    words->setFont(m_caption);
    words->setColor(ink);
    words->setPadding(QMargins(Theme::space1, 1, Theme::space1, 1));
    m_items.push_back(words);
    return words;
}

void TimeItems::addPhase(const PhaseSpan& phase, const Theme& theme)
{
    auto* box = new QCPItemRect(m_plot);
    box->setLayer(QStringLiteral("background"));
    box->setPen(Qt::NoPen);
    box->setBrush(theme.window);
    for (QCPItemPosition* corner : {box->topLeft, box->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    box->topLeft->setCoords(phase.start, 0.0);
    box->bottomRight->setCoords(phase.end, 1.0);
    m_items.push_back(box);
    auto* words = addWords(phase.label, theme.muted);
    words->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    words->position->setTypeX(QCPItemPosition::ptPlotCoords);
    words->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    words->position->setCoords(phase.start, 0.0);
    m_phaseWords.push_back(words);
}

void TimeItems::addMark(const TimeMark& mark, const Theme& theme)
{
    auto* line = new QCPItemLine(m_plot);
    line->setPen(QPen(theme.accent, 1, Qt::DashLine));
    for (QCPItemPosition* end : {line->start, line->end}) {
        end->setTypeX(QCPItemPosition::ptPlotCoords);
        end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->start->setCoords(mark.at, 0.0);
    line->end->setCoords(mark.at, 1.0);
    m_items.push_back(line);
    auto* words = addWords(mark.label, theme.accent);
    words->position->setTypeX(QCPItemPosition::ptPlotCoords);
    words->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    words->position->setCoords(mark.at, 0.0);
    m_markWords.push_back(words);
}

void TimeItems::addLimit(const LimitLine& limit, const Theme& theme)
{
    const QColor ink = limit.level == LimitLine::Level::fail ? theme.fail.ink : theme.warn.ink;
    auto* line = new QCPItemLine(m_plot);
    line->setPen(QPen(ink, 1, limit.level == LimitLine::Level::fail ? Qt::SolidLine : Qt::DashLine));
    for (QCPItemPosition* end : {line->start, line->end}) {
        end->setTypeX(QCPItemPosition::ptAxisRectRatio);
        end->setTypeY(QCPItemPosition::ptPlotCoords);
    }
    line->start->setCoords(0.0, limit.value);
    line->end->setCoords(1.0, limit.value);
    m_items.push_back(line);
    auto* words = addWords(limit.label, ink);
    // The newest values stand at the right; the words keep to the left of them.
    words->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    words->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    words->position->setTypeY(QCPItemPosition::ptPlotCoords);
    words->position->setCoords(0.0, limit.value);
    m_limitWords.push_back(words);
}

int TimeItems::widthOf(const QString& words) const
{
    return QFontMetrics(m_caption).horizontalAdvance(words) + 2 * Theme::space1;
}

void TimeItems::fit()
{
    const QRect area = m_plot->axisRect()->rect();
    const auto toPixel = [this](double t) { return m_plot->xAxis->coordToPixel(t); };
    for (std::size_t i = 0; i < m_phaseWords.size(); ++i) {
        const double room = std::min<double>(toPixel(m_phases[i].end), area.right())
            - std::max<double>(toPixel(m_phases[i].start), area.left());
        m_phaseWords[i]->setVisible(room >= widthOf(m_phases[i].label));
    }
    // Marks are sorted by time: words stand right of the line, or left where the plot ends, or not at all.
    double taken = area.left();
    for (std::size_t i = 0; i < m_markWords.size(); ++i) {
        const double at = toPixel(m_marks[i].at);
        const int width = widthOf(m_marks[i].label);
        const bool left = at + width > area.right();
        const double begin = left ? at - width : at;
        m_markWords[i]->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        m_markWords[i]->setVisible(begin >= taken);
        if (begin >= taken) {
            taken = begin + width;
        }
    }
    // Limits are sorted by value: one just below its neighbour has its words under its line.
    const int height = QFontMetrics(m_caption).height() + 2;
    for (std::size_t i = 0; i < m_limitWords.size(); ++i) {
        const double y = m_plot->yAxis->coordToPixel(m_limits[i].value);
        const bool crowded
            = i + 1 < m_limits.size() && y - m_plot->yAxis->coordToPixel(m_limits[i + 1].value) < height;
        const bool below = crowded || y - height < area.top();
        m_limitWords[i]->setPositionAlignment(Qt::AlignLeft | (below ? Qt::AlignTop : Qt::AlignBottom));
    }
}

} // namespace plumb::ui

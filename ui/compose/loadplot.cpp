// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/loadplot.h"

#include "ui/models/format.h"
#include "ui/shell/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plumb::ui {

namespace {

constexpr double handleRadius = 5.0;
constexpr double grabRadius = 12.0;
constexpr double headroom = 1.15;
constexpr double lineWidth = 2.0;
constexpr int wordsHeight = 40; ///< where there is nothing to draw

/// The smallest of 1, 2, 5 times a power of ten that is not below @p value.
double niceStep(double value)
{
    const auto power = std::pow(10.0, std::floor(std::log10(std::max(value, 1e-9))));
    for (const auto factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= value)
            return factor * power;
    }
    return 10.0 * power;
}

/// Steps of a clock: seconds, minutes, hours.
double timeStep(double value)
{
    for (const auto step :
        {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0}) {
        if (step >= value)
            return step;
    }
    return 3600.0 * niceStep(value / 3600.0);
}

} // namespace

LoadPlot::LoadPlot(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LoadPlot::sizeHint() const
{
    return {480, m_preview.curve.empty() ? wordsHeight : 200};
}

QSize LoadPlot::minimumSizeHint() const
{
    return {240, m_preview.curve.empty() ? wordsHeight : 160};
}

void LoadPlot::setPreview(const models::LoadPreview& preview)
{
    if (m_preview.curve.empty() != preview.curve.empty())
        updateGeometry();
    m_preview = preview;
    if (!m_dragged) {
        m_lastTime = std::max(1.0, preview.curve.empty() ? 1.0 : preview.curve.back().time_s);
        m_highest = std::max(1.0, preview.highest());
    } else if (const auto stage = static_cast<std::size_t>(*m_dragged); stage < preview.handles.size()) {
        // The axes stand still under the pointer, and follow it where it leaves them.
        m_lastTime = std::max(m_grabbedTime, preview.handles[stage].time_s);
        m_highest = std::max(m_grabbedHighest, preview.handles[stage].value / headroom);
    }
    describe();
    update();
}

void LoadPlot::describe()
{
    QString text;
    if (!m_preview.problem.empty())
        text = tr("No preview: %1").arg(QString::fromStdString(m_preview.problem));
    else if (m_preview.bursts)
        text = burstText();
    else if (m_preview.curve.empty())
        text = tr("%n user(s) until the iterations are done", nullptr, m_preview.users);
    else
        text = (m_preview.open ? tr("Planned iterations a second over %1, at most %2")
                               : tr("Planned users over %1, at most %2"))
                   .arg(models::clock(m_preview.duration_s()), models::rate(m_preview.highest()));
    setAccessibleName(tr("Preview of the load"));
    setAccessibleDescription(text);
}

QString LoadPlot::burstText() const
{
    const auto size = tr("%n user(s) at once", nullptr, m_preview.users);
    if (!m_preview.iterations)
        return tr("%1, again and again for %2").arg(size, models::clock(m_preview.duration_s()));
    const auto times = std::lround(*m_preview.iterations / std::max(1, m_preview.users));
    return tr("%1, %n time(s): the next burst when the one before is over", nullptr, static_cast<int>(times))
        .arg(size);
}

QRectF LoadPlot::area() const
{
    const auto line = fontMetrics().height();
    const auto left = fontMetrics().horizontalAdvance(QStringLiteral("00,000")) + Theme::space2;
    // The last time stands below the right end, half of it beyond.
    const auto right
        = std::max(Theme::space4, fontMetrics().horizontalAdvance(QStringLiteral("0:00:00")) / 2);
    return QRectF(rect()).adjusted(left, line + Theme::space2, -right, -(line + Theme::space2));
}

QPointF LoadPlot::toScreen(const models::LoadPreview::Point& point) const
{
    const auto inner = area();
    return {inner.left() + inner.width() * point.time_s / m_lastTime,
        inner.bottom() - inner.height() * point.value / (m_highest * headroom)};
}

QPointF LoadPlot::handleAt(std::size_t stage) const
{
    return stage < m_preview.handles.size() ? toScreen(m_preview.handles[stage]) : QPointF();
}

int LoadPlot::handleNear(const QPointF& at) const
{
    int nearest = -1;
    double best = grabRadius;
    for (std::size_t i = 0; i < m_preview.handles.size(); ++i) {
        const auto away = at - handleAt(i);
        const auto distance = std::hypot(away.x(), away.y());
        if (distance <= best) {
            best = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

void LoadPlot::paintAxes(QPainter& painter) const
{
    const auto& theme = Theme::of(this);
    const auto inner = area();
    const auto line = fontMetrics().height();
    // There are no half users.
    const auto step = m_preview.open ? niceStep(m_highest / 4.0) : std::max(1.0, niceStep(m_highest / 4.0));
    for (double value = 0.0; value <= m_highest * headroom; value += step) {
        const auto y = toScreen({0.0, value}).y();
        painter.setPen(theme.grid);
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - line / 2.0, inner.left() - Theme::space2, line),
            Qt::AlignRight | Qt::AlignVCenter,
            m_preview.open ? QLocale().toString(value, 'g', 4) : models::count(std::llround(value)));
    }
    const auto widest = fontMetrics().horizontalAdvance(QStringLiteral("0:00:00")) * 1.5;
    const auto ticks = timeStep(m_lastTime * widest / std::max(1.0, inner.width()));
    for (double time = 0.0; time <= m_lastTime; time += ticks) {
        const auto x = toScreen({time, 0.0}).x();
        painter.drawText(QRectF(x - widest / 2.0, inner.bottom() + Theme::space1, widest, line),
            Qt::AlignHCenter | Qt::AlignTop, models::clock(time));
    }
    painter.drawText(QRectF(inner.left(), 0, inner.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        m_preview.open ? tr("Iterations a second") : tr("Users"));
}

void LoadPlot::paintPhases(QPainter& painter) const
{
    const auto& theme = Theme::of(this);
    const auto inner = area();
    const auto band = [&](double from, double to, const QString& name) {
        if (to <= from)
            return;
        const QRectF rect(
            QPointF(toScreen({from, 0}).x(), inner.top()), QPointF(toScreen({to, 0}).x(), inner.bottom()));
        painter.fillRect(rect, theme.neutral.tint);
        painter.setPen(theme.muted);
        if (fontMetrics().horizontalAdvance(name) < rect.width())
            painter.drawText(rect.adjusted(0, Theme::space1, 0, 0), Qt::AlignHCenter | Qt::AlignTop, name);
    };
    const auto measured = m_preview.warmup_s + m_preview.measure_s;
    band(0.0, std::min(m_preview.warmup_s, m_lastTime), tr("warm-up"));
    band(measured, std::min(measured + m_preview.cooldown_s, m_lastTime), tr("cool-down"));
}

void LoadPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& theme = Theme::of(this);
    if (m_preview.curve.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::TextWordWrap, accessibleDescription());
        return;
    }
    paintPhases(painter);
    paintAxes(painter);
    QPainterPath path(toScreen(m_preview.curve.front()));
    for (const auto& point : m_preview.curve)
        path.lineTo(toScreen(point));
    auto fill = path;
    fill.lineTo(toScreen({m_preview.curve.back().time_s, 0.0}));
    fill.lineTo(toScreen({m_preview.curve.front().time_s, 0.0}));
    auto tint = theme.series[0].color;
    tint.setAlphaF(0.15F);
    // Later stages leave to the right while an early one is drawn out.
    painter.setClipRect(area().adjusted(-lineWidth, 0.0, lineWidth, lineWidth));
    painter.fillPath(fill, tint);
    painter.setPen(QPen(theme.series[0].color, lineWidth));
    painter.drawPath(path);
    painter.setClipping(false);
    paintHandles(painter);
}

void LoadPlot::paintHandles(QPainter& painter) const
{
    const auto& theme = Theme::of(this);
    const auto active = m_dragged.value_or(m_hovered);
    for (std::size_t i = 0; i < m_preview.handles.size(); ++i) {
        const auto at = handleAt(i);
        if (at.x() > area().right() + handleRadius)
            continue;
        painter.setPen(QPen(theme.series[0].color, lineWidth));
        painter.setBrush(static_cast<int>(i) == active ? theme.series[0].color : theme.surface);
        painter.drawEllipse(at, handleRadius, handleRadius);
    }
    if (active < 0 || static_cast<std::size_t>(active) >= m_preview.handles.size())
        return;
    // What the handle stands at, beside it and inside the plot.
    const auto text = handleText(static_cast<std::size_t>(active));
    const auto at = handleAt(static_cast<std::size_t>(active));
    QRectF box(0.0, 0.0, fontMetrics().horizontalAdvance(text) + 2.0 * Theme::space2,
        fontMetrics().height() + Theme::space2);
    box.moveCenter({at.x(), at.y() - box.height()});
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - box.width() - 1.0)));
    if (box.top() < 0.0)
        box.moveTop(at.y() + 2.0 * handleRadius);
    painter.setPen(theme.border);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box, Theme::space1, Theme::space1);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

QString LoadPlot::handleText(std::size_t stage) const
{
    const auto& handle = m_preview.handles[stage];
    return m_preview.open
        ? tr("%1/s at %2", "a rate and a time").arg(models::rate(handle.value), models::clock(handle.time_s))
        : tr("%1 at %2", "a number of users and a time")
              .arg(tr("%n user(s)", nullptr, static_cast<int>(std::lround(handle.value))),
                  models::clock(handle.time_s));
}

void LoadPlot::showHovered(int stage)
{
    setCursor(stage >= 0 ? Qt::SizeAllCursor : Qt::ArrowCursor);
    if (std::exchange(m_hovered, stage) != stage)
        update();
}

void LoadPlot::leaveEvent(QEvent* event)
{
    if (!m_dragged)
        showHovered(-1);
    QWidget::leaveEvent(event);
}

void LoadPlot::mousePressEvent(QMouseEvent* event)
{
    const auto handle = event->button() == Qt::LeftButton ? handleNear(event->position()) : -1;
    if (handle >= 0) {
        m_dragged = handle;
        m_grabbedTime = m_lastTime;
        m_grabbedHighest = m_highest;
    } else {
        QWidget::mousePressEvent(event);
    }
}

void LoadPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragged) {
        showHovered(handleNear(event->position()));
        return;
    }
    const auto inner = area();
    const auto time = (event->position().x() - inner.left()) / inner.width() * m_grabbedTime;
    const auto value
        = (inner.bottom() - event->position().y()) / inner.height() * m_grabbedHighest * headroom;
    Q_EMIT stageDragged(*m_dragged, time, value);
}

void LoadPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragged) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    m_dragged.reset();
    Q_EMIT dragEnded();
    // The axes may follow now.
    setPreview(models::LoadPreview(m_preview));
}

} // namespace plumb::ui

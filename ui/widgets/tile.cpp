// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tile.h"

#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/verdicttext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace plumb::ui {

namespace {

constexpr int limitIconSize = 12;

void setInk(QLabel* label, const QColor& color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

Tile::Tile(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_figure(new QLabel(this))
    , m_unit(new QLabel(this))
    , m_sparkline(new Sparkline(this))
    , m_limitIcon(new QLabel(this))
    , m_limit(new ElidedLabel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space3, Theme::space2, Theme::space3, Theme::space2);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    auto* figureRow = new QHBoxLayout;
    figureRow->setSpacing(Theme::space1);
    figureRow->addWidget(m_figure, 0, Qt::AlignBaseline);
    figureRow->addWidget(m_unit, 1, Qt::AlignBaseline);
    layout->addLayout(figureRow);
    layout->addWidget(m_sparkline);
    auto* limitRow = new QHBoxLayout;
    limitRow->setSpacing(Theme::space1);
    limitRow->addWidget(m_limitIcon);
    limitRow->addWidget(m_limit, 1);
    layout->addLayout(limitRow);

    m_title->setFont(typeFont(TypeSize::caption, font()));
    m_limit->setFont(typeFont(TypeSize::caption, font()));
    m_figure->setFont(typeFont(TypeSize::figure, font()));
    // A tile whose figure grows a digit must not push its neighbours about.
    setMinimumWidth(132);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_limitIcon->hide();
    setFigure({}, {});
    recolor();
}

void Tile::setTitle(const QString& title)
{
    m_title->setText(title);
    updateAccess();
}

void Tile::setFigure(const QString& figure, const QString& unit)
{
    m_figure->setText(figure.isEmpty() ? QStringLiteral("–") : figure);
    m_unit->setText(figure.isEmpty() ? QString() : unit);
    updateAccess();
}

void Tile::setFigure(const QString& figureWithUnit)
{
    const auto space = figureWithUnit.lastIndexOf(QLatin1Char(' '));
    if (space < 0) {
        setFigure(figureWithUnit, {});
    } else {
        setFigure(figureWithUnit.left(space), figureWithUnit.mid(space + 1));
    }
}

void Tile::setValues(const QList<double>& values)
{
    m_sparkline->setValues(values);
}

void Tile::setZeroBased(bool zeroBased)
{
    m_sparkline->setZeroBased(zeroBased);
}

void Tile::setLimit(const QString& text, std::optional<metric::Verdict> verdict)
{
    m_limit->setText(text);
    m_verdict = verdict;
    recolor();
    updateAccess();
}

QString Tile::figure() const
{
    return m_figure->text();
}

void Tile::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
    QFrame::changeEvent(event);
}

void Tile::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

void Tile::recolor()
{
    const Theme& theme = Theme::of(this);
    setInk(m_title, theme.muted);
    setInk(m_unit, theme.muted);
    m_limitIcon->setVisible(m_verdict.has_value());
    if (m_verdict) {
        const QColor ink = verdictColors(*m_verdict, theme).ink;
        m_limitIcon->setPixmap(
            iconPixmap(verdictIconName(*m_verdict), ink, limitIconSize, devicePixelRatioF()));
        m_limitIcon->setToolTip(verdictHelp(*m_verdict));
        setInk(m_limit, ink);
    } else {
        setInk(m_limit, theme.muted);
    }
}

void Tile::updateAccess()
{
    setAccessibleName(
        QStringLiteral("%1: %2 %3").arg(m_title->text(), m_figure->text(), m_unit->text()).trimmed());
    const QString verdict = m_verdict ? models::verdictWord(*m_verdict) : QString();
    setAccessibleDescription(QStringLiteral("%1 %2").arg(m_limit->text(), verdict).trimmed());
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/printedtext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace plumb::ui {

QFont printFont(TypeSize size, const QFont& base)
{
    constexpr int bodyPixels = 12; // a little smaller than on the screen: paper is read from nearer by
    QFont body = base;
    body.setPixelSize(bodyPixels);
    QFont font = typeFont(size, body);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QString& text, const QFont& font)
{
    // A hair more than the letters take, or rounding breaks the line.
    return std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1.0;
}

PrintedText::PrintedText(const QString& text, const QFont& font, double width, Qt::AlignmentFlag alignment)
{
    QString lines = text;
    lines.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_layout = std::make_shared<QTextLayout>(lines, font);
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    double y = 0.0;
    double widest = 0.0;
    for (auto line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        line.setPosition({0.0, y});
        y += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    m_layout->endLayout();
    m_size = {widest, y};
}

void PrintedText::draw(QPainter& painter, const QPointF& topLeft, const QColor& ink) const
{
    painter.setPen(ink);
    m_layout->draw(&painter, topLeft);
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QPointF>
#include <QSizeF>

#include <memory>

class QPainter;
class QTextLayout;

namespace plumb::ui {

/// A font for paper: sizes in units of 1/96 inch, letters where their design puts them, whatever the screen's
/// pixels are.
[[nodiscard]] QFont printFont(TypeSize size, const QFont& base);
/// How wide @p text is on one line.
[[nodiscard]] double textWidth(const QString& text, const QFont& font);

/// A text broken into lines once, measured and painted alike. Cheap to copy.
class PrintedText
{
public:
    /// @p width: where lines break, and what right-aligned ones end at.
    PrintedText(
        const QString& text, const QFont& font, double width, Qt::AlignmentFlag alignment = Qt::AlignLeft);

    /// As wide as the widest line, as high as all.
    [[nodiscard]] QSizeF size() const { return m_size; }
    void draw(QPainter& painter, const QPointF& topLeft, const QColor& ink) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    QSizeF m_size;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/problemline.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace plumb::ui {

ProblemLine::ProblemLine(QWidget* parent)
    : QWidget(parent)
    , m_mark(new QLabel)
    , m_text(new QLabel)
{
    m_text->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space1);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    recolor();
    hide();
}

void ProblemLine::setProblem(const QString& problem)
{
    m_text->setText(problem);
    setVisible(!problem.isEmpty());
}

void ProblemLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QWidget::changeEvent(event);
}

void ProblemLine::recolor()
{
    const auto& ink = Theme::of(this).fail.ink;
    auto palette = m_text->palette();
    palette.setColor(QPalette::WindowText, ink);
    m_text->setPalette(palette);
    m_mark->setPixmap(icon(u"error", ink).pixmap(Theme::iconSize));
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectionheader.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace plumb::ui {

SectionHeader::SectionHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_remark(new QLabel(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::space2);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_remark, 1);
    m_title->setFont(typeFont(TypeSize::section, font()));
    setTitle(title);
    recolor();
}

void SectionHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeader::setRemark(const QString& remark)
{
    m_remark->setText(remark);
}

void SectionHeader::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget);
}

void SectionHeader::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
    QWidget::changeEvent(event);
}

void SectionHeader::recolor()
{
    QPalette muted = m_remark->palette();
    muted.setColor(QPalette::WindowText, Theme::of(this).muted);
    m_remark->setPalette(muted);
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int pictureSize = 40;
constexpr int textWidth = 420;

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& headline, const QString& text,
    const QString& buttonText, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space2);
    layout->addStretch();
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_headline, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(Theme::space2);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch();
    m_headline->setFont(typeFont(TypeSize::pageTitle, font()));
    m_headline->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(textWidth);
    m_text->setMaximumWidth(textWidth);
    m_button->setDefault(true);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::triggered);
    setHeadline(headline);
    setText(text);
    setButtonText(buttonText);
    recolor();
}

void EmptyState::setHeadline(const QString& headline)
{
    m_headline->setText(headline);
    setAccessibleName(headline);
}

void EmptyState::setText(const QString& text)
{
    m_text->setText(text);
    // A box layout asks a centred label for its hint only, which knows nothing of the lines it wraps into.
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(textWidth)));
    setAccessibleDescription(text);
}

void EmptyState::setButtonText(const QString& text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
    QWidget::changeEvent(event);
}

void EmptyState::recolor()
{
    const Theme& theme = Theme::of(this);
    m_icon->setPixmap(iconPixmap(m_iconName, theme.muted, pictureSize, devicePixelRatioF()));
    QPalette muted = m_text->palette();
    muted.setColor(QPalette::WindowText, theme.muted);
    m_text->setPalette(muted);
}

} // namespace plumb::ui

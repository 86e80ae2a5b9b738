// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace plumb::ui {

namespace {

InkAndTint colorsOf(NoticeBar::Level level, const Theme& theme)
{
    switch (level) {
    case NoticeBar::Level::warning:
        return theme.warn;
    case NoticeBar::Level::error:
        return theme.fail;
    case NoticeBar::Level::info:
        break;
    }
    return theme.neutral;
}

QStringView iconOf(NoticeBar::Level level)
{
    switch (level) {
    case NoticeBar::Level::warning:
        return u"warning";
    case NoticeBar::Level::error:
        return u"error";
    case NoticeBar::Level::info:
        break;
    }
    return u"info";
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space3, Theme::space1, Theme::space1, Theme::space1);
    layout->setSpacing(Theme::space2);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this notice"));
    m_close->setAccessibleName(tr("Close this notice"));
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        // The callback may show another notice, so this one goes first.
        const auto callback = m_callback;
        clear();
        if (callback) {
            callback();
        }
    });
    clear();
}

void NoticeBar::showNotice(Level level, const QString& text)
{
    showNotice(level, text, {}, {});
}

void NoticeBar::showNotice(
    Level level, const QString& text, const QString& actionText, std::function<void()> action)
{
    m_level = level;
    m_callback = std::move(action);
    m_label->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    recolor();
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void NoticeBar::clear()
{
    showNotice(Level::info, {});
}

QString NoticeBar::text() const
{
    return m_label->text();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const InkAndTint colors = colorsOf(m_level, Theme::of(this));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.tint);
    painter.drawRoundedRect(rect(), Theme::radius, Theme::radius);
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolor();
    }
    QFrame::changeEvent(event);
}

void NoticeBar::recolor()
{
    const InkAndTint colors = colorsOf(m_level, Theme::of(this));
    m_icon->setPixmap(iconPixmap(iconOf(m_level), colors.ink, Theme::iconSize, devicePixelRatioF()));
    m_close->setIcon(icon(u"close", colors.ink));
    QPalette ink = m_label->palette();
    if (ink.color(QPalette::WindowText) != colors.ink) {
        ink.setColor(QPalette::WindowText, colors.ink);
        m_label->setPalette(ink);
    }
    update();
}

} // namespace plumb::ui

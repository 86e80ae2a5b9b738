// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/thememanager.h"

#include "ui/shell/plumbstyle.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace plumb::ui {

ThemeManager::ThemeManager(QApplication& application, ThemeMode mode, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_mode(mode)
    , m_theme(&Theme::light())
    , m_desktopMotion(QApplication::isEffectEnabled(Qt::UI_General))
    , m_style(new PlumbStyle)
{
    QApplication::setStyle(m_style);
    setMotion(m_desktopMotion);
    apply();
    application.installEventFilter(this);
}

void ThemeManager::setMode(ThemeMode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        apply();
    }
}

void ThemeManager::setMotion(bool on)
{
    for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
             Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox}) {
        QApplication::setEffectEnabled(effect, on);
    }
    m_style->setAnimated(on);
}

bool ThemeManager::eventFilter(QObject* watched, QEvent* event)
{
    // Qt 6.4 has no signal for the desktop's colour scheme; it tells the windows by this event.
    if (event->type() == QEvent::ThemeChange && m_mode == ThemeMode::system && !m_applying) {
        QMetaObject::invokeMethod(this, &ThemeManager::apply, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ThemeManager::apply()
{
    const QScopedValueRollback guard(m_applying, true);
    const Theme* before = m_theme;
    switch (m_mode) {
    case ThemeMode::light:
        m_theme = &Theme::light();
        break;
    case ThemeMode::dark:
        m_theme = &Theme::darkTheme();
        break;
    case ThemeMode::system:
        // An empty palette uncovers the desktop's own.
        QApplication::setPalette(QPalette());
        m_theme = &Theme::of(QApplication::palette());
        break;
    }
    QApplication::setPalette(m_theme->palette());
    if (before != m_theme) {
        Q_EMIT changed();
    }
}

} // namespace plumb::ui

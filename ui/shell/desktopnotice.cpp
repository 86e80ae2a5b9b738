// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotice.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>
#include <QWidget>

namespace plumb::ui {

void showDesktopNotice(QWidget* window, const QString& title, const QString& text)
{
    if (window->isActiveWindow()) {
        return;
    }
    QApplication::alert(window);
    auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("/org/freedesktop/Notifications"), QStringLiteral("org.freedesktop.Notifications"),
        QStringLiteral("Notify"));
    constexpr uint replaces = 0;
    constexpr int asTheDesktopThinks = -1; // how long it is shown
    call.setArguments({QApplication::applicationDisplayName(), replaces, QGuiApplication::desktopFileName(),
        title, text.toHtmlEscaped(), QStringList(), QVariantMap(), asTheDesktopThinks});
    // Not waited for: a desktop without the service answers with an error that changes nothing.
    QDBusConnection::sessionBus().send(call);
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reveal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace plumb::ui {

void revealFile(const QString& file, QObject* context)
{
    auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("/org/freedesktop/FileManager1"), QStringLiteral("org.freedesktop.FileManager1"),
        QStringLiteral("ShowItems"));
    call.setArguments({QStringList{QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded)}, QString()});
    constexpr int patience_ms = 3000; // a file manager that has to start first
    auto* answer
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patience_ms), context);
    QObject::connect(answer, &QDBusPendingCallWatcher::finished, context, [answer, file] {
        answer->deleteLater();
        if (const QDBusPendingReply<> reply = *answer; reply.isError())
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
}

} // namespace plumb::ui

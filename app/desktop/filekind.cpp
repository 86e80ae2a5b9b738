// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/filekind.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace plumb::desktop {

FileKind fileKind(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        return FileKind::library;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return FileKind::other;
    }
    constexpr qint64 headSize = 64 * 1024;
    static const QRegularExpression schema(
        QStringLiteral("\"schema\"\\s*:\\s*\"plumbline\\.(report|scenario)/"));
    const auto match = schema.match(QString::fromUtf8(file.read(headSize)));
    if (!match.hasMatch()) {
        return FileKind::other;
    }
    return match.captured(1) == QLatin1String("report") ? FileKind::report : FileKind::scenario;
}

} // namespace plumb::desktop

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"

#include <QDateTime>
#include <QUuid>

namespace plumb {

std::int64_t wallClockMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

std::string isoTimestamp(std::int64_t wallMs)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(wallMs);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs).toStdString();
}

std::optional<std::int64_t> parseIsoTimestamp(std::string_view text)
{
    auto time = QDateTime::fromString(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toMSecsSinceEpoch();
}

std::string fileTimestamp(std::int64_t wallMs)
{
    return QDateTime::fromMSecsSinceEpoch(wallMs).toString(QStringLiteral("yyyyMMdd_HHmmss")).toStdString();
}

std::string newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace plumb

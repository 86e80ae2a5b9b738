// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>
#include <string>

namespace plumb::models {

namespace {

struct Figures
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

bool missing(std::optional<double> value)
{
    return !value || !std::isfinite(*value);
}

int significantDecimals(double value)
{
    const auto size = std::abs(value);
    if (size >= 99.95)
        return 0;
    if (size >= 9.995)
        return 1;
    return 2;
}

QString significant(double value)
{
    return QLocale().toString(value, 'f', significantDecimals(value));
}

} // namespace

QString absent()
{
    return QStringLiteral("–");
}

QString count(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

QString figure(std::optional<double> value, int decimals)
{
    return missing(value) ? absent() : QLocale().toString(*value, 'f', decimals);
}

QString latency(std::optional<double> ms)
{
    if (missing(ms))
        return absent();
    if (*ms < 0.9995) {
        const auto us = *ms * 1000.0;
        return Figures::tr("%1 µs").arg(QLocale().toString(us, 'f', us < 9.95 ? 1 : 0));
    }
    if (*ms < 9999.5)
        return Figures::tr("%1 ms").arg(significant(*ms));
    return Figures::tr("%1 s").arg(significant(*ms / 1000.0));
}

QString rate(std::optional<double> perSecond)
{
    return missing(perSecond) ? absent() : significant(*perSecond);
}

QString percent(std::optional<double> fraction)
{
    if (missing(fraction))
        return absent();
    const auto value = *fraction * 100.0;
    const auto round = value == 0.0 || value == 100.0;
    return Figures::tr("%1 %").arg(QLocale().toString(value, 'f', round ? 0 : significantDecimals(value)));
}

QString clock(double seconds)
{
    if (!std::isfinite(seconds))
        return absent();
    const auto whole = static_cast<long long>(std::max(0.0, std::floor(seconds)));
    const auto two = [](long long value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const QString minutes = two(whole / 60 % 60) + QLatin1Char(':') + two(whole % 60);
    if (whole < 3600)
        return minutes;
    return QString::number(whole / 3600) + QLatin1Char(':') + minutes;
}

QString bytes(double value)
{
    return std::isfinite(value) ? QLocale().formattedDataSize(static_cast<qint64>(value), 1) : absent();
}

int decimalsFor(double largest)
{
    // One decimal at least: the fast steps of a slow column would lose all their digits.
    if (!std::isfinite(largest) || largest >= 100.0)
        return 1;
    return largest >= 10.0 ? 2 : 3;
}

QString dateTime(const std::string& iso8601)
{
    const auto text = QString::fromStdString(iso8601);
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : text;
}

} // namespace plumb::models

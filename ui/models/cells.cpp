// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cells.h"

#include "ui/models/format.h"
#include "ui/models/roles.h"

#include <QCoreApplication>

#include <cmath>

namespace plumb::models {

namespace {

QVariant sortable(std::optional<double> value)
{
    return value && std::isfinite(*value) ? QVariant(*value) : QVariant();
}

} // namespace

QVariant textCell(const QString& text, int role)
{
    return role == Qt::DisplayRole || role == SortRole ? QVariant(text) : QVariant();
}

QVariant countCell(std::int64_t value, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return count(value);
    case SortRole:
        return static_cast<qlonglong>(value);
    default:
        return {};
    }
}

QVariant figureCell(std::optional<double> value, int decimals, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return figure(value, decimals);
    case SortRole:
        return sortable(value);
    default:
        return {};
    }
}

QVariant rateCell(std::optional<double> perSecond, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return rate(perSecond);
    case SortRole:
        return sortable(perSecond);
    default:
        return {};
    }
}

QVariant percentCell(std::optional<double> fraction, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return percent(fraction);
    case SortRole:
        return sortable(fraction);
    default:
        return {};
    }
}

QVariant percentileCell(std::optional<double> ms, bool trusted, int decimals, int role)
{
    const auto doubtful = ms && !trusted;
    switch (role) {
    case Qt::DisplayRole:
        return doubtful ? QStringLiteral("~") + figure(ms, decimals) : figure(ms, decimals);
    case UntrustedRole:
        return doubtful;
    case Qt::ToolTipRole:
        return doubtful
            ? QVariant(QCoreApplication::translate("Figures", "Too few requests to trust this percentile"))
            : QVariant();
    default:
        return figureCell(ms, decimals, role);
    }
}

} // namespace plumb::models

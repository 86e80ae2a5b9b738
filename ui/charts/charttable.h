// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace plumb::ui {

/// The numbers behind a chart, for "show as table" and CSV. An absent value is absent, not 0.
struct ChartTable
{
    QStringList headers; ///< with units: "Time, s", "p95, ms"
    std::vector<std::vector<std::optional<double>>> rows;
};

/// RFC 4180 with a header line, figures in the C locale, an absent value as an empty field.
QByteArray toCsv(const ChartTable& table);

} // namespace plumb::ui

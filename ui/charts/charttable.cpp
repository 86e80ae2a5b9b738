// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttable.h"

namespace plumb::ui {

namespace {

QByteArray field(const QString& text)
{
    QString quoted = text;
    if (quoted.contains(QLatin1Char(',')) || quoted.contains(QLatin1Char('"'))
        || quoted.contains(QLatin1Char('\n'))) {
        quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
        quoted = QLatin1Char('"') + quoted + QLatin1Char('"');
    }
    return quoted.toUtf8();
}

} // namespace

QByteArray toCsv(const ChartTable& table)
{
    QByteArray csv;
    for (qsizetype i = 0; i < table.headers.size(); ++i) {
        csv += (i > 0 ? "," : "") + field(table.headers[i]);
    }
    csv += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) {
                csv += ',';
            }
            if (row[i]) {
                csv += QByteArray::number(*row[i], 'g', 10);
            }
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace plumb::ui

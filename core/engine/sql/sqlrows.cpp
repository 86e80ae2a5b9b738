// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlrows.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QSqlField>
#include <QSqlRecord>

namespace plumb::engine::sql {

namespace {

constexpr std::int64_t valueWeight = 16; ///< of a number, and of a text beside its bytes

std::int64_t weightOf(const QVariant& value)
{
    if (value.typeId() == QMetaType::QString)
        return valueWeight + value.toString().size();
    return valueWeight + (value.typeId() == QMetaType::QByteArray ? value.toByteArray().size() : 0);
}

Json jsonOf(const QVariant& value)
{
    if (value.isNull())
        return nullptr;
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return value.toLongLong();
    case QMetaType::ULongLong:
        return value.toULongLong();
    case QMetaType::Double:
    case QMetaType::Float:
        return value.toDouble();
    case QMetaType::QByteArray:
        return value.toByteArray().toBase64().toStdString();
    default:
        return cleanUtf8(value.toString().toStdString());
    }
}

} // namespace

void SqlRows::readAll(QSqlQuery& query)
{
    int columns = -1;
    while (query.next()) {
        if (columns < 0) {
            const QSqlRecord record = query.record();
            columns = record.count();
            for (int i = 0; i < columns; ++i)
                m_names.push_back(record.fieldName(i).toStdString());
        }
        ++m_count;
        // Every value is read, as a client would, kept or not.
        QVariantList row;
        row.reserve(columns);
        std::int64_t weight = 0;
        for (int i = 0; i < columns; ++i) {
            row.push_back(query.value(i));
            weight += weightOf(row.back());
        }
        if (m_left > 0 && m_left >= weight) {
            m_left -= weight;
            m_rows.push_back(std::move(row));
        } else {
            m_left = 0;
        }
    }
}

std::string SqlRows::json() const
{
    std::string out = "[";
    for (const QVariantList& row : m_rows) {
        Json object = Json::object();
        for (qsizetype i = 0; i < row.size(); ++i)
            object[m_names[static_cast<std::size_t>(i)]] = jsonOf(row[i]);
        out += (out.size() > 1 ? ",\n " : "") + dumpJson(object);
    }
    return out + "]";
}

} // namespace plumb::engine::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QVariantList>

#include <cstdint>
#include <string>
#include <vector>

namespace plumb::engine::sql {

/// The rows of an answer: all are read and counted, the first ones kept.
class SqlRows
{
public:
    /// About @p keep bytes are kept.
    explicit SqlRows(std::size_t keep)
        : m_left(static_cast<std::int64_t>(keep))
    {
    }
    /// Reads @p query to its end; its error tells whether all came.
    void readAll(QSqlQuery& query);
    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] bool cut() const { return static_cast<std::int64_t>(m_rows.size()) < m_count; }
    /// The kept rows as a JSON array of objects, a row a line: what checks and extraction look at.
    [[nodiscard]] std::string json() const;

private:
    std::vector<std::string> m_names;
    std::vector<QVariantList> m_rows;
    std::int64_t m_count = 0;
    std::int64_t m_left;
};

} // namespace plumb::engine::sql

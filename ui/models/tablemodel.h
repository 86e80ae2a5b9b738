// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/metrichelp.h"
#include "ui/models/roles.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <utility>
#include <vector>

namespace plumb::models {

/// The heading of a column. A unit stands in the title: "p95 (ms)".
struct ColumnInfo
{
    QString title, help;
    bool figure = false;
    /// What the figures are, by its name in the catalogue of metrics: "latency_ms.p95". The header and the
    /// cells then explain themselves (Qt::WhatsThisRole).
    QString metric = {};
};

/// A flat table over a vector of values. Bounds are checked here, once; a model of the program says only what
/// its columns are and what a cell holds.
template <class Row>
class TableModel : public QAbstractTableModel
{
public:
    TableModel(std::vector<ColumnInfo> columns, QObject* parent)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {
    }

    /// Replaces everything; selections are lost.
    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// Takes over a newer state of the same list, row by row: selections and scroll positions stay.
    void updateRows(std::vector<Row> rows)
    {
        const auto before = static_cast<int>(m_rows.size());
        const auto after = static_cast<int>(rows.size());
        // Rows that stay change before others come or go: who is told of new rows may look at their
        // neighbours.
        const auto kept = std::min(before, after);
        std::move(rows.begin(), rows.begin() + kept, m_rows.begin());
        if (kept > 0)
            Q_EMIT dataChanged(index(0, 0), index(kept - 1, static_cast<int>(m_columns.size()) - 1));
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            std::move(rows.begin() + kept, rows.end(), std::back_inserter(m_rows));
            endInsertRows();
        } else if (after < before) {
            beginRemoveRows({}, after, before - 1);
            m_rows.erase(m_rows.begin() + after, m_rows.end());
            endRemoveRows();
        }
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// The row behind @p index; null for an index that is not of this model's rows.
    [[nodiscard]] const Row* rowAt(const QModelIndex& index) const
    {
        return valid(index) ? &m_rows[static_cast<std::size_t>(index.row())] : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final
    {
        if (!valid(index))
            return {};
        const auto figure = m_columns[static_cast<std::size_t>(index.column())].figure;
        if (role == FigureRole)
            return figure;
        if (role == Qt::TextAlignmentRole)
            return alignment(figure);
        const auto value = cell(m_rows[static_cast<std::size_t>(index.row())], index.column(), role);
        return role == Qt::WhatsThisRole && !value.isValid() ? columnHelp(index.column()) : value;
    }
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const auto& column = m_columns[static_cast<std::size_t>(section)];
        switch (role) {
        case Qt::DisplayRole:
            return column.title;
        case Qt::ToolTipRole:
            return column.help.isEmpty() ? columnHelp(section) : QVariant(column.help);
        case Qt::WhatsThisRole:
            return columnHelp(section);
        case Qt::TextAlignmentRole:
            return alignment(column.figure);
        case FigureRole:
            return column.figure;
        default:
            return {};
        }
    }

protected:
    /// @p rows: the whole list, in which @p count rows stand anew from @p first on; the row before them
    /// changes.
    void insertLines(int first, int count, std::vector<Row> rows)
    {
        changeLine(first - 1, rows);
        beginInsertRows({}, first, first + count - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
    /// @p rows: the whole list without the @p count rows from @p first on; the row before them changes.
    void removeLines(int first, int count, std::vector<Row> rows)
    {
        changeLine(first - 1, rows);
        beginRemoveRows({}, first, first + count - 1);
        m_rows = std::move(rows);
        endRemoveRows();
    }

    [[nodiscard]] virtual QVariant cell(const Row& row, int column, int role) const = 0;

private:
    void changeLine(int row, const std::vector<Row>& rows)
    {
        m_rows[static_cast<std::size_t>(row)] = rows[static_cast<std::size_t>(row)];
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    [[nodiscard]] bool valid(const QModelIndex& index) const
    {
        return index.isValid() && index.model() == this && index.row() < rowCount()
            && index.column() < columnCount();
    }
    [[nodiscard]] QVariant columnHelp(int column) const
    {
        const auto& info = m_columns[static_cast<std::size_t>(column)];
        const auto help = metricHelp(info.metric);
        if (help.isEmpty())
            return info.help.isEmpty() ? QVariant() : QVariant(info.help);
        return help;
    }
    static QVariant alignment(bool figure)
    {
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    std::vector<ColumnInfo> m_columns;
    std::vector<Row> m_rows;
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariorecords.h"

#include <algorithm>

namespace plumb::models {

ScenarioRecordModel::ScenarioRecordModel(ScenarioDocument& document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &ScenarioDocument::changed, this, &ScenarioRecordModel::documentChanged);
    connect(&document, &ScenarioDocument::problemsChanged, this, [this] {
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1),
                {ProblemRole, Qt::ToolTipRole, Qt::AccessibleDescriptionRole});
    });
}

void ScenarioRecordModel::setList(RecordList list)
{
    beginResetModel();
    m_list = std::move(list);
    m_rows = m_list.count ? m_list.count(m_document.scenario()) : 0;
    endResetModel();
}

void ScenarioRecordModel::documentChanged()
{
    const auto rows = m_list.count ? m_list.count(m_document.scenario()) : 0;
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1));
    }
}

std::optional<int> ScenarioRecordModel::rowOfPath(const std::string& path) const
{
    const auto& list = m_list.path;
    if (list.empty() || (path != list && !path.starts_with(list + "/")))
        return std::nullopt;
    if (path == list)
        return 0;
    const auto key = path.substr(list.size() + 1, path.find('/', list.size() + 1) - list.size() - 1);
    return m_list.rowOf ? m_list.rowOf(m_document.scenario(), key) : QString::fromStdString(key).toInt();
}

bool ScenarioRecordModel::applies(const QModelIndex& index) const
{
    return !m_list.applies || m_list.applies(m_document.scenario(), index.row(), index.column());
}

/// What is wrong with the record, for its first column.
QString ScenarioRecordModel::problemAt(const QModelIndex& index) const
{
    for (const auto& problem : m_document.problems()) {
        if (!problem.warning && problem.path != m_list.path && rowOfPath(problem.path) == index.row())
            return QString::fromStdString(
                problem.remedy.empty() ? problem.message : problem.message + " – " + problem.remedy);
    }
    return {};
}

int ScenarioRecordModel::append()
{
    const auto row = m_rows;
    m_document.edit(tr("Add %1").arg(m_list.name), {},
        [this, row](scenario::Scenario& scenario) { m_list.insert(scenario, row); });
    return row;
}

void ScenarioRecordModel::removeRows(const std::vector<int>& rows)
{
    auto last_first = rows;
    std::sort(last_first.rbegin(), last_first.rend());
    m_document.edit(tr("Remove %1").arg(m_list.name), {}, [&](scenario::Scenario& scenario) {
        for (const auto row : last_first) {
            if (row >= 0 && row < m_list.count(scenario))
                m_list.erase(scenario, row);
        }
    });
}

int ScenarioRecordModel::moveRow(int row, int by)
{
    const auto to = row + by;
    if (row < 0 || row >= m_rows || to < 0 || to >= m_rows)
        return row;
    m_document.edit(tr("Move %1").arg(m_list.name), {},
        [&](scenario::Scenario& scenario) { m_list.move(scenario, row, to); });
    return to;
}

int ScenarioRecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ScenarioRecordModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.columns.size());
}

QVariant ScenarioRecordModel::data(const QModelIndex& index, int role) const
{
    // Views may ask between a change of the document and our hearing of it.
    if (!index.isValid() || index.row() >= m_list.count(m_document.scenario()))
        return {};
    const auto& column = m_list.columns[static_cast<std::size_t>(index.column())];
    if (role == ProblemRole)
        return index.column() == 0 ? QVariant(problemAt(index)) : QVariant();
    if (role == Qt::ToolTipRole) {
        const auto problem = problemAt(index);
        const auto& text = problem.isEmpty() ? column.help : problem;
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    if (role == Qt::AccessibleDescriptionRole)
        return problemAt(index);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::CheckStateRole)
        return {};
    const auto value = m_list.cell(m_document.scenario(), index.row(), index.column());
    if (column.flag)
        return role == Qt::CheckStateRole ? QVariant(value.toBool() ? Qt::Checked : Qt::Unchecked)
                                          : QVariant();
    if (role == Qt::CheckStateRole)
        return {};
    if (role == Qt::DisplayRole) {
        for (const auto& [choice, text] : column.choices) {
            if (choice == value.toString())
                return text;
        }
        const auto secret = column.secret
            || (m_list.secret && m_list.secret(m_document.scenario(), index.row(), index.column()));
        if (secret && !value.toString().isEmpty() && !value.toString().contains(QLatin1String("{{")))
            return QStringLiteral("•••");
    }
    return value;
}

bool ScenarioRecordModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid())
        return false;
    const auto& column = m_list.columns[static_cast<std::size_t>(index.column())];
    if (role != (column.flag ? Qt::CheckStateRole : Qt::EditRole))
        return false;
    const auto given = column.flag ? QVariant(value.toInt() == Qt::Checked) : value;
    // An editor that is left without a change must not give a value another spelling or type.
    if (!applies(index) || given == m_list.cell(m_document.scenario(), index.row(), index.column()))
        return false;
    m_document.edit(tr("Change %1").arg(m_list.name), {},
        [&](scenario::Scenario& scenario) { m_list.setCell(scenario, index.row(), index.column(), given); });
    return true;
}

QVariant ScenarioRecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto& column = m_list.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::ToolTipRole && !column.help.isEmpty() ? QVariant(column.help) : QVariant();
}

Qt::ItemFlags ScenarioRecordModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.row() >= m_list.count(m_document.scenario()) || !applies(index))
        return flags;
    return m_list.columns[static_cast<std::size_t>(index.column())].flag ? flags | Qt::ItemIsUserCheckable
                                                                         : flags | Qt::ItemIsEditable;
}

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/libraryfilter.h"

#include "ui/models/librarymodel.h"
#include "ui/models/words.h"

#include <QHash>
#include <QMimeData>
#include <QSize>

#include <algorithm>
#include <numeric>

namespace plumb::models {

namespace {

/// What a row is sorted by, taken from the model once.
struct SortKey
{
    enum class Kind { absent, number, text };
    Kind kind = Kind::absent;
    double number = 0.0;
    QString text;
};

SortKey keyOf(const QVariant& value)
{
    SortKey key;
    if (!value.isValid())
        return key;
    if (value.typeId() == QMetaType::QString) {
        key.kind = SortKey::Kind::text;
        key.text = value.toString().toCaseFolded();
    } else {
        key.kind = SortKey::Kind::number;
        key.number = value.toDouble();
    }
    return key;
}

bool less(const SortKey& a, const SortKey& b)
{
    return a.kind == SortKey::Kind::text && b.kind == SortKey::Kind::text ? a.text < b.text
                                                                          : a.number < b.number;
}

} // namespace

LibraryFilterProxy::LibraryFilterProxy(QObject* parent)
    : QAbstractProxyModel(parent)
{
}

void LibraryFilterProxy::setSourceModel(QAbstractItemModel* model)
{
    if (m_model != nullptr)
        m_model->disconnect(this);
    m_model = qobject_cast<LibraryModel*>(model);
    QAbstractProxyModel::setSourceModel(model);
    if (m_model != nullptr)
        connect(m_model, &QAbstractItemModel::modelReset, this, &LibraryFilterProxy::rebuild);
    rebuild();
}

void LibraryFilterProxy::setQuery(const QString& text)
{
    m_query = LibraryQuery(text);
    rebuild();
}

void LibraryFilterProxy::setGrouped(bool grouped)
{
    if (grouped != m_grouped) {
        m_grouped = grouped;
        rebuild();
    }
}

bool LibraryFilterProxy::isGroup(const QModelIndex& index) const
{
    return index.isValid() && index.model() == this
        && m_lines[static_cast<std::size_t>(index.row())].source < 0;
}

const LibraryEntry* LibraryFilterProxy::entryAt(const QModelIndex& index) const
{
    return m_model != nullptr ? m_model->entryAt(mapToSource(index)) : nullptr;
}

void LibraryFilterProxy::toggleGroup(const QModelIndex& index)
{
    if (!isGroup(index))
        return;
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto operation = m_groups[static_cast<std::size_t>(line.group)].operation;
    if (!m_folded.remove(operation))
        m_folded.insert(operation);
    rebuild();
}

void LibraryFilterProxy::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    rebuild();
}

std::vector<int> LibraryFilterProxy::matchingRows() const
{
    std::vector<int> rows;
    const int all = m_model != nullptr ? m_model->rowCount() : 0;
    rows.reserve(static_cast<std::size_t>(all));
    for (int row = 0; row < all; ++row) {
        if (m_query.matches(*m_model->rows()[static_cast<std::size_t>(row)]))
            rows.push_back(row);
    }
    return rows;
}

void LibraryFilterProxy::sortRows(std::vector<int>& rows) const
{
    if (m_column < 0 || m_model == nullptr)
        return;
    std::vector<SortKey> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.push_back(keyOf(m_model->index(row, m_column).data(SortRole)));
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool descending = m_order == Qt::DescendingOrder;
    std::stable_sort(order.begin(), order.end(), [&keys, descending](std::size_t a, std::size_t b) {
        const bool hasA = keys[a].kind != SortKey::Kind::absent;
        const bool hasB = keys[b].kind != SortKey::Kind::absent;
        if (hasA != hasB || !hasA)
            return hasA && !hasB;
        return descending ? less(keys[b], keys[a]) : less(keys[a], keys[b]);
    });
    std::vector<int> sorted;
    sorted.reserve(rows.size());
    for (const auto at : order)
        sorted.push_back(rows[at]);
    rows = std::move(sorted);
}

void LibraryFilterProxy::groupRows(const std::vector<int>& rows)
{
    QHash<QString, int> known;
    std::vector<std::vector<int>> members;
    for (const int row : rows) {
        const auto& report = m_model->rows()[static_cast<std::size_t>(row)]->report;
        const auto operation = QString::fromStdString(report.operation);
        const auto at = known.value(operation, static_cast<int>(m_groups.size()));
        if (at == static_cast<int>(m_groups.size())) {
            known.insert(operation, at);
            m_groups.push_back({operation, 0, row});
            members.emplace_back();
        }
        auto& group = m_groups[static_cast<std::size_t>(at)];
        ++group.reports;
        const auto& newest = m_model->rows()[static_cast<std::size_t>(group.newest)]->report;
        if (report.started_wall_ms > newest.started_wall_ms)
            group.newest = row;
        members[static_cast<std::size_t>(at)].push_back(row);
    }
    std::vector<int> order(m_groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [this](int a, int b) {
        return m_groups[static_cast<std::size_t>(a)].operation
            < m_groups[static_cast<std::size_t>(b)].operation;
    });
    for (const int at : order) {
        m_lines.push_back({-1, at});
        if (m_folded.contains(m_groups[static_cast<std::size_t>(at)].operation))
            continue;
        for (const int row : members[static_cast<std::size_t>(at)])
            m_lines.push_back({row, at});
    }
}

void LibraryFilterProxy::rebuild()
{
    auto rows = matchingRows();
    sortRows(rows);
    beginResetModel();
    m_matches = static_cast<int>(rows.size());
    m_groups.clear();
    m_lines.clear();
    if (m_grouped) {
        groupRows(rows);
    } else {
        for (const int row : rows)
            m_lines.push_back({row, -1});
    }
    m_places.assign(m_model != nullptr ? m_model->rows().size() : 0, -1);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].source >= 0)
            m_places[static_cast<std::size_t>(m_lines[i].source)] = static_cast<int>(i);
    }
    endResetModel();
}

QModelIndex LibraryFilterProxy::mapToSource(const QModelIndex& index) const
{
    if (!index.isValid() || isGroup(index))
        return {};
    return m_model->index(m_lines[static_cast<std::size_t>(index.row())].source, index.column());
}

QModelIndex LibraryFilterProxy::mapFromSource(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_places.size() && m_places[row] >= 0
        ? createIndex(m_places[row], index.column())
        : QModelIndex();
}

QModelIndex LibraryFilterProxy::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex LibraryFilterProxy::parent(const QModelIndex&) const
{
    return {};
}

int LibraryFilterProxy::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LibraryFilterProxy::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_model == nullptr ? 0 : m_model->columnCount();
}

QVariant LibraryFilterProxy::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (isGroup(index))
        return groupData(
            m_groups[static_cast<std::size_t>(m_lines[static_cast<std::size_t>(index.row())].group)], role);
    return mapToSource(index).data(role);
}

QVariant LibraryFilterProxy::groupData(const Group& group, int role) const
{
    const auto& newest = *m_model->rows()[static_cast<std::size_t>(group.newest)];
    switch (role) {
    case GroupRole:
        return true;
    case OpenRole:
        return !m_folded.contains(group.operation);
    case KeyRole:
        return QString(QStringLiteral("group/") + group.operation);
    case Qt::SizeHintRole:
        return QSize(40, 20); // its words go over all columns and widen none
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 – %2, the latest %3")
            .arg(group.operation, tr("%n report(s)", nullptr, group.reports),
                newest.readable() ? verdictWord(newest.report.verdict) : tr("unreadable"));
    default:
        return {};
    }
}

QVariant LibraryFilterProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model != nullptr ? m_model->headerData(section, orientation, role) : QVariant();
}

Qt::ItemFlags LibraryFilterProxy::flags(const QModelIndex& index) const
{
    return isGroup(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : QAbstractProxyModel::flags(index);
}

QMimeData* LibraryFilterProxy::mimeData(const QModelIndexList& indexes) const
{
    QModelIndexList sources;
    for (const auto& index : indexes) {
        if (const auto source = mapToSource(index); source.isValid())
            sources << source;
    }
    return m_model->mimeData(sources);
}

} // namespace plumb::models

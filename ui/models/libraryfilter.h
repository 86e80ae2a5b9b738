// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryquery.h"

#include <QAbstractProxyModel>
#include <QSet>

#include <vector>

namespace plumb::models {

class LibraryModel;

/// A LibraryModel as it is looked at: filtered by a query, sorted by SortRole (rows without a value last in
/// both directions), and on demand grouped by operation, with a row that heads each group and folds it.
/// Everything is reckoned in one go and the model reset: some milliseconds for ten thousand reports, where
/// QSortFilterProxyModel takes a tenth of a second. Whoever keeps a selection restores it by KeyRole.
class LibraryFilterProxy final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit LibraryFilterProxy(QObject* parent = nullptr);
    void setSourceModel(QAbstractItemModel* model) override; ///< a LibraryModel
    void setQuery(const QString& text);
    void setGrouped(bool grouped);
    [[nodiscard]] bool isGrouped() const { return m_grouped; }
    [[nodiscard]] bool isGroup(const QModelIndex& index) const;
    /// Null for a row that heads a group.
    [[nodiscard]] const LibraryEntry* entryAt(const QModelIndex& index) const;
    /// Folds or unfolds the group that @p index heads.
    void toggleGroup(const QModelIndex& index);
    /// Reports that match, those in folded groups among them.
    [[nodiscard]] int matches() const { return m_matches; }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    struct Group
    {
        QString operation;
        int reports = 0;
        int newest = -1; ///< source row
    };
    struct Line
    {
        int source = -1; ///< row of the source; -1: heads the group
        int group = -1;
    };
    void rebuild();
    [[nodiscard]] std::vector<int> matchingRows() const;
    void sortRows(std::vector<int>& rows) const;
    void groupRows(const std::vector<int>& rows);
    [[nodiscard]] QVariant groupData(const Group& group, int role) const;

    LibraryModel* m_model = nullptr;
    LibraryQuery m_query;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_grouped = false;
    QSet<QString> m_folded; ///< operations
    std::vector<Group> m_groups;
    std::vector<Line> m_lines;
    std::vector<int> m_places; ///< of source rows among the lines; -1: not shown
    int m_matches = 0;
};

} // namespace plumb::models

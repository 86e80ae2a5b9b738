// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace plumb::models {

/// A column of a table that edits a list of the scenario.
struct RecordColumn
{
    QString title, help;
    std::vector<std::pair<QString, QString>> choices = {}; ///< (value, text on screen); empty: any text
    bool flag = false; ///< yes or no
    bool secret = false; ///< shown as dots
};

/// A list inside a scenario, without its type: what a table needs to show and change it. Made by
/// recordsOf() in scenariotables.h.
struct RecordList
{
    QString name; ///< "header": for the texts of undo
    std::string path; ///< JSON pointer of the list
    std::vector<RecordColumn> columns;
    std::function<int(const scenario::Scenario&)> count;
    std::function<QVariant(const scenario::Scenario&, int row, int column)> cell;
    std::function<void(scenario::Scenario&, int row, int column, const QVariant&)> setCell;
    std::function<void(scenario::Scenario&, int row)> insert;
    std::function<void(scenario::Scenario&, int row)> erase;
    std::function<void(scenario::Scenario&, int from, int to)> move; ///< `to`: its row afterwards
    /// False: this record has no such field, its cell stays empty. Not given: every record has all.
    std::function<bool(const scenario::Scenario&, int row, int column)> applies = {};
    /// True: shown as dots, as RecordColumn::secret but for one cell.
    std::function<bool(const scenario::Scenario&, int row, int column)> secret = {};
    /// The row of the record that a path names after the list's ("/variables/NAME"), -1 if there is none. Not
    /// given: by its number.
    std::function<int(const scenario::Scenario&, const std::string& key)> rowOf = {};
};

/// The table over such a list; the list may be another one each time a step is selected.
class ScenarioRecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { ProblemRole = Qt::UserRole + 100 }; ///< text: what is wrong with the row; empty: nothing

    /// @p document outlives the model.
    explicit ScenarioRecordModel(ScenarioDocument& document, QObject* parent = nullptr);

    void setList(RecordList list);
    [[nodiscard]] const RecordList& list() const { return m_list; }
    /// The row that @p path leads to, 0 for the list itself; nothing if the path is not of this list.
    [[nodiscard]] std::optional<int> rowOfPath(const std::string& path) const;

    /// Adds an empty record at the end; its row.
    int append();
    void removeRows(const std::vector<int>& rows);
    /// Moves a record by @p by rows; its row afterwards.
    int moveRow(int row, int by);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void documentChanged();
    [[nodiscard]] QString problemAt(const QModelIndex& index) const;
    [[nodiscard]] bool applies(const QModelIndex& index) const;

    ScenarioDocument& m_document;
    RecordList m_list;
    int m_rows = 0;
};

} // namespace plumb::models

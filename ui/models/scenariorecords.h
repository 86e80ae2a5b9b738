// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <functional>
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
};

/// The table over such a list; the list may be another one each time a step is selected.
class ScenarioRecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// @p document outlives the model.
    explicit ScenarioRecordModel(ScenarioDocument& document, QObject* parent = nullptr);

    void setList(RecordList list);
    [[nodiscard]] const RecordList& list() const { return m_list; }

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

    ScenarioDocument& m_document;
    RecordList m_list;
    int m_rows = 0;
};

} // namespace plumb::models

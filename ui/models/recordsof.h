// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/jsonfields.h"
#include "ui/models/scenariorecords.h"

#include <algorithm>

namespace plumb::models {

/// How one column of a list of T is read and written.
template <class T>
struct RecordField
{
    RecordColumn column;
    std::function<QVariant(const T&)> get;
    std::function<void(T&, const QVariant&)> set;
    std::function<bool(const T&)> applies = {}; ///< false: this row has no such field; empty: every row has
};

/// A RecordList over the vector that @p listIn finds in a scenario; null: there is none now.
template <class T>
RecordList recordsOf(const QString& name, const std::string& path,
    std::function<std::vector<T>*(scenario::Scenario&)> listIn, std::vector<RecordField<T>> fields, T fresh)
{
    RecordList list;
    list.name = name;
    list.path = path;
    for (const auto& field : fields)
        list.columns.push_back(field.column);
    const auto constant = [listIn](const scenario::Scenario& scenario) -> const std::vector<T>* {
        // The finder only looks; it is written once, for changing.
        return listIn(const_cast<scenario::Scenario&>(scenario));
    };
    list.count = [constant](const scenario::Scenario& scenario) {
        const auto* rows = constant(scenario);
        return rows == nullptr ? 0 : static_cast<int>(rows->size());
    };
    list.cell = [constant, fields](const scenario::Scenario& scenario, int row, int column) -> QVariant {
        const auto* rows = constant(scenario);
        if (rows == nullptr || row >= static_cast<int>(rows->size()))
            return {};
        return fields[static_cast<std::size_t>(column)].get((*rows)[static_cast<std::size_t>(row)]);
    };
    list.applies = [constant, fields](const scenario::Scenario& scenario, int row, int column) {
        const auto& applies = fields[static_cast<std::size_t>(column)].applies;
        const auto* rows = constant(scenario);
        return !applies || (rows != nullptr && applies((*rows)[static_cast<std::size_t>(row)]));
    };
    list.setCell
        = [listIn, fields](scenario::Scenario& scenario, int row, int column, const QVariant& value) {
              auto* rows = listIn(scenario);
              if (rows != nullptr && row < static_cast<int>(rows->size()))
                  fields[static_cast<std::size_t>(column)].set((*rows)[static_cast<std::size_t>(row)], value);
          };
    list.insert = [listIn, fresh](scenario::Scenario& scenario, int row) {
        if (auto* rows = listIn(scenario))
            rows->insert(rows->begin() + std::min<std::ptrdiff_t>(row, std::ssize(*rows)), fresh);
    };
    list.erase = [listIn](scenario::Scenario& scenario, int row) {
        if (auto* rows = listIn(scenario))
            rows->erase(rows->begin() + row);
    };
    list.move = [listIn](scenario::Scenario& scenario, int from, int to) {
        if (auto* rows = listIn(scenario)) {
            const auto first = rows->begin();
            if (from < to)
                std::rotate(first + from, first + from + 1, first + to + 1);
            else
                std::rotate(first + to, first + from, first + from + 1);
        }
    };
    return list;
}

/// Gives a list whose records are found by name its names: what is added gets a free one, and problems find
/// their row.
template <class T>
void nameRecords(RecordList& list, std::function<std::vector<T>*(scenario::Scenario&)> listIn, T fresh)
{
    list.insert = [listIn, fresh](scenario::Scenario& scenario, int row) {
        auto* rows = listIn(scenario);
        if (rows == nullptr)
            return;
        const auto taken = [rows](const std::string& name) {
            return std::any_of(rows->begin(), rows->end(), [&](const T& each) { return each.first == name; });
        };
        auto added = fresh;
        for (int n = 2; taken(added.first); ++n)
            added.first = fresh.first + "_" + std::to_string(n);
        rows->insert(rows->begin() + std::min<std::ptrdiff_t>(row, std::ssize(*rows)), std::move(added));
    };
    list.rowOf = [listIn](const scenario::Scenario& scenario, const std::string& key) {
        const auto* rows = listIn(const_cast<scenario::Scenario&>(scenario));
        for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
            if (scenario::childPath({}, (*rows)[i].first) == "/" + key)
                return static_cast<int>(i);
        }
        return -1;
    };
}

/// A column that is a std::string member.
template <class T>
RecordField<T> textField(RecordColumn column, std::string T::*member)
{
    return {std::move(column), [member](const T& row) { return QString::fromStdString(row.*member); },
        [member](T& row, const QVariant& value) { row.*member = value.toString().toStdString(); }};
}

/// A column that is one of an enum's values; @p names gives value, word in the file and text on the screen.
template <class T, class E>
struct ChoiceName
{
    E value;
    QString word, text;
};
template <class T, class E>
RecordField<T> choiceField(RecordColumn column, E T::*member, std::vector<ChoiceName<T, E>> names)
{
    for (const auto& name : names)
        column.choices.emplace_back(name.word, name.text);
    return {std::move(column),
        [member, names](const T& row) {
            for (const auto& name : names) {
                if (name.value == row.*member)
                    return QVariant(name.word);
            }
            return QVariant();
        },
        [member, names](T& row, const QVariant& value) {
            for (const auto& name : names) {
                if (name.word == value.toString())
                    row.*member = name.value;
            }
        }};
}

template <class T>
RecordField<T> flagField(RecordColumn column, bool T::*member)
{
    column.flag = true;
    return {std::move(column), [member](const T& row) { return QVariant(row.*member); },
        [member](T& row, const QVariant& value) { row.*member = value.toBool(); }};
}

} // namespace plumb::models

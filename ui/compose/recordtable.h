// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariorecords.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace plumb::ui {

/// A table that edits a list of the scenario, with buttons to add, remove and order its records.
class RecordTable : public QWidget
{
    Q_OBJECT

public:
    RecordTable(models::ScenarioDocument& document, const QString& accessibleName, QWidget* parent = nullptr);

    void setList(models::RecordList list);
    [[nodiscard]] models::ScenarioRecordModel& model() { return m_model; }
    [[nodiscard]] QTableView* view() const;
    /// The row of the list that @p path leads to gets the focus; false: the path is not of this list.
    bool showProblem(const std::string& path);
    [[nodiscard]] int currentRow() const;
    /// In a low window it gives room and scrolls its rows; otherwise it stays as high as they are.
    void setShrinking();
    /// Puts @p widget behind the buttons.
    void addButton(QWidget* widget);

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class View;

    void add();
    void removeSelected();
    void move(int by);
    void updateButtons();
    void fit();

    models::ScenarioRecordModel m_model;
    View* m_view;
    QWidget* m_buttons;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
    bool m_shrinking = false;
};

} // namespace plumb::ui

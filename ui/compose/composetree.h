// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariotreemodel.h"

#include <QWidget>

class QAction;
class QMenu;
class QTreeView;

namespace plumb::ui {

/// The tree of a scenario with everything that is done to its nodes: add, order, copy, paste, duplicate,
/// remove, switch on and off. What is selected stays selected through edits, undo included.
class ComposeTree : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the tree.
    explicit ComposeTree(models::ScenarioDocument& document, QWidget* parent = nullptr);

    /// JSON pointer of the node or section shown.
    [[nodiscard]] std::string current() const { return m_current; }
    void select(const std::string& path);
    [[nodiscard]] models::ScenarioTreeModel& model() { return m_model; }
    [[nodiscard]] QTreeView* view() const { return m_view; }
    /// Adds @p node behind what is selected and selects it.
    void insert(const QString& text, models::ScenarioNode node);

Q_SIGNALS:
    void currentChanged(const QString& path);

private:
    void buildActions();
    QAction* add(QMenu* menu, QStringView iconName, const QString& text, const QKeySequence& key,
        void (ComposeTree::*slot)());
    void addStep();
    void addSetupStep();
    void addFailureStep();
    void addPattern();
    void cut();
    void copy();
    void paste();
    void duplicate();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void modelReset();
    void selectionMoved();
    void updateActions();

    models::ScenarioDocument& m_document;
    models::ScenarioTreeModel m_model;
    QTreeView* m_view;
    QMenu* m_menu;
    std::string m_current;
    QList<QAction*> m_nodeActions;
    QAction* m_addStep = nullptr;
    QAction* m_addFailure = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
};

} // namespace plumb::ui

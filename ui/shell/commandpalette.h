// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace plumb::ui {

/// The commands that fit what was typed, best first; without anything typed, in their given order.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { PlaceRole = Qt::UserRole, ShortcutRole, PlacesRole };
    using QAbstractListModel::QAbstractListModel;

    void setCommands(QList<Command> commands);
    void setTyped(const QString& typed);
    [[nodiscard]] const Command* commandAt(const QModelIndex& index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Hit
    {
        int command = 0;
        int score = 0;
        QList<int> places; ///< of the letters in the text
    };
    QList<Command> m_commands;
    QList<Hit> m_hits;
};

/// Every command behind a few letters: a panel over the top of the window with a line to type into. Up and
/// Down choose, Enter runs, Esc or the focus elsewhere closes it.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

    void open(QList<Command> commands);
    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void runCurrent();
    void place();
    void close();

    CommandModel* m_model;
    QLineEdit* m_line;
    QListView* m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QAction;

namespace plumb::ui {

/// The object name of a menu that belongs to a part of a page, its parent, and whose actions are commands
/// while that part is visible. Its title names the part.
inline const QString menuOfPart = QStringLiteral("menuOfPart");

/// Something the user can do, as the command palette and the sheet of shortcuts list it.
struct Command
{
    QString text; ///< "Rebuild index"
    QString place; ///< the menu or page it is of: "Library"
    QKeySequence shortcut;
    QIcon icon;
    bool enabled = true;
    std::function<void()> run;
};

/// The actions of a menu or page with those of their submenus; separators, hidden and nameless ones left out.
/// @p before is run ahead of an action: to bring its page to the front.
QList<Command> commandsOf(
    const QList<QAction*>& actions, const QString& place, const std::function<void()>& before = {});

} // namespace plumb::ui

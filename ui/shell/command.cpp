// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

namespace plumb::ui {

namespace {

QString withoutMnemonics(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('&')
            || (i + 1 < text.size() && text[i + 1] == QLatin1Char('&') && ++i > 0))
            plain += text[i];
    }
    return plain;
}

} // namespace

QList<Command> commandsOf(
    const QList<QAction*>& actions, const QString& place, const std::function<void()>& before)
{
    QList<Command> commands;
    for (QAction* action : actions) {
        const QString text = withoutMnemonics(action->text());
        if (action->isSeparator() || !action->isVisible() || text.isEmpty())
            continue;
        if (QMenu* menu = action->menu()) {
            // Menus that are filled when they open.
            Q_EMIT menu->aboutToShow();
            commands += commandsOf(menu->actions(), place + QStringLiteral(" › ") + text, before);
            continue;
        }
        commands << Command{text, place, action->shortcut(), action->icon(), action->isEnabled(),
            [action = QPointer<QAction>(action), before] {
                if (before)
                    before();
                if (action)
                    action->trigger();
            }};
    }
    return commands;
}

} // namespace plumb::ui

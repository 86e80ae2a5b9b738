// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzymatch.h"

#include <algorithm>

namespace plumb::ui {

void CommandModel::setCommands(QList<Command> commands)
{
    m_commands = std::move(commands);
    setTyped({});
}

void CommandModel::setTyped(const QString& typed)
{
    beginResetModel();
    m_hits.clear();
    for (int i = 0; i < static_cast<int>(m_commands.size()); ++i) {
        const Command& command = m_commands[i];
        // The place may be typed as well: "library delete". Only what fits the text itself is marked in it.
        auto match = fuzzyMatch(typed, command.text);
        if (match) {
            match->score += typed.isEmpty() ? 0 : 6;
        } else if ((match = fuzzyMatch(typed, command.place + QLatin1Char(' ') + command.text))) {
            match->places.clear();
        }
        if (match)
            m_hits.append({i, match->score - (command.enabled ? 0 : 100), match->places});
    }
    std::stable_sort(
        m_hits.begin(), m_hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    endResetModel();
}

const Command* CommandModel::commandAt(const QModelIndex& index) const
{
    return index.isValid() ? &m_commands[m_hits[index.row()].command] : nullptr;
}

int CommandModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const
{
    const Command* command = commandAt(index);
    if (command == nullptr)
        return {};
    const QString shortcut = command->shortcut.toString(QKeySequence::NativeText);
    switch (role) {
    case Qt::DisplayRole:
        return command->text;
    case Qt::DecorationRole:
        return command->icon;
    case Qt::AccessibleTextRole:
        return QString(command->text + QStringLiteral(", ") + command->place
            + (shortcut.isEmpty() ? QString() : QString(QStringLiteral(", ") + shortcut)));
    case PlaceRole:
        return command->place;
    case ShortcutRole:
        return shortcut;
    case PlacesRole:
        return QVariant::fromValue(m_hits[index.row()].places);
    default:
        return {};
    }
}

Qt::ItemFlags CommandModel::flags(const QModelIndex& index) const
{
    const Command* command = commandAt(index);
    if (command == nullptr) {
        return Qt::NoItemFlags;
    }
    // One that cannot be run now is shown, so that it is not looked for in vain.
    return Qt::ItemIsSelectable | (command->enabled ? Qt::ItemIsEnabled : Qt::NoItemFlags);
}

} // namespace plumb::ui

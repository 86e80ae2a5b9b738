// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/changedelegate.h"

#include "ui/models/roles.h"
#include "ui/shell/theme.h"

namespace plumb::ui {

ChangeDelegate::ChangeDelegate(int role, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{
}

void ChangeDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant value = index.data(m_role);
    const Theme& theme = Theme::of(option->palette);
    const auto change = static_cast<models::Change>(value.toInt());
    QColor ink = theme.muted;
    if (value.isValid() && change != models::Change::same) {
        ink = change == models::Change::better ? theme.better : theme.worse;
    }
    for (const auto role : {QPalette::Text, QPalette::HighlightedText}) {
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            option->palette.setColor(group, role, ink);
        }
    }
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numberdelegate.h"

#include "ui/shell/theme.h"

namespace plumb::ui {

NumberDelegate::NumberDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void NumberDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    if (option->text.isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDisplay;
        option->text = QStringLiteral("–");
        option->palette.setColor(QPalette::Text, Theme::of(option->palette).muted);
    }
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/choicedelegate.h"

#include "ui/models/scenariorecords.h"

#include <QComboBox>
#include <QLineEdit>

namespace plumb::ui {

namespace {

const models::RecordColumn* columnOf(const QModelIndex& index)
{
    const auto* model = qobject_cast<const models::ScenarioRecordModel*>(index.model());
    return model == nullptr ? nullptr : &model->list().columns[static_cast<std::size_t>(index.column())];
}

} // namespace

QWidget* ChoiceDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* column = columnOf(index);
    if (column == nullptr || column->choices.empty()) {
        auto* editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto* line = qobject_cast<QLineEdit*>(editor)) {
            line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
            if (column != nullptr && column->secret)
                line->setEchoMode(QLineEdit::PasswordEchoOnEdit);
        }
        return editor;
    }
    auto* box = new QComboBox(parent);
    box->setAccessibleName(column->title);
    for (const auto& [value, text] : column->choices)
        box->addItem(text, value);
    connect(box, &QComboBox::activated, this, [this, box] {
        auto* self = const_cast<ChoiceDelegate*>(this);
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentData());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace plumb::ui

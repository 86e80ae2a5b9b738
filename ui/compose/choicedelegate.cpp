// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/choicedelegate.h"

#include "ui/models/scenariorecords.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
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
            // A secret of one cell is seen by its dots.
            else if (index.data(Qt::DisplayRole) != index.data(Qt::EditRole) && column != nullptr)
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
    // Views ask again whenever a cell changes, be it for a problem that was found: what is being typed stays.
    constexpr const char* filled = "plumbFilled";
    if (editor->property(filled).toBool())
        return;
    editor->setProperty(filled, true);
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

bool ChoiceDelegate::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::KeyPress && editor != nullptr) {
        const auto* key = static_cast<QKeyEvent*>(event);
        auto* view = qobject_cast<QAbstractItemView*>(parent());
        const auto at = view == nullptr ? QModelIndex() : view->indexAt(editor->pos());
        // Behind the last cell there is no next one: the table keeps the focus, and Tab leaves it.
        const auto last = at.isValid() && at.row() + 1 == at.model()->rowCount()
            && at.column() + 1 == at.model()->columnCount();
        const auto first = at.isValid() && at.row() == 0 && at.column() == 0;
        if ((key->key() == Qt::Key_Tab && last) || (key->key() == Qt::Key_Backtab && first)) {
            Q_EMIT commitData(editor);
            Q_EMIT closeEditor(editor);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void ChoiceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto& theme = Theme::of(option->widget);
    if (!index.data(models::ScenarioRecordModel::ProblemRole).toString().isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(u"error", theme.fail.ink);
        option->decorationSize = QSize(Theme::iconSize, Theme::iconSize);
    }
    if ((index.flags() & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)) == 0) {
        option->text = QStringLiteral("–");
        option->features |= QStyleOptionViewItem::HasDisplay;
        option->palette.setColor(QPalette::Text, theme.muted);
    }
}

} // namespace plumb::ui

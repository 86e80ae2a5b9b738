// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/trashdialog.h"

#include "ui/models/trashmodel.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbadge.h"

#include <QDialogButtonBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

TrashDialog::Files filesOf(const std::vector<library::Trashed>& rows)
{
    TrashDialog::Files files;
    for (const auto& row : rows)
        files.push_back(row.file);
    return files;
}

} // namespace

TrashDialog::TrashDialog(bool readOnly, QWidget* parent)
    : QDialog(parent)
    , m_model(new models::TrashModel(this))
    , m_table(new TableView(tr("Reports in the trash"), this))
    , m_sum(new QLabel(this))
    , m_restore(new QPushButton(ui::icon(u"undo"), tr("&Put back"), this))
    , m_delete(new QPushButton(tr("&Delete for good…"), this))
    , m_empty(new QPushButton(ui::icon(u"delete"), tr("&Empty the trash…"), this))
    , m_readOnly(readOnly)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Trash of the library"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(
        models::TrashModel::Verdict, new VerdictDelegate(models::VerdictRole, m_table));
    m_table->setStretchColumn(models::TrashModel::Operation);
    m_sum->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    buttons->addButton(m_delete, QDialogButtonBox::DestructiveRole);
    buttons->addButton(m_empty, QDialogButtonBox::DestructiveRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space4, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space3);
    column->addWidget(m_sum);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreWanted(filesOf(chosen())); });
    connect(m_delete, &QPushButton::clicked, this, [this] { askToDelete(chosen()); });
    connect(m_empty, &QPushButton::clicked, this, [this] { askToDelete(m_model->rows()); });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashDialog::updateButtons);
    resize(720, 380);
    showTrash({});
}

void TrashDialog::showTrash(const std::vector<library::Trashed>& rows)
{
    m_model->setRows(rows);
    m_sum->setText(rows.empty()
            ? tr("The trash is empty. Deleted reports are kept here until they are deleted for good.")
            : tr("%1. Nothing goes by itself: it stays until it is put back or deleted for good.")
                  .arg(models::trashText(rows)));
    if (!rows.empty()) {
        m_table->selectRow(0);
        m_table->setFocus();
    }
    updateButtons();
}

std::vector<library::Trashed> TrashDialog::chosen() const
{
    std::vector<library::Trashed> rows;
    const auto selected = m_table->selectionModel()->selectedRows();
    for (const auto& index : selected) {
        if (const auto* row = m_model->rowAt(index))
            rows.push_back(*row);
    }
    return rows;
}

void TrashDialog::askToDelete(const std::vector<library::Trashed>& rows)
{
    if (rows.empty())
        return;
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Delete for good"),
        tr("Delete %1 for good?").arg(models::trashText(rows)), QMessageBox::Cancel, this);
    question->setInformativeText(
        tr("This cannot be undone. Notes and tags stay beside the library's reports."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = question->addButton(tr("Delete for good"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, rows] { Q_EMIT deleteWanted(filesOf(rows)); });
    question->open();
}

void TrashDialog::updateButtons()
{
    const auto rows = chosen();
    const bool readable = std::any_of(
        rows.begin(), rows.end(), [](const library::Trashed& one) { return one.row.unreadable.empty(); });
    m_restore->setEnabled(!m_readOnly && readable);
    m_delete->setEnabled(!m_readOnly && !rows.empty());
    m_empty->setEnabled(!m_readOnly && m_model->rowCount() > 0);
}

} // namespace plumb::ui

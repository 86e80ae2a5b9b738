// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/tagdialog.h"

#include "ui/shell/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace plumb::ui {

namespace {

constexpr int beforeRole = Qt::UserRole;

Qt::CheckState stateOf(const std::vector<models::LibraryEntryPtr>& reports, const QString& tag)
{
    const auto word = tag.toStdString();
    const auto with = std::count_if(reports.begin(), reports.end(), [&word](const auto& report) {
        const auto& tags = report->report.tags;
        return std::find(tags.begin(), tags.end(), word) != tags.end();
    });
    if (with == 0)
        return Qt::Unchecked;
    return with == std::ssize(reports) ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

TagDialog::TagDialog(
    const std::vector<models::LibraryEntryPtr>& reports, const QStringList& known, QWidget* parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_new(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tags"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space4, Theme::space4, Theme::space4);
    auto* words = new QLabel(tr("Tags of %n report(s). They stand beside the report, which stays as it is.",
        nullptr, static_cast<int>(reports.size())));
    words->setWordWrap(true);
    column->addWidget(words);
    m_new->setPlaceholderText(tr("New tags, separated by spaces"));
    m_new->setAccessibleName(tr("New tags"));
    column->addWidget(m_new);
    m_list->setAccessibleName(tr("Tags of the library"));
    for (const QString& tag : known) {
        auto* item = new QListWidgetItem(tag, m_list);
        const auto state = stateOf(reports, tag);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(state);
        item->setSizeHint({0, Theme::rowHeight});
        item->setData(beforeRole, state);
    }
    m_list->setVisible(!known.isEmpty());
    column->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Set tags"));
    connect(buttons, &QDialogButtonBox::accepted, this, &TagDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    m_new->setFocus();
    resize(360, known.isEmpty() ? 140 : 380);
}

void TagDialog::finish()
{
    static const QRegularExpression apart(QStringLiteral("[\\s,]+"));
    QStringList add = m_new->text().split(apart, Qt::SkipEmptyParts);
    QStringList remove;
    for (int row = 0; row < m_list->count(); ++row) {
        const auto* item = m_list->item(row);
        if (item->checkState() == static_cast<Qt::CheckState>(item->data(beforeRole).toInt()))
            continue;
        (item->checkState() == Qt::Checked ? add : remove) << item->text();
    }
    add.removeDuplicates();
    if (!add.isEmpty() || !remove.isEmpty())
        Q_EMIT chosen(add, remove);
    accept();
}

} // namespace plumb::ui

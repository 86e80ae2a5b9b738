// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypage.h"

#include "ui/library/libraryedits.h"
#include "ui/library/librarytable.h"
#include "ui/library/notesdialog.h"
#include "ui/library/tagdialog.h"
#include "ui/library/trashdialog.h"
#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"
#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/reveal.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressrow.h"

#include <QAction>
#include <QDropEvent>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

namespace plumb::ui {

using models::LibraryEntryPtr;

namespace {

QStringList localReports(const QMimeData* data)
{
    QStringList files;
    const auto urls = data->urls();
    for (const QUrl& url : urls) {
        const QString file = url.toLocalFile();
        // A folder is another library: the window opens it.
        if (!url.isLocalFile() || QFileInfo(file).isDir())
            return {};
        files << file;
    }
    return files;
}

} // namespace

LibraryPage::LibraryPage(models::LibraryLoader& loader, Settings& settings, QWidget* parent)
    : Page(QStringLiteral("library"), parent)
    , m_loader(loader)
    , m_settings(settings)
    , m_edits(new LibraryEdits(loader, this))
    , m_model(new models::LibraryModel(this))
    , m_proxy(new models::LibraryFilterProxy(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
{
    setAcceptDrops(true);
    m_proxy->setSourceModel(m_model);
    buildActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space2);
    column->addWidget(m_notice);
    column->addWidget(buildSearch());
    column->addWidget(m_hint);
    buildTable();
    buildMoreMenu();
    m_empty = new EmptyState(QStringLiteral("library"), {}, {}, {});
    connect(m_empty, &EmptyState::triggered, this,
        [this] { m_loader.folder().empty() ? Q_EMIT chooseLibrary() : Q_EMIT runScenario(); });
    m_nothing = new EmptyState(
        QStringLiteral("search"), tr("No report matches the search"), {}, tr("Clear the search"));
    connect(m_nothing, &EmptyState::triggered, this, [this] {
        m_search->clear();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothing);
    column->addWidget(m_stack, 1);
    connectTable();
    connectLoader();
    connectEdits();
    showListing();
}

QString LibraryPage::title() const
{
    return tr("Library");
}

QIcon LibraryPage::icon() const
{
    return ui::icon(u"library");
}

QList<QAction*> LibraryPage::pageActions() const
{
    return {m_more, m_delete, m_note, m_tag, m_open};
}

QUndoStack* LibraryPage::undoStack()
{
    return m_edits->stack();
}

void LibraryPage::activated()
{
    m_loader.refresh();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::connectLoader()
{
    connect(&m_loader, &models::LibraryLoader::listed, this, &LibraryPage::showListing);
    connect(&m_loader, &models::LibraryLoader::failed, this, [this](const Error& error) {
        m_notice->showNotice(NoticeBar::Level::error, models::errorText(error), tr("Try again"),
            [this] { m_loader.refresh(); });
    });
    connect(&m_loader, &models::LibraryLoader::progress, m_progress, &ProgressRow::setProgress);
    connect(m_progress, &ProgressRow::cancelRequested, &m_loader, &models::LibraryLoader::cancel);
    connect(&m_loader, &models::LibraryLoader::busyChanged, this, [this](bool busy) {
        busy ? m_progress->start() : m_progress->finish();
        m_rebuild->setEnabled(!busy);
        updateCount();
    });
}

void LibraryPage::connectEdits()
{
    connect(m_edits, &LibraryEdits::done, this, [this](const QString& sentence, bool undoable) {
        if (undoable) {
            m_notice->showNotice(
                NoticeBar::Level::info, sentence, tr("Undo"), [this] { undoStack()->undo(); });
        } else {
            m_notice->showNotice(NoticeBar::Level::info, sentence);
        }
    });
    connect(m_edits, &LibraryEdits::failed, this, [this](const Error& error) {
        m_notice->showNotice(NoticeBar::Level::error, models::errorText(error));
    });
    connect(m_edits, &LibraryEdits::busyChanged, m_editing,
        [this](bool busy) { busy ? m_editing->start() : m_editing->finish(); });
    connect(m_edits, &LibraryEdits::progress, m_editing, &ProgressRow::setProgress);
    connect(m_editing, &ProgressRow::cancelRequested, m_edits, &LibraryEdits::cancel);
    connect(m_edits, &LibraryEdits::notReports, this, &LibraryPage::otherFilesDropped);
    // What the notice speaks of has been undone by another way, or something newer was done.
    connect(undoStack(), &QUndoStack::indexChanged, m_notice, &NoticeBar::clear);
}

void LibraryPage::keepSelection(const std::function<void()>& change)
{
    const auto keyOf = [](const QModelIndex& index) { return index.data(models::KeyRole).toString(); };
    const QString before = keyOf(m_table->currentIndex());
    const int beforeRow = m_table->currentIndex().row();
    QSet<QString> selected;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const auto& row : rows)
        selected.insert(keyOf(row));
    change();
    QItemSelection selection;
    QModelIndex current;
    qsizetype left = selected.size();
    for (int row = 0; row < m_proxy->rowCount() && (left > 0 || !current.isValid()); ++row) {
        const auto index = m_proxy->index(row, 0);
        const auto key = keyOf(index);
        if (key == before)
            current = index;
        if (selected.contains(key) && left-- > 0)
            selection.select(index, m_proxy->index(row, m_proxy->columnCount() - 1));
    }
    if (!current.isValid() && m_proxy->rowCount() > 0) {
        // It has gone: the row that took its place, so that a list can be worked through.
        current = m_proxy->index(std::clamp(beforeRow, 0, m_proxy->rowCount() - 1), 0);
        // Nothing can be done with the heading of a group; the report below it is what was found.
        const auto below = m_proxy->index(current.row() + 1, 0);
        if (m_proxy->isGroup(current) && below.isValid() && !m_proxy->isGroup(below))
            current = below;
    }
    if (current.isValid()) {
        m_table->selectionModel()->setCurrentIndex(current,
            selection.isEmpty() ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows
                                : QItemSelectionModel::NoUpdate);
        m_table->selectionModel()->select(selection, QItemSelectionModel::Select);
        // With its heading, where it is the first of its group.
        if (const auto above = m_proxy->index(current.row() - 1, 0); m_proxy->isGroup(above))
            m_table->scrollTo(above);
        m_table->scrollTo(current);
    }
    updateActions();
    updateCount();
}

void LibraryPage::showListing()
{
    if (m_notice->level() == NoticeBar::Level::error && !m_loader.busy())
        m_notice->clear();
    keepSelection([this] { m_model->setRows(m_loader.listing().entries); });
    // An event of its own, still before the next painting: both together hold the window longer than a frame.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_table->isColumnHidden(models::LibraryModel::Verdict))
                m_table->growToFit(models::LibraryModel::Verdict);
            m_table->fitColumns();
        },
        Qt::QueuedConnection);
    sayReadOnly();
    showEmptyState();
    showStack();
}

void LibraryPage::showStack()
{
    const bool any = m_model->rowCount() > 0;
    const bool found = !any || m_proxy->matches() > 0;
    if (!found)
        m_nothing->setText(tr(
            "%n report(s) are here, none of them is what was searched for: %1", nullptr, m_model->rowCount())
                               .arg(m_search->text().trimmed()));
    m_stack->setCurrentIndex(!any ? 1 : found ? 0 : 2);
}

void LibraryPage::sayReadOnly()
{
    // Once a folder: who closes the notice has read it.
    const bool readOnly = m_loader.listing().readOnly;
    if (readOnly && m_saidReadOnly != m_loader.folder()) {
        m_saidReadOnly = m_loader.folder();
        m_notice->showNotice(NoticeBar::Level::info,
            tr("This library can only be read. Tags, notes, deleting and dropping reports need a folder that "
               "can be written."));
    }
}

void LibraryPage::showEmptyState()
{
    if (m_loader.folder().empty()) {
        m_empty->setHeadline(tr("No library open"));
        m_empty->setText(
            tr("A library is a folder that keeps scenarios, limits and the report of every run."));
        m_empty->setButtonText(tr("Open a library…"));
    } else {
        m_empty->setHeadline(tr("No reports yet"));
        m_empty->setText(tr("Run a scenario first: every run is kept here with its verdict. Reports from "
                            "elsewhere can be dropped here."));
        m_empty->setButtonText(tr("Run a scenario"));
    }
}

void LibraryPage::updateCount()
{
    const auto all = m_model->rowCount();
    const auto shown = m_proxy->matches();
    auto text
        = shown == all ? tr("%n report(s)", nullptr, all) : tr("%1 of %n report(s)", nullptr, all).arg(shown);
    const auto several = choice().reports;
    if (several > 1)
        text += QStringLiteral(" · ") + tr("%n chosen", nullptr, several);
    if (m_loader.listing().readOnly)
        text += QStringLiteral(" · ") + tr("read-only");
    if (const auto pending = m_loader.listing().pending; pending > 0)
        text += QStringLiteral(" · ") + tr("%n still being copied", nullptr, pending);
    m_count->setText(text);
}

std::vector<LibraryEntryPtr> LibraryPage::chosen() const
{
    std::vector<LibraryEntryPtr> entries;
    auto rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const auto& row : std::as_const(rows)) {
        if (const auto* entry = m_model->rowAt(m_proxy->mapToSource(row)))
            entries.push_back(*entry);
    }
    return entries;
}

LibraryPage::Choice LibraryPage::choice() const
{
    Choice choice;
    const auto ranges = m_table->selectionModel()->selection();
    for (const auto& range : ranges) {
        // Whole rows are chosen; a range of the other columns is the same rows once more.
        if (range.left() != 0)
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto* entry = m_proxy->entryAt(m_proxy->index(row, 0));
            if (entry == nullptr)
                continue;
            ++choice.reports;
            choice.readable += entry->readable() ? 1 : 0;
            choice.named = choice.named || !entry->report.id.empty();
        }
    }
    return choice;
}

QString LibraryPage::currentFile() const
{
    const auto index = m_table != nullptr ? m_table->currentIndex() : QModelIndex();
    return m_proxy->isGroup(index) ? QString() : index.data(models::KeyRole).toString();
}

void LibraryPage::openCurrent()
{
    if (const auto file = currentFile(); !file.isEmpty())
        Q_EMIT openReport(file);
}

QStringList LibraryPage::chosenFiles() const
{
    QStringList files;
    for (const auto& entry : chosen()) {
        if (entry->readable())
            files << QString::fromStdString(entry->report.file.string());
    }
    return files;
}

void LibraryPage::revealCurrent()
{
    if (const auto file = currentFile(); !file.isEmpty())
        revealFile(file, this);
}

void LibraryPage::editTags()
{
    const auto reports = chosen();
    QStringList known;
    for (const auto& entry : m_loader.listing().entries) {
        for (const auto& tag : entry->report.tags)
            known << QString::fromStdString(tag);
    }
    known.removeDuplicates();
    known.sort(Qt::CaseInsensitive);
    auto* dialog = new TagDialog(reports, known, this);
    connect(dialog, &TagDialog::chosen, m_edits,
        [this, reports](
            const QStringList& add, const QStringList& remove) { m_edits->tag(reports, add, remove); });
    dialog->open();
}

void LibraryPage::editNotes()
{
    const auto reports = chosen();
    if (reports.size() != 1 || reports.front()->report.id.empty())
        return;
    const auto report = reports.front()->report;
    const auto notes = std::make_shared<library::ReportAnnotations>();
    m_loader.change(
        [notes, id = report.id](library::Library& library) -> std::optional<Error> {
            *notes = library.annotations(id);
            return std::nullopt;
        },
        [self = QPointer<LibraryPage>(this), notes, report](const std::optional<Error>& error) {
            if (!self)
                return;
            if (error) {
                Q_EMIT self->m_edits->failed(*error);
                return;
            }
            auto* dialog = new NotesDialog(QString::fromStdString(report.operation), *notes, self);
            auto* edits = self->m_edits;
            connect(dialog, &NotesDialog::written, edits,
                [edits, id = report.id](NoteEdit edit, const std::optional<library::Annotation>& before) {
                    edit.report = id;
                    edits->note(edit, before);
                });
            connect(dialog, &NotesDialog::withdrawn, edits, &LibraryEdits::withdraw);
            dialog->open();
        });
}

void LibraryPage::deleteChosen()
{
    const auto reports = chosen();
    if (reports.empty())
        return;
    if (!m_settings.confirmDeletes()) {
        m_edits->moveToTrash(reports);
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Delete reports"),
        tr("Move %n report(s) to the trash of the library?", nullptr, static_cast<int>(reports.size())),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    auto* yes = question->addButton(tr("Delete"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, m_edits, [this, reports] { m_edits->moveToTrash(reports); });
    question->open();
}

void LibraryPage::openTrash()
{
    if (m_trashDialog || m_loader.folder().empty())
        return;
    m_trashDialog = new TrashDialog(m_loader.listing().readOnly, this);
    connect(m_trashDialog, &TrashDialog::restoreWanted, this, [this](const TrashDialog::Files& files) {
        m_edits->takeBack(files);
        readTrash();
    });
    connect(m_trashDialog, &TrashDialog::deleteWanted, this, [this](const TrashDialog::Files& files) {
        m_edits->prune(files);
        readTrash();
    });
    readTrash();
    m_trashDialog->open();
}

void LibraryPage::readTrash()
{
    // Edits come one after another: this sees what those before it did.
    const auto rows = std::make_shared<std::vector<library::Trashed>>();
    m_loader.change(
        [rows](library::Library& library) -> std::optional<Error> {
            auto trash = library.trash();
            if (!trash)
                return trash.error();
            *rows = std::move(*trash);
            return std::nullopt;
        },
        [dialog = m_trashDialog, rows](const std::optional<Error>&) {
            if (dialog)
                dialog->showTrash(*rows);
        });
}

void LibraryPage::dragEnterEvent(QDragEnterEvent* event)
{
    // What was dragged out of the list is here already.
    if (event->source() != m_table && !m_loader.folder().empty()
        && !localReports(event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    } else {
        event->ignore();
    }
}

void LibraryPage::dropEvent(QDropEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_edits->adopt(localReports(event->mimeData()));
}

} // namespace plumb::ui

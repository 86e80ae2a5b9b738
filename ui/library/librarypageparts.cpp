// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that LibraryPage is made of, apart from its behaviour.
#include "ui/library/libraryedits.h"
#include "ui/library/librarypage.h"
#include "ui/library/librarytable.h"
#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"
#include "ui/models/libraryquery.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/widgets/changedelegate.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/verdictbadge.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace plumb::ui {

using models::LibraryModel;

namespace {

const QString headerState = QStringLiteral("library/columns2");
const QString byHandState = QStringLiteral("library/byHand");
const QString groupedState = QStringLiteral("library/grouped");

void showDefaultColumns(LibraryTable& table)
{
    auto* header = table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        table.setColumnHidden(column, false);
    }
    for (const int column : {LibraryModel::Users, LibraryModel::Duration, LibraryModel::Requests,
             LibraryModel::P50, LibraryModel::P99})
        table.setColumnHidden(column, true);
    table.sortByColumn(LibraryModel::Started, Qt::DescendingOrder);
}

} // namespace

QWidget* LibraryPage::buildSearch()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit;
    m_search->setAccessibleName(tr("Search reports"));
    m_search->setPlaceholderText(tr("Search: login -old tag:nightly verdict:fail p99>200"));
    m_search->setToolTip(tr(
        "All words must occur; -word must not. Also tag:, note:, state:, verdict:, env:, op:, version:, and "
        "p50, p95, p99 (ms), rps, users, requests, duration (s), errors and delta (%) with >, >=, <, <=, "
        "=."));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(ui::icon(u"search"), QLineEdit::LeadingPosition);
    m_search->setMinimumHeight(Theme::controlHeight);
    m_search->setMaximumWidth(560);
    m_group = new QPushButton;
    m_group->setText(tr("Group by operation"));
    m_group->setCheckable(true);
    m_count = new QLabel;
    m_count->setAccessibleDescription(tr("Number of reports"));
    m_progress = new ProgressRow(tr("Reading the library"), row);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_group);
    layout->addWidget(m_count);
    layout->addStretch(0);
    m_editing = new ProgressRow(tr("Changing the library"), row);
    layout->addWidget(m_editing);
    layout->addWidget(m_progress);
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    m_hint->hide();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        keepSelection([this, &text] { m_proxy->setQuery(text); });
        m_hint->setText(models::LibraryQuery(text).problem());
        m_hint->setVisible(!m_hint->text().isEmpty());
        showStack();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_group, &QPushButton::toggled, this, [this](bool on) {
        m_settings.setViewState(groupedState, on ? "1" : "");
        m_grouping->setChecked(on);
        keepSelection([this, on] { m_proxy->setGrouped(on); });
        if (m_table != nullptr)
            m_table->fitColumns();
    });
    connect(m_grouping, &QAction::toggled, m_group, &QPushButton::setChecked);
    auto* find = new QAction(this);
    find->setText(tr("Search reports"));
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addAction(find);
    return row;
}

void LibraryPage::buildTable()
{
    m_table = new LibraryTable(m_proxy, this);
    m_table->setSortingEnabled(true);
    m_table->setItemDelegateForColumn(
        LibraryModel::Verdict, new VerdictDelegate(models::VerdictRole, m_table));
    m_table->setItemDelegateForColumn(LibraryModel::Delta, new ChangeDelegate(models::ChangeRole, m_table));
    m_table->setItemDelegateForColumn(
        LibraryModel::Trend, new SparklineDelegate(models::SparklineRole, m_table));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    m_table->enableColumnMenu();
    if (!m_table->restoreColumns(m_settings.viewState(headerState)))
        showDefaultColumns(*m_table);
    m_table->setArrangedByHand(!m_settings.viewState(byHandState).isEmpty());
    m_group->setChecked(!m_settings.viewState(groupedState).isEmpty());
}

void LibraryPage::connectTable()
{
    auto* header = m_table->horizontalHeader();
    const auto keep
        = [this] { m_settings.setViewState(headerState, m_table->horizontalHeader()->saveState()); };
    connect(header, &QHeaderView::sectionResized, this, [this, keep] {
        if (!m_table->arrangedByHand())
            return;
        m_settings.setViewState(byHandState, "1");
        keep();
    });
    connect(header, &QHeaderView::sectionMoved, this, keep);
    connect(header, &QHeaderView::sortIndicatorChanged, this, keep);
    connect(m_table, &TableView::columnsChosen, this, [this, keep] {
        m_table->fitColumns();
        keep();
    });
    connect(m_table, &TableView::columnsResetRequested, this, &LibraryPage::resetLayout);
    connect(m_table, &QTableView::activated, this, &LibraryPage::openCurrent);
    const auto changed = [this] {
        updateActions();
        updateCount();
        Q_EMIT selectionChanged();
    };
    connect(m_table, &TableView::currentRowChanged, this, changed);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, changed);
}

void LibraryPage::resetLayout()
{
    showDefaultColumns(*m_table);
    m_settings.setViewState(byHandState, {});
    m_table->setArrangedByHand(false);
    m_table->fitColumns();
    m_group->setChecked(false);
}

void LibraryPage::buildActions()
{
    const auto make = [this](const QString& iconName, const QString& text) {
        return new QAction(iconName.isEmpty() ? QIcon() : ui::icon(iconName), text, this);
    };
    m_open = make(QStringLiteral("open"), tr("Open"));
    m_open->setToolTip(tr("Open the report (Enter)"));
    m_window = make(QStringLiteral("window"), tr("Open in new window"));
    m_window->setToolTip(tr("Open the report in a window of its own"));
    m_window->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_sideBySide = make(QStringLiteral("columns"), tr("Open side by side"));
    m_sideBySide->setToolTip(tr("Open the two chosen reports in windows next to each other"));
    m_sideBySide->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    m_tag = make(QStringLiteral("tag"), tr("Tags…"));
    m_tag->setToolTip(tr("Set the tags of the chosen reports"));
    m_tag->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    m_note = make(QStringLiteral("note"), tr("Notes…"));
    m_note->setToolTip(tr("Read and write notes on the report"));
    m_note->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_delete = make(QStringLiteral("delete"), tr("Delete"));
    m_delete->setToolTip(tr("Move the chosen reports to the trash of the library"));
    m_delete->setShortcut(QKeySequence::Delete);
    m_reveal = make(QStringLiteral("folder"), tr("Show in folder"));
    m_refresh = make(QStringLiteral("refresh"), tr("Refresh"));
    m_refresh->setToolTip(tr("Look for changes (F5)"));
    m_trash = make(QStringLiteral("delete"), tr("Open the trash…"));
    m_trash->setToolTip(tr("Deleted reports: put them back, or delete them for good"));
    m_rebuild = make({}, tr("Rebuild index"));
    m_rebuild->setToolTip(tr("Throw the index away and read every report again"));
    m_grouping = make({}, tr("&Group by operation"));
    m_grouping->setCheckable(true);
    m_more = make(QStringLiteral("more"), tr("More"));
    m_more->setToolTip(tr("More actions, and the columns of the list"));
    connect(m_open, &QAction::triggered, this, &LibraryPage::openCurrent);
    connect(m_window, &QAction::triggered, this, [this] { Q_EMIT openWindows(chosenFiles()); });
    connect(m_sideBySide, &QAction::triggered, this, [this] { Q_EMIT openWindows(chosenFiles()); });
    connect(m_tag, &QAction::triggered, this, &LibraryPage::editTags);
    connect(m_note, &QAction::triggered, this, &LibraryPage::editNotes);
    connect(m_delete, &QAction::triggered, this, &LibraryPage::deleteChosen);
    connect(m_reveal, &QAction::triggered, this, &LibraryPage::revealCurrent);
    connect(m_trash, &QAction::triggered, this, &LibraryPage::openTrash);
    connect(m_refresh, &QAction::triggered, &m_loader, &models::LibraryLoader::refresh);
    connect(m_rebuild, &QAction::triggered, &m_loader, &models::LibraryLoader::rebuild);
}

void LibraryPage::buildMoreMenu()
{
    // Shortcuts of the list, so that Delete in the search still deletes a letter.
    for (QAction* action : {m_window, m_sideBySide, m_tag, m_note, m_delete})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addActions({m_open, m_window, m_sideBySide, m_tag, m_note, m_reveal, m_delete});
    auto* menu = new QMenu(this);
    menu->addActions({m_window, m_sideBySide});
    menu->addSeparator();
    menu->addActions({m_reveal, m_trash, m_refresh, m_rebuild});
    menu->addSeparator();
    menu->addAction(m_grouping);
    m_table->addColumnChoice(menu->addMenu(ui::icon(u"columns"), tr("&Columns")));
    m_more->setMenu(menu);
    updateActions();
}

void LibraryPage::updateActions()
{
    const bool one = !currentFile().isEmpty();
    const auto chosen = choice();
    const bool writable = !m_loader.listing().readOnly;
    m_open->setEnabled(one);
    m_reveal->setEnabled(one);
    m_window->setEnabled(chosen.readable == 1);
    m_sideBySide->setEnabled(chosen.readable == 2);
    m_tag->setEnabled(chosen.named && writable);
    m_note->setEnabled(chosen.named && chosen.reports == 1 && writable);
    m_delete->setEnabled(chosen.reports > 0 && writable);
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypage.h"

#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"
#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbadge.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedWidget>
#include <QUrl>

namespace plumb::ui {

using models::LibraryModel;

namespace {
const QString headerState = QStringLiteral("library/columns");
} // namespace

LibraryPage::LibraryPage(models::LibraryLoader& loader, Settings& settings, QWidget* parent)
    : Page(QStringLiteral("library"), parent)
    , m_loader(loader)
    , m_settings(settings)
    , m_model(new LibraryModel(this))
    , m_proxy(new models::LibraryFilterProxy(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
{
    m_proxy->setSourceModel(m_model);
    buildActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space2);
    column->addWidget(m_notice);
    column->addWidget(buildSearch());
    buildTable();
    m_empty = new EmptyState(QStringLiteral("library"), {}, {}, {});
    connect(m_empty, &EmptyState::triggered, this,
        [this] { m_loader.folder().empty() ? Q_EMIT chooseLibrary() : Q_EMIT runScenario(); });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    connect(&m_loader, &models::LibraryLoader::listed, this, &LibraryPage::showListing);
    connect(&m_loader, &models::LibraryLoader::failed, this, [this](const Error& error) {
        m_notice->showNotice(NoticeBar::Level::error, models::errorText(error), tr("Try again"),
            [this] { m_loader.refresh(); });
    });
    connect(&m_loader, &models::LibraryLoader::progress, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(&m_loader, &models::LibraryLoader::busyChanged, this, [this](bool busy) {
        m_progress->setVisible(busy);
        m_progress->setRange(0, 0);
        m_rebuild->setEnabled(!busy);
        updateCount();
    });
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
    return {m_rebuild, m_refresh, m_reveal, m_open};
}

void LibraryPage::activated()
{
    m_loader.refresh();
    (m_stack->currentWidget() == m_table ? static_cast<QWidget*>(m_table) : m_empty)
        ->setFocus(Qt::OtherFocusReason);
}

QWidget* LibraryPage::buildSearch()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit;
    m_search->setAccessibleName(tr("Search reports"));
    m_search->setPlaceholderText(tr("Search: login -old tag:nightly verdict:fail p99>200"));
    m_search->setToolTip(
        tr("All words must occur; -word must not. Also tag:, verdict:, env:, op:, version:, and "
           "p50, p95, p99 (ms), rps, users, requests, duration (s), errors (%) with >, >=, <, <=, =."));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(ui::icon(u"search"), QLineEdit::LeadingPosition);
    m_search->setMinimumHeight(Theme::controlHeight);
    m_search->setMaximumWidth(560);
    m_count = new QLabel;
    m_count->setAccessibleDescription(tr("Number of reports"));
    m_progress = new QProgressBar;
    m_progress->setMaximumWidth(120);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Reading the library"));
    m_progress->hide();
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    layout->addStretch(0);
    layout->addWidget(m_progress);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setQuery(text);
        updateCount();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        // A search that found nothing on its way has left no row to be on.
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_proxy->index(0, 0));
        m_table->setFocus(Qt::TabFocusReason);
    });
    auto* find = new QAction(this);
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
    m_table = new TableView(tr("Reports"), this);
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(
        LibraryModel::Verdict, new VerdictDelegate(models::VerdictRole, m_table));
    m_table->setItemDelegateForColumn(
        LibraryModel::Trend, new SparklineDelegate(models::SparklineRole, m_table));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_open, m_reveal, m_refresh, m_rebuild});
    auto* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    m_table->enableColumnMenu();
    if (!m_table->restoreColumns(m_settings.viewState(headerState))) {
        for (const int column : {LibraryModel::Users, LibraryModel::Duration, LibraryModel::Tags}) {
            m_table->setColumnHidden(column, true);
        }
        m_table->sortByColumn(LibraryModel::Started, Qt::DescendingOrder);
    }
    const auto keep = [this, header] { m_settings.setViewState(headerState, header->saveState()); };
    connect(header, &QHeaderView::sectionResized, this, keep);
    connect(header, &QHeaderView::sectionMoved, this, keep);
    connect(header, &QHeaderView::sortIndicatorChanged, this, keep);
    connect(m_table, &TableView::columnsChosen, this, keep);
    connect(m_table, &QTableView::activated, this, &LibraryPage::openCurrent);
    connect(m_table, &TableView::currentRowChanged, this, [this] {
        const auto any = !currentFile().isEmpty();
        m_open->setEnabled(any);
        m_reveal->setEnabled(any);
    });
}

void LibraryPage::buildActions()
{
    m_open = new QAction(ui::icon(u"open"), tr("Open"), this);
    m_open->setToolTip(tr("Open the report (Enter)"));
    m_reveal = new QAction(ui::icon(u"folder"), tr("Show in folder"), this);
    m_refresh = new QAction(ui::icon(u"refresh"), tr("Refresh"), this);
    m_refresh->setToolTip(tr("Look for changes (F5)"));
    m_rebuild = new QAction(tr("Rebuild index"), this);
    m_rebuild->setToolTip(tr("Throw the index away and read every report again"));
    m_open->setEnabled(false);
    m_reveal->setEnabled(false);
    connect(m_open, &QAction::triggered, this, &LibraryPage::openCurrent);
    connect(m_reveal, &QAction::triggered, this, &LibraryPage::revealCurrent);
    connect(m_refresh, &QAction::triggered, &m_loader, &models::LibraryLoader::refresh);
    connect(m_rebuild, &QAction::triggered, &m_loader, &models::LibraryLoader::rebuild);
}

void LibraryPage::showListing()
{
    const auto before = currentFile();
    m_notice->clear();
    m_model->setRows(m_loader.listing().rows);
    showEmptyState();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const auto index = m_proxy->index(row, 0);
        if (before.isEmpty() || index.data(models::KeyRole).toString() == before) {
            m_table->setCurrentIndex(index);
            break;
        }
    }
    updateCount();
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
        m_empty->setText(tr("Every run is kept here with its verdict, and reports dropped into the folder "
                            "appear by themselves."));
        m_empty->setButtonText(tr("Run a scenario"));
    }
}

void LibraryPage::updateCount()
{
    const auto all = m_model->rowCount();
    const auto shown = m_proxy->rowCount();
    auto text
        = shown == all ? tr("%n report(s)", nullptr, all) : tr("%1 of %n report(s)", nullptr, all).arg(shown);
    if (m_loader.listing().readOnly)
        text += QStringLiteral(" · ") + tr("read-only");
    if (const auto pending = m_loader.listing().pending; pending > 0)
        text += QStringLiteral(" · ") + tr("%n still being copied", nullptr, pending);
    m_count->setText(text);
}

QString LibraryPage::currentFile() const
{
    return m_table ? m_table->currentIndex().data(models::KeyRole).toString() : QString();
}

void LibraryPage::openCurrent()
{
    if (const auto file = currentFile(); !file.isEmpty())
        Q_EMIT openReport(file);
}

void LibraryPage::revealCurrent()
{
    if (const auto file = currentFile(); !file.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}

} // namespace plumb::ui

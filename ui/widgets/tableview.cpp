// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace plumb::ui {

TableView::TableView(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(Theme::rowHeight);
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(40);
    // Rows that are looked at for the width of a column; a thousand of them, as by default, take a moment.
    horizontalHeader()->setResizeContentsPrecision(100);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_dragging)
            return;
        m_widthsChosen = true;
        Q_EMIT widthsChosen();
    });
    horizontalHeader()->viewport()->installEventFilter(this);
}

void TableView::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    m_sized = false;
    if (!model)
        return;
    if (m_stretch < 0)
        setStretchColumn(m_stretch);
    // The header would ask every cell of a column whether it is chosen, 170,000 of them where all of 10,000
    // rows are; it shows nothing of it.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::rowsChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::rowsChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableView::rowsChanged);
    rowsChanged();
}

void TableView::setFitRows(int most)
{
    m_fitRows = most;
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateGeometry();
}

/// A figure in a column that takes the room that is left would stand far from its neighbours.
bool TableView::endsInFigures() const
{
    if (model() == nullptr || model()->columnCount() == 0)
        return false;
    const auto alignment
        = model()->headerData(model()->columnCount() - 1, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    return (alignment & Qt::AlignRight) != 0;
}

void TableView::setStretchColumn(int column)
{
    m_stretch = column;
    horizontalHeader()->setStretchLastSection(column < 0 && !endsInFigures());
    if (column >= 0)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void TableView::enableColumnMenu()
{
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu(this);
        fillColumnMenu(&menu);
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
}

void TableView::addColumnChoice(QMenu* menu)
{
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(menu); });
    fillColumnMenu(menu);
}

void TableView::fillColumnMenu(QMenu* menu)
{
    menu->clear();
    auto* header = horizontalHeader();
    for (int column = 0; column < model()->columnCount(); ++column) {
        auto* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // The last column that is left cannot go: there would be no header to bring it back with.
        action->setEnabled(isColumnHidden(column) || header->count() - header->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            Q_EMIT columnsChosen();
        });
    }
    menu->addSeparator();
    connect(
        menu->addAction(tr("&Reset columns")), &QAction::triggered, this, &TableView::columnsResetRequested);
}

bool TableView::restoreColumns(const QByteArray& state)
{
    m_sized = horizontalHeader()->restoreState(state);
    m_widthsChosen = m_sized;
    return m_sized;
}

void TableView::forgetWidths()
{
    m_widthsChosen = false;
    fitAgain();
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    describeEmpty();
    viewport()->update();
}

void TableView::describeEmpty()
{
    if (!m_emptyText.isEmpty())
        setAccessibleDescription(model() != nullptr && model()->rowCount() == 0 ? m_emptyText : QString());
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || model() == nullptr || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(Theme::of(this).muted);
    // Near the top, where rows would stand: the lower part of a high table may be out of sight.
    const bool high = viewport()->height() > 3 * Theme::rowHeight;
    const auto room = viewport()->rect().adjusted(Theme::space4, high ? Theme::space5 : 0, -Theme::space4, 0);
    painter.drawText(
        room, Qt::AlignHCenter | (high ? Qt::AlignTop : Qt::AlignVCenter) | Qt::TextWordWrap, m_emptyText);
}

QSize TableView::sizeHint() const
{
    if (m_fitRows <= 0 || !model())
        return QTableView::sizeHint();
    const auto rows = std::clamp(model()->rowCount(), 1, m_fitRows);
    const auto bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0;
    return {QTableView::sizeHint().width(),
        horizontalHeader()->sizeHint().height() + rows * Theme::rowHeight + 2 * frameWidth() + bar};
}

QSize TableView::minimumSizeHint() const
{
    return m_fitRows > 0 ? QSize(200, sizeHint().height()) : QTableView::minimumSizeHint();
}

bool TableView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == horizontalHeader()->viewport()) {
        // Widths change without a hand on the header too: with the window, with the rows.
        const auto type = event->type();
        if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick)
            m_dragging = true;
        else if (type == QEvent::MouseButtonRelease)
            m_dragging = false;
    }
    return QTableView::eventFilter(watched, event);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    // Rows are what is chosen here: the first and the last of them, not the cells of a row.
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        QKeyEvent toEdge(QEvent::KeyPress, event->key(), event->modifiers() | Qt::ControlModifier);
        QTableView::keyPressEvent(&toEdge);
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current);
}

void TableView::rowsChanged()
{
    // Widths follow the first rows that come; after that they are the user's.
    if (!m_sized && model()->rowCount() > 0) {
        m_sized = true;
        resizeColumnsToContents();
        // That took the room that was left away from the column that has it.
        setStretchColumn(m_stretch);
    }
    if (m_fitRows > 0)
        updateGeometry();
    describeEmpty();
}

void TableView::fitAgain()
{
    if (m_widthsChosen)
        return;
    m_sized = false;
    rowsChanged();
}

void TableView::copySelection() const
{
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const auto& row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (!isColumnHidden(column))
                cells << model()->index(row.row(), column).data().toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace plumb::ui

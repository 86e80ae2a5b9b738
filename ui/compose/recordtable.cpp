// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/recordtable.h"

#include "ui/compose/choicedelegate.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace plumb::ui {

namespace {

constexpr int rowsAtLeast = 4;
constexpr int rowsAtMost = 12;
constexpr int rowsWhereLow = 2;
constexpr int rowsBeforeRest = 1000; ///< the rows get the height first, what they do not need stays empty
constexpr int narrowest = 60; ///< of a column
constexpr int widest = 400;

QToolButton* button(QWidget* row, QStringView iconName, const QString& text)
{
    auto* tool = new QToolButton(row);
    tool->setIcon(icon(iconName));
    tool->setText(text);
    tool->setToolTip(text);
    tool->setAccessibleName(text);
    tool->setAutoRaise(true);
    tool->setFocusPolicy(Qt::StrongFocus);
    row->layout()->addWidget(tool);
    return tool;
}

} // namespace

/// Shares its width among the columns by what they hold, and says what to do where there are no rows.
class RecordTable::View : public QTableView
{
public:
    [[nodiscard]] int heightOf(int rows) const
    {
        return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
            + 2 * frameWidth();
    }
    void shareWidth()
    {
        std::vector<int> widths;
        int sum = 0;
        for (int column = 0; column < model()->columnCount(); ++column) {
            const auto wanted
                = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column))
                + Theme::space2;
            widths.push_back(std::clamp(wanted, narrowest, widest));
            sum += widths.back();
        }
        if (widths.empty())
            return;
        const auto spare = std::max(0, viewport()->width() - sum);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            // The last takes what a division leaves over.
            const auto part = i + 1 < widths.size()
                ? spare / std::ssize(widths)
                : spare - spare / std::ssize(widths) * (std::ssize(widths) - 1);
            setColumnWidth(static_cast<int>(i), widths[i] + static_cast<int>(part));
        }
    }

protected:
    /// Tab out of a cell that is edited leads to the next one that can be written in.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        if (action != MoveNext && action != MovePrevious)
            return QTableView::moveCursor(action, modifiers);
        const int columns = model()->columnCount();
        const int cells = model()->rowCount() * columns;
        const int step = action == MoveNext ? 1 : cells - 1;
        int cell = currentIndex().row() * columns + currentIndex().column();
        for (int tried = 1; tried < cells; ++tried) {
            cell = (cell + step) % cells;
            const auto index = model()->index(cell / columns, cell % columns);
            if (index.flags().testFlag(Qt::ItemIsEditable) && !isColumnHidden(index.column()))
                return index;
        }
        return currentIndex();
    }
    void resizeEvent(QResizeEvent* event) override
    {
        QTableView::resizeEvent(event);
        shareWidth();
    }
    void paintEvent(QPaintEvent* event) override
    {
        QTableView::paintEvent(event);
        if (model()->rowCount() > 0)
            return;
        QPainter painter(viewport());
        painter.setPen(Theme::of(this).muted);
        painter.drawText(viewport()->rect().adjusted(Theme::space4, 0, -Theme::space4, 0),
            Qt::AlignCenter | Qt::TextWordWrap, RecordTable::tr("None. Insert, or + below, adds one."));
    }
};

RecordTable::RecordTable(models::ScenarioDocument& document, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_model(document)
    , m_view(new View)
    , m_buttons(new QWidget)
{
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space1);
    m_add = button(m_buttons, u"add", tr("Add"));
    m_remove = button(m_buttons, u"delete", tr("Remove"));
    m_up = button(m_buttons, u"chevron-up", tr("Move up"));
    m_down = button(m_buttons, u"chevron-down", tr("Move down"));
    row->addStretch();

    m_view->setModel(&m_model);
    m_view->setAccessibleName(accessibleName);
    m_view->setItemDelegate(new ChoiceDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
        | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    // Arrows move inside the table; Tab reaches the next control, or the next cell while one is edited.
    m_view->setTabKeyNavigation(false);
    m_view->setAlternatingRowColors(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(Theme::rowHeight + Theme::space1);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->installEventFilter(this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space1);
    column->addWidget(m_view);
    column->addWidget(m_buttons);

    connect(m_add, &QToolButton::clicked, this, &RecordTable::add);
    connect(m_remove, &QToolButton::clicked, this, &RecordTable::removeSelected);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordTable::fit);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateButtons();
        Q_EMIT currentRowChanged(currentRow());
    });
    fit();
}

QTableView* RecordTable::view() const
{
    return m_view;
}

void RecordTable::setList(models::RecordList list)
{
    // The columns follow the list; a running editor belongs to the one before.
    const auto same = m_model.list().path == list.path;
    const auto row = same ? currentRow() : -1;
    m_model.setList(std::move(list));
    if (row >= 0)
        m_view->selectRow(row);
}

int RecordTable::currentRow() const
{
    return m_view->currentIndex().row();
}

void RecordTable::setShrinking()
{
    m_shrinking = true;
    // The buttons stay right below the rows.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->setStretch(0, rowsBeforeRest);
    column->addStretch(1);
    fit();
}

void RecordTable::addButton(QWidget* widget)
{
    m_buttons->layout()->addWidget(widget);
}

bool RecordTable::showProblem(const std::string& path)
{
    const auto row = m_model.rowOfPath(path);
    if (!row)
        return false;
    if (*row >= 0 && *row < m_model.rowCount())
        m_view->setCurrentIndex(m_model.index(*row, 0));
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

bool RecordTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete && currentRow() >= 0) {
            removeSelected();
            return true;
        }
        if (key->key() == Qt::Key_Insert) {
            add();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecordTable::add()
{
    const auto row = m_model.append();
    if (row >= m_model.rowCount())
        return;
    const auto first = m_model.index(row, 0);
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrentIndex(first);
    m_view->edit(first);
}

void RecordTable::removeSelected()
{
    std::vector<int> rows;
    const auto selected = m_view->selectionModel()->selectedRows();
    for (const auto& index : selected)
        rows.push_back(index.row());
    if (rows.empty() && currentRow() >= 0)
        rows.push_back(currentRow());
    const auto next = currentRow();
    m_model.removeRows(rows);
    if (m_model.rowCount() > 0)
        m_view->selectRow(std::min(next, m_model.rowCount() - 1));
    updateButtons();
}

void RecordTable::move(int by)
{
    m_view->selectRow(m_model.moveRow(currentRow(), by));
}

void RecordTable::updateButtons()
{
    const auto row = currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
}

void RecordTable::fit()
{
    m_view->shareWidth();
    const auto rows = std::clamp(m_model.rowCount(), rowsAtLeast, rowsAtMost);
    m_view->setMinimumHeight(m_view->heightOf(m_shrinking ? rowsWhereLow : rows));
    m_view->setMaximumHeight(m_view->heightOf(rows));
    updateButtons();
}

} // namespace plumb::ui

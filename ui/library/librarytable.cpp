// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarytable.h"

#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"
#include "ui/models/roles.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAbstractItemDelegate>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>

namespace plumb::ui {

namespace {

/// A date whose year goes first where the room ends: "2026-11-28 14:19", "11-28 14:19". The tooltip has it
/// whole.
class DateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int margin = option->widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
        const int room = option->rect.width() - 2 * margin;
        // Asked for its wish it has no room yet.
        if (option->rect.width() > 0 && option->fontMetrics.horizontalAdvance(option->text) > room)
            option->text.remove(0, qsizetype{5});
    }
};

} // namespace

LibraryTable::LibraryTable(models::LibraryFilterProxy* model, QWidget* parent)
    : TableView(tr("Reports"), parent)
    , m_list(model)
{
    // A screenful: widths are fitted with every change of a library, and each row costs seventeen cells.
    horizontalHeader()->setResizeContentsPrecision(40);
    setModel(model);
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setDefaultDropAction(Qt::CopyAction);
    setItemDelegateForColumn(models::LibraryModel::Started, new DateDelegate(this));
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        // Widths that are set by the program are set without a button held down.
        if (!m_sharing && QApplication::mouseButtons() != Qt::NoButton)
            m_byHand = true;
    });
}

void LibraryTable::growToFit(int column)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    // Ten thousand rows hold a handful of different cells.
    QSet<QString> seen;
    int width = columnWidth(column);
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const QModelIndex index = m_list->index(row, column);
        if (m_list->isGroup(index) || seen.contains(index.data().toString()))
            continue;
        seen.insert(index.data().toString());
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    setColumnWidth(column, width);
}

namespace {

using models::LibraryModel;

/// What a column may shrink to, in the order in which they give way.
constexpr std::pair<int, int> givesWay[]
    = {{LibraryModel::Notes, 64}, {LibraryModel::Tags, 64}, {LibraryModel::Operation, 150},
        {LibraryModel::Trend, 104}, {LibraryModel::Version, 60}, {LibraryModel::Environment, 72},
        {LibraryModel::Trend, 72}, {LibraryModel::Tags, 48}, {LibraryModel::Notes, 48},
        {LibraryModel::Started, 92}, {LibraryModel::Operation, 112}, {LibraryModel::Trend, 56},
        {LibraryModel::Verdict, 84}, {LibraryModel::Operation, 96}, {LibraryModel::Environment, 56},
        {LibraryModel::Verdict, 72}, {LibraryModel::Tags, 40}, {LibraryModel::Notes, 40}};
/// With groups their headings say it.
constexpr int groupedOperation = 112;
constexpr int mostWanted = 240;

} // namespace

void LibraryTable::fitColumns()
{
    if (m_byHand)
        return;
    measure();
    shareRoom();
}

void LibraryTable::measure()
{
    const int columns = m_list->columnCount();
    m_wanted.assign(static_cast<std::size_t>(columns), 0);
    for (int column = 0; column < columns; ++column) {
        if (!isColumnHidden(column))
            m_wanted[static_cast<std::size_t>(column)] = std::min(
                mostWanted, std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
    }
    if (m_list->isGrouped()) {
        auto& operation = m_wanted[LibraryModel::Operation];
        operation = std::min(operation, groupedOperation);
    }
    if (!isColumnHidden(LibraryModel::Verdict)) {
        growToFit(LibraryModel::Verdict);
        m_wanted[LibraryModel::Verdict]
            = std::max(m_wanted[LibraryModel::Verdict], columnWidth(LibraryModel::Verdict));
    }
}

void LibraryTable::shareRoom()
{
    if (m_byHand || m_wanted.empty() || viewport()->width() <= 0)
        return;
    auto widths = m_wanted;
    int over = -viewport()->width();
    for (const int width : widths)
        over += width;
    for (const auto& [column, least] : givesWay) {
        auto& width = widths[static_cast<std::size_t>(column)];
        const int cut = std::clamp(over, 0, std::max(0, width - least));
        width -= cut;
        over -= cut;
    }
    m_sharing = true;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (widths[column] > 0)
            setColumnWidth(static_cast<int>(column), widths[column]);
    }
    m_sharing = false;
}

void LibraryTable::resizeEvent(QResizeEvent* event)
{
    TableView::resizeEvent(event);
    shareRoom();
}

void LibraryTable::paintEvent(QPaintEvent* event)
{
    TableView::paintEvent(event);
    if (m_list->rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int first = std::max(0, rowAt(0));
    const int last
        = rowAt(viewport()->height() - 1) < 0 ? m_list->rowCount() - 1 : rowAt(viewport()->height() - 1);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_list->index(row, 0);
        if (m_list->isGroup(index)) {
            paintGroup(painter, row);
        } else if (const auto* entry = m_list->entryAt(index); entry != nullptr && !entry->readable()) {
            paintUnreadable(painter, row);
        }
    }
}

void LibraryTable::paintUnreadable(QPainter& painter, int row) const
{
    const Theme& theme = Theme::of(this);
    const QRect band(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    const bool selected = selectionModel()->isRowSelected(row);
    painter.fillRect(
        band, selected ? palette().color(QPalette::Inactive, QPalette::Highlight) : theme.surface);
    const int top = band.top() + (band.height() - Theme::iconSize) / 2;
    const QRect mark(Theme::space2, top, Theme::iconSize, Theme::iconSize);
    icon(u"error", theme.fail.ink).paint(&painter, QStyle::visualRect(layoutDirection(), band, mark));
    painter.setFont(font());
    const QString word = m_list->index(row, LibraryModel::Verdict).data().toString();
    QRect rest = band.adjusted(mark.right() + Theme::space1, 0, -Theme::space2, 0);
    const auto draw = [&](const QString& text, const QColor& ink) {
        painter.setPen(ink);
        painter.drawText(QStyle::visualRect(layoutDirection(), band, rest),
            Qt::AlignVCenter | Qt::AlignLeading,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, rest.width()));
    };
    draw(word, theme.fail.ink);
    rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(word) + Theme::space3);
    draw(m_list->index(row, LibraryModel::Operation).data().toString(), theme.text);
}

void LibraryTable::paintGroup(QPainter& painter, int row) const
{
    const QModelIndex index = m_list->index(row, 0);
    const Theme& theme = Theme::of(this);
    const QRect band(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    const bool selected = selectionModel()->isRowSelected(row);
    painter.fillRect(
        band, selected ? palette().color(QPalette::Inactive, QPalette::Highlight) : theme.window);
    const bool open = index.data(models::OpenRole).toBool();
    const int top = band.top() + (band.height() - Theme::iconSize) / 2;
    const QRect mark = QStyle::visualRect(
        layoutDirection(), band, QRect(Theme::space2, top, Theme::iconSize, Theme::iconSize));
    icon(open ? u"chevron-down" : (isRightToLeft() ? u"chevron-left" : u"chevron-right"), theme.muted)
        .paint(&painter, mark);
    painter.setFont(typeFont(TypeSize::section, font()));
    painter.setPen(theme.text);
    const QRect words = band.adjusted(Theme::space2 + Theme::iconSize + Theme::space1, 0, -Theme::space2, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), band, words), Qt::AlignVCenter | Qt::AlignLeading,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

void LibraryTable::toggle(const QModelIndex& index)
{
    const int row = index.row();
    m_list->toggleGroup(index);
    setCurrentIndex(m_list->index(row, 0));
}

void LibraryTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if (m_list->isGroup(index)) {
        const bool open = index.data(models::OpenRole).toBool();
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter || (event->key() == Qt::Key_Left && open) || (event->key() == Qt::Key_Right && !open)) {
            toggle(index);
            return;
        }
    }
    TableView::keyPressEvent(event);
}

void LibraryTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_list->isGroup(index)) {
        toggle(index);
        return;
    }
    TableView::mousePressEvent(event);
}

} // namespace plumb::ui

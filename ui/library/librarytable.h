// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tableview.h"

namespace plumb::models {
class LibraryFilterProxy;
} // namespace plumb::models

namespace plumb::ui {

/// The list of reports: several may be chosen and dragged out as files; a row that heads a group goes over
/// the whole width and folds by a click, Enter, Left and Right.
class LibraryTable : public TableView
{
    Q_OBJECT

public:
    explicit LibraryTable(models::LibraryFilterProxy* model, QWidget* parent = nullptr);

    /// Makes a column as wide as the widest of its cells in all rows, where it is narrower: for cells of few
    /// kinds.
    void growToFit(int column);
    /// As wide as their contents; where the room ends the columns that can be cut give way first. Holds, and
    /// follows the width of the list, until the user drags a column.
    void fitColumns();
    /// Widths are the user's from now on, or follow fitColumns() again.
    void setArrangedByHand(bool byHand) { m_byHand = byHand; }
    [[nodiscard]] bool arrangedByHand() const { return m_byHand; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintGroup(QPainter& painter, int row) const;
    /// Its reason, over the whole width: no column would have room for it.
    void paintUnreadable(QPainter& painter, int row) const;
    void toggle(const QModelIndex& index);
    void measure();
    void shareRoom();

    models::LibraryFilterProxy* m_list;
    std::vector<int> m_wanted; ///< widths of the columns by their contents
    bool m_byHand = false;
    bool m_sharing = false;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QMenu;

namespace plumb::ui {

/// A table as all pages show it: whole rows selected, rows of one height, no grid, columns by their contents.
/// It copies the selected rows as text that spreadsheets take. With setFitRows() it is as high as its rows,
/// for tables inside a page that scrolls as a whole.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const QString& accessibleName, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// At most @p most rows high, at least one.
    void setFitRows(int most);
    /// This column takes the room that is left; none (-1): the last one. For tables whose columns the user
    /// does not arrange.
    void setStretchColumn(int column);
    /// Lets the user choose columns from a menu on the header.
    void enableColumnMenu();
    /// The same choice in another menu, filled anew each time it opens.
    void addColumnChoice(QMenu* menu);
    /// Takes over what QHeaderView::saveState() gave, as the user's own widths. False: it does not fit, and
    /// columns follow their contents.
    bool restoreColumns(const QByteArray& state);
    /// Columns follow their contents again, whatever the user has dragged.
    void forgetWidths();
    /// Columns follow the contents once more, as with the first rows; not where the user has dragged one.
    void fitAgain();
    /// A calm sentence in the place of the rows while there are none: why, and what would fill the table.
    void setEmptyText(const QString& text);
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(const QModelIndex& current);
    /// The user has dragged a column.
    void widthsChosen();
    /// A column was shown or hidden from the header's menu.
    void columnsChosen();
    /// "Reset columns" was asked for; whoever keeps the columns knows how they were.
    void columnsResetRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void rowsChanged();
    [[nodiscard]] bool endsInFigures() const;
    void copySelection() const;
    void fillColumnMenu(QMenu* menu);

    void describeEmpty();

    QString m_emptyText;
    int m_fitRows = 0;
    int m_stretch = -1;
    bool m_sized = false;
    bool m_dragging = false; ///< a button is down on the header
    bool m_widthsChosen = false; ///< the user has dragged a column
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace plumb::ui {

/// Widgets of equal width side by side; where there is not room for all, in rows of half as many. Hidden ones
/// take no room.
class FoldingRow : public QWidget
{
public:
    explicit FoldingRow(QWidget* parent = nullptr);

    /// Takes @p widget over.
    void add(QWidget* widget);
    /// The width of the folded row.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QList<QWidget*> shown() const;
    [[nodiscard]] int widthOf(int columns) const;
    void arrange();

    QGridLayout* m_grid;
    QList<QWidget*> m_widgets;
    QList<QWidget*> m_placed; ///< as they stand in the grid
    int m_columns = 0;
};

} // namespace plumb::ui

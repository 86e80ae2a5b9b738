// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace plumb::ui {

class ElidedLabel;
class NoticeBar;
class Plot;
class TableView;

/// Around each plot: title, a sentence that says what the plot shows, and a menu (table, PNG, SVG, CSV) that
/// appears on hover and focus.
class ChartFrame : public QFrame
{
    Q_OBJECT

public:
    /// Takes @p plot over.
    ChartFrame(const QString& title, Plot* plot, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// One sentence, "p95 rose from 41 to 63 ms at 00:42 and stayed"; also what a screen reader says.
    void setCaption(const QString& caption);
    /// What the plot's figures are, by its name in the catalogue of metrics: "latency_ms". The frame and its
    /// menu then explain them. Empty: nothing to explain.
    void setMetric(const QString& metric);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString caption() const;
    [[nodiscard]] Plot* plot() const { return m_plot; }
    /// Takes @p control over and puts it beside the menu, for a choice of what the plot shows.
    void addControl(QWidget* control);

    [[nodiscard]] bool showsTable() const;
    void setShowsTable(bool table);
    /// To the clipboard: the picture in light colours, as files have it, or the numbers as CSV.
    void copyPicture();
    void copyData();

    /// Writes PNG, SVG or CSV by the suffix of @p path; a failure shows in the frame. True on success.
    bool saveAs(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildMenu();
    void chooseFile(const QString& suffix, const QString& filter);
    void updateMenuButton();
    void updateAccess();
    void recolor();

    Plot* m_plot;
    QHBoxLayout* m_top;
    QLabel* m_title;
    ElidedLabel* m_caption;
    NoticeBar* m_notice;
    QToolButton* m_menuButton;
    QMenu* m_menu;
    QAction* m_tableAction = nullptr;
    QAction* m_helpAction = nullptr;
    QStackedLayout* m_stack;
    TableView* m_table = nullptr;
};

} // namespace plumb::ui

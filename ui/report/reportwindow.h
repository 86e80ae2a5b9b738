// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QMainWindow>

class QToolBar;

namespace plumb::ui {

class ReportPage;
class Settings;

/// A report in a window of its own, with its own time range, beside the workbench and other reports.
class ReportWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @p settings outlives the window; it keeps where the window last stood.
    explicit ReportWindow(Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] ReportPage* page() const { return m_page; }
    /// "Link time ranges": all report windows share one switch.
    [[nodiscard]] QAction* linkAction() const { return m_link; }

Q_SIGNALS:
    /// "New window" was asked for.
    void openReport(const QString& file);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildMenus();
    void showActions();
    void showTitle();

    Settings& m_settings;
    ReportPage* m_page;
    QToolBar* m_bar;
    QAction* m_link;
};

} // namespace plumb::ui

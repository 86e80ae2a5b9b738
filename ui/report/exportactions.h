// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exporter.h"
#include "ui/models/reportview.h"

#include <QObject>

#include <functional>
#include <string>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace plumb::ui {

/// Takes the report that is open to other programs: as Markdown on the clipboard, or as a file of any format
/// the core writes.
class ExportActions : public QObject
{
    Q_OBJECT

public:
    /// @p window is the parent of the file dialog and of the menu.
    explicit ExportActions(QWidget* window);
    ~ExportActions() override;

    /// Null: nothing is open, and the actions are disabled.
    void setReport(const std::shared_ptr<const models::ReportView>& report);
    [[nodiscard]] QAction* copyAction() const { return m_copy; }
    /// Puts a way of exporting that is not a format of the core on top of the menu.
    void addFormat(QAction* action);
    /// Holds a menu with an entry for each format.
    [[nodiscard]] QAction* exportAction() const { return m_export; }

Q_SIGNALS:
    void done(const QString& text);
    void failed(const plumb::Error& error);

private:
    using Documents = std::vector<exporting::Document>;
    /// Calls @p then in this thread; failed() where there is nothing to call it with.
    void write(const std::string& format, std::function<void(const Documents& documents)> then);
    void copyMarkdown();
    void saveAs(const std::string& format);
    void save(const Documents& documents, const QString& reportFile);

    QWidget* m_window;
    std::unique_ptr<QMenu> m_menu;
    QAction* m_copy;
    QAction* m_export;
    std::shared_ptr<const models::ReportView> m_report;
};

} // namespace plumb::ui

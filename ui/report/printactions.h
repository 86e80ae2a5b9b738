// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/printjob.h"

#include <functional>

class QAction;
class QPrinter;
class QWidget;

namespace plumb::ui {

/// "Print…" and "Export as PDF…" of the report that is open. Notes are read and pages laid out in a pool
/// thread; the file is written there too.
class PrintActions : public QObject
{
    Q_OBJECT

public:
    /// What is on the screen; no report: nothing.
    struct Shown
    {
        std::shared_ptr<const models::ReportView> report;
        std::shared_ptr<const models::RangeFigures> range; ///< null: the whole run
        std::vector<PrintJob::Chart> charts;
    };

    /// @p window is the parent of the dialogs.
    PrintActions(QWidget* window, std::function<Shown()> shown);
    ~PrintActions() override;

    [[nodiscard]] QAction* printAction() const { return m_print; }
    [[nodiscard]] QAction* pdfAction() const { return m_pdf; }
    /// Another report is shown, or none: what is being painted of the one before is given up.
    void reportChanged();

    /// Gives up what is being painted; nothing of it is written or printed.
    void cancel();
    /// What "Export as PDF…" does once a file was chosen; done() or failed() tells the end.
    void writePdf(const QString& path);

Q_SIGNALS:
    void done(const QString& text);
    void failed(const plumb::Error& error);
    void busyChanged(bool busy);
    /// Texts of pages and charts that are painted, and how many there are.
    void progress(int done, int total);

private:
    using Ready = std::function<void(const std::shared_ptr<const ReportPrint>&)>;
    void choosePrinter();
    void chooseFile();
    /// Lays out what is shown, then calls @p ready in this thread.
    void prepare(const Shown& shown, Ready ready);
    void paint(QPagedPaintDevice& device, const std::shared_ptr<const ReportPrint>& print, const Shown& shown,
        std::function<void()> painted);
    void setBusy(bool busy);
    void fail(const Error& error);

    QWidget* m_window;
    std::function<Shown()> m_shown;
    QAction* m_print;
    QAction* m_pdf;
    std::unique_ptr<QPrinter> m_printer;
    struct PdfFile;
    std::unique_ptr<PdfFile> m_file; ///< that is being painted
    std::unique_ptr<PrintJob> m_job; ///< goes first: it paints on the others
    int m_asked = 0; ///< answers for an earlier report are dropped
    bool m_busy = false;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/printactions.h"

#include "base/files.h"
#include "library/annotations.h"
#include "ui/charts/plot.h"
#include "ui/report/whendone.h"
#include "ui/shell/icons.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QtConcurrentRun>

namespace plumb::ui {

namespace {

/// LIBRARY of LIBRARY/reports/<operation>/<report>.json; a report elsewhere has no notes.
std::filesystem::path libraryOf(const QString& file)
{
    QDir folder = QFileInfo(file).absoluteDir();
    const bool inLibrary = folder.cdUp() && folder.dirName() == QLatin1String("reports") && folder.cdUp();
    return inLibrary ? std::filesystem::path(folder.path().toStdString()) : std::filesystem::path();
}

std::optional<AxisRange> windowOf(const PrintActions::Shown& shown)
{
    return shown.range ? std::optional(AxisRange{shown.range->range.from_s, shown.range->range.to_s})
                       : std::nullopt;
}

} // namespace

struct PrintActions::PdfFile
{
    explicit PdfFile(const QString& title)
        : writer(&buffer)
    {
        buffer.open(QIODevice::WriteOnly);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Plumbline"));
        // Charts give their fonts in points: at this resolution they come out as on the screen.
        writer.setResolution(ReportPrint::unitsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
    }
    QBuffer buffer;
    QPdfWriter writer;
};

PrintActions::PrintActions(QWidget* window, std::function<Shown()> shown)
    : QObject(window)
    , m_window(window)
    , m_shown(std::move(shown))
    , m_print(new QAction(icon(u"print"), tr("&Print…"), this))
    , m_pdf(new QAction(icon(u"download"), tr("Export as P&DF…"), this))
{
    m_print->setShortcut(QKeySequence::Print);
    m_print->setStatusTip(tr("Print the report, or the part of the run that is chosen"));
    m_pdf->setStatusTip(tr("Write the report, or the part of the run that is chosen, as a PDF file"));
    connect(m_print, &QAction::triggered, this, &PrintActions::choosePrinter);
    connect(m_pdf, &QAction::triggered, this, &PrintActions::chooseFile);
    reportChanged();
}

PrintActions::~PrintActions() = default;

void PrintActions::reportChanged()
{
    const bool given = m_busy;
    cancel();
    if (given)
        Q_EMIT failed(Error{ErrorKind::usage,
            tr("another report was opened before all pages were painted").toStdString(), {},
            tr("open the first one again and print it").toStdString()});
}

void PrintActions::cancel()
{
    ++m_asked;
    if (m_job && m_printer)
        m_printer->abort(); // the pages so far are not to come out
    m_job.reset();
    m_file.reset();
    m_printer.reset();
    setBusy(false);
}

void PrintActions::setBusy(bool busy)
{
    if (m_busy != busy)
        Q_EMIT busyChanged(busy);
    m_busy = busy;
    const bool can = !busy && m_shown().report != nullptr;
    m_print->setEnabled(can);
    m_pdf->setEnabled(can);
}

void PrintActions::fail(const Error& error)
{
    m_job.reset();
    m_file.reset();
    m_printer.reset();
    setBusy(false);
    Q_EMIT failed(error);
}

void PrintActions::prepare(const Shown& shown, Ready ready)
{
    setBusy(true);
    std::vector<ReportPrint::ChartText> charts;
    for (const auto& chart : shown.charts)
        charts.push_back({chart.title, chart.caption});
    auto print
        = QtConcurrent::run([report = shown.report, range = shown.range, charts, font = m_window->font()] {
              const auto notes = library::readAnnotations(libraryOf(report->file), report->report.id).notes;
              return std::make_shared<const ReportPrint>(
                  models::reportDocument(*report, range.get(), notes), charts, font);
          });
    whenDone(this, std::move(print), [this, asked = ++m_asked, ready = std::move(ready)](const auto& made) {
        if (asked == m_asked)
            ready(made);
    });
}

void PrintActions::paint(QPagedPaintDevice& device, const std::shared_ptr<const ReportPrint>& print,
    const Shown& shown, std::function<void()> painted)
{
    m_job = std::make_unique<PrintJob>(device, print, shown.charts, windowOf(shown));
    connect(m_job.get(), &PrintJob::progress, this, &PrintActions::progress);
    connect(m_job.get(), &PrintJob::failed, this, &PrintActions::fail, Qt::QueuedConnection);
    connect(m_job.get(), &PrintJob::finished, this, std::move(painted), Qt::QueuedConnection);
    m_job->start();
}

void PrintActions::choosePrinter()
{
    m_printer = std::make_unique<QPrinter>();
    m_printer->setResolution(ReportPrint::unitsPerInch);
    m_printer->setPageSize(QPageSize(QPageSize::A4));
    m_printer->setFullPage(true);
    m_printer->setCreator(QStringLiteral("Plumbline"));
    auto* dialog = new QPrintDialog(m_printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the report"));
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this] {
        const auto shown = m_shown();
        if (!shown.report || !m_printer)
            return;
        prepare(shown, [this, shown](const std::shared_ptr<const ReportPrint>& print) {
            m_printer->setDocName(print->document().runningHead);
            paint(*m_printer, print, shown, [this, pages = print->pageCount()] {
                m_job.reset();
                m_printer.reset();
                setBusy(false);
                Q_EMIT done(tr("Printed: %n page(s)", nullptr, pages));
            });
        });
    });
    dialog->open();
}

void PrintActions::chooseFile()
{
    const auto shown = m_shown();
    if (!shown.report)
        return;
    const QString name = QFileInfo(shown.report->file).completeBaseName() + QStringLiteral(".pdf");
    auto path = QFileDialog::getSaveFileName(
        m_window, tr("Export as PDF"), QDir::home().filePath(name), tr("PDF document (*.pdf)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".pdf");
    writePdf(path);
}

void PrintActions::writePdf(const QString& path)
{
    const auto shown = m_shown();
    if (!shown.report || m_busy)
        return;
    prepare(shown, [this, shown, path](const std::shared_ptr<const ReportPrint>& print) {
        m_file = std::make_unique<PdfFile>(print->document().runningHead);
        paint(m_file->writer, print, shown, [this, path, pages = print->pageCount()] {
            m_job.reset();
            const QByteArray bytes = m_file->buffer.data();
            m_file.reset();
            auto written = QtConcurrent::run([path, bytes] {
                return writeFileAtomic(path.toStdString(),
                    std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            });
            whenDone(
                this, std::move(written), [this, path, pages, asked = m_asked](const Result<void>& result) {
                    if (asked != m_asked)
                        return;
                    if (!result) {
                        fail(result.error());
                        return;
                    }
                    setBusy(false);
                    Q_EMIT done(
                        tr("Written: %1, %n page(s)", nullptr, pages).arg(QDir::toNativeSeparators(path)));
                });
        });
    });
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/exportactions.h"

#include "ui/report/whendone.h"
#include "ui/shell/icons.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QtConcurrentRun>

namespace plumb::ui {

namespace {

/// The menu's words for a format; one that is newer than these shows its name.
QString formatText(std::string_view format)
{
    if (format == "markdown")
        return ExportActions::tr("&Markdown…");
    if (format == "csv")
        return ExportActions::tr("&CSV, three files with Locust's columns…");
    if (format == "json")
        return ExportActions::tr("&JSON, the whole report…");
    if (format == "flat-json")
        return ExportActions::tr("&Flat JSON, the main figures…");
    if (format == "hgrm")
        return ExportActions::tr("&Percentile distribution (hgrm)…");
    return ExportActions::tr("%1…").arg(
        QString::fromUtf8(format.data(), static_cast<qsizetype>(format.size())));
}

} // namespace

ExportActions::ExportActions(QWidget* window)
    : QObject(window)
    , m_window(window)
    , m_menu(std::make_unique<QMenu>())
    , m_copy(new QAction(icon(u"copy"), tr("Copy as Markdown"), this))
    , m_export(new QAction(icon(u"download"), tr("Export"), this))
{
    m_copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copy->setToolTip(tr("Copy the report as Markdown, for a ticket or a merge request (Ctrl+Shift+C)"));
    m_export->setToolTip(tr("Write the report in a format that other programs read"));
    connect(m_copy, &QAction::triggered, this, &ExportActions::copyMarkdown);
    for (const auto& exporter : exporting::exporters()) {
        const auto* action = m_menu->addAction(formatText(exporter->format()));
        connect(action, &QAction::triggered, this,
            [this, format = std::string(exporter->format())] { saveAs(format); });
    }
    m_export->setMenu(m_menu.get());
    setReport(nullptr);
}

ExportActions::~ExportActions() = default;

void ExportActions::setReport(const std::shared_ptr<const models::ReportView>& report)
{
    m_report = report;
    m_copy->setEnabled(report != nullptr);
    m_export->setEnabled(report != nullptr);
}

void ExportActions::addFormat(QAction* action)
{
    m_menu->insertAction(m_menu->actions().value(0), action);
}

void ExportActions::write(const std::string& format, std::function<void(const Documents& documents)> then)
{
    // A large report takes a while to write: not in the window's thread.
    auto documents = QtConcurrent::run([report = m_report, format]() -> Result<Documents> {
        const auto exporter = exporting::findExporter(format);
        return exporter ? (*exporter)->write(report->report) : Result<Documents>(exporter.error());
    });
    whenDone(this, std::move(documents), [this, then = std::move(then)](const Result<Documents>& written) {
        if (written)
            then(*written);
        else
            Q_EMIT failed(written.error());
    });
}

void ExportActions::copyMarkdown()
{
    write("markdown", [this](const Documents& documents) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(documents.front().text));
        Q_EMIT done(tr("The report is on the clipboard as Markdown."));
    });
}

void ExportActions::saveAs(const std::string& format)
{
    write(format, [this, file = m_report->file](const Documents& documents) { save(documents, file); });
}

void ExportActions::save(const Documents& documents, const QString& reportFile)
{
    // Of several files the user names what they begin with.
    const auto suffix = documents.size() == 1 ? QString::fromStdString(documents.front().suffix) : QString();
    const auto stem = QFileInfo(reportFile).completeBaseName();
    const auto path = QFileDialog::getSaveFileName(
        m_window, tr("Export the report"), QDir::home().filePath(stem + suffix));
    if (path.isEmpty())
        return;
    auto files = QtConcurrent::run([documents, path = path.toStdString(), stem = stem.toStdString()] {
        return exporting::writeDocuments(documents, path, stem);
    });
    whenDone(this, std::move(files), [this](const Result<std::vector<std::filesystem::path>>& written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        QStringList names;
        for (const auto& file : *written)
            names << QString::fromStdString(file.filename().string());
        Q_EMIT done(tr("Written: %1").arg(names.join(QStringLiteral(", "))));
    });
}

} // namespace plumb::ui

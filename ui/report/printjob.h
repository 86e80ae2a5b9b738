// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisarithmetic.h"
#include "ui/report/reportprint.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QCPPainter;
class QPagedPaintDevice;

namespace plumb::ui {

class Plot;

/// Paints a report that is laid out onto a device, a page's text or one chart in each turn of the event loop:
/// charts are widgets and can be painted in the window's thread alone, but not all at once. Charts are drawn
/// as vectors in light colours, over all they have, however they are zoomed on the screen.
class PrintJob : public QObject
{
    Q_OBJECT

public:
    struct Chart
    {
        QString title, caption;
        QPointer<Plot> plot;
        bool overTime = true; ///< its x axis is the time of the run
    };

    /// @p device outlives the job. @p window: the time that charts over time show; nothing: all.
    PrintJob(QPagedPaintDevice& device, std::shared_ptr<const ReportPrint> print, std::vector<Chart> charts,
        std::optional<AxisRange> window, QObject* parent = nullptr);
    ~PrintJob() override;

    void start();

Q_SIGNALS:
    void finished();
    void failed(const plumb::Error& error);
    /// Texts of pages and charts that are painted, and how many there are.
    void progress(int done, int total);

private:
    void next();
    void fitPaper();

    QPagedPaintDevice& m_device;
    std::shared_ptr<const ReportPrint> m_print;
    std::vector<Chart> m_charts;
    std::optional<AxisRange> m_window;
    std::unique_ptr<QCPPainter> m_painter;
    int m_page = 0;
    int m_painted = 0; ///< steps of all pages
    std::size_t m_done = 0; ///< steps of the page: its text, then chart after chart
};

} // namespace plumb::ui

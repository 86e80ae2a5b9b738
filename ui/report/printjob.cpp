// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/printjob.h"

#include "ui/charts/plot.h"

#include "ui/charts/qcustomplot.h"

#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QTimer>

#include <algorithm>

namespace plumb::ui {

PrintJob::PrintJob(QPagedPaintDevice& device, std::shared_ptr<const ReportPrint> print,
    std::vector<Chart> charts, std::optional<AxisRange> window, QObject* parent)
    : QObject(parent)
    , m_device(device)
    , m_print(std::move(print))
    , m_charts(std::move(charts))
    , m_window(window)
{
}

PrintJob::~PrintJob() = default;

void PrintJob::start()
{
    m_painter = std::make_unique<QCPPainter>();
    if (!m_painter->begin(&m_device)) {
        m_painter.reset();
        Q_EMIT failed(Error{ErrorKind::io, "the pages cannot be painted", tr("printer").toStdString(),
            tr("choose another printer, or export as PDF").toStdString()});
        return;
    }
    m_painter->setMode(QCPPainter::pmVectorized);
    m_painter->setMode(QCPPainter::pmNoCaching);
    fitPaper();
    QTimer::singleShot(0, this, &PrintJob::next);
}

void PrintJob::fitPaper()
{
    // Another size of paper than A4: as large as fits, in the middle.
    const QRectF paper = m_device.pageLayout().fullRectPixels(m_device.logicalDpiX());
    const QSizeF wanted = ReportPrint::paperSize();
    const double scale = std::min(paper.width() / wanted.width(), paper.height() / wanted.height());
    m_painter->translate(
        (paper.width() - scale * wanted.width()) / 2.0, (paper.height() - scale * wanted.height()) / 2.0);
    m_painter->scale(scale, scale);
}

void PrintJob::next()
{
    const auto& charts = m_print->chartsOf(m_page);
    if (m_done == 0) {
        m_print->paintPage(*m_painter, m_page);
    } else {
        const auto& place = charts[m_done - 1];
        const Chart& chart = m_charts.at(place.chart);
        if (chart.plot != nullptr)
            chart.plot->paintOn(
                *m_painter, place.room, Theme::light(), chart.overTime ? m_window : std::nullopt);
    }
    Q_EMIT progress(++m_painted, m_print->pageCount() + static_cast<int>(m_charts.size()));
    if (++m_done > charts.size()) {
        m_done = 0;
        if (++m_page >= m_print->pageCount()) {
            m_painter->end();
            Q_EMIT finished();
            return;
        }
        m_device.newPage();
    }
    QTimer::singleShot(0, this, &PrintJob::next);
}

} // namespace plumb::ui

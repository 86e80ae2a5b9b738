// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartexport.h"

#include "base/files.h"
#include "ui/charts/plot.h"

#include "ui/charts/qcustomplot.h"

#include <QBuffer>
#include <QFileInfo>
#include <QSvgGenerator>

namespace plumb::ui {

namespace {

constexpr int pixelRatio = 2;
constexpr QSize leastPlot(640, 300);

/// Where title, caption and plot stand in a picture.
struct Sheet
{
    explicit Sheet(const Plot& plot, const ChartWords& words)
        : titleFont(typeFont(TypeSize::section, plot.font()))
        , captionFont(plot.font())
    {
        const int left = Theme::space3;
        const int width = plot.size().expandedTo(leastPlot).width();
        int top = Theme::space2;
        title = QRect(left, top, width - 2 * left, QFontMetrics(titleFont).height());
        top = title.bottom() + 1;
        if (!words.caption.isEmpty()) {
            // On the screen a long sentence is cut; a picture has nothing to hover over.
            const QRect room(left, top, width - 2 * left, plot.height() + leastPlot.height());
            caption = QFontMetrics(captionFont).boundingRect(room, Qt::TextWordWrap, words.caption);
            top = caption.bottom() + 1;
        }
        area = QRect(QPoint(0, top + Theme::space1), plot.size().expandedTo(leastPlot));
    }
    [[nodiscard]] QSize size() const { return {area.width(), area.bottom() + 1}; }

    QFont titleFont, captionFont;
    QRect title, caption, area;
};

void paint(QPaintDevice& device, Plot& plot, const ChartWords& words, const Sheet& sheet, bool vector)
{
    const Theme& theme = Theme::light();
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.fillRect(QRect(QPoint(), sheet.size()), theme.surface);
    painter.setPen(theme.text);
    painter.setFont(sheet.titleFont);
    painter.drawText(sheet.title, Qt::AlignLeft | Qt::AlignVCenter, words.title);
    painter.setPen(theme.muted);
    painter.setFont(sheet.captionFont);
    painter.drawText(sheet.caption, Qt::TextWordWrap, words.caption);
    // What is zoomed into is what is meant.
    plot.paintOn(painter, sheet.area, theme, plot.visibleRange());
}

QByteArray toPng(Plot& plot, const ChartWords& words)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chartPicture(plot, words).save(&buffer, "PNG");
    return bytes;
}

QByteArray toSvg(Plot& plot, const ChartWords& words)
{
    const Sheet sheet(plot, words);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect(QPoint(), sheet.size()));
    generator.setTitle(words.title);
    generator.setDescription(words.caption);
    // Without the screen's resolution fonts given in points come out too small beside lines given in pixels.
    generator.setResolution(plot.logicalDpiX());
    paint(generator, plot, words, sheet, true);
    return bytes;
}

} // namespace

QImage chartPicture(Plot& plot, const ChartWords& words)
{
    const Sheet sheet(plot, words);
    QImage image(sheet.size() * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    paint(image, plot, words, sheet, false);
    return image;
}

Result<void> exportChart(Plot& plot, const ChartWords& words, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (suffix == QLatin1String("png")) {
        bytes = toPng(plot, words);
    } else if (suffix == QLatin1String("svg")) {
        bytes = toSvg(plot, words);
    } else if (suffix == QLatin1String("csv")) {
        bytes = toCsv(plot.table());
    } else {
        return Error{ErrorKind::input, "a chart cannot be written in this format", path.toStdString(),
            "name the file .png, .svg or .csv"};
    }
    return writeFileAtomic(
        path.toStdString(), std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartexport.h"

#include "base/files.h"
#include "ui/charts/plot.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QSvgGenerator>

namespace plumb::ui {

namespace {

constexpr int pixelRatio = 2;
constexpr QSize leastSize(640, 300);

QByteArray toPng(Plot& plot)
{
    const QSize size = plot.size().expandedTo(leastSize);
    QImage image(size * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    plot.paintTo(&image, size, Theme::light(), false);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray toSvg(Plot& plot, const QString& title)
{
    const QSize size = plot.size().expandedTo(leastSize);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(title);
    // Without the screen's resolution fonts given in points come out too small beside lines given in pixels.
    generator.setResolution(plot.logicalDpiX());
    plot.paintTo(&generator, size, Theme::light(), true);
    return bytes;
}

} // namespace

Result<void> exportChart(Plot& plot, const QString& title, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (suffix == QLatin1String("png")) {
        bytes = toPng(plot);
    } else if (suffix == QLatin1String("svg")) {
        bytes = toSvg(plot, title);
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

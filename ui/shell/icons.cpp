// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/icons.h"

#include "ui/shell/theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QtDebug>

#include <optional>

// Outside every namespace, as Q_INIT_RESOURCE asks; a static library's resources are not found without it.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace plumb::ui {

namespace {

QString pathOf(QStringView name)
{
    return QStringLiteral(":/icons/") % name % QStringLiteral(".svg");
}

QByteArray readSvg(QStringView name)
{
    initIconResources();
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon is named \"%s\"", qPrintable(name.toString()));
        return {};
    }
    return file.readAll();
}

class SvgIconEngine : public QIconEngine
{
public:
    SvgIconEngine(QString name, QByteArray svg, std::optional<QColor> color)
        : m_name(std::move(name))
        , m_svg(std::move(svg))
        , m_color(color)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        // Qt SVG does not know currentColor.
        QByteArray svg = m_svg;
        svg.replace("currentColor", colorFor(mode, state).name().toLatin1());
        QSvgRenderer renderer(svg);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        renderer.render(painter, QRectF(rect));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("plumb-icon/%1/%2x%3/%4")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colorFor(mode, state).rgba());
        QPixmap result;
        if (!QPixmapCache::find(key, &result)) {
            result = QPixmap(size);
            result.fill(Qt::transparent);
            QPainter painter(&result);
            paint(&painter, QRect(QPoint(), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, result);
        }
        return result;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new SvgIconEngine(*this); }
    [[nodiscard]] QString key() const override { return QStringLiteral("plumb-svg"); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        }
        if (m_color) {
            return *m_color;
        }
        if (mode == QIcon::Selected) {
            return palette.color(QPalette::HighlightedText);
        }
        return state == QIcon::On ? Theme::of(palette).accent : palette.color(QPalette::ButtonText);
    }

    QString m_name;
    QByteArray m_svg;
    std::optional<QColor> m_color;
};

QIcon makeIcon(QStringView name, std::optional<QColor> color)
{
    QByteArray svg = readSvg(name);
    if (svg.isEmpty()) {
        return {};
    }
    return QIcon(new SvgIconEngine(name.toString(), std::move(svg), color));
}

} // namespace

QIcon icon(QStringView name)
{
    return makeIcon(name, std::nullopt);
}

QIcon icon(QStringView name, const QColor& color)
{
    return makeIcon(name, color);
}

QPixmap iconPixmap(QStringView name, const QColor& color, int size, qreal devicePixelRatio)
{
    return makeIcon(name, color).pixmap(QSize(size, size), devicePixelRatio);
}

QIcon applicationIcon()
{
    initIconResources();
    return QIcon(QStringLiteral(":/icons/plumbline.svg"));
}

QStringList iconNames()
{
    initIconResources();
    QStringList names;
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        if (name != QLatin1String("plumbline")) {
            names << name;
        }
    }
    names.sort();
    return names;
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot.h"

#include "ui/charts/plotoverlay.h"

#include "ui/charts/qcustomplot.h"
#include "ui/charts/tickers.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

// Plots above each other share their time axis, so their left ends stand in one line: room for a title and
// five digits.
constexpr int leftMargin = 56;
constexpr int rightMargin = 64;
constexpr int legendKey = 16 + 2 * Theme::space2; // the colour before a name, and the gaps
constexpr int roomForLabels = 420; // a narrower plot gives its width to the data and shows a legend

} // namespace

Plot::Plot(QWidget* parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_overlay(new PlotOverlay(this))
    , m_legendRow(new QCPLayoutGrid)
{
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    // A wheel that the plot leaves alone scrolls the page.
    m_plot->setAttribute(Qt::WA_NoMousePropagation, false);
    m_plot->setPlottingHint(QCP::phFastPolylines);
    // What was drawn is shown with the window's next painting: at once would paint all that is dirty, for
    // each plot.
    m_plot->setPlottingHint(QCP::phImmediateRefresh, false);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);

    // The legend leaves the inside of the axes, where it would hide data, for a row of its own above them.
    QCPAxisRect* axes = m_plot->axisRect();
    axes->insetLayout()->take(m_plot->legend);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_legendRow);
    m_plot->plotLayout()->setRowSpacing(0);
    m_legendRow->addElement(0, 0, m_plot->legend);
    m_legendRow->addElement(0, 1, new QCPLayoutElement(m_plot));
    m_legendRow->setColumnStretchFactor(0, 0.001);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setMargins(QMargins(0, 0, 0, 0));
    m_plot->legend->setIconSize(16, 10);
    m_plot->legend->setVisible(false);
    m_legendRow->setMargins(QMargins(leftMargin - Theme::space1, 2, 0, 0));

    axes->setMinimumMargins(QMargins(leftMargin, Theme::space2, Theme::space3, 0));
    m_plot->yAxis->setSubTicks(false);
    m_plot->yAxis->setTickLength(0, 0);
    m_plot->yAxis->setBasePen(Qt::NoPen);
    m_plot->yAxis->setNumberFormat(QStringLiteral("g"));
    m_plot->yAxis->setNumberPrecision(6);
    m_plot->yAxis->setTicker(QSharedPointer<ValueTicker>::create());
    m_plot->xAxis->setSubTicks(false);
    m_plot->xAxis->setTickLength(0, 4);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setZeroLinePen(Qt::NoPen);

    connect(m_plot, &QCustomPlot::mousePress, this, &Plot::mousePressed);
    connect(m_plot, &QCustomPlot::mouseMove, this, &Plot::mouseMoved);
    connect(m_plot, &QCustomPlot::mouseRelease, this, &Plot::mouseReleased);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &Plot::fit);
    connect(m_plot, &QCustomPlot::mouseWheel, this, &Plot::wheelTurned);
    connect(m_plot, &QCustomPlot::afterLayout, this, &Plot::placeEndLabels);
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] {
        m_overlay->setArea(m_plot->axisRect()->rect());
        setSelectedRange(m_selected);
    });
}

Plot::~Plot()
{
    // Out of the layout it belongs to nobody.
    if (m_legendRow->layout() == nullptr) {
        delete m_legendRow;
    }
}

void Plot::setXTitle(const QString& title)
{
    m_plot->xAxis->setLabel(title);
}

void Plot::setYTitle(const QString& title)
{
    m_plot->yAxis->setLabel(title);
}

void Plot::setZeroBased(bool zeroBased)
{
    m_zeroBased = zeroBased;
    rangeChanged();
    replotSoon();
}

void Plot::setWholeNumbers()
{
    m_plot->yAxis->setTicker(QSharedPointer<ValueTicker>::create(1.0));
    replotSoon();
}

void Plot::setLogScale(bool log)
{
    m_log = log;
    m_plot->yAxis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(
        log ? QSharedPointer<QCPAxisTicker>(new LogTicker) : QSharedPointer<QCPAxisTicker>(new ValueTicker));
    rangeChanged();
    replotSoon();
}

AxisRange Plot::limits() const
{
    AxisRange range = fullRange();
    if (!(range.span() > 0.0)) {
        range.upper = range.lower + 1.0;
    }
    return range;
}

void Plot::setVisibleRange(const AxisRange& range)
{
    if (range == m_visible || !(range.span() > 0.0)) {
        return;
    }
    m_zoomed = true;
    applyRange(range);
}

void Plot::fit()
{
    m_zoomed = false;
    applyRange(limits());
}

void Plot::applyRange(const AxisRange& range)
{
    const bool moved = range != m_visible;
    m_visible = range;
    m_plot->xAxis->setRange(range.lower, range.upper);
    rangeChanged();
    replotSoon();
    if (moved) {
        Q_EMIT visibleRangeChanged(range.lower, range.upper);
    }
}

void Plot::dataChanged()
{
    if (m_zoomed) {
        rangeChanged();
        replotSoon();
    } else {
        applyRange(limits());
    }
    showReadout(m_cursor);
}

void Plot::setRangeSelection(bool on)
{
    m_selecting = on;
}

void Plot::setSelectedRange(std::optional<AxisRange> range)
{
    m_selected = range;
    if (!range) {
        m_overlay->setSelection(std::nullopt);
        return;
    }
    const QRect area = m_plot->axisRect()->rect();
    const auto pixel = [&](double x) {
        return std::clamp(qRound(m_plot->xAxis->coordToPixel(x)), area.left(), area.right());
    };
    m_overlay->setSelection(std::pair(pixel(range->lower), pixel(range->upper)));
}

void Plot::setCursor(std::optional<double> x)
{
    m_cursor = x;
    showReadout(x);
}

void Plot::showReadout(std::optional<double> x)
{
    const auto readout = x ? readoutAt(*x) : std::nullopt;
    if (!readout || readout->x < m_visible.lower || readout->x > m_visible.upper) {
        m_overlay->clearReadout();
        return;
    }
    const QRect area = m_plot->axisRect()->rect();
    const int pixel = qRound(m_plot->xAxis->coordToPixel(readout->x));
    std::vector<PlotOverlay::Dot> dots;
    for (const auto& line : readout->lines) {
        if (line.y) {
            const QPoint at(pixel, qRound(m_plot->yAxis->coordToPixel(*line.y)));
            if (area.contains(at)) {
                dots.push_back({at, line.color});
            }
        }
    }
    m_overlay->setReadout(pixel, *readout, dots);
}

void Plot::setEndLabels(const std::vector<EndLabel>& labels)
{
    m_endLabels = labels;
    while (m_labelItems.size() > labels.size()) {
        m_plot->removeItem(m_labelItems.back());
        m_labelItems.pop_back();
    }
    while (m_labelItems.size() < labels.size()) {
        auto* item = new QCPItemText(m_plot);
        item->setClipToAxisRect(false);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->position->setType(QCPItemPosition::ptAbsolute);
        item->setFont(typeFont(TypeSize::caption, font()));
        m_labelItems.push_back(item);
    }
    updateLegend(m_plot->viewport().width());
}

void Plot::setAlwaysLegend(bool always)
{
    m_alwaysLegend = always;
    updateLegend(m_plot->viewport().width());
}

void Plot::updateLegend(int width)
{
    const bool labels = !m_alwaysLegend && width >= roomForLabels;
    const QFontMetrics metrics(typeFont(TypeSize::caption, font()));
    int widest = 0;
    int widestName = 0;
    int allNames = 0;
    for (std::size_t i = 0; i < m_labelItems.size(); ++i) {
        m_labelItems[i]->setVisible(labels);
        m_labelItems[i]->setText(m_endLabels[i].text);
        m_labelItems[i]->setColor(m_endLabels[i].color);
        widest = qMax(widest, metrics.horizontalAdvance(m_endLabels[i].text));
    }
    for (int i = 0; i < m_plot->legend->itemCount(); ++i) {
        if (auto* item = qobject_cast<QCPPlottableLegendItem*>(m_plot->legend->item(i))) {
            const int advance = metrics.horizontalAdvance(item->plottable()->name());
            widestName = qMax(widestName, advance);
            allNames += advance;
        }
    }
    // The same for all plots of a page, so that their right ends stand in one line too; long names take more.
    const int right = width >= roomForLabels ? qMax(rightMargin, widest + Theme::space3) : Theme::space3;
    m_plot->axisRect()->setMinimumMargins(QMargins(leftMargin, Theme::space2, right, 0));
    const int items = m_plot->legend->itemCount();
    showLegend(!labels && items > (m_alwaysLegend ? 0 : 1));
    // Items of one row are as wide as they are; wrapped ones stand in columns as wide as the widest.
    const bool oneRow = allNames + items * legendKey <= width - leftMargin;
    const int wrap = oneRow ? qMax(1, items) : qMax(1, (width - leftMargin) / (widestName + legendKey));
    if (wrap != m_plot->legend->wrap()) {
        m_plot->legend->setWrap(wrap);
        m_plot->legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
    }
}

void Plot::showLegend(bool on)
{
    m_plot->legend->setVisible(on);
    if (on == (m_legendRow->layout() != nullptr)) {
        return;
    }
    // A hidden row would keep its room, so it leaves the layout.
    if (on) {
        m_plot->plotLayout()->insertRow(0);
        m_plot->plotLayout()->addElement(0, 0, m_legendRow);
        m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    } else {
        m_plot->plotLayout()->take(m_legendRow);
        m_plot->plotLayout()->simplify();
    }
}

void Plot::placeEndLabels()
{
    const QRect area = m_plot->axisRect()->rect();
    std::vector<double> wanted;
    wanted.reserve(m_endLabels.size());
    for (const EndLabel& label : m_endLabels) {
        wanted.push_back(m_plot->yAxis->coordToPixel(label.y));
    }
    const double gap = QFontMetrics(typeFont(TypeSize::caption, font())).height();
    const auto placed = spreadLabels(wanted, gap, area.top(), area.bottom());
    for (std::size_t i = 0; i < m_labelItems.size(); ++i) {
        m_labelItems[i]->position->setCoords(area.right() + Theme::space1 + 2, placed[i]);
    }
}

void Plot::setYRange(const AxisRange& range)
{
    m_plot->yAxis->setRange(range.lower, range.upper);
}

void Plot::replotSoon()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

double Plot::replotNow()
{
    m_plot->replot(QCustomPlot::rpImmediateRefresh);
    return m_plot->replotTime();
}

const Theme& Plot::theme() const
{
    return m_exportTheme != nullptr ? *m_exportTheme : Theme::of(this);
}

QColor Plot::colorOf(SeriesColor color) const
{
    return color == SeriesColor::muted ? theme().muted
                                       : theme().series[static_cast<std::size_t>(color)].color;
}

QPen Plot::penOf(SeriesColor color, SeriesLook look) const
{
    // One pixel lines are the only ones the raster engine draws fast.
    QPen pen(colorOf(color), 1.0);
    if (look == SeriesLook::ghost) {
        pen.setStyle(Qt::DashLine);
    } else if (look != SeriesLook::thin && color != SeriesColor::muted) {
        pen.setStyle(theme().series[static_cast<std::size_t>(color)].dash);
    }
    return pen;
}

void Plot::applyLook(QCPGraph* graph, SeriesColor color, SeriesLook look) const
{
    const auto first = graph->data()->findBegin(m_visible.lower, false);
    const auto last = graph->data()->findEnd(m_visible.upper, false);
    const bool dense = std::distance(first, last) > m_plot->viewport().width();
    QPen pen = penOf(color, look);
    if (dense) {
        pen.setStyle(Qt::SolidLine);
    } else if (devicePixelRatioF() > 1.0 || m_exportTheme != nullptr) {
        // A width of one is one dot of the screen however fine that is; few points may be drawn the slow way.
        pen.setWidthF(1.2);
    }
    graph->setPen(pen);
    graph->setAntialiased(!dense);
}

void Plot::recolor()
{
    const Theme& colors = theme();
    m_plot->setBackground(QBrush(colors.surface));
    const QFont caption = typeFont(TypeSize::caption, font());
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(colors.muted);
        axis->setLabelColor(colors.muted);
        axis->setTickLabelFont(caption);
        axis->setLabelFont(caption);
        axis->setTickPen(QPen(colors.border));
        axis->grid()->setPen(QPen(colors.grid, 1));
    }
    m_plot->xAxis->setBasePen(QPen(colors.border));
    m_plot->legend->setTextColor(colors.muted);
    m_plot->legend->setFont(caption);
    applyTheme(colors);
    rangeChanged();
    replotSoon();
}

void Plot::paintOn(
    QCPPainter& painter, const QRectF& room, const Theme& theme, const std::optional<AxisRange>& window)
{
    // Linked plots are not told: the screen stays as it is.
    const AxisRange before = m_visible;
    const auto show = [this](const AxisRange& range) {
        m_visible = range;
        m_plot->xAxis->setRange(range.lower, range.upper);
    };
    show(window.value_or(limits()));
    painter.save();
    painter.translate(room.topLeft());
    paintAs(painter, room.size().toSize(), theme);
    painter.restore();
    show(before);
    showAgain();
}

void Plot::paintAs(QCPPainter& painter, const QSize& size, const Theme& theme)
{
    m_exportTheme = &theme;
    recolor();
    updateLegend(size.width());
    painter.fillRect(QRect(QPoint(), size), theme.surface);
    m_plot->toPainter(&painter, size.width(), size.height());
}

void Plot::showAgain()
{
    m_exportTheme = nullptr;
    updateLegend(m_plot->width());
    recolor();
}

QSize Plot::sizeHint() const
{
    return {560, 220};
}

QSize Plot::minimumSizeHint() const
{
    return {240, 120};
}

void Plot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        recolor();
    }
    QWidget::changeEvent(event);
}

void Plot::resizeEvent(QResizeEvent* event)
{
    m_plot->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    updateLegend(width());
    QWidget::resizeEvent(event);
}

void Plot::showEvent(QShowEvent* event)
{
    // The constructor cannot reach the colours of a subclass.
    recolor();
    QWidget::showEvent(event);
}

double Plot::xAt(double pixel) const
{
    return m_plot->xAxis->pixelToCoord(pixel);
}

} // namespace plumb::ui

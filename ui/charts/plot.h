// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisarithmetic.h"
#include "ui/charts/charttable.h"
#include "ui/charts/series.h"
#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>

class QCPGraph;
class QCPItemText;
class QCPLayoutGrid;
class QCPPainter;
class QCustomPlot;
class QMouseEvent;
class QPaintDevice;
class QWheelEvent;

namespace plumb::ui {

class PlotOverlay;

/// What the read-out beside the cursor says at one place of the x axis.
struct PlotReadout
{
    struct Line
    {
        QString name;
        QString value;
        QColor color;
        std::optional<double> y; ///< where a dot stands on the curve
    };
    double x = 0.0;
    QString heading;
    std::vector<Line> lines;
};

/// What every plot shares: a QCustomPlot in the theme's colours, zoom and pan by wheel, drag and keys, a
/// read-out under the cursor, selection of a range, labels at line ends, and painting for export.
///
/// Keys: + and - zoom, arrows pan, Shift+arrows move the read-out, Home shows all, L switches a log axis;
/// where a range can be selected, [ and ] set its start and its end at the read-out. The wheel zooms only
/// while the plot has the focus or Ctrl is held, so that a page still scrolls.
class Plot : public QWidget
{
    Q_OBJECT

public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    /// The numbers shown, all of them, not only the visible part.
    [[nodiscard]] virtual ChartTable table() const = 0;
    [[nodiscard]] virtual bool isEmpty() const = 0;

    void setXTitle(const QString& title);
    void setYTitle(const QString& title);
    /// Rates and errors start at zero; latency does too unless told otherwise.
    void setZeroBased(bool zeroBased);
    void setLogScale(bool log);
    /// What is counted has no ticks between whole numbers.
    void setWholeNumbers();
    [[nodiscard]] bool logScale() const { return m_log; }

    /// The part of the x axis in view.
    [[nodiscard]] AxisRange visibleRange() const { return m_visible; }
    void setVisibleRange(const AxisRange& range);
    /// Shows everything, and follows new data from then on.
    void fit();
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }

    /// On: a drag selects a range and is reported by rangeSelected(). Off: a drag zooms into it.
    void setRangeSelection(bool on);
    /// Shades what lies outside of the selected range; nothing: no selection.
    void setSelectedRange(std::optional<AxisRange> range);

    /// Moves the read-out, as the pointer would; nothing hides it. Linked plots call each other's.
    void setCursor(std::optional<double> x);

    /// Paints the plot into @p room of a page or picture that is being painted, in @p theme whatever the
    /// screen shows. @p window: the part of the x axis; nothing: everything, however the screen is zoomed.
    void paintOn(
        QCPPainter& painter, const QRectF& room, const Theme& theme, const std::optional<AxisRange>& window);
    /// Repaints now and gives the time it took in milliseconds.
    double replotNow();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void visibleRangeChanged(double lower, double upper);
    void rangeSelected(double lower, double upper);
    void cursorMoved(std::optional<double> x);

protected:
    /// The extent of all data on the x axis.
    [[nodiscard]] virtual AxisRange fullRange() const = 0;
    /// Colours of everything the subclass has made.
    virtual void applyTheme(const Theme& theme) = 0;
    /// Fits the y axis and line-end labels to the visible range.
    virtual void rangeChanged() = 0;
    [[nodiscard]] virtual std::optional<PlotReadout> readoutAt(double x) const = 0;
    /// Where Shift+arrow goes from @p x, @p direction being -1 or 1.
    [[nodiscard]] virtual std::optional<double> neighbour(double x, int direction) const = 0;

    struct EndLabel
    {
        QString text;
        QColor color;
        double y = 0.0; ///< in axis units
    };
    /// Labels at the right end of the lines; too narrow a plot shows the legend instead.
    void setEndLabels(const std::vector<EndLabel>& labels);
    void setAlwaysLegend(bool always);

    /// To be called after data changed: takes the new full range unless zoomed, and repaints soon.
    void dataChanged();
    void setYRange(const AxisRange& range);
    void replotSoon();
    [[nodiscard]] QCustomPlot* plot() const { return m_plot; }
    [[nodiscard]] const Theme& theme() const;
    [[nodiscard]] bool zeroBased() const { return m_zeroBased; }
    [[nodiscard]] QColor colorOf(SeriesColor color) const;
    [[nodiscard]] QPen penOf(SeriesColor color, SeriesLook look) const;
    /// Draws @p graph by its look, and plainly (no dashes, no smoothing) where it has more points in view
    /// than the plot has pixels: both cost most of a repaint then and cannot be seen.
    void applyLook(QCPGraph* graph, SeriesColor color, SeriesLook look) const;

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void recolor();
    void paintAs(QCPPainter& painter, const QSize& size, const Theme& theme);
    /// After paintAs(): colours and legend of the screen.
    void showAgain();
    void applyRange(const AxisRange& range);
    void placeEndLabels();
    void updateLegend(int width);
    void showLegend(bool on);
    void mousePressed(QMouseEvent* event);
    void mouseMoved(QMouseEvent* event);
    void mouseReleased(QMouseEvent* event);
    void wheelTurned(QWheelEvent* event);
    void selectFromCursor(bool start);
    void showReadout(std::optional<double> x);
    [[nodiscard]] double xAt(double pixel) const;
    [[nodiscard]] AxisRange limits() const;

    QCustomPlot* m_plot;
    PlotOverlay* m_overlay;
    QCPLayoutGrid* m_legendRow;
    std::vector<EndLabel> m_endLabels;
    std::vector<QCPItemText*> m_labelItems;
    const Theme* m_exportTheme = nullptr;
    AxisRange m_visible;
    std::optional<AxisRange> m_selected;
    std::optional<double> m_cursor;
    std::optional<int> m_dragFrom;
    bool m_zoomed = false;
    bool m_selecting = false;
    bool m_zeroBased = true;
    bool m_log = false;
    bool m_alwaysLegend = false;
};

} // namespace plumb::ui

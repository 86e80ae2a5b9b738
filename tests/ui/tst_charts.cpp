// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/charts/axisarithmetic.h"
#include "ui/charts/chartframe.h"
#include "ui/charts/percentileplot.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/stacking.h"
#include "ui/charts/timeplot.h"
#include "ui/shell/thememanager.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>

#include <cmath>
#include <limits>

using namespace plumb::ui;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

TimeSeries wave(const QString& name, int points, SeriesColor color)
{
    TimeSeries series{name, color, SeriesLook::line, {}, {}};
    for (int i = 0; i < points; ++i) {
        series.t.push_back(i);
        series.y.push_back(40.0 + 10.0 * std::sin(i / 9.0));
    }
    return series;
}

} // namespace

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes = std::make_unique<ThemeManager>(*qApp, ThemeMode::dark); }
    void cleanupTestCase() { m_themes.reset(); }
    void steps_data();
    void steps();
    void times_data();
    void times();
    void valueRanges_data();
    void valueRanges();
    void zoomAndPanStayInside();
    void nearest();
    void percentileAxis();
    void labelsKeepApart();
    void stackingKeepsTheArea();
    void csvIsExact();
    void tableOfSeriesWithOwnTimes();
    void percentilesStopAtTheirSamples();
    void keysZoomAndFit();
    void newDataIsFollowedUnlessZoomed();
    void exports_data();
    void exports();
    void exportFailureIsShown();
    void tableReplacesTheChart();
    void captionReachesScreenReaders();

private:
    std::unique_ptr<ThemeManager> m_themes;
};

void ChartsTest::steps_data()
{
    QTest::addColumn<double>("span");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("time");
    QTest::newRow("unit") << 10.0 << 5 << 2.0 << 2.0;
    QTest::newRow("rounds up") << 11.0 << 5 << 5.0 << 5.0;
    QTest::newRow("a minute") << 60.0 << 5 << 20.0 << 15.0;
    QTest::newRow("an hour") << 3600.0 << 5 << 1000.0 << 900.0;
    QTest::newRow("two days") << 172800.0 << 2 << 100000.0 << 86400.0;
    QTest::newRow("below a second") << 0.5 << 5 << 0.1 << 0.1;
}

void ChartsTest::steps()
{
    QFETCH(const double, span);
    QFETCH(const int, wanted);
    QFETCH(const double, value);
    QFETCH(const double, time);
    QCOMPARE(niceStep(span, wanted), value);
    QCOMPARE(niceTimeStep(span, wanted), time);
}

void ChartsTest::times_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("step");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << 1.0 << QStringLiteral("00:00");
    QTest::newRow("seconds") << 42.0 << 1.0 << QStringLiteral("00:42");
    QTest::newRow("hours") << 3723.0 << 60.0 << QStringLiteral("1:02:03");
    QTest::newRow("tenths") << 42.5 << 0.1 << QStringLiteral("00:42.5");
    QTest::newRow("carries") << 59.99 << 0.1 << QStringLiteral("01:00.0");
}

void ChartsTest::times()
{
    QFETCH(const double, seconds);
    QFETCH(const double, step);
    QFETCH(const QString, text);
    QCOMPARE(timeLabel(seconds, step), text);
}

void ChartsTest::valueRanges_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("zero");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("from zero") << 37.0 << 63.0 << true << 0.0 << 80.0;
    QTest::newRow("free") << 37.0 << 63.0 << false << 30.0 << 70.0;
    QTest::newRow("all zero") << 0.0 << 0.0 << true << 0.0 << 1.0;
    QTest::newRow("constant") << 50.0 << 50.0 << false << 44.0 << 56.0;
    QTest::newRow("a line that would lie on the edge") << 0.0 << 40.0 << true << 0.0 << 50.0;
    QTest::newRow("one user") << 1.0 << 1.0 << true << 0.0 << 1.2;
    QTest::newRow("negative kept") << -5.0 << 5.0 << true << -6.0 << 6.0;
}

void ChartsTest::valueRanges()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const bool, zero);
    QFETCH(const double, lower);
    QFETCH(const double, upper);
    const AxisRange range = valueRange({low, high}, zero);
    QCOMPARE(range.lower, lower);
    QCOMPARE(range.upper, upper);
}

void ChartsTest::zoomAndPanStayInside()
{
    const AxisRange all{0, 100};
    QCOMPARE(zoomed(all, 0.5, 50, all), (AxisRange{25, 75}));
    QCOMPARE(zoomed({25, 75}, 4.0, 50, all), all);
    QCOMPARE(zoomed({0, 50}, 0.5, 0, all), (AxisRange{0, 25}));
    QVERIFY(zoomed(all, 1e-9, 50, all).span() >= 0.1);
    QCOMPARE(panned({25, 75}, 1.0, all), (AxisRange{50, 100}));
    QCOMPARE(panned({25, 75}, -1.0, all), (AxisRange{0, 50}));
}

void ChartsTest::nearest()
{
    const std::vector<double> t{0, 1, 2, 10};
    QVERIFY(!nearestIndex({}, 1.0));
    QCOMPARE(*nearestIndex(t, -5), std::size_t{0});
    QCOMPARE(*nearestIndex(t, 1.4), std::size_t{1});
    QCOMPARE(*nearestIndex(t, 7), std::size_t{3});
    QCOMPARE(*nearestIndex(t, 99), std::size_t{3});
}

void ChartsTest::percentileAxis()
{
    QCOMPARE(tailFactor(0.5), 2.0);
    QVERIFY(std::abs(tailFactor(0.99) - 100.0) < 1e-9);
    QVERIFY(std::abs(percentileOfTail(1000.0) - 0.999) < 1e-12);
    QStringList labels;
    for (const auto& [x, label] : percentileTicks(10000.0)) {
        labels << label;
    }
    QCOMPARE(labels,
        QStringList({QStringLiteral("0 %"), QStringLiteral("50 %"), QStringLiteral("90 %"),
            QStringLiteral("99 %"), QStringLiteral("99.9 %"), QStringLiteral("99.99 %")}));
}

void ChartsTest::labelsKeepApart()
{
    QCOMPARE(spreadLabels({10, 50}, 12, 0, 100), (std::vector<double>{10, 50}));
    QCOMPARE(spreadLabels({50, 51}, 12, 0, 100), (std::vector<double>{50, 62}));
    QCOMPARE(spreadLabels({99, 100}, 12, 0, 100), (std::vector<double>{88, 100}));
    QCOMPARE(spreadLabels({60, 20}, 12, 0, 100), (std::vector<double>{60, 20}));
}

void ChartsTest::stackingKeepsTheArea()
{
    TimeSeries ok{QStringLiteral("ok"), SeriesColor::first, SeriesLook::line, {0, 1, 2, 3}, {10, 20, 30, 40}};
    TimeSeries bad{
        QStringLiteral("bad"), SeriesColor::second, SeriesLook::line, {0, 1, 2, 3}, {1, gap, 3, 4}};
    const StackedColumns each = stackColumns({ok, bad}, {0, 3}, 100);
    QCOMPARE(each.centres.size(), std::size_t{4});
    QCOMPARE(each.width, 1.0);
    QCOMPARE(each.tallest(), 44.0);
    const StackedColumns pairs = stackColumns({ok, bad}, {0, 3}, 2);
    QCOMPARE(pairs.width, 2.0);
    QCOMPARE(pairs.heights[0], (std::vector<double>{15, 35}));
    QCOMPARE(pairs.heights[1], (std::vector<double>{0.5, 3.5}));
    QVERIFY(stackColumns({}, {0, 3}, 2).centres.empty());
}

void ChartsTest::csvIsExact()
{
    ChartTable table{
        {QStringLiteral("Time, s"), QStringLiteral("a \"b\"")}, {{0.0, 1.5}, {1.0, std::nullopt}}};
    QCOMPARE(toCsv(table), QByteArray("\"Time, s\",\"a \"\"b\"\"\"\r\n0,1.5\r\n1,\r\n"));
}

void ChartsTest::tableOfSeriesWithOwnTimes()
{
    TimePlot plot;
    plot.setUnit(QStringLiteral("ms"));
    plot.setSeries({{QStringLiteral("now"), SeriesColor::first, SeriesLook::line, {0, 1}, {5, gap}},
        {QStringLiteral("ghost"), SeriesColor::muted, SeriesLook::ghost, {0.5, 1}, {7, 8}}});
    const ChartTable table = plot.table();
    QCOMPARE(table.headers.value(1), QStringLiteral("now, ms"));
    QCOMPARE(table.rows.size(), std::size_t{3});
    QVERIFY(table.rows[0][1] == 5.0 && !table.rows[0][2]);
    QVERIFY(!table.rows[1][1] && table.rows[1][2] == 7.0);
    QVERIFY(!table.rows[2][1] && table.rows[2][2] == 8.0);
}

void ChartsTest::percentilesStopAtTheirSamples()
{
    PercentilePlot plot;
    plot.resize(600, 240);
    plot.setSeries({{QStringLiteral("run"), p50Color, SeriesLook::line, {0.0, 0.5, 0.9, 0.99, 0.999, 0.9999},
        {1, 10, 20, 50, 90, 100}, 1000}});
    // 1,000 samples reach 99.9 %; 99.99 % would be invented.
    QVERIFY(std::abs(plot.visibleRange().upper - 1000.0) < 1e-6);
}

void ChartsTest::keysZoomAndFit()
{
    TimePlot plot;
    plot.resize(600, 240);
    plot.setSeries({wave(QStringLiteral("p95"), 101, p95Color)});
    QSignalSpy moved(&plot, &Plot::visibleRangeChanged);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.isZoomed());
    QCOMPARE(plot.visibleRange(), (AxisRange{10, 90}));
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.visibleRange(), (AxisRange{18, 98}));
    QTest::keyClick(&plot, Qt::Key_Home);
    QVERIFY(!plot.isZoomed());
    QCOMPARE(plot.visibleRange(), (AxisRange{0, 100}));
    QCOMPARE(moved.count(), 3);
    QTest::keyClick(&plot, Qt::Key_L);
    QVERIFY(plot.logScale());
    QSignalSpy cursor(&plot, &Plot::cursorMoved);
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(cursor.count(), 1);
}

void ChartsTest::newDataIsFollowedUnlessZoomed()
{
    TimePlot plot;
    plot.setSeries({wave(QStringLiteral("p95"), 11, p95Color)});
    plot.append(11, {42.0});
    QCOMPARE(plot.visibleRange().upper, 11.0);
    plot.setVisibleRange({2, 5});
    plot.append(12, {gap});
    QCOMPARE(plot.visibleRange(), (AxisRange{2, 5}));
    plot.fit();
    QCOMPARE(plot.visibleRange().upper, 12.0);
    plot.setPlannedEnd(60.0);
    QCOMPARE(plot.visibleRange().upper, 60.0);
}

void ChartsTest::exports_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"time", "stacked", "percentile"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void ChartsTest::exports()
{
    QFETCH(const QString, kind);
    Plot* plot = nullptr;
    if (kind == QLatin1String("time")) {
        auto* time = new TimePlot;
        time->setSeries(
            {wave(QStringLiteral("p50"), 200, p50Color), wave(QStringLiteral("p95"), 200, p95Color)});
        time->setPhases({{0, 20, QStringLiteral("warm-up")}});
        time->setMarks({{100, QStringLiteral("deploy")}});
        time->setLimits({{60, QStringLiteral("limit"), LimitLine::Level::fail}});
        plot = time;
    } else if (kind == QLatin1String("stacked")) {
        auto* stacked = new StackedTimePlot;
        stacked->setSeries(
            {wave(QStringLiteral("ok"), 200, p50Color), wave(QStringLiteral("timeout"), 200, p95Color)});
        plot = stacked;
    } else {
        auto* percentiles = new PercentilePlot;
        percentiles->setSeries({{QStringLiteral("run"), p50Color, SeriesLook::line, {0.0, 0.5, 0.9, 0.99},
            {1, 10, 20, 50}, 500}});
        plot = percentiles;
    }
    ChartFrame frame(QStringLiteral("Chart"), plot);
    frame.resize(640, 300);
    frame.show();
    const QTemporaryDir folder;

    const QString png = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(frame.saveAs(png));
    const QImage image(png);
    QVERIFY(!image.isNull());
    // Files are in the light theme, though this test runs in the dark one, and the data is on them.
    QCOMPARE(image.pixelColor(2, 2), Theme::light().surface);
    // Smoothed lines have few pixels of the very colour.
    const QColor line = Theme::light().series[0].color;
    const auto isInk = [&line](const QColor& color) {
        return std::abs(color.red() - line.red()) + std::abs(color.green() - line.green())
            + std::abs(color.blue() - line.blue())
            < 120;
    };
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            inked += isInk(image.pixelColor(x, y)) ? 1 : 0;
        }
    }
    QVERIFY(inked > 50);

    // The words stand above the plot: the picture speaks for itself.
    const auto ink = [](const QImage& of) {
        int dark = 0;
        for (int y = 0; y < of.height() / 10; ++y) {
            for (int x = 0; x < of.width(); ++x)
                dark += of.pixelColor(x, y).lightness() < 140 ? 1 : 0;
        }
        return dark;
    };
    frame.setCaption(QStringLiteral("A sentence that says what the chart shows"));
    frame.copyPicture();
    const QImage copied = QGuiApplication::clipboard()->image();
    QVERIFY(copied.height() > image.height());
    QVERIFY(ink(copied) > ink(image));
    frame.copyData();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), toCsv(plot->table()));

    const QString svg = folder.filePath(QStringLiteral("a.svg"));
    QVERIFY(frame.saveAs(svg));
    const QSvgRenderer drawing(svg);
    QVERIFY(drawing.isValid());
    QVERIFY(drawing.viewBox().width() >= 600);
    QFile svgFile(svg);
    QVERIFY(svgFile.open(QIODevice::ReadOnly));
    QVERIFY(svgFile.readAll().contains("A sentence that says what the chart shows"));

    const QString csv = folder.filePath(QStringLiteral("a.csv"));
    QVERIFY(frame.saveAs(csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), toCsv(plot->table()));
    QVERIFY(plot->table().rows.size() >= 4);
}

void ChartsTest::exportFailureIsShown()
{
    ChartFrame frame(QStringLiteral("Chart"), new TimePlot);
    QVERIFY(!frame.saveAs(QStringLiteral("/dev/null/none/a.png")));
    const auto* notice = frame.findChild<NoticeBar*>();
    QVERIFY(notice->text().contains(QStringLiteral("/dev/null/none")));
    QVERIFY(!frame.saveAs(QStringLiteral("chart.docx")));
    QVERIFY(notice->text().contains(QStringLiteral("chart.docx")));
}

void ChartsTest::tableReplacesTheChart()
{
    auto* plot = new TimePlot;
    plot->setSeries({{QStringLiteral("p95"), p95Color, SeriesLook::line, {0, 1}, {5, gap}}});
    ChartFrame frame(QStringLiteral("Chart"), plot);
    frame.setShowsTable(true);
    QVERIFY(frame.showsTable());
    const auto* table = frame.findChild<QTableView*>();
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("5"));
    QVERIFY(!table->model()->index(1, 1).data().isValid());
    frame.setShowsTable(false);
    QVERIFY(!frame.showsTable());
}

void ChartsTest::captionReachesScreenReaders()
{
    ChartFrame frame(QStringLiteral("Latency"), new TimePlot);
    frame.setCaption(QStringLiteral("p95 rose from 41 to 63 ms"));
    QCOMPARE(frame.plot()->accessibleName(), QStringLiteral("Chart: Latency"));
    QCOMPARE(frame.plot()->accessibleDescription(), QStringLiteral("p95 rose from 41 to 63 ms"));
}

PLUMB_TEST_MAIN_APP(ChartsTest, QApplication)
#include "tst_charts.moc"

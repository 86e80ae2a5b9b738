// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/latencyheatmap.h"
#include "ui/models/reportrangeloader.h"
#include "ui/models/textdiff.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace plumb;
using namespace plumb::models;

namespace {

/// Eight seconds: window i of the run has 10 * (i + 1) answers of i + 1 ms; the step's windows are 2 s long.
report::Report reportWithWindows()
{
    auto report = test::scriptedReport();
    report.duration_s = 8.0;
    report.series = {};
    report.series.windows = {0.0, 1.0, {}};
    report.steps[0].windows = {0.0, 2.0, {}};
    stats::HdrHistogram pair;
    for (int i = 0; i < 8; ++i) {
        stats::HdrHistogram second;
        second.record((i + 1) * 1'000, 10 * (i + 1));
        report.series.windows.histograms.push_back(second.encode());
        pair.merge(second);
        if (i % 2 == 1) {
            report.steps[0].windows.histograms.push_back(pair.encode());
            pair.reset();
        }
        report.series.t.push_back(i + 1.0);
        report.series.count.push_back(10.0 * (i + 1));
        report.series.failed.push_back(i == 4 ? 5.0 : 0.0);
    }
    return report;
}

} // namespace

class TestReportRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreWidenedToWholeWindows_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::newRow("edges stay") << 2.0 << 6.0 << 2.0 << 6.0;
        QTest::newRow("outwards, to the step's windows") << 2.5 << 4.1 << 2.0 << 6.0;
        QTest::newRow("inside one window") << 3.0 << 3.1 << 2.0 << 4.0;
        QTest::newRow("beyond the ends") << -5.0 << 99.0 << 0.0 << 8.0;
        QTest::newRow("the wrong way round") << 6.0 << 2.0 << 2.0 << 6.0;
    }
    void rangesAreWidenedToWholeWindows()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const auto range = snapped(reportWithWindows(), {from, to});
        QVERIFY(range.has_value());
        QTEST(range->from_s, "lower");
        QTEST(range->to_s, "upper");
    }

    void nothingToSnapTo()
    {
        QVERIFY(!snapped(reportWithWindows(), {9.0, 12.0}));
        QVERIFY(!snapped(reportWithWindows(), {3.0, 3.0}));
        auto report = reportWithWindows();
        report.series.windows.histograms.clear();
        QVERIFY(!figuresIn(report, {0.0, 8.0}));
    }

    void figuresAreThoseOfTheMergedWindows()
    {
        const auto report = reportWithWindows();
        const auto figures = figuresIn(report, {2.0, 6.0});
        QVERIFY(figures.has_value());
        stats::HdrHistogram expected;
        for (int i = 2; i < 6; ++i)
            expected.record((i + 1) * 1'000, 10 * (i + 1));
        QVERIFY(figures->response == report::Summary::of(expected));
        QVERIFY(figures->steps[0] == report::Summary::of(expected));
        QCOMPARE(figures->steps[1].count, 0);
        QCOMPARE(figures->finished, 30 + 40 + 50 + 60);
        QCOMPARE(figures->failed, 5);
        QCOMPARE(*figures->rps, 45.0);
        QCOMPARE(*figures->error_rate, 5.0 / 180.0);
        QCOMPARE(figures->curve.count, expected.totalCount());
    }

    void outcomesAndReasonsOfThePart()
    {
        auto report = reportWithWindows();
        report.series.outcomes = {{"timeout", {9, 0, 0, 0, 5, 0, 0, 0}}, {"tls", {1, 0, 0, 0, 0, 0, 0, 0}}};
        report.series.reasons = {{"no_route", {0, 0, 1, 2, 0, 0, 7, 0}}};
        const auto figures = figuresIn(report, {2.0, 6.0});
        QVERIFY(figures.has_value());
        using Counts = std::map<std::string, std::int64_t>;
        QVERIFY(figures->outcomes == (Counts{{"timeout", 5}}));
        QVERIFY(figures->reasons == (Counts{{"no_route", 3}}));
    }

    void damagedWindowsAreLeftOut()
    {
        auto report = reportWithWindows();
        report.series.windows.histograms[3] = "HISTFAAA";
        const auto figures = figuresIn(report, {2.0, 6.0});
        QVERIFY(figures.has_value());
        QCOMPARE(figures->response.count, 30 + 50 + 60);
        QVERIFY(latencyHeatMap(report.series.windows).columns[3].total == 0);
    }

    void onlyTheLastAnswerComes()
    {
        ReportRangeLoader loader;
        QSignalSpy spy(&loader, &ReportRangeLoader::loaded);
        const auto view = makeReportView(reportWithWindows(), QString());
        loader.load(view, {0.0, 2.0});
        loader.load(view, {2.0, 6.0});
        QTRY_COMPARE(spy.count(), 1);
        const auto figures = spy[0][0].value<std::shared_ptr<const RangeFigures>>();
        QCOMPARE(figures->range.from_s, 2.0);
        loader.load(view, {0.0, 2.0});
        loader.forget();
        loader.load(view, {4.0, 6.0});
        QTRY_COMPARE(spy.count(), 2);
        QCOMPARE(spy[1][0].value<std::shared_ptr<const RangeFigures>>()->range.from_s, 4.0);
    }

    void aHeatMapHoldsEveryAnswerOnce()
    {
        const auto map = latencyHeatMap(reportWithWindows().series.windows);
        QCOMPARE(map.columns.size(), std::size_t(8));
        QVERIFY(std::is_sorted(map.edges_ms.begin(), map.edges_ms.end()));
        QVERIFY(map.edges_ms.front() < 1.0 && map.edges_ms.back() > 8.0);
        for (std::size_t i = 0; i < map.columns.size(); ++i) {
            const auto& column = map.columns[i];
            QCOMPARE(
                std::accumulate(column.counts.begin(), column.counts.end(), std::int64_t{0}), column.total);
            QCOMPARE(column.total, std::int64_t(10 * (i + 1)));
            // All of a column have one latency: they stand in the band that holds it.
            const auto band = static_cast<std::size_t>(
                std::max_element(column.counts.begin(), column.counts.end()) - column.counts.begin());
            QVERIFY(map.edges_ms[band] <= double(i + 1) * 1.001 && map.edges_ms[band + 1] >= double(i + 1));
        }
        QCOMPARE(map.largest, 80);
        QVERIFY(latencyHeatMap({}).empty());
        QVERIFY(latencyHeatMap({0.0, 1.0, {"", ""}}).empty());
    }

    void differencesLineByLine()
    {
        using Kind = DiffLine::Kind;
        const QStringList before{
            QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
        const QStringList after{
            QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("x"), QStringLiteral("d")};
        QVERIFY(diffLines(before, after)
            == (std::vector<DiffLine>{{Kind::same, QStringLiteral("a")}, {Kind::removed, QStringLiteral("b")},
                {Kind::same, QStringLiteral("c")}, {Kind::added, QStringLiteral("x")},
                {Kind::same, QStringLiteral("d")}}));
        QVERIFY(diffLines({}, {}).empty());
        QCOMPARE(diffLines(before, before).size(), std::size_t(4));
        QCOMPARE(diffLines(before, {}).front().kind, Kind::removed);
    }
};

PLUMB_TEST_MAIN(TestReportRange)
#include "tst_reportrange.moc"

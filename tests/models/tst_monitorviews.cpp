// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportbuilder.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/liveaccumulator.h"
#include "ui/models/monitorgroups.h"
#include "ui/models/monitormodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <cmath>
#include <limits>

using namespace plumb;
using namespace plumb::models;
using report::MonitorSeries;
using report::RunState;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

MonitorSeries series(const std::string& kind, const std::string& name, const std::string& unit,
    const std::string& source, std::vector<double> t, std::vector<double> value)
{
    return {kind, name, unit, std::move(t), std::move(value), {}, {}, source, {}};
}

std::vector<MonitorSeries> watched()
{
    return {series("process", "rss_mb", "MB", "serve", {-1, 1, 2, 3}, {90, 100, absent, 300}),
        series("process", "cpu_pct", "%", "serve", {-1, 1, 2, 3}, {absent, 40, 50, 60}),
        series("host", "cpu_pct", "%", "", {1, 2, 3}, {10, 20, 30}),
        series("host", "iowait_pct", "%", "", {1, 2, 3}, {0, 0, 1}),
        series("process", "rss_mb", "MB", "worker", {1, 2, 3}, {5, 6, 7}),
        series("prometheus", "cache_bytes", "B", "http://h/metrics", {1, 2, 3}, {1e6, 2e6, 3e6})};
}

} // namespace

class TestMonitorViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seriesThatBelongTogetherShareAChart()
    {
        const auto groups = monitorGroups(watched());
        QStringList keys;
        for (const auto& group : groups)
            keys << QStringLiteral("%1:%2").arg(group.key).arg(group.lines.size());
        QCOMPARE(keys,
            QStringList({QStringLiteral("process.rss_mb:2"), QStringLiteral("process.cpu_pct:1"),
                QStringLiteral("host.cpu_pct:2"), QStringLiteral("prom.cache_bytes:1")}));
        QCOMPARE(groups[0].lines[1].name, QStringLiteral("worker"));
        QCOMPARE(groups[2].lines[0].name, QStringLiteral("busy"));
        QCOMPARE(groups[3].unit, QStringLiteral("MB"));
        const auto first = firstGroups(groups);
        QCOMPARE(first.left, 1);
        QCOMPARE(first.right, 0);
    }

    void whatToLookAtFirstWithoutAProcess()
    {
        const auto one = monitorGroups({watched()[5]});
        QCOMPARE(firstGroups(one).left, 0);
        QCOMPARE(firstGroups(one).right, -1);
        QCOMPARE(firstGroups({}).left, -1);
    }

    void coursesBeginWithTheRun()
    {
        const auto all = watched();
        const auto groups = monitorGroups(all);
        const auto course = monitorCourse(groups[0], all[0]);
        QCOMPARE(course.t, (std::vector<double>{1, 2, 3}));
        QVERIFY(std::isnan(course.value[1]));
        QVERIFY(course.highest.empty());
        QCOMPARE(monitorCourse(groups[3], all[5]).value, (std::vector<double>{1, 2, 3}));
    }

    void captionsSayWhatWasRead()
    {
        auto all = watched();
        all[1].summary = {3, 0, 40.0, 50.0, 60.0, 60.0};
        const auto groups = monitorGroups(all);
        QCOMPARE(monitorCaption(groups[1], all), QStringLiteral("40.0 to 60.0 %, 50.0 % in the mean"));
        // Without a summary it is of what the chart shows, which begins with the run.
        QCOMPARE(monitorCaption(groups[0], all),
            QStringLiteral(
                "serve: 100 to 300 MB, 200 MB in the mean; worker: 5.00 to 7.00 MB, 6.00 MB in the "
                "mean; 1 reading(s) gave no value"));
    }

    void figuresOfAPartOfTheRun()
    {
        auto all = watched();
        all[0].min = {90, 80, absent, 250};
        all[0].max = {90, 120, absent, 999};
        const auto part = monitorsInRange(all, 0.5, 2.5);
        QCOMPARE(part[0].summary.count, std::int64_t(1));
        QCOMPARE(part[0].summary.missing, std::int64_t(1));
        QCOMPARE(part[0].summary.min, std::optional(80.0));
        QCOMPARE(part[0].summary.max, std::optional(120.0));
        QCOMPARE(part[1].summary.mean, std::optional(45.0));
    }

    void theTable()
    {
        MonitorModel model;
        QAbstractItemModelTester tester(&model);
        auto all = watched();
        all.resize(2);
        all[0].summary = {2, 1, 100.0, 200.0, 300.0, 300.0};
        all[1].summary = {0, 3, {}, {}, {}, {}};
        model.setRows(all);
        QCOMPARE(test::printedHeader(model),
            QStringLiteral("Series | Of | Min | Mean | Max | Last | Unit | Readings | Without value"));
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("process.rss_mb | serve | 100 | 200 | 300 | 300 | MB | 2 | 1"),
                QStringLiteral("process.cpu_pct | serve | – | – | – | – | % | 0 | 3")}));
    }

    void aRunUnderWayShowsThem()
    {
        LiveAccumulator run;
        run.apply(test::scriptedStart());
        QVERIFY(!run.snapshot().monitors);
        run.apply(test::state(RunState::warmup, 0.0));
        run.apply(test::state(RunState::measuring, 2.0));
        run.apply(
            report::MonitorTick{{{"process", "rss_mb", "MB", "serve", {-0.5, 1.0, 2.5}, {1, 1000, 10}}}});
        run.apply(report::MonitorTick{{{"process", "rss_mb", "MB", "serve", {3.0, 3.5}, {absent, 20}}}});
        const auto now = run.snapshot();
        QVERIFY(now.monitors != nullptr);
        QCOMPARE(now.monitors->size(), std::size_t(1));
        const auto& memory = now.monitors->front();
        QCOMPARE(memory.t.size(), std::size_t(5));
        QCOMPARE(memory.summary.max, std::optional(20.0)); // the warm-up is not judged
        QCOMPARE(memory.summary.missing, std::int64_t(1));
        QCOMPARE(run.snapshot().monitors, now.monitors); // not made anew where nothing came
    }

    void theReportSaysTheSame()
    {
        report::ReportBuilder builder;
        builder.add(test::scriptedStart());
        builder.add(test::state(RunState::warmup, 0.0));
        builder.add(test::state(RunState::measuring, 2.0));
        builder.add(
            report::MonitorTick{{{"process", "rss_mb", "MB", "serve", {-0.5, 1.0, 2.5}, {1, 1000, 10}}}});
        const auto built = builder.build();
        QCOMPARE(built.monitors.size(), std::size_t(1));
        QCOMPARE(built.monitors[0].summary.max, std::optional(10.0));
        const auto read = report::reportFromJson(report::toJson(built), "r");
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QCOMPARE(read->monitors[0].source, std::string("serve"));
        QVERIFY(read->monitors[0].summary == built.monitors[0].summary);
        QCOMPARE(read->monitors[0].t, built.monitors[0].t);
    }

    void anEventOfTheJournalReadsBack()
    {
        const report::MonitorTick tick{{{"host", "cpu_pct", "%", "", {0.5, 1.0}, {absent, 3.0}}}};
        const auto read = report::runEventFromJson(report::toJson(report::RunEvent(tick)));
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        const auto& back = std::get<report::MonitorTick>(*read);
        QCOMPARE(back.series[0].t, tick.series[0].t);
        QVERIFY(std::isnan(back.series[0].value[0]));
        QCOMPARE(back.series[0].value[1], 3.0);
    }
};

PLUMB_TEST_MAIN(TestMonitorViews)
#include "tst_monitorviews.moc"

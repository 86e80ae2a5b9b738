// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace plumb;

class TestMeasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreFound_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("of");
        QTest::addColumn<double>("value"); // within 0.1 %, the precision of histograms; negative: none
        QTest::addColumn<int>("samples");
        const auto row = [](const char* metric, const char* of, double value, int samples) {
            QTest::addRow("%s of %s", metric, of)
                << QString::fromUtf8(metric) << QString::fromUtf8(of) << value << samples;
        };
        row("latency_ms.p95", "run", 950.0, 1000);
        row("latency_ms.p95", "step:validate", 570.0, 600);
        row("latency_ms.p95", "pattern:Reader", 980.0, 400);
        row("latency_ms.p97_5", "run", 975.0, 1000); // not among the stored ones: merged from the steps
        row("latency_ms.p97_5", "step:generate", 990.0, 400);
        row("latency_ms.min", "run", 1.0, 1000);
        row("latency_ms.mean", "step:validate", 300.5, 600);
        row("service_ms.p50", "run", 500.0, 1000);
        row("ttfb_ms.p50", "run", -1.0, 0);
        row("latency_ok_ms.p95", "step:validate", -1.0, 0);
        row("rps", "run", 100.0, 1000);
        row("rps", "step:generate", 40.0, 400);
        row("rpm", "pattern:Writer", 3600.0, 600);
        row("ops_per_min", "run", 6000.0, 1000);
        row("success_rate", "run", 0.99, 1000);
        row("error_rate", "run", 0.01, 1000);
        row("error_rate", "step:generate", 0.025, 400);
        row("errors.http_5xx", "run", 10.0, 1000);
        row("errors.timeout", "run", 0.0, 1000);
        row("errors.http_5xx", "step:validate", 0.0, 600);
        row("reasons.cache_miss", "run", 7.0, 1000);
        row("checks.status", "run", 0.99, 1000);
        row("checks.none", "run", -1.0, 0);
        row("received_bytes_per_s", "run", 100'000.0, 1000);
        row("received_bytes_per_s", "step:validate", 60'000.0, 600);
        row("iterations_per_s", "run", 50.0, 500);
        row("dropped", "run", 0.0, 1000);
        row("makespan_ms", "run", -1.0, 1000);
        row("process.rss_mb.max", "run", 300.0, 2); // the measure phase alone
        row("process.rss_mb.mean", "run", 200.0, 2);
        row("process.cpu_pct.max", "run", -1.0, 0);
        row("rows_per_s", "run", -1.0, 0);
    }
    void valuesAreFound()
    {
        QFETCH(QString, metric);
        QFETCH(QString, of);
        QFETCH(double, value);
        const auto measured = judge::measure(
            test::smallReport(), metric::parseMetricName(metric.toStdString()).value(), of.toStdString());
        QVERIFY(measured.known && !measured.skipped);
        QCOMPARE(measured.value.has_value(), value >= 0.0);
        if (measured.value) {
            QVERIFY2(std::abs(*measured.value - value) <= 0.001 * value,
                qPrintable(QString::number(*measured.value)));
        }
        QTEST(static_cast<int>(measured.samples), "samples");
    }

    void absentPartsAreToldApart()
    {
        const auto p95 = metric::parseMetricName("latency_ms.p95").value();
        const auto report = test::smallReport();
        QVERIFY(judge::measure(report, p95, "step:artifact").skipped);
        QVERIFY(!judge::measure(report, p95, "step:nowhere").known);
        QVERIFY(!judge::measure(report, p95, "pattern:nowhere").known);
    }

    void stepsOfOneNameAreMerged()
    {
        auto report = test::smallReport();
        report.steps[1].name = "validate"; // the same step in the other pattern
        const auto measured
            = judge::measure(report, metric::parseMetricName("latency_ms.p95").value(), "step:validate");
        QCOMPARE(measured.samples, 1000);
        QVERIFY(std::abs(*measured.value - 950.0) < 1.0); // an average of the two would be 775
    }

    /// Reports of other tools have figures and no histograms.
    void storedFiguresServeWithoutHistograms()
    {
        auto report = test::smallReport();
        for (auto& step : report.steps) {
            step.histograms = {};
        }
        const auto value = [&report](const char* metric, const char* of) {
            return judge::measure(report, metric::parseMetricName(metric).value(), of).value;
        };
        QVERIFY(value("latency_ms.p95", "step:validate").has_value());
        QVERIFY(!value("latency_ms.p97_5", "step:validate").has_value());
        QVERIFY(!value("latency_ms.p97_5", "run").has_value());
    }

    void damagedHistogramsGiveNoValue()
    {
        auto report = test::smallReport();
        report.steps[0].histograms[0] = "HISTFAAAAbroken";
        const auto measured
            = judge::measure(report, metric::parseMetricName("latency_ms.p97_5").value(), "run");
        QVERIFY(!measured.value);
    }

    void whatTheUserCutIsNoFailure()
    {
        auto report = test::smallReport();
        report.totals.planned = report.totals.sent = 1000;
        report.totals.completed = 896;
        report.totals.failed = 4;
        report.totals.unfinished = 100;
        report.totals.success_rate = 0.896;
        const auto name = metric::parseMetricName("success_rate").value();
        // In flight when the time for draining was over: the target kept them.
        QCOMPARE(*judge::measure(report, name, "run").value, 0.896);
        report.ended_by = "abort";
        QCOMPARE(*judge::measure(report, name, "run").value, 896.0 / 900.0);
        QCOMPARE(report.totals.success_rate, std::optional(0.896));
    }
};

PLUMB_TEST_MAIN(TestMeasure)
#include "tst_measure.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric/limit.h"
#include "metric/metricname.h"
#include "metric/verdict.h"
#include "tests/support/testmain.h"

#include <set>

using namespace plumb::metric;

class TestMetric : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStopRulesCanWatch()
    {
        for (const char* name :
            {"latency_ms.p95", "service_ms.max", "iteration_ms.mean", "rps", "error_rate", "success_rate",
                "dropped", "errors.timeout", "reasons.full", "checks.status", "received_bytes_per_s",
                "connections.open", "process.rss_mb.max", "host.cpu_pct", "prom.x"}) {
            QVERIFY2(knownDuringRun(*parseMetricName(name)->metric), name);
        }
        for (const char* name : {"recovery_s", "ceiling_rps", "rows_per_s", "apdex"}) {
            QVERIFY2(!knownDuringRun(*parseMetricName(name)->metric), name);
        }
    }

    void verdictsHaveNames()
    {
        for (const auto* name :
            {"pass", "warn", "fail", "inconclusive", "invalid", "no-baseline", "not-measured", "skipped"}) {
            const auto verdict = verdictFromString(name);
            QVERIFY(verdict.has_value());
            QCOMPARE(toString(*verdict), std::string_view(name));
        }
        QVERIFY(!verdictFromString("green"));
        QVERIFY(!verdictFromString(""));
    }

    void theWorseVerdictDecides()
    {
        const std::vector order{Verdict::invalid, Verdict::fail, Verdict::noBaseline, Verdict::inconclusive,
            Verdict::notMeasured, Verdict::warn, Verdict::pass, Verdict::skipped};
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (std::size_t j = i; j < order.size(); ++j) {
                QVERIFY(worse(order[i], order[j]) == order[i]);
                QVERIFY(worse(order[j], order[i]) == order[i]);
            }
        }
    }

    void theCatalogueIsWhole()
    {
        std::set<std::string_view> names;
        for (const Metric& metric : catalogue()) {
            QVERIFY(names.insert(metric.name).second);
            QVERIFY(!metric.title.empty());
            QVERIFY2(metric.help.ends_with('.'), metric.name.data());
            QVERIFY(metric.scopes != 0);
        }
        for (const char* name : {"latency_ms.p95", "latency_ok_ms.mean", "service_ms.max", "ttfb_ms.p50",
                 "connect_ms.stddev", "iteration_ms.min", "rps", "rpm", "success_rate", "error_rate",
                 "errors.timeout", "reasons.cache_miss", "iterations_per_s", "ops_per_s", "ops_per_min",
                 "rows_per_s", "sent_bytes_per_s", "received_bytes_per_s", "dropped", "makespan_ms",
                 "recovery_s", "ceiling_rps", "checks.status is 200", "connections.open",
                 "process.rss_mb.max", "process.vms_mb.mean", "process.cpu_pct.mean", "process.threads.max",
                 "process.open_files.max", "host.cpu_pct.max", "prom.http_requests_total", "apdex"}) {
            const auto metric = parseMetricName(name);
            QVERIFY2(metric.has_value(), name);
            QCOMPARE(metric->text(), std::string(name));
        }
    }

    void percentilesAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("percent"); // 0: no metric
        QTest::newRow("p95") << "latency_ms.p95" << 95.0;
        QTest::newRow("p99_9") << "latency_ms.p99_9" << 99.9;
        QTest::newRow("p99_999") << "latency_ms.p99_999" << 99.999;
        QTest::newRow("p97_5") << "service_ms.p97_5" << 97.5;
        QTest::newRow("p1") << "ttfb_ms.p1" << 1.0;
        QTest::newRow("p0") << "latency_ms.p0" << 0.0;
        QTest::newRow("p100") << "latency_ms.p100" << 0.0;
        QTest::newRow("p99_9999") << "latency_ms.p99_9999" << 0.0;
        QTest::newRow("p05") << "latency_ms.p05" << 0.0;
        QTest::newRow("p95_") << "latency_ms.p95_" << 0.0;
        QTest::newRow("p95_50") << "latency_ms.p95_50" << 0.0;
        QTest::newRow("p") << "latency_ms.p" << 0.0;
        QTest::newRow("p9x") << "latency_ms.p9x" << 0.0;
    }
    void percentilesAreRead()
    {
        QFETCH(QString, name);
        QFETCH(double, percent);
        const auto metric = parseMetricName(name.toStdString());
        QCOMPARE(metric.has_value(), percent > 0.0);
        if (metric) {
            QCOMPARE(metric->percentile().value_or(-1), percent);
        }
    }

    void othersHaveNoPercentile()
    {
        QVERIFY(!parseMetricName("rps")->percentile());
        QVERIFY(!parseMetricName("latency_ms.mean")->percentile());
        QVERIFY(!parseMetricName("reasons.p95")->percentile());
    }

    void unknownNamesGetTheNearest_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("suggested");
        QTest::newRow("typo") << "latency_ms.p5_"
                              << "latency_ms.p50";
        QTest::newRow("family") << "latancy_ms.p95"
                                << "latency_ms.p95";
        QTest::newRow("no member") << "latency_ms"
                                   << "latency_ms.min";
        QTest::newRow("word") << "succes_rate"
                              << "success_rate";
        QTest::newRow("open") << "error.timeout"
                              << "errors.timeout";
        QTest::newRow("case") << "RPS"
                              << "rps";
        QTest::newRow("process") << "process.rss_mb"
                                 << "process.rss_mb.max";
    }
    void unknownNamesGetTheNearest()
    {
        QFETCH(QString, given);
        QFETCH(QString, suggested);
        const auto metric = parseMetricName(given.toStdString());
        QVERIFY(!metric);
        const auto text = QString::fromStdString(metric.error().text());
        QVERIFY2(text.contains(given) || given.isEmpty(), qPrintable(text));
        if (given != QLatin1String("RPS")) {
            QVERIFY2(text.contains(QLatin1Char('"') + suggested + QLatin1Char('"')), qPrintable(text));
        }
        QVERIFY(!parseMetricName(std::string(100'000, 'x')));
        QVERIFY(!parseMetricName(""));
    }

    void limitsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<bool>("higher");
        QTest::addColumn<QString>("normal"); // empty: refused
        const auto row = [](const char* text, const char* unit, bool higher, const char* normal) {
            QTest::addRow("%s [%s]%s", text, unit, higher ? " higher" : "")
                << QString::fromUtf8(text) << QString::fromUtf8(unit) << higher << QString::fromUtf8(normal);
        };
        row("> 800", "ms", false, "> 800");
        row(">800", "ms", false, "> 800");
        row("  >=  5ms ", "ms", false, ">= 5");
        row("> 5 s", "ms", false, "> 5000");
        row("> 250us", "ms", false, "> 0.25");
        row("> 250\u00B5s", "ms", false, "> 0.25");
        row("> 250\u03BCs", "ms", false, "> 0.25");
        row("> 2min", "s", false, "> 120");
        row("> 100000", "ms", false, "> 100000");
        row("<= 0.99", "fraction", true, "<= 0.99");
        row("< 99%", "fraction", true, "< 0.99");
        row("> 50%", "%", false, "> 50");
        row("> 0.5GB", "MB", false, "> 500");
        row("> 1GiB", "MB", false, "> 1073.741824");
        row("< 100/s", "1/s", true, "< 100");
        row("< 6000rpm", "1/min", true, "< 6000");
        row("< 2MiB/s", "B/s", true, "< 2097152");
        row("> 5", "", false, "> 5");
        row("> -5", "", false, "> -5");
        row("> +10%", "ms", false, "> +10%");
        row("> + 10 %", "ms", false, "> +10%");
        row("> +10%", "fraction", false, "> +10%");
        row("< -15%", "1/s", true, "< -15%");
        row("> +1pt", "fraction", false, "> +1pt");
        row("10%", "ms", false, ">= +10%");
        row("10%", "1/s", true, "<= -10%");
        row("-10%", "1/s", true, "<= -10%");
        row("1pt", "fraction", false, ">= +1pt");
        row("", "ms", false, "");
        row("800", "ms", false, "");
        row("> ", "ms", false, "");
        row("> abc", "ms", false, "");
        row("> 800 parsecs", "ms", false, "");
        row("> 10%", "ms", false, "");
        row("< 15%", "1/s", true, "");
        row("> 1pt", "fraction", false, "");
        row("> +1pt", "ms", false, "");
        row("> inf", "ms", false, "");
        row("> nan", "ms", false, "");
        row("> +-5", "ms", false, "");
        row("=> 5", "ms", false, "");
        row("> 5ms", "", false, "");
        row("> 1e999", "ms", false, "");
    }
    void limitsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, unit);
        QFETCH(bool, higher);
        QFETCH(QString, normal);
        const auto limit = parseLimit(text.toStdString(), unit.toStdString(), higher);
        QCOMPARE(limit.has_value(), !normal.isEmpty());
        if (limit) {
            QCOMPARE(QString::fromStdString(limit->text()), normal);
            // What text() writes is read as the same limit.
            const auto again = parseLimit(limit->text(), unit.toStdString(), higher);
            QVERIFY(again && *again == *limit);
        } else {
            QVERIFY(!limit.error().remedy.empty());
        }
    }

    void limitsAreHitOnTheirSide()
    {
        using Operator = Limit::Operator;
        const auto hit = [](Operator op, double value) {
            return Limit{op, Limit::Kind::absolute, 10.0}.hit(value);
        };
        QVERIFY(!hit(Operator::greater, 10.0) && hit(Operator::greater, 10.1));
        QVERIFY(!hit(Operator::greaterOrEqual, 9.9) && hit(Operator::greaterOrEqual, 10.0));
        QVERIFY(!hit(Operator::less, 10.0) && hit(Operator::less, 9.9));
        QVERIFY(!hit(Operator::lessOrEqual, 10.1) && hit(Operator::lessOrEqual, 10.0));
    }
};

PLUMB_TEST_MAIN(TestMetric)
#include "tst_metric.moc"

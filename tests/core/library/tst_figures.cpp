// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps of reports for trends.
#include "base/files.h"
#include "judge/thresholds.h"
#include "library/figures.h"
#include "library/library.h"
#include "library/reporthead.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace plumb;
using namespace plumb::library;

namespace {

/// Lines in one order: the two readers meet fields in different ones.
std::vector<std::string> sortedLines(const std::string& text)
{
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

report::Report fullReport()
{
    auto report = test::madeUpReport({.measure = 60});
    report.fingerprint.cpu = "Some CPU \"quick\"";
    report.fingerprint.cores = 8;
    report.fingerprint.kernel = "6.1.0";
    report.engine_transport = "direct";
    report.engine_version = "0.1.0";
    report.scenario = Json::parse(R"({"note":"x","load":{"executor":"constant-vus","vus":3},"patterns":[]})");
    report.totals.outcomes["timeout"] = 3;
    report.totals.makespan_ms = 1234.5;
    report::MonitorSeries monitor;
    monitor.kind = "process";
    monitor.name = "rss_mb";
    monitor.unit = "MB";
    monitor.summary.count = 2;
    monitor.summary.max = 300.25;
    monitor.summary.mean = 200.0;
    report.monitors = {monitor, monitor};
    report.monitors[1].summary.max = 500.0;
    return report;
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;

private Q_SLOTS:
    void theQuickReaderFindsTheSame()
    {
        for (auto report : {fullReport(), test::smallReport(), report::Report{}}) {
            report.operation = "operation";
            report.id = "id";
            report.started_at = "2026-11-21T14:03:05.120+01:00";
            const auto path = m_libraries.fresh() / "r.json";
            QVERIFY(writeFileAtomic(path, dumpJson(report::toJson(report))));
            const auto head = readReportHead(path);
            QVERIFY2(head, head ? "" : head.error().text().c_str());
            QCOMPARE(sortedLines(head->figures), sortedLines(figuresOf(report)));
            QVERIFY(unpackSetup(head->setup) == setupOf(report));
        }
    }

    void figuresAreThoseOfTheJudge()
    {
        const auto report = fullReport();
        const auto figures = figuresOf(report);
        int compared = 0;
        for (const char* name : {"latency_ms.p95", "latency_ms.p99_9", "latency_ok_ms.mean", "service_ms.max",
                 "rps", "rpm", "ops_per_s", "ops_per_min", "success_rate", "error_rate", "errors.timeout",
                 "errors.reset", "iterations_per_s", "sent_bytes_per_s", "received_bytes_per_s", "dropped",
                 "makespan_ms", "process.rss_mb.max", "process.rss_mb.mean", "iteration_ms.p50"}) {
            const auto metric = *metric::parseMetricName(name);
            QVERIFY2(keepsFigure(metric, "run"), name);
            const auto expected = judge::measure(report, metric, "run").value;
            const auto found = figure(figures, metric, "run");
            if (std::string_view(name).starts_with("errors")) {
                QCOMPARE(found.value_or(-1.0), name == std::string_view("errors.timeout") ? 3.0 : 0.0);
                continue;
            }
            QVERIFY2(found == expected, name);
            compared += found ? 1 : 0;
        }
        QVERIFY2(compared >= 14, qPrintable(QString::number(compared)));
        for (const auto& step : report.steps) {
            for (const char* name : {"latency_ms.p95", "rps", "rpm", "error_rate"}) {
                const auto metric = *metric::parseMetricName(name);
                const auto of = "step:" + step.name;
                QVERIFY2(figure(figures, metric, of) == judge::measure(report, metric, of).value, name);
            }
        }
    }

    void whatIsNotKeptIsNotInvented()
    {
        const auto figures = figuresOf(test::smallReport());
        const auto metric = [](const char* name) { return *metric::parseMetricName(name); };
        QVERIFY(!keepsFigure(metric("latency_ms.p97"), "run"));
        QVERIFY(!keepsFigure(metric("service_ms.p95"), "step:validate"));
        QVERIFY(!keepsFigure(metric("apdex"), "run"));
        QVERIFY(!figure(figures, metric("latency_ms.p95"), "step:nothing"));
        QVERIFY(!figure(figures, metric("process.cpu_pct.max"), "run"));
        QVERIFY(!figure("", metric("rps"), "run"));
        QVERIFY(!figure("", metric("errors.timeout"), "run"));
        QVERIFY(*figure(figures, metric("checks.status"), "run") > 0.9);
        QCOMPARE(*figure(figures, metric("reasons.cache_miss"), "run"), 7.0);
        QCOMPARE(*figure(figures, metric("reasons.other"), "run"), 0.0);
    }

    void namesCannotBreakTheText()
    {
        FigureWriter writer;
        writer.put("step:a\nrun\x1frps\x1f", "rps", 5.0);
        writer.put("run", "rps", std::numeric_limits<double>::infinity());
        const auto text = writer.take();
        QVERIFY(!figure(text, *metric::parseMetricName("rps"), "run"));
        QCOMPARE(sortedLines(text).size(), 1U);
    }

    void setupsAreCompared()
    {
        auto report = fullReport();
        const auto before = setupOf(report);
        QVERIFY(unpackSetup(packSetup(before)) == before);
        // Notes and where it runs make no difference, the load does.
        report.scenario["note"] = "y";
        report.scenario["target"] = {{"base_url", "http://localhost:1234"}};
        QVERIFY(setupOf(report).differences(before).empty());
        report.scenario["load"]["vus"] = 4;
        QCOMPARE(setupOf(report).differences(before), std::vector<std::string>{"load"});
        report.fingerprint.kernel = "6.2.0";
        QCOMPARE(setupOf(report).differences(before), (std::vector<std::string>{"kernel", "load"}));
        // What is not known is no difference, and is taken from before.
        const RunSetup unknown;
        QVERIFY(unknown.differences(before).empty());
        QVERIFY(unknown.orElse(before) == before);
        QVERIFY(loadDigest(Json()).empty());
    }

    void historyComesFromTheIndexAlone()
    {
        const auto library = m_libraries.opened(m_libraries.fresh());
        auto report = test::smallReport();
        for (int i = 3; i > 0; --i) {
            report.id = "id-" + std::to_string(i);
            report.started_at = "2026-11-2" + std::to_string(i) + "T14:03:05.000+00:00";
            report.latency_ms.p95 = 100.0 * i;
            QVERIFY(library->store(report));
        }
        report.id = "other";
        report.operation = "another";
        QVERIFY(library->store(report));
        QVERIFY(writeFileAtomic(library->folder() / "reports/mixed_workload/broken.json", "{"));
        const auto look = [&library] {
            const auto rows = *library->history("mixed_workload");
            QCOMPARE(rows.size(), 3U);
            for (std::size_t i = 0; i < 3; ++i) {
                QCOMPARE(rows[i].id, "id-" + std::to_string(i + 1));
                QCOMPARE(*figure(rows[i].figures, *metric::parseMetricName("latency_ms.p95"), "run"),
                    100.0 * static_cast<double>(i + 1));
            }
        };
        look();
        // The files may be gone: nothing is opened.
        for (const auto& entry :
            std::filesystem::directory_iterator(library->folder() / "reports/mixed_workload")) {
            QVERIFY(writeFileAtomic(entry.path(), "gone"));
        }
        look();
        QVERIFY(library->history("nothing")->empty());
        // Lists do not carry what they do not show.
        QVERIFY(library->reports()->front().figures.empty());
    }
};

PLUMB_TEST_MAIN(TestFigures)
#include "tst_figures.moc"

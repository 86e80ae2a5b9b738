// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "export/csvtext.h"
#include "export/exporter.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <cmath>
#include <sstream>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::exporting;

namespace {

std::vector<Document> written(std::string_view format, const report::Report& report)
{
    const auto exporter = findExporter(format);
    auto documents = exporter ? (*exporter)->write(report) : Result<std::vector<Document>>(exporter.error());
    return documents ? std::move(*documents) : std::vector<Document>();
}

QString single(std::string_view format, const report::Report& report)
{
    const auto documents = written(format, report);
    return documents.size() == 1 ? QString::fromStdString(documents.front().text) : QString();
}

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> list;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        list.push_back(line);
    }
    return list;
}

QStringList cells(const std::string& line)
{
    return QString::fromStdString(line).split(QLatin1Char(','));
}

/// A run in which nothing was sent.
report::Report nothingMeasured()
{
    report::Report report;
    report.id = "empty";
    report.operation = "idle";
    report.started_at = "2026-11-21T14:03:05.120+01:00";
    report::StepReport step;
    step.name = "never";
    step.method = "GET";
    report.steps.push_back(step);
    report.series.t = {1.0};
    report.series.rps = {0.0};
    report.series.p50 = report.series.p95 = report.series.p99 = report.series.max = {std::nan("")};
    return report;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownFormatListsTheKnown()
    {
        const auto found = findExporter("pdf");
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::usage);
        for (const auto& exporter : exporters()) {
            QVERIFY(found.error().remedy.find(exporter->format()) != std::string::npos);
            QVERIFY(!exporter->description().empty());
        }
    }

    void jsonIsTheReport()
    {
        const auto report = test::madeUpReport({});
        const auto text = single("json", report).toStdString();
        const auto again = report::reportFromJson(*parseJson(text, "x"), "x");
        QVERIFY(again);
        QCOMPARE(dumpJson(report::toJson(*again)), dumpJson(report::toJson(report)));
    }

    void flatJsonHasTheDocumentedFields()
    {
        const auto report = test::madeUpReport({});
        const auto json = *parseJson(single("flat-json", report).toStdString(), "x");
        std::vector<std::string> keys;
        for (const auto& [key, value] : json.items()) {
            keys.push_back(key);
        }
        QCOMPARE(keys,
            (std::vector<std::string>{"operation", "environment", "version", "timestamp",
                "response_time_mean", "response_time_median", "response_time_p95", "response_time_p99",
                "response_time_max", "requests_per_second", "concurrent_users", "total_requests",
                "error_rate", "error_count", "test_duration"}));
        QCOMPARE(json["total_requests"].get<std::int64_t>(), report.totals.completed + report.totals.failed);
        QCOMPARE(json["response_time_p95"].get<double>(), *report.latency_ms.p95);
        QCOMPARE(json["test_duration"].get<int>(), 20);
        QCOMPARE(json["timestamp"].get<std::string>().size(), std::size_t(19));
        const auto empty = *parseJson(single("flat-json", nothingMeasured()).toStdString(), "x");
        QVERIFY(empty["response_time_p95"].is_null());
        QVERIFY(empty["error_rate"].is_null());
        QVERIFY(empty["requests_per_second"].is_null());
    }

    void csvHasLocustsColumns()
    {
        const auto report = test::madeUpReport({});
        const auto documents = written("csv", report);
        QCOMPARE(documents.size(), std::size_t(3));
        const auto stats = lines(documents[0].text), history = lines(documents[1].text),
                   failures = lines(documents[2].text);
        const auto sample
            = test::sharedFile("samples/locust-csv/Bortlesboat__bitcoin-api__results_stats.csv");
        if (sample.empty()) {
            QSKIP("the shared samples are not beside the checkout");
        }
        const auto headOf = [&sample](const std::string& suffix) {
            const auto file = sample.parent_path() / ("Bortlesboat__bitcoin-api__results" + suffix);
            return QString::fromStdString(lines(*readFile(file)).front()).trimmed().toStdString();
        };
        QCOMPARE(stats.front(), headOf("_stats.csv"));
        QCOMPARE(history.front(), headOf("_stats_history.csv"));
        QCOMPARE(failures.front(), headOf("_failures.csv"));
        QCOMPARE(documents[0].suffix, std::string("_stats.csv"));
        QCOMPARE(documents[1].suffix, std::string("_history.csv"));
        QCOMPARE(documents[2].suffix, std::string("_failures.csv"));
    }

    void csvFiguresAreTheReports()
    {
        const auto report = test::madeUpReport({});
        const auto documents = written("csv", report);
        const auto stats = lines(documents[0].text), history = lines(documents[1].text),
                   failures = lines(documents[2].text);
        QCOMPARE(stats.size(), std::size_t(1 + 2 + 1));
        for (const auto& line : stats) {
            QCOMPARE(cells(line).size(), 22);
        }
        QCOMPARE(cells(stats[1]).at(0), QStringLiteral("GET"));
        QCOMPARE(cells(stats[1]).at(2).toLongLong(), report.steps[0].count);
        const auto all = cells(stats.back());
        QCOMPARE(all.at(0), QString());
        QCOMPARE(all.at(1), QStringLiteral("Aggregated"));
        QCOMPARE(all.at(2).toLongLong(), report.totals.completed + report.totals.failed);
        QCOMPARE(all.at(16).toDouble(), *report.latency_ms.p95);
        QCOMPARE(all.at(21).toDouble(), *report.latency_ms.max);
        // Every row of the series, and running totals over all phases.
        QCOMPARE(history.size(), 1 + report.series.t.size());
        std::int64_t finished = 0;
        for (const auto& phase : report.phases) {
            finished += phase.completed + phase.failed;
        }
        QCOMPARE(cells(history.back()).size(), 24);
        QCOMPARE(cells(history.back()).at(17).toLongLong(), finished);
        QCOMPARE(cells(history[1]).at(0).toLongLong(), 1'700'000'001);
        QCOMPARE(cells(history[5]).at(11).toDouble(), report.series.p95[4]);
        std::int64_t failed = 0;
        for (std::size_t i = 1; i < failures.size(); ++i) {
            failed += cells(failures[i]).at(3).toLongLong();
        }
        QCOMPARE(failed, report.totals.failed);
    }

    void absentIsEmptyNeverZero()
    {
        const auto documents = written("csv", nothingMeasured());
        const auto row = cells(lines(documents[0].text)[1]);
        for (const int column : {4, 5, 6, 7, 8, 11, 16, 21}) {
            QCOMPARE(row.at(column), QString());
        }
        const auto history = cells(lines(documents[1].text)[1]);
        QCOMPARE(history.at(6), QString());
        QCOMPARE(history.at(17), QString());
        QCOMPARE(written("hgrm", nothingMeasured()).size(), std::size_t(0));
        QVERIFY(single("markdown", nothingMeasured()).contains(QStringLiteral("| Response time p95 |  |")));
    }

    /// Files of their own beside Locust's, where there are such steps.
    void csvOfQueriesAndCommands()
    {
        auto report = nothingMeasured();
        QCOMPARE(written("csv", report).size(), std::size_t{3});
        report::StepReport query;
        query.name = "orders";
        query.kind = "sql";
        query.count = 120;
        query.failed = 1;
        query.rps = 2.0;
        query.rows = 2400;
        query.rows_per_s = 40.0;
        report::StepReport command;
        command.name = "bench";
        command.kind = "command";
        command.count = 3;
        command.command = {2, {1.5, 2.0}, {0.25, 0.5}, {64.0, 96.0}};
        report::StepReport failing = command;
        failing.name = "missing";
        failing.command = {};
        report.steps = {query, command, failing};
        const auto documents = written("csv", report);
        QCOMPARE(documents.size(), std::size_t{5});
        QCOMPARE(documents[3].suffix, std::string("_queries.csv"));
        QCOMPARE(lines(documents[3].text),
            (std::vector<std::string>{
                "Name,Count,Failed,Operations/s,Operations/min,Rows,Rows/s", "orders,120,1,2,120,2400,40"}));
        QCOMPARE(documents[4].suffix, std::string("_commands.csv"));
        const auto commands = lines(documents[4].text);
        QCOMPARE(commands.size(), std::size_t{3});
        QCOMPARE(commands[1], std::string("bench,3,0,2,1.5,2,0.25,0.5,64,96"));
        QCOMPARE(commands[2], std::string("missing,3,0,0,,,,,,"));
    }

    void csvIsSafe()
    {
        CsvText csv;
        csv.cell("=cmd|'/C calc'!A0")
            .cell("a,\"b\"\nc")
            .cell("plain")
            .number(-1.5)
            .number(std::nan(""))
            .endRow();
        QCOMPARE(csv.text(), std::string("'=cmd|'/C calc'!A0,\"a,\"\"b\"\"\nc\",plain,-1.5,\n"));
    }

    void markdownBeginsWithTheVerdict()
    {
        auto report = test::madeUpReport({});
        report.verdict = metric::Verdict::fail;
        report.judgement.sentence = "p95 of step0 is 1.2 s, over the limit of 1 s.";
        report::JudgedRule rule;
        rule.name = "a|b";
        rule.metric = "latency_ms.p95";
        rule.value = 1200;
        rule.unit = "ms";
        rule.limit = "> 1000";
        rule.verdict = report.verdict;
        report.judgement.rules.push_back(rule);
        report.steps[0].name = "x | <script>alert(1)</script>\n# y";
        const auto text = single("markdown", report);
        QVERIFY(text.startsWith(QStringLiteral("**FAIL**: p95 of step0 is 1.2 s")));
        QVERIFY(text.contains(QStringLiteral("a\\|b")));
        QVERIFY(!text.contains(QStringLiteral("<script>")));
        QVERIFY(!text.contains(QStringLiteral("\n# y")));
        for (const char* section : {"## Rules", "## Totals", "## Steps", "## Skipped", "## Environment"}) {
            QVERIFY2(text.contains(QLatin1String(section)), section);
        }
        QVERIFY(text.indexOf(QStringLiteral("## Rules")) < text.indexOf(QStringLiteral("## Totals")));
    }

    void hgrmIsAPercentileDistribution()
    {
        const auto report = test::madeUpReport({});
        const auto text = lines(single("hgrm", report).toStdString());
        QCOMPARE(text[0], std::string("       Value     Percentile TotalCount 1/(1-Percentile)"));
        QVERIFY(text[2].find("0.000000000000") != std::string::npos);
        double before = -1.0, last = 0.0;
        for (std::size_t i = 2; i < text.size() && text[i][0] != '#'; ++i) {
            last = std::stod(text[i]);
            QVERIFY(last >= before);
            before = last;
        }
        QVERIFY(std::fabs(last - *report.latency_ms.max) < 0.001);
        QVERIFY(text.back().find(std::to_string(report.latency_ms.count)) != std::string::npos);
    }

    void writesFilesOrFolders()
    {
        const QTemporaryDir dir;
        const fs::path root = dir.path().toStdString();
        const auto report = test::madeUpReport({});
        const auto csv = written("csv", report);
        QVERIFY(writeDocuments(csv, root, "run"));
        QVERIFY(fs::exists(root / "run_stats.csv"));
        QVERIFY(writeDocuments(csv, root / "other.csv", "run"));
        QVERIFY(fs::exists(root / "other_history.csv"));
        QCOMPARE(writeDocuments(written("markdown", report), root / "a.txt", "run")->front(), root / "a.txt");
        QCOMPARE(writeDocuments(written("markdown", report), root, "run")->front(), root / "run.md");
        const auto blocked = writeDocuments(csv, root / "a.txt" / "below", "run");
        QVERIFY(!blocked);
        QVERIFY(!blocked.error().where.empty());
    }
};

PLUMB_TEST_MAIN(TestExport)
#include "tst_export.moc"

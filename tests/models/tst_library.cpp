// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <limits>

using namespace plumb;
using namespace plumb::models;

namespace {

library::ReportRow row(const char* name, metric::Verdict verdict, std::optional<double> p99, const char* tag)
{
    library::ReportRow row;
    row.id = name;
    row.file = std::string("/lib/reports/") + name + ".json";
    row.operation = name;
    row.environment = "local";
    row.target_version = "1.0";
    row.started_at = "2026-11-20T14:03:05.120+01:00";
    row.duration_s = 65.0;
    row.verdict = verdict;
    row.requests = 12345;
    row.users_max = 10;
    row.rps = 49.8;
    row.p50_ms = 12.1;
    row.p95_ms = 41.7;
    row.p99_ms = p99;
    row.error_rate = 0.002;
    row.tags = {tag};
    row.sparkline = {1.0, std::numeric_limits<double>::quiet_NaN(), 2.0};
    return row;
}

std::vector<library::ReportRow> rows()
{
    auto unreadable = library::ReportRow();
    unreadable.file = "/lib/reports/cut.json";
    unreadable.unreadable = "cut.json, line 7: the text ends early";
    auto partial = row("mixed_workload", metric::Verdict::warn, std::nullopt, "weekly");
    partial.partial = true;
    return {row("content_generation", metric::Verdict::pass, 96.0, "nightly"),
        row("login", metric::Verdict::fail, 296.0, "nightly"), partial, unreadable};
}

QStringList names(const QAbstractItemModel& model)
{
    QStringList list;
    for (int i = 0; i < model.rowCount(); ++i)
        list << model.index(i, LibraryModel::Operation).data(SortRole).toString();
    return list;
}

} // namespace

class TestLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAsPrinted()
    {
        LibraryModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(rows());
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral("pass | content_generation | local | 1.0 | 2026-11-20 14:03 | 01:05 "
                                        "| 12,345 | 49.8 | "
                                        "12.1 | 41.7 | 96.0 | 0.20 % | 10 |  | nightly"),
                QStringLiteral(
                    "fail | login | local | 1.0 | 2026-11-20 14:03 | 01:05 | 12,345 | 49.8 | 12.1 | 41.7 | "
                    "296.0 | 0.20 % | 10 |  | nightly"),
                QStringLiteral(
                    "warn, partial | mixed_workload | local | 1.0 | 2026-11-20 14:03 | 01:05 | 12,345 | "
                    "49.8 | 12.1 | 41.7 | – | 0.20 % | 10 |  | weekly"),
                QStringLiteral(
                    "unreadable | cut.json – cut.json, line 7: the text ends early | – | – | – | – | – | – "
                    "| – | – | – | – | – |  | ")}));
        QCOMPARE(model.index(0, LibraryModel::Verdict).data(VerdictRole).toInt(), int(metric::Verdict::pass));
        QVERIFY(!model.index(3, LibraryModel::Verdict).data(VerdictRole).isValid());
        QCOMPARE(model.index(0, LibraryModel::Trend).data(SparklineRole).value<QList<double>>().size(), 3);
        QCOMPARE(model.index(3, 0).data(KeyRole).toString(), QStringLiteral("/lib/reports/cut.json"));
    }

    void queries_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto all = QStringLiteral("content_generation login mixed_workload cut.json");
        QTest::newRow("empty") << QString() << all;
        QTest::newRow("spaces") << QStringLiteral("  ") << all;
        QTest::newRow("word") << QStringLiteral("LOGIN") << QStringLiteral("login");
        QTest::newRow("all words") << QStringLiteral("local nightly")
                                   << QStringLiteral("content_generation login");
        QTest::newRow("excluded") << QStringLiteral("local -nightly") << QStringLiteral("mixed_workload");
        QTest::newRow("tag") << QStringLiteral("tag:nightly") << QStringLiteral("content_generation login");
        QTest::newRow("not a whole tag") << QStringLiteral("tag:night") << QString();
        QTest::newRow("verdict") << QStringLiteral("verdict:fail") << QStringLiteral("login");
        QTest::newRow("not the verdict")
            << QStringLiteral("-verdict:fail op:o") << QStringLiteral("content_generation mixed_workload");
        QTest::newRow("unreadable") << QStringLiteral("verdict:unreadable") << QStringLiteral("cut.json");
        QTest::newRow("greater") << QStringLiteral("p99>200") << QStringLiteral("login");
        QTest::newRow("absent is not less")
            << QStringLiteral("p99<200") << QStringLiteral("content_generation");
        QTest::newRow("percent") << QStringLiteral("errors>=0.2 tag:weekly")
                                 << QStringLiteral("mixed_workload");
        QTest::newRow("not a number") << QStringLiteral("p99>x") << QString();
    }
    void queries()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        LibraryModel model;
        LibraryFilterProxy proxy;
        proxy.setSourceModel(&model);
        QAbstractItemModelTester tester(&proxy);
        model.setRows(rows());
        proxy.setQuery(query);
        QCOMPARE(names(proxy).join(QLatin1Char(' ')), expected);
    }

    void sortsByValueAbsentLast()
    {
        LibraryModel model;
        model.setRows(rows());
        LibraryFilterProxy proxy;
        proxy.setSourceModel(&model);
        QAbstractItemModelTester tester(&proxy);
        proxy.sort(LibraryModel::P99, Qt::AscendingOrder);
        QCOMPARE(names(proxy).mid(0, 2),
            QStringList({QStringLiteral("content_generation"), QStringLiteral("login")}));
        proxy.sort(LibraryModel::P99, Qt::DescendingOrder);
        QCOMPARE(names(proxy).mid(0, 2),
            QStringList({QStringLiteral("login"), QStringLiteral("content_generation")}));
    }
};

PLUMB_TEST_MAIN(TestLibrary)
#include "tst_library.moc"

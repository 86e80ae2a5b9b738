// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/libraryfilter.h"
#include "ui/models/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>
#include <QUrl>

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
    unreadable.unreadable = "/lib/reports/cut.json, line 7: the text ends early";
    auto partial = row("mixed_workload", metric::Verdict::warn, std::nullopt, "weekly");
    partial.partial = true;
    auto noted = row("content_generation", metric::Verdict::pass, 96.0, "nightly");
    noted.notes = 2;
    noted.last_note = "after the deploy";
    noted.note_state = library::AnnotationState::noise;
    return {noted, row("login", metric::Verdict::fail, 296.0, "nightly"), partial, unreadable};
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
        model.setRows(libraryEntries(rows()));
        QCOMPARE(test::printed(model),
            QStringList({QStringLiteral(
                             "pass | content_generation | local | 1.0 | 2026-11-20 14:03 | 01:05 "
                             "| 12,345 | 49.8 | "
                             "12.1 | 41.7 | – | 96.0 | 0.20 % | 10 |  | nightly | noise: after the deploy"),
                QStringLiteral(
                    "fail | login | local | 1.0 | 2026-11-20 14:03 | 01:05 | 12,345 | 49.8 | 12.1 | 41.7 | "
                    "– | 296.0 | 0.20 % | 10 |  | nightly | "),
                QStringLiteral(
                    "warn, partial | mixed_workload | local | 1.0 | 2026-11-20 14:03 | 01:05 | 12,345 | "
                    "49.8 | 12.1 | 41.7 | – | – | 0.20 % | 10 |  | weekly | "),
                QStringLiteral("unreadable | cut.json, line 7: the text ends early | – | – | – | – | – | – "
                               "| – | – | – | – | – | – |  |  | ")}));
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
        QTest::newRow("the verdict's first letters")
            << QStringLiteral("verdict:f") << QStringLiteral("login");
        QTest::newRow("verdict begun") << QStringLiteral("verdict:") << all;
        QTest::newRow("exclusion begun") << QStringLiteral("-tag:") << all;
        QTest::newRow("comparison begun") << QStringLiteral("p99>") << all;
        QTest::newRow("greater") << QStringLiteral("p99>200") << QStringLiteral("login");
        QTest::newRow("absent is not less")
            << QStringLiteral("p99<200") << QStringLiteral("content_generation");
        QTest::newRow("percent") << QStringLiteral("errors>=0.2 tag:weekly")
                                 << QStringLiteral("mixed_workload");
        QTest::newRow("note") << QStringLiteral("note:DEPLOY") << QStringLiteral("content_generation");
        QTest::newRow("word of a note") << QStringLiteral("deploy") << QStringLiteral("content_generation");
        QTest::newRow("state") << QStringLiteral("state:noise") << QStringLiteral("content_generation");
        QTest::newRow("no note, no state") << QStringLiteral("state:note") << QString();
        QTest::newRow("no delta") << QStringLiteral("delta>-100") << QString();
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
        model.setRows(libraryEntries(rows()));
        proxy.setQuery(query);
        QCOMPARE(names(proxy).join(QLatin1Char(' ')), expected);
    }

    void sortsByValueAbsentLast()
    {
        LibraryModel model;
        model.setRows(libraryEntries(rows()));
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

    void saysHowThePreviousRunWas()
    {
        auto before = row("login", metric::Verdict::pass, 96.0, "nightly");
        before.started_wall_ms = 1;
        before.p95_ms = 50.0;
        auto same = row("login", metric::Verdict::pass, 96.0, "nightly");
        same.started_wall_ms = 2;
        same.p95_ms = 50.1;
        auto slower = row("login", metric::Verdict::pass, 96.0, "nightly");
        slower.started_wall_ms = 3;
        slower.p95_ms = 60.12;
        auto faster = row("login", metric::Verdict::pass, 96.0, "nightly");
        faster.started_wall_ms = 4;
        faster.p95_ms = 30.06;
        LibraryModel model;
        model.setRows(libraryEntries({faster, slower, same, before}));
        const auto cell
            = [&model](int at, int role) { return model.index(at, LibraryModel::Delta).data(role); };
        QCOMPARE(cell(0, Qt::DisplayRole).toString(), QString::fromUtf8("▼ 50 % faster"));
        QCOMPARE(cell(1, Qt::DisplayRole).toString(), QString::fromUtf8("▲ 20 % slower"));
        QCOMPARE(cell(2, Qt::DisplayRole).toString(), QStringLiteral("= same"));
        QCOMPARE(cell(3, Qt::DisplayRole).toString(), QString::fromUtf8("–"));
        QCOMPARE(cell(0, ChangeRole).toInt(), int(Change::better));
        QCOMPARE(cell(1, ChangeRole).toInt(), int(Change::worse));
        QVERIFY(!cell(3, ChangeRole).isValid());
        QVERIFY(cell(1, Qt::ToolTipRole).toString().contains(QStringLiteral("50.1 ms")));
        LibraryFilterProxy proxy;
        proxy.setSourceModel(&model);
        proxy.setQuery(QStringLiteral("delta>=19.5"));
        QCOMPARE(proxy.matches(), 1);
    }

    void groupsByOperationAndFolds()
    {
        auto second = row("login", metric::Verdict::warn, 10.0, "weekly");
        second.file = "/lib/reports/login2.json";
        second.started_wall_ms = 5;
        auto all = rows();
        all.push_back(second);
        LibraryModel model;
        model.setRows(libraryEntries(all));
        LibraryFilterProxy proxy;
        proxy.setSourceModel(&model);
        QAbstractItemModelTester tester(&proxy);
        proxy.sort(LibraryModel::P99, Qt::DescendingOrder);
        proxy.setGrouped(true);
        QCOMPARE(proxy.rowCount(), 5 + 4);
        QCOMPARE(proxy.matches(), 5);
        int head = 0;
        while (!proxy.index(head, 0).data().toString().startsWith(QStringLiteral("login")))
            ++head;
        const auto group = proxy.index(head, 0);
        QVERIFY(proxy.isGroup(group));
        QVERIFY(!proxy.mapToSource(group).isValid());
        QVERIFY(group.data().toString().contains(QStringLiteral("warn"))); // of the newest
        QCOMPARE(proxy.index(head + 1, LibraryModel::P99).data(SortRole).toDouble(), 296.0);
        QCOMPARE(proxy.index(head + 2, LibraryModel::P99).data(SortRole).toDouble(), 10.0);
        proxy.toggleGroup(group);
        QCOMPARE(proxy.rowCount(), 5 + 4 - 2);
        QCOMPARE(proxy.matches(), 5);
        QVERIFY(!proxy.index(head, 0).data(OpenRole).toBool());
        // It stays folded when the list comes anew.
        model.setRows(libraryEntries(all));
        QCOMPARE(proxy.rowCount(), 5 + 4 - 2);
        proxy.setQuery(QStringLiteral("tag:nightly"));
        QCOMPARE(proxy.rowCount(), 1 + 1 + 1);
        proxy.setGrouped(false);
        QCOMPARE(proxy.rowCount(), 2);
    }

    void rowsAreDraggedOutAsFiles()
    {
        LibraryModel model;
        model.setRows(libraryEntries(rows()));
        LibraryFilterProxy proxy;
        proxy.setSourceModel(&model);
        QVERIFY(proxy.flags(proxy.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(
            proxy.mimeData({proxy.index(0, 0), proxy.index(0, 1), proxy.index(3, 0)}));
        QCOMPARE(data->urls(),
            QList<QUrl>({QUrl::fromLocalFile(QStringLiteral("/lib/reports/content_generation.json")),
                QUrl::fromLocalFile(QStringLiteral("/lib/reports/cut.json"))}));
    }
};

PLUMB_TEST_MAIN(TestLibrary)
#include "tst_library.moc"

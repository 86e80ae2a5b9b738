// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/reporthead.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <cmath>

namespace fs = std::filesystem;
using namespace plumb;
using namespace plumb::library;

class TestReportHead : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    [[nodiscard]] fs::path file(const char* name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    static std::string good() { return dumpJson(report::toJson(test::madeUpReport({.measure = 60}))); }

private Q_SLOTS:
    /// The quick reader and the full one agree on every field.
    void sameAsTheFullReader()
    {
        auto report = test::madeUpReport({.measure = 60});
        report.note = "line\nwith \"quotes\" and \u00fc";
        report.tags = {"a", "b c"};
        report.verdict = metric::Verdict::warn;
        const auto path = file("good.json");
        QVERIFY(writeFileAtomic(path, dumpJson(report::toJson(report))));
        const auto head = readReportHead(path);
        QVERIFY2(head, head ? "" : head.error().text().c_str());
        const auto row = rowOf(report, path);
        QCOMPARE(head->id, row.id);
        QCOMPARE(head->file, row.file);
        QCOMPARE(head->operation, row.operation);
        QCOMPARE(head->environment, row.environment);
        QCOMPARE(head->target_version, row.target_version);
        QCOMPARE(head->note, row.note);
        QCOMPARE(head->tags, row.tags);
        QCOMPARE(head->started_at, row.started_at);
        QCOMPARE(head->started_wall_ms, row.started_wall_ms);
        QCOMPARE(head->transport, row.transport);
        QCOMPARE(head->executor, row.executor);
        QCOMPARE(head->duration_s, row.duration_s);
        QVERIFY(head->verdict == row.verdict);
        QCOMPARE(head->requests, row.requests);
        QCOMPARE(head->users_max, row.users_max);
        QCOMPARE(head->rps, row.rps);
        QCOMPARE(head->p50_ms, row.p50_ms);
        QCOMPARE(head->p95_ms, row.p95_ms);
        QCOMPARE(head->p99_ms, row.p99_ms);
        QCOMPARE(head->error_rate, row.error_rate);
        QCOMPARE(head->sparkline, row.sparkline);
        QCOMPARE(head->sparkline.size(), maxSparkline);
    }

    void sparklineKeepsPeaks()
    {
        std::vector<double> values(3600, 1.0);
        values[1234] = 99.0;
        values[7] = std::nan("");
        const auto points = sparkline(values);
        QCOMPARE(points.size(), maxSparkline);
        QCOMPARE(*std::max_element(points.begin(), points.end()), 99.0);
        QCOMPARE(points[0], 1.0);
        QCOMPARE(sparkline({3.0, 1.0}), (std::vector<double>{3.0, 1.0}));
        QVERIFY(std::isnan(sparkline(std::vector<double>(100, std::nan("")))[5]));
    }

    void cutAnywhereIsAnError()
    {
        const auto text = good();
        const auto path = file("cut.json");
        for (std::size_t length = 0; length + 1 < text.size(); length += 1 + text.size() / 200) {
            QVERIFY(writeFileAtomic(path, std::string_view(text).substr(0, length)));
            const auto head = readReportHead(path);
            QVERIFY2(!head, std::to_string(length).c_str());
            QVERIFY(head.error().where.find("cut.json") != std::string::npos);
        }
    }

    void unreadable_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("message");
        QTest::newRow("newer") << "plumbline.report/1"
                               << "plumbline.report/2"
                               << "newer version";
        QTest::newRow("other type") << "plumbline.report/1"
                                    << "plumbline.suite/1"
                                    << "expected \"plumbline.report/1\"";
        QTest::newRow("verdict") << "\"verdict\":\"not-measured\""
                                 << "\"verdict\":\"fine\""
                                 << "/verdict";
        QTest::newRow("users") << "\"users_max\":12"
                               << "\"users_max\":\"12\""
                               << "/users_max";
        QTest::newRow("time") << "\"started_at\":\"20"
                              << "\"started_at\":\"x"
                              << "/started_at";
        QTest::newRow("no id") << "\"id\":"
                               << "\"idd\":"
                               << "/id";
    }

    void unreadable()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, message);
        auto text = QString::fromStdString(good());
        QVERIFY(text.contains(from));
        text.replace(text.indexOf(from), from.size(), to);
        const auto path = file("bad.json");
        QVERIFY(writeFileAtomic(path, text.toStdString()));
        const auto head = readReportHead(path);
        QVERIFY(!head);
        const auto error = QString::fromStdString(head.error().text());
        QVERIFY2(error.contains(message), qPrintable(error));
        QVERIFY(error.contains(QStringLiteral("bad.json")));
    }

    void notAFile()
    {
        QVERIFY(!readReportHead(file("missing.json")));
        QVERIFY(!readReportHead(fs::path(m_dir.path().toStdString())));
        QVERIFY(writeFileAtomic(file("text.json"), "hello"));
        QVERIFY(!readReportHead(file("text.json")));
    }
};

PLUMB_TEST_MAIN(TestReportHead)
#include "tst_reporthead.moc"

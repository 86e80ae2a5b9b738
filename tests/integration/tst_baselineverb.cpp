// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/library.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <fstream>

using namespace plumb;
namespace fs = std::filesystem;

/// `plumb baseline pin`, `unpin` and `list`.
class TestBaselineVerb : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;
    std::unique_ptr<library::Library> m_library;
    std::vector<fs::path> m_reports;

    fs::path stored(const std::string& id, const std::string& environment, metric::Verdict verdict)
    {
        auto report = test::smallReport();
        report.id = id;
        report.environment = environment;
        report.verdict = verdict;
        return *m_library->store(report);
    }

    test::PlumbResult plumb(const QStringList& words)
    {
        return test::runPlumb(QStringList(QStringLiteral("baseline")) + words
            + QStringList{QStringLiteral("--library"), folder()});
    }

    QString folder() const { return QString::fromStdString(m_library->folder().string()); }
    QString file(int which) const
    {
        return QString::fromStdString(m_reports.at(static_cast<std::size_t>(which)).string());
    }

private Q_SLOTS:
    void init()
    {
        m_library = m_libraries.opened(m_libraries.fresh());
        m_reports = {stored("id-1", "local", metric::Verdict::pass),
            stored("id-2", "local", metric::Verdict::fail), stored("id-3", "stage", metric::Verdict::pass),
            stored("id-4", "local", metric::Verdict::invalid)};
    }

    void aReportIsPinnedListedAndUnpinned()
    {
        auto ran
            = plumb({QStringLiteral("pin"), file(0), QStringLiteral("--why"), QStringLiteral("release 1.4")});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        QVERIFY2(ran.output.startsWith("pinned: mixed_workload (local)"), ran.text().c_str());
        const auto* pin = m_library->baselines().find("mixed_workload", "local");
        QVERIFY(pin != nullptr);
        ran = plumb({QStringLiteral("list"), QStringLiteral("--json")});
        auto json = ran.json();
        QCOMPARE(json.at("baselines").size(), 1U);
        const auto& first = json.at("baselines").at(0);
        QCOMPARE(first.at("why").get<std::string>(), std::string("release 1.4"));
        QCOMPARE(first.at("reports").at(0).at("id").get<std::string>(), std::string("id-1"));
        QCOMPARE(first.at("reports").at(0).at("file").get<std::string>(), m_reports[0].string());
        QVERIFY(!first.at("writer").get<std::string>().empty());
        ran = plumb({QStringLiteral("list")});
        QVERIFY2(ran.output.contains("release 1.4") && ran.output.contains("reports/mixed_workload/"),
            ran.text().c_str());
        ran = plumb(
            {QStringLiteral("unpin"), QStringLiteral("--operation"), QStringLiteral("mixed_workload")});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        QVERIFY(m_library->baselines().pinned.empty());
        ran = plumb({QStringLiteral("list"), QStringLiteral("--history"), QStringLiteral("--json")});
        QCOMPARE(ran.json().at("baselines").size(), 2U);
        ran = plumb({QStringLiteral("list")});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY2(ran.output.contains("no baselines"), ran.text().c_str());
    }

    void roundsArePinnedTogether()
    {
        // By id, and one of them twice.
        const auto ran = plumb(
            {QStringLiteral("pin"), QStringLiteral("id-1"), file(1), file(0), QStringLiteral("--json")});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        QCOMPARE(ran.json().at("reports").size(), 2U);
        QVERIFY2(ran.errors.contains("counts once"), ran.text().c_str());
        QCOMPARE(m_library->baselines().find("mixed_workload", "local")->reports,
            (std::vector<std::string>{"id-1", "id-2"}));
    }

    void environmentsAreKeptApart()
    {
        QCOMPARE(plumb({QStringLiteral("pin"), file(0)}).exitCode, 0);
        QCOMPARE(plumb({QStringLiteral("pin"), file(2)}).exitCode, 0);
        QCOMPARE(m_library->baselines().pinned.size(), 2U);
        const QStringList unpin{
            QStringLiteral("unpin"), QStringLiteral("--operation"), QStringLiteral("mixed_workload")};
        auto ran = plumb(unpin);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.contains("several environments"), ran.text().c_str());
        ran = plumb(unpin + QStringList{QStringLiteral("--environment"), QStringLiteral("stage")});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(m_library->baselines().find("mixed_workload", "local") != nullptr);
        QVERIFY(m_library->baselines().find("mixed_workload", "stage") == nullptr);
    }

    void whatCannotBeABaselineIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& words, const char* says) {
            QTest::newRow(name) << words << QString::fromUtf8(says);
        };
        const auto pin = QStringLiteral("pin");
        row("nothing named", {pin}, "reports is required");
        row("no such report", {pin, QStringLiteral("id-9")}, "no report of this id");
        row("an invalid run", {pin, QStringLiteral("id-4")}, "this run is invalid");
        row("two environments", {pin, QStringLiteral("id-1"), QStringLiteral("id-3")}, "different things");
        row("nothing pinned",
            {QStringLiteral("unpin"), QStringLiteral("--operation"), QStringLiteral("mixed_workload")},
            "nothing is pinned");
        row("no operation", {QStringLiteral("unpin")}, "--operation is required");
        row("no such verb", {QStringLiteral("hold")}, "no verb");
    }
    void whatCannotBeABaselineIsRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const auto ran = plumb(words);
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(QString::fromUtf8(ran.errors).contains(says), ran.text().c_str());
        QVERIFY(!fs::exists(m_library->folder() / "baselines.jsonl"));
    }

    void aReportFromElsewhereIsRefused()
    {
        const auto elsewhere = m_libraries.fresh() / "r.json";
        auto report = test::smallReport();
        report.id = "id-7";
        QVERIFY(writeFileAtomic(elsewhere, dumpJson(report::toJson(report))));
        const auto ran = plumb({QStringLiteral("pin"), QString::fromStdString(elsewhere.string())});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.contains("is not in the library"), ran.text().c_str());
    }

    void damageIsToldAndPassedOver()
    {
        QCOMPARE(plumb({QStringLiteral("pin"), file(0)}).exitCode, 0);
        {
            std::ofstream out(m_library->folder() / "baselines.jsonl", std::ios::app);
            out << "garbage\n";
        }
        QVERIFY(fs::remove(m_reports[0]));
        const auto ran = plumb({QStringLiteral("list")});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY2(ran.errors.contains("baselines.jsonl, line 2"), ran.text().c_str());
        QVERIFY2(ran.output.contains("id-1 (not in the library)"), ran.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestBaselineVerb)
#include "tst_baselineverb.moc"

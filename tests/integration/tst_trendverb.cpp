// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/timestamp.h"
#include "library/library.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/noise.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plumb;

namespace {

QStringList words(std::initializer_list<const char*> list)
{
    QStringList result;
    for (const char* word : list) {
        result << QString::fromUtf8(word);
    }
    return result;
}

} // namespace

/// `plumb trend`.
class TestTrendVerb : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;
    std::unique_ptr<library::Library> m_library;
    QTemporaryDir m_dir;

    QString folder() const { return QString::fromStdString(m_library->folder().string()); }

    QString csv(const char* name, const std::string& text) const
    {
        const auto file = m_dir.filePath(QString::fromUtf8(name));
        [[maybe_unused]] const auto written = writeFileAtomic(file.toStdString(), text);
        return file;
    }

    test::PlumbResult ofLibrary(const QStringList& more) const
    {
        return test::runPlumb(
            words({"trend", "--operation", "mixed_workload", "--library"}) + QStringList{folder()} + more);
    }

    test::PlumbResult ofCsv(const QString& file, const QStringList& more = {}) const
    {
        return test::runPlumb(
            words({"trend", "--csv"}) + QStringList{file} + words({"--column", "v"}) + more);
    }

    /// 30 runs, the last six a fifth slower.
    void fill()
    {
        m_library = m_libraries.opened(m_libraries.fresh());
        const auto noise = test::Noise(4).series(30, 0.02);
        for (int i = 0; i < 30; ++i) {
            auto report = test::smallReport();
            report.id = "id-" + std::to_string(i);
            report.started_at = isoTimestamp(wallClockMs() - (31 - i) * 24LL * 3'600'000);
            report.verdict = metric::Verdict::pass;
            report.latency_ms.p95
                = 100.0 * std::exp(noise[static_cast<std::size_t>(i)]) * (i < 24 ? 1.0 : 1.2);
            QVERIFY(m_library->store(report));
        }
    }

private Q_SLOTS:
    void aLibraryIsTrended()
    {
        fill();
        auto ran = ofLibrary(words({"--json"}));
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        const auto json = ran.json();
        QCOMPARE(json.at("points").size(), 30U);
        QCOMPARE(json.at("change_points").size(), 1U);
        QCOMPARE(json.at("change_points").at(0).at("index").get<int>(), 24);
        QCOMPARE(json.at("direction").get<std::string>(), std::string("stable"));
        QCOMPARE(ofLibrary(words({"--json"})).output, ran.output); // the same bytes
        ran = ofLibrary(words({"--fail-on", "degrading"}));
        QVERIFY2(ran.exitCode == 1, ran.text().c_str());
        QVERIFY2(ran.output.contains("stepped +"), ran.text().c_str());
        const auto markdown = m_dir.filePath(QStringLiteral("t.md"));
        ran = ofLibrary(words({"--metric", "rps", "--days", "10", "--markdown"}) + QStringList{markdown});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        QVERIFY(readFile(markdown.toStdString())->starts_with("# Trend of rps in mixed_workload (local)"));
        ran = ofLibrary(words({"--metric", "latency_ms.p95", "--step", "validate", "--json"}));
        QCOMPARE(ran.json().at("of").get<std::string>(), std::string("step:validate"));
        QCOMPARE(ofLibrary(words({"--days", "1"})).exitCode, 4);
    }

    void aPinAndANoteAreHeard()
    {
        fill();
        auto ran = test::runPlumb(words({"baseline", "pin", "id-3", "--library"}) + QStringList{folder()});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        ran = ofLibrary(words({"--json"}));
        QVERIFY(ran.json().at("baseline").at("value").is_number());
        QVERIFY(!ran.json().at("creep").at("creeping").get<bool>()); // it is a step
        ran = test::runPlumb(
            words({"annotate", "id-24", "--text", "more checks now", "--state", "expected", "--library"})
            + QStringList{folder()});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        ran = ofLibrary(words({"--json", "--fail-on", "degrading"}));
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        QVERIFY(ran.json().at("change_points").at(0).at("expected").get<bool>());
        QCOMPARE(ran.json().at("creep").at("against").get<std::string>(), std::string("expected"));
    }

    void aCsvFileIsTrended()
    {
        std::string text = "time,v\n";
        for (int i = 0; i < 40; ++i) {
            text += std::to_string(i) + ',' + std::to_string(i < 20 ? 100 + i % 3 : 130 + i % 3) + '\n';
        }
        const auto file = csv("step.csv", text);
        for (const char* method : {"gated", "otava"}) {
            const auto ran = ofCsv(file, words({"--json", "--method", method}));
            QVERIFY2(ran.exitCode == 0, ran.text().c_str());
            QCOMPARE(ran.json().at("change_points").size(), 1U);
            QCOMPARE(ran.json().at("change_points").at(0).at("index").get<int>(), 20);
        }
        auto ran = ofCsv(file, words({"--min-magnitude", "0.5", "--json"}));
        QVERIFY(ran.json().at("change_points").empty());
        ran = ofCsv(file, words({"--fail-on", "degrading"}));
        QCOMPARE(ran.exitCode, 1);
        QCOMPARE(ofCsv(file, words({"--fail-on", "degrading", "--better", "higher"})).exitCode, 0);
    }

    void nothingIsGreenByAccident_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::newRow("one point") << QByteArray("v\n5\n") << 4;
        QTest::newRow("four points") << QByteArray("v\n5\n5\n5\n5\n") << 4;
        QTest::newRow("all missing") << QByteArray("v\nNaN\n\ninf\nNaN\nNaN\nNaN\n-inf\n") << 4;
        QTest::newRow("too few without the missing") << QByteArray("v\n1\nNaN\n1\ninf\n1\nNaN\nNaN\n") << 4;
        QTest::newRow("empty") << QByteArray() << 2;
        QTest::newRow("no rows") << QByteArray("v\n") << 2;
        QTest::newRow("no such column") << QByteArray("w\n1\n") << 2;
        QTest::newRow("words") << QByteArray("v\nfast\nslow\n") << 2;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEv\0\n\0", 6) << 2;
        QTest::newRow("Latin-1") << QByteArray("v,\xFC\n1,2\n") << 2;
        QTest::newRow("identical values")
            << QByteArray("v\n7\n7\n7\n7\n7\n7\n7\n7\n") << 0; // stable, and says so
    }
    void nothingIsGreenByAccident()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto ran = ofCsv(csv("x.csv", text.toStdString()), words({"--json"}));
        QVERIFY2(ran.exitCode == code, ran.text().c_str());
        if (code == 2) {
            QCOMPARE(ran.json().at("error").at("exit_code").get<int>(), 2);
        } else {
            QCOMPARE(
                ran.json().at("direction").get<std::string>(), std::string(code == 4 ? "too-few" : "stable"));
            QVERIFY(ran.json().at("change_points").empty());
        }
    }

    void wrongUseIsToldApart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, const char* says) {
            QTest::newRow(name) << arguments << QString::fromUtf8(says);
        };
        row("nothing", {}, "of an operation or of a CSV file");
        row("both", words({"--operation", "x", "--csv", "y"}), "of an operation or of a CSV file");
        row("no column", words({"--csv", "y"}), "which column");
        row("metric of a file", words({"--csv", "y", "--column", "v", "--metric", "rps"}),
            "of runs in a library");
        row("no such file", words({"--csv", "nothing.csv", "--column", "v"}), "nothing.csv");
        row("window", words({"--csv", "FILE", "--column", "v", "--window", "1"}), "a window of 1");
        row("p", words({"--csv", "FILE", "--column", "v", "--p-value", "2"}), "p-value");
        row("method", words({"--csv", "FILE", "--column", "v", "--method", "magic"}), "--method");
        row("operation", words({"--operation", "nothing", "--library", "LIB"}), "no runs of operation");
        row("metric",
            words({"--operation", "mixed_workload", "--library", "LIB", "--metric", "latency_ms.p9x"}),
            "latency_ms");
    }
    void wrongUseIsToldApart()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        if (!m_library) {
            fill();
        }
        arguments.replaceInStrings(QStringLiteral("FILE"), csv("ok.csv", "v\n1\n2\n"));
        arguments.replaceInStrings(QStringLiteral("LIB"), folder());
        const auto ran = test::runPlumb(QStringList(QStringLiteral("trend")) + arguments);
        QVERIFY2(ran.exitCode == 2, ran.text().c_str());
        QVERIFY2(QString::fromUtf8(ran.errors).contains(says), ran.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestTrendVerb)
#include "tst_trendverb.moc"

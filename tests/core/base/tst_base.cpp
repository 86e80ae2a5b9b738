// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/exitcode.h"
#include "base/files.h"
#include "base/json.h"
#include "base/jsonprogress.h"
#include "base/timestamp.h"
#include "base/units.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
namespace fs = std::filesystem;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitCodesFollowTheOrder()
    {
        QCOMPARE(stronger(ExitCode::pass, ExitCode::cannotJudge), ExitCode::cannotJudge);
        QCOMPARE(stronger(ExitCode::fail, ExitCode::invalidRun), ExitCode::invalidRun);
        QCOMPARE(stronger(ExitCode::interrupted, ExitCode::couldNotRun), ExitCode::couldNotRun);
        QCOMPARE(stronger(ExitCode::badInput, ExitCode::couldNotRun), ExitCode::badInput);
    }

    void safeNames_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("expected");
        QTest::newRow("traversal") << "../../x"
                                   << "x";
        QTest::newRow("windows") << "..\\..\\x"
                                 << "x";
        QTest::newRow("spaces") << "a b/c d"
                                << "c_d";
        QTest::newRow("dots") << "..."
                              << "unnamed";
        QTest::newRow("empty") << ""
                               << "unnamed";
        QTest::newRow("reserved") << "con"
                                  << "_con";
        QTest::newRow("umlaut") << "gr\u00FCn"
                                << "gr__n";
        QTest::newRow("plain") << "content_generation"
                               << "content_generation";
    }
    void safeNames()
    {
        QFETCH(QString, given);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(safeName(given.toStdString())), expected);
    }

    void jsonErrorsNameThePlace()
    {
        const auto bad = parseJson("{\n  \"a\": 1,\n  \"b\": x\n}", "f.json");
        QVERIFY(!bad);
        QVERIFY2(bad.error().text().find("f.json, line 3, column 8") != std::string::npos,
            bad.error().text().c_str());
        const auto cut = parseJson("{\"a\": [1, 2", "f.json");
        QVERIFY(cut.error().text().find("cut") != std::string::npos);
        QVERIFY(parseJson(" \n", "f").error().text().find("empty") != std::string::npos);
        QVERIFY(parseJson("\xFF\xFE{", "f").error().text().find("UTF-16") != std::string::npos);
        QVERIFY(!parseJson("{\"a\":\"\xC3\x28\"}", "f"));
        QVERIFY(parseJson("\xEF\xBB\xBF{}", "f").has_value());
        std::vector<std::size_t> told;
        const std::string large = "[\"" + std::string(200'000, 'x') + "\"]";
        const auto document = parseJson(large, "f", [&told](std::size_t bytes) { told.push_back(bytes); });
        QVERIFY(document && *document == *parseJson(large, "f"));
        QCOMPARE(told, (std::vector<std::size_t>{65536, 131072, 196608}));
        QVERIFY(parseJson(large.substr(0, 100'000), "f", [](std::size_t) {}).error().text().find("too early")
            != std::string::npos);
    }

    void deepJsonIsRefused()
    {
        const auto nested = [](const std::string& open, const std::string& close, int levels) {
            std::string text;
            for (int i = 0; i < levels; ++i) {
                text += open;
            }
            text += "0";
            for (int i = 0; i < levels; ++i) {
                text += close;
            }
            return text;
        };
        constexpr int depth = 256;
        QVERIFY(parseJson(nested("[", "]", depth), "f").has_value());
        QVERIFY(!parseJson(nested("[", "]", depth + 1), "f"));
        QVERIFY(!parseJson(nested("[", "]", 100'000), "f"));
        QVERIFY(!parseJson(nested(R"({"a":)", "}", 100'000), "f"));
        QVERIFY(!parseJson(std::string(100'000, '['), "f"));
        const auto error = parseJson(std::string(depth, '[') + "\n [", "f.json").error().text();
        QVERIFY2(error.find("f.json, line 2, column 2: lists and objects are nested") != std::string::npos,
            error.c_str());
        // Brackets inside texts are no nesting, and a list that ended no longer counts.
        QVERIFY(parseJson("[\"\\\"" + std::string(1000, '[') + "\"]", "f").has_value());
        std::string flat = "[[]";
        for (int i = 0; i < 1000; ++i) {
            flat += ",[]";
        }
        QVERIFY(parseJson(flat + "]", "f").has_value());
        const auto written = dumpJson(parseJson(nested("[", "]", depth), "f").value());
        QCOMPARE(written, nested("[", "]", depth));
    }

    void schemasAreChecked()
    {
        const auto check
            = [](const char* text) { return checkSchema(Json::parse(text), "plumbline.report", 1, "f"); };
        QVERIFY(check(R"({"schema":"plumbline.report/1"})").has_value());
        QVERIFY(check(R"({"schema":"plumbline.report/1.4"})").has_value());
        QVERIFY(
            check(R"({"schema":"plumbline.report/2"})").error().text().find("newer") != std::string::npos);
        QVERIFY(!check(R"({"schema":"plumbline.scenario/1"})"));
        QVERIFY(!check(R"({"schema":"plumbline.report/1x"})"));
        QVERIFY(!check(R"({"schema":7})"));
        QVERIFY(!check("[]"));
    }

    void newFilesNeverReplace()
    {
        const QTemporaryDir dir;
        const fs::path folder = dir.path().toStdString();
        const auto first = writeNewFileAtomic(folder / "sub", "r", ".json", "1");
        const auto second = writeNewFileAtomic(folder / "sub", "r", ".json", "2");
        QVERIFY(first && second);
        QCOMPARE(second->filename().string(), std::string("r_2.json"));
        QCOMPARE(*readFile(*first), std::string("1"));
        QCOMPARE(std::distance(fs::directory_iterator(folder / "sub"), fs::directory_iterator()), 2);
    }

    void readErrorsSayWhatToDo()
    {
        const QTemporaryDir dir;
        const fs::path folder = dir.path().toStdString();
        QVERIFY(readFile(folder / "none").error().text().find("check the path") != std::string::npos);
        QVERIFY(readFile(folder).error().text().find("folder") != std::string::npos);
        QVERIFY(writeFileAtomic(folder / "big", std::string(100, 'x')).has_value());
        QVERIFY(!readFile(folder / "big", 10));
    }

    void latenciesHaveThreeDigits()
    {
        QCOMPARE(formatLatency(42.1), std::string("42.1 ms"));
        QCOMPARE(formatLatency(0.42), std::string("420 µs"));
        QCOMPARE(formatLatency(12345.0), std::string("12.3 s"));
        QCOMPARE(formatLatency(999.6), std::string("1000 ms"));
        QCOMPARE(formatLatency(0.0), std::string("0 ms"));
        QCOMPARE(formatPercent(0.0021), std::string("0.210 %"));
    }

    void durationsAreRead()
    {
        QCOMPARE(parseDuration("30s"), std::optional(30.0));
        QCOMPARE(parseDuration("1m30s"), std::optional(90.0));
        QCOMPARE(parseDuration("250ms"), std::optional(0.25));
        QCOMPARE(parseDuration("7"), std::optional(7.0));
        QVERIFY(!parseDuration("abc"));
        QVERIFY(!parseDuration(""));
        QVERIFY(!parseDuration("-3s"));
        QVERIFY(!parseDuration("5x"));
    }

    void timestampsRoundTrip()
    {
        const auto now = wallClockMs();
        QCOMPARE(parseIsoTimestamp(isoTimestamp(now)), std::optional(now));
        QCOMPARE(parseIsoTimestamp("2026-01-01T00:00:00Z"), std::optional<std::int64_t>(1767225600000));
        QVERIFY(!parseIsoTimestamp("yesterday"));
    }
};

PLUMB_TEST_MAIN(TestBase)
#include "tst_base.moc"

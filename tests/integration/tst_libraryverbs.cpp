// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/library.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QProcess>

using namespace plumb;
namespace fs = std::filesystem;

namespace {

struct Ran
{
    int code = -1;
    std::string out, err;
};

Ran runPlumb(const std::vector<std::string>& arguments)
{
    QStringList words;
    for (const auto& argument : arguments)
        words << QString::fromStdString(argument);
    const auto ran = test::runPlumb(words);
    return {ran.exitCode, ran.output.toStdString(), ran.errors.toStdString()};
}

} // namespace

/// `plumb annotate` and `plumb library prune`.
class TestLibraryVerbs : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;
    std::unique_ptr<library::Library> m_library;
    fs::path m_report;

private Q_SLOTS:
    void init()
    {
        m_library = m_libraries.opened(m_libraries.fresh());
        auto report = test::smallReport();
        report.id = "id-1";
        report.duration_s = 5.0;
        m_report = *m_library->store(report);
    }

    void aNoteIsKeptBesideTheReport()
    {
        const auto before = *readFile(m_report);
        // The library is the one that the file is in.
        const auto ran
            = runPlumb({"annotate", m_report.string(), "--text", "cache was cold", "--state", "noise"});
        QVERIFY2(ran.code == 0, ran.err.c_str());
        QVERIFY2(ran.out.starts_with("noted: "), ran.out.c_str());
        const auto notes = m_library->annotations("id-1").notes;
        QCOMPARE(notes.size(), 1u);
        QCOMPARE(notes[0].text, std::string("cache was cold"));
        QVERIFY(notes[0].state == library::AnnotationState::noise);
        QVERIFY(!notes[0].from_s && !notes[0].to_s);
        QVERIFY(*readFile(m_report) == before);
        // Lists show it.
        QVERIFY(m_library->refresh());
        QCOMPARE((*m_library->find("id-1"))->last_note, std::string("cache was cold"));
    }

    void aNoteIsPinnedToAPartOfTheRun_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("a moment") << QStringLiteral("3") << 3.0 << 3.0;
        QTest::newRow("a part") << QStringLiteral("2-4.5") << 2.0 << 4.5;
        QTest::newRow("durations") << QStringLiteral("500ms-4s") << 0.5 << 4.0;
    }
    void aNoteIsPinnedToAPartOfTheRun()
    {
        QFETCH(QString, at);
        QFETCH(double, from);
        QFETCH(double, to);
        const auto ran = runPlumb({"annotate", "id-1", "--text", "deploy", "--at", at.toStdString(),
            "--library", m_library->folder().string(), "--json"});
        QVERIFY2(ran.code == 0, ran.err.c_str());
        const auto json = parseJson(ran.out, "stdout");
        QVERIFY2(json.has_value(), ran.out.c_str());
        QCOMPARE(json->at("report").get<std::string>(), std::string("id-1"));
        QCOMPARE(json->at("state").get<std::string>(), std::string("note"));
        QCOMPARE(json->at("from_s").get<double>(), from);
        QCOMPARE(json->at("to_s").get<double>(), to);
        const auto notes = m_library->annotations("id-1").notes;
        QCOMPARE(notes.size(), 1u);
        QCOMPARE(notes[0].id, json->at("id").get<std::string>());
        QCOMPARE(*notes[0].from_s, from);
        QCOMPARE(*notes[0].to_s, to);
    }

    void whatCannotBeNotedIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, const char* says) {
            QTest::newRow(name) << arguments << QString::fromUtf8(says);
        };
        const auto text = QStringLiteral("--text");
        row("no text", {QStringLiteral("REPORT")}, "--text is required");
        row("empty text", {QStringLiteral("REPORT"), text, {}}, "the value is empty");
        row("no such report", {QStringLiteral("id-9"), text, QStringLiteral("x")}, "no report of this id");
        row("no such state",
            {QStringLiteral("REPORT"), text, QStringLiteral("x"), QStringLiteral("--state"),
                QStringLiteral("odd")},
            "--state");
        row("no time",
            {QStringLiteral("REPORT"), text, QStringLiteral("x"), QStringLiteral("--at"),
                QStringLiteral("noon")},
            "is no time of a run");
        row("backwards",
            {QStringLiteral("REPORT"), text, QStringLiteral("x"), QStringLiteral("--at"),
                QStringLiteral("4-2")},
            "is no time of a run");
        row("after the end",
            {QStringLiteral("REPORT"), text, QStringLiteral("x"), QStringLiteral("--at"),
                QStringLiteral("1h")},
            "the run took");
    }
    void whatCannotBeNotedIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        std::vector<std::string> words{"annotate"};
        for (const auto& argument : arguments)
            words.push_back(argument == QLatin1String("REPORT") ? m_report.string() : argument.toStdString());
        words.insert(words.end(), {"--library", m_library->folder().string()});
        const auto ran = runPlumb(words);
        QCOMPARE(ran.code, 2);
        QVERIFY2(QString::fromStdString(ran.err).contains(says), ran.err.c_str());
        QVERIFY(m_library->annotations("id-1").notes.empty());
    }

    void aReportOfNoLibraryHasNoNotes()
    {
        const auto elsewhere = m_libraries.fresh() / "r.json";
        auto report = test::smallReport();
        report.id = "id-7";
        QVERIFY(writeFileAtomic(elsewhere, dumpJson(report::toJson(report))));
        const auto ran = runPlumb(
            {"annotate", elsewhere.string(), "--text", "x", "--library", m_library->folder().string()});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.find("is not in the library") != std::string::npos, ran.err.c_str());
    }

    void theTrashIsPruned()
    {
        const auto place = *m_library->moveToTrash(m_report);
        const auto folder = m_library->folder().string();
        // What was deleted today is kept unless asked for.
        auto ran = runPlumb({"library", "prune", "--library", folder, "--json"});
        QVERIFY2(ran.code == 0, ran.err.c_str());
        auto json = parseJson(ran.out, "stdout");
        QVERIFY2(json.has_value(), ran.out.c_str());
        QCOMPARE(json->at("deleted").get<int>(), 0);
        QCOMPARE(json->at("kept").get<int>(), 1);
        ran = runPlumb({"library", "prune", "--library", folder, "--days", "0", "--dry-run", "--json"});
        json = parseJson(ran.out, "stdout");
        QCOMPARE(json->at("deleted").get<int>(), 1);
        QVERIFY(fs::exists(place));
        ran = runPlumb({"library", "prune", "--library", folder, "--days", "0"});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.find("1 report deleted for good") != std::string::npos, ran.out.c_str());
        QVERIFY(!fs::exists(place));
    }
};

PLUMB_TEST_MAIN(TestLibraryVerbs)
#include "tst_libraryverbs.moc"

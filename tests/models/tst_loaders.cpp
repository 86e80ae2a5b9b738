// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/libraryloader.h"
#include "ui/models/reportloader.h"
#include "ui/models/scenarioinspector.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::models;

namespace {

/// What waits on a folder watch and the loader's own timers (2 s between looks at files being copied).
constexpr int watchTimeout_ms = 15000;

QString write(const QTemporaryDir& folder, const char* name, const std::string& text)
{
    const auto file = folder.filePath(QString::fromLatin1(name));
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(text.data(), std::ssize(text)) == std::ssize(text)
        ? file
        : QString();
}

std::string reportText()
{
    return dumpJson(report::toJson(test::scriptedReport()));
}

std::string cutReport()
{
    const auto text = reportText();
    return text.substr(0, text.size() / 2);
}

/// A file that nobody has written to for an hour is not being copied; one of a later time is, however slow
/// this machine may be.
void setAge(const QString& file, std::chrono::hours age)
{
    std::filesystem::last_write_time(file.toStdString(), std::filesystem::file_time_type::clock::now() - age);
}

// One raw string a line: moc gives up on one that goes over several.
const std::string loginScenario
    = R"({"schema":"plumbline.scenario/1","operation":"login","environment":"local",)"
      R"("target":{"base_url":"http://127.0.0.1:9"},)"
      R"("environments":{"stage":{"base_url":"http://192.0.2.1"},"known":{"variables":{"password":"x"}}},)"
      R"("variables":{"password":{"secret":true},"seed":{"default":1,"secret":true}},)"
      R"("patterns":[{"name":"P","steps":[{"name":"a","request":{"path":"/a?p={{password}}"}}]}],)"
      R"("load":{"executor":"constant-vus","vus":2,"duration_s":90}})";

const std::string wrongScenario
    = R"({"schema":"plumbline.scenario/1","operation":7,"target":{"base_url":"no url"}})";

} // namespace

class TestLoaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsReadInAThread();
    void aReportThatIsCutIsSaid();
    void aLibraryIsListedAndWatched();
    void aRefreshSeesWhatHasGone();
    void anUnreadableFileIsARow();
    void aFileBeingCopiedIsPending();
    void anotherLibraryReplacesTheFirst();
    void aFolderThatCannotBeALibraryIsSaid();
    void confirmedHostsAreRemembered();
    void whatAScenarioAsksFor();
    void onlyTheLastQuestionIsAnswered();
    void brokenScenariosCannotStart();
    void scenariosAreCalledByTheirFolder();
};

void TestLoaders::aReportIsReadInAThread()
{
    const QTemporaryDir folder;
    const auto file = write(folder, "r.json", reportText());
    ReportLoader loader;
    QSignalSpy failed(&loader, &ReportLoader::failed);
    QSignalSpy progress(&loader, &ReportLoader::progress);
    std::shared_ptr<const ReportView> view;
    connect(&loader, &ReportLoader::loaded, this, [&view](const auto& loaded) { view = loaded; });
    loader.load(folder.filePath(QStringLiteral("other.json"))); // superseded: its failure is not reported
    loader.load(file);
    QTRY_VERIFY(view);
    QCOMPARE(failed.count(), 0);
    QVERIFY(progress.count() > 0);
    QVERIFY(progress.last().first().toInt() > 0);
    QCOMPARE(view->file, file);
    QCOMPARE(view->report.operation, "content_generation");
    QCOMPARE(view->response.count, 200);
    QCOMPARE(view->stepResponse.size(), 2u);
    QVERIFY(view->stepResponse[1].value.empty());
    QVERIFY(view->scenarioText.contains(QStringLiteral("constant-arrival-rate")));
}

void TestLoaders::aReportThatIsCutIsSaid()
{
    const QTemporaryDir folder;
    const auto cut = write(folder, "cut.json", cutReport());
    ReportLoader loader;
    QSignalSpy loaded(&loader, &ReportLoader::loaded);
    std::vector<Error> errors;
    connect(&loader, &ReportLoader::failed, this, [&errors](const Error& error) { errors.push_back(error); });
    loader.load(cut);
    QTRY_COMPARE(errors.size(), 1u);
    QVERIFY2(errors[0].text().find("cut.json") != std::string::npos, errors[0].text().c_str());
    loader.load(folder.filePath(QStringLiteral("gone.json")));
    QTRY_COMPARE(errors.size(), 2u);
    QVERIFY2(errors[1].text().find("gone.json") != std::string::npos, errors[1].text().c_str());
    QCOMPARE(loaded.count(), 0);
}

void TestLoaders::aLibraryIsListedAndWatched()
{
    const QTemporaryDir folder;
    LibraryLoader loader;
    QSignalSpy listed(&loader, &LibraryLoader::listed);
    loader.open(folder.filePath(QStringLiteral("lib")).toStdString());
    QVERIFY(loader.busy());
    QTRY_VERIFY(!loader.busy());
    QVERIFY(loader.listing().rows.empty());
    QCOMPARE(loader.listing().folder, loader.folder());
    QVERIFY(!loader.listing().readOnly);
    // Once as forgotten, once from the index as it stands, once refreshed.
    QCOMPARE(listed.count(), 3);
    // A report that is dropped in is found without being asked for.
    write(folder, "lib/reports/content_generation/new.json", reportText());
    QTRY_COMPARE_WITH_TIMEOUT(loader.listing().rows.size(), 1u, watchTimeout_ms);
    QCOMPARE(loader.listing().rows[0].operation, "content_generation");
    QTRY_VERIFY(!loader.busy());
    // So is one in the folder of an operation that is known by now.
    auto second = test::scriptedReport();
    second.id = "22222222-2222-4333-8444-555555555555";
    write(folder, "lib/reports/content_generation/second.json", dumpJson(report::toJson(second)));
    QTRY_COMPARE_WITH_TIMEOUT(loader.listing().rows.size(), 2u, watchTimeout_ms);
    QTRY_VERIFY(!loader.busy());
    loader.rebuild();
    QTRY_VERIFY(!loader.busy());
    QCOMPARE(loader.listing().rows.size(), 2u);
}

void TestLoaders::aRefreshSeesWhatHasGone()
{
    const QTemporaryDir folder;
    const auto file = write(folder, "lib/reports/login/r.json", reportText());
    LibraryLoader loader;
    loader.open(folder.filePath(QStringLiteral("lib")).toStdString());
    QTRY_VERIFY(!loader.busy());
    QCOMPARE(loader.listing().rows.size(), 1u);
    QVERIFY(QFile::remove(file));
    loader.refresh();
    loader.refresh(); // asked again while busy: one more look, no second thread
    QTRY_VERIFY(loader.listing().rows.empty() && !loader.busy());
}

void TestLoaders::anUnreadableFileIsARow()
{
    const QTemporaryDir folder;
    const auto cut = write(folder, "lib/reports/login/cut.json", cutReport());
    setAge(cut, std::chrono::hours(1));
    LibraryLoader loader;
    loader.open(folder.filePath(QStringLiteral("lib")).toStdString());
    QTRY_VERIFY(!loader.busy());
    QCOMPARE(loader.listing().rows.size(), 1u);
    const auto& row = loader.listing().rows[0];
    QCOMPARE(QString::fromStdString(row.file.filename().string()), QStringLiteral("cut.json"));
    QVERIFY2(row.unreadable.find("cut.json") != std::string::npos, row.unreadable.c_str());
    QCOMPARE(loader.listing().pending, 0);
}

void TestLoaders::aFileBeingCopiedIsPending()
{
    const QTemporaryDir folder;
    const auto library = folder.filePath(QStringLiteral("lib"));
    LibraryLoader loader;
    loader.open(library.toStdString());
    QTRY_VERIFY(!loader.busy());
    setAge(write(folder, "lib/reports/login/copied.json", cutReport()), std::chrono::hours(-1));
    QTRY_COMPARE_WITH_TIMEOUT(loader.listing().pending, 1, watchTimeout_ms);
    QVERIFY(loader.listing().rows.empty());
    // The rest arrives in place, which no folder watch tells: the loader looks again by itself.
    write(folder, "lib/reports/login/copied.json", reportText());
    QTRY_COMPARE_WITH_TIMEOUT(loader.listing().rows.size(), 1u, watchTimeout_ms);
    QVERIFY(loader.listing().rows[0].unreadable.empty());
    QCOMPARE(loader.listing().pending, 0);
}

void TestLoaders::anotherLibraryReplacesTheFirst()
{
    const QTemporaryDir folder;
    write(folder, "one/reports/login/r.json", reportText());
    LibraryLoader loader;
    loader.open(folder.filePath(QStringLiteral("one")).toStdString());
    loader.open(folder.filePath(QStringLiteral("two")).toStdString());
    QTRY_VERIFY(!loader.busy());
    QCOMPARE(loader.listing().folder, loader.folder());
    QVERIFY(loader.listing().rows.empty());
}

void TestLoaders::aFolderThatCannotBeALibraryIsSaid()
{
    const QTemporaryDir folder;
    const auto file = write(folder, "file", "x");
    LibraryLoader loader;
    std::vector<Error> errors;
    connect(
        &loader, &LibraryLoader::failed, this, [&errors](const Error& error) { errors.push_back(error); });
    loader.open(file.toStdString());
    QTRY_COMPARE(errors.size(), 1u);
    QVERIFY2(errors[0].text().find(file.toStdString()) != std::string::npos, errors[0].text().c_str());
    QVERIFY(!loader.busy());
}

void TestLoaders::confirmedHostsAreRemembered()
{
    const QTemporaryDir folder;
    LibraryLoader loader;
    loader.open(folder.filePath(QStringLiteral("lib")).toStdString());
    QTRY_VERIFY(!loader.busy());
    loader.confirmHost(QStringLiteral("192.0.2.1"));
    QTRY_COMPARE(loader.listing().confirmedHosts, std::vector<std::string>({"192.0.2.1"}));
}

void TestLoaders::whatAScenarioAsksFor()
{
    const QTemporaryDir folder;
    const auto file = write(folder, "s.json", loginScenario);
    ScenarioInspector inspector;
    std::optional<ScenarioInfo> info;
    connect(&inspector, &ScenarioInspector::inspected, this, [&info](const auto& answer) { info = answer; });
    inspector.inspect(file, QString(), {});
    QTRY_VERIFY(info);
    QVERIFY2(info->canStart(), info->problems.empty() ? "" : info->problems[0].message.c_str());
    QCOMPARE(info->operation, QStringLiteral("login"));
    QCOMPARE(info->environments, QStringList({QStringLiteral("stage"), QStringLiteral("known")}));
    QCOMPARE(info->secretsToAsk, QStringList(QStringLiteral("password")));
    QVERIFY(info->hostToConfirm.isEmpty());
    QCOMPARE(info->loadText, QStringLiteral("2 user(s) for 01:30"));
    // The host of another environment is not loopback: asked once, then known.
    const auto stage = inspectScenario(file, QStringLiteral("stage"), {});
    QCOMPARE(stage.hostToConfirm, QStringLiteral("192.0.2.1"));
    QCOMPARE(stage.baseUrl, QStringLiteral("http://192.0.2.1"));
    QVERIFY(inspectScenario(file, QStringLiteral("stage"), {"192.0.2.1"}).hostToConfirm.isEmpty());
    // An environment may hold the secret.
    QVERIFY(inspectScenario(file, QStringLiteral("known"), {}).secretsToAsk.isEmpty());
}

void TestLoaders::onlyTheLastQuestionIsAnswered()
{
    const QTemporaryDir folder;
    const auto first = write(folder, "first.json", wrongScenario);
    const auto last = write(folder, "last.json", loginScenario);
    ScenarioInspector inspector;
    QStringList answered;
    connect(&inspector, &ScenarioInspector::inspected, this,
        [&answered](const auto& info) { answered << info.file; });
    inspector.inspect(first, QString(), {});
    inspector.inspect(last, QString(), {});
    QTRY_COMPARE(answered, QStringList(last));
}

void TestLoaders::brokenScenariosCannotStart()
{
    const QTemporaryDir folder;
    const auto missing = inspectScenario(folder.filePath(QStringLiteral("no.json")), QString(), {});
    QVERIFY(missing.error && !missing.canStart());
    QVERIFY(missing.error->text().find("no.json") != std::string::npos);
    const auto wrong = inspectScenario(write(folder, "s.json", wrongScenario), QString(), {});
    QVERIFY(!wrong.canStart());
    const auto named = [&wrong](const char* path) {
        return std::any_of(wrong.problems.begin(), wrong.problems.end(),
            [path](const auto& problem) { return problem.path.find(path) != std::string::npos; });
    };
    QVERIFY(named("operation"));
    const auto cut = inspectScenario(
        write(folder, "c.json", loginScenario.substr(0, loginScenario.size() / 2)), QString(), {});
    QVERIFY(cut.error && !cut.canStart());
}

void TestLoaders::scenariosAreCalledByTheirFolder()
{
    const auto name = [](const char* path) { return scenarioName(QLatin1String(path), "/lib"); };
    QCOMPARE(name("/lib/scenarios/mixed-workload/scenario.json"), QStringLiteral("mixed-workload"));
    QCOMPARE(name("/lib/scenarios/burst.json"), QStringLiteral("burst"));
    QCOMPARE(name("/lib/scenarios/shop/night.json"), QStringLiteral("shop/night"));
    QCOMPARE(name("/elsewhere/scenario.json"), QStringLiteral("scenario"));
}

PLUMB_TEST_MAIN(TestLoaders)
#include "tst_loaders.moc"

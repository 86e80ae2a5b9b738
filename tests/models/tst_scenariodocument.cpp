// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/partsjson.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"
#include "ui/models/jsonplace.h"
#include "ui/models/problemplace.h"
#include "ui/models/scenariodocument.h"
#include "ui/models/scenariofields.h"
#include "ui/models/scenariotables.h"
#include "ui/models/scenariotreemodel.h"
#include "ui/models/thinktext.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::models;

namespace {

scenario::Step step(const std::string& name)
{
    scenario::Step made;
    made.name = name;
    made.request.path = "/" + name;
    return made;
}

/// setup: login; patterns: Reader (a, b, c), Writer (d).
void fill(scenario::Scenario& s)
{
    s.setup.push_back({true, step("login"), {}});
    s.patterns[0].name = "Reader";
    s.patterns[0].steps = {step("a"), step("b"), step("c")};
    s.patterns.push_back({});
    s.patterns[1].name = "Writer";
    s.patterns[1].steps = {step("d")};
}

/// "setup: login; Reader: a b c; Writer: d"
QString shape(const scenario::Scenario& s)
{
    QString text = QStringLiteral("setup:");
    for (const auto& setup : s.setup) {
        text += QLatin1Char(' ') + QString::fromStdString(setup.step.name);
        for (const auto& repair : setup.on_failure)
            text += QLatin1Char('/') + QString::fromStdString(repair.name);
    }
    for (const auto& pattern : s.patterns) {
        text += QStringLiteral("; ") + QString::fromStdString(pattern.name) + QLatin1Char(':');
        for (const auto& each : pattern.steps)
            text += QLatin1Char(' ') + QString::fromStdString(each.name);
    }
    return text;
}

QModelIndex drop(ScenarioTreeModel& model, const std::string& from, const std::string& parent, int row,
    Qt::DropAction action = Qt::MoveAction)
{
    const std::unique_ptr<QMimeData> data(model.mimeData({model.indexOf(from)}));
    QString stands;
    const auto link = QObject::connect(
        &model, &ScenarioTreeModel::dropped, &model, [&stands](const QString& path) { stands = path; });
    model.dropMimeData(data.get(), action, row, 0, model.indexOf(parent));
    QObject::disconnect(link);
    return model.indexOf(stands.toStdString());
}

} // namespace

class TestScenarioDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreToldInWords_data();
    void placesAreToldInWords();
    void typingIsUndoneAsOne();
    void savesAndOpens();
    void keepsWhatItDoesNotKnow();
    void notesAChangeOnDisk();
    void findsProblems();
    void draftsKeepASaveAway();
    void movesNodes_data();
    void movesNodes();
    void pastesUnderFreeNames();
    void renamesAndSwitches();
    void recordsAreEdited();
    void readsNumbers_data();
    void readsNumbers();
    void readsThinkTimes_data();
    void readsThinkTimes();
    void findsPlacesInJson_data();
    void findsPlacesInJson();
};

void TestScenarioDocument::placesAreToldInWords_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char* path, const QString& words) { QTest::newRow(path) << QByteArray(path) << words; };
    row("/patterns/0/steps/1/request/path", QStringLiteral("b › Path"));
    row("/patterns/0/steps/1/extract/2/json", QStringLiteral("b › Extractions, row 3 › json"));
    row("/patterns/0/steps/1/request/headers/X~1Y", QStringLiteral("b › Headers › X/Y"));
    row("/patterns/0/steps/1/request/json", QStringLiteral("b › JSON body"));
    row("/patterns/1/think_ms", QStringLiteral("Writer › think_ms"));
    row("/patterns/1/steps", QStringLiteral("Writer"));
    row("/setup/0/name", QStringLiteral("login › Name"));
    row("/environments/stage/base_url", QStringLiteral("Environments › stage › Address"));
    row("/load/stages/0", QStringLiteral("Load › Stages, row 1"));
    row("/patterns/7/steps/1", QStringLiteral("User patterns, row 8, row 2"));
    row("", QStringLiteral("The scenario"));
}

void TestScenarioDocument::placesAreToldInWords()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, words);
    auto filled = emptyScenario();
    fill(filled);
    QCOMPARE(placeText(filled, path.toStdString()), words);
}

void TestScenarioDocument::typingIsUndoneAsOne()
{
    ScenarioDocument document;
    const auto before = document.scenario();
    const auto type = [&](const char* text) {
        document.edit(QStringLiteral("Change operation"), QStringLiteral("operation"),
            [text](scenario::Scenario& s) { s.operation = text; });
    };
    type("o");
    type("or");
    type("orders");
    QCOMPARE(document.undoStack().count(), 1);
    QVERIFY(document.modified());
    document.endMerge();
    type("orders 2");
    QCOMPARE(document.undoStack().count(), 2);
    type("orders 2"); // changes nothing
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(document.scenario().operation, std::string("orders"));
    document.undoStack().undo();
    QVERIFY(document.scenario() == before);
    QVERIFY(!document.modified());
    document.undoStack().redo();
    QCOMPARE(document.scenario().operation, std::string("orders"));
}

void TestScenarioDocument::savesAndOpens()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("a.json"));
    ScenarioDocument document;
    document.edit(QStringLiteral("fill"), {}, fill);
    QVERIFY(document.save(file));
    QVERIFY(!document.modified());
    QCOMPARE(document.name(), QStringLiteral("a.json"));
    ScenarioDocument other;
    QVERIFY(other.open(file));
    QVERIFY(toJson(other.scenario()) == toJson(document.scenario()));
    QVERIFY(!other.modified());
    QCOMPARE(other.undoStack().count(), 0);
    const auto missing = other.open(folder.filePath(QStringLiteral("missing.json")));
    QVERIFY(!missing);
    QCOMPARE(other.name(), QStringLiteral("a.json"));
}

void TestScenarioDocument::keepsWhatItDoesNotKnow()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("a.json"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("{\"schema\": \"plumbline.scenario/1\", \"operation\": \"x\", \"shoe_size\": 43,"
                  " \"target\": {\"base_url\": \"builtin:\"}, \"patterns\": [{\"name\": \"p\", \"colour\": 1,"
                  " \"steps\": [{\"name\": \"a\", \"owner\": \"me\", \"request\": {\"path\": \"/\"}}]}],"
                  " \"load\": {\"executor\": \"constant-vus\", \"vus\": 1, \"duration_s\": 1}}");
    written.close();
    ScenarioDocument document;
    QVERIFY(document.open(file));
    ScenarioTreeModel model(document);
    drop(model, "/patterns/0/steps/0", "/patterns/0", -1, Qt::CopyAction);
    const auto text = document.text();
    QVERIFY(text.contains(QStringLiteral("shoe_size")) && text.contains(QStringLiteral("colour")));
    QCOMPARE(text.count(QStringLiteral("\"owner\"")), 2);
}

void TestScenarioDocument::notesAChangeOnDisk()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("a.json"));
    ScenarioDocument document;
    QVERIFY(!document.changedOnDisk());
    QVERIFY(document.save(file));
    QVERIFY(!document.changedOnDisk());
    QFile other(file);
    QVERIFY(other.open(QIODevice::Append));
    other.write("\n");
    other.close();
    QVERIFY(document.changedOnDisk());
    document.keepOverDisk();
    QVERIFY(!document.changedOnDisk());
    QVERIFY(document.modified());
    QVERIFY(document.save(file));
    QVERIFY(!document.modified());
}

void TestScenarioDocument::findsProblems()
{
    ScenarioDocument document;
    ScenarioTreeModel model(document);
    document.edit(QStringLiteral("fill"), {}, fill);
    document.edit(QStringLiteral("break"), {},
        [](scenario::Scenario& s) { s.patterns[0].steps[1].request.path = "/{{nobody}}"; });
    QTRY_VERIFY(!document.problems().empty());
    QCOMPARE(document.problems()[0].path, std::string("/patterns/0/steps/1/request/path"));
    QCOMPARE(model.ownerOf(document.problems()[0].path), std::string("/patterns/0/steps/1"));
    QCOMPARE(model.indexOf("/patterns/0/steps/1").data(ScenarioTreeModel::ProblemRole).toInt(), 2);
    QCOMPARE(model.ownerOf("/operation"), std::string("/target"));
    document.undoStack().undo();
    QTRY_COMPARE(model.indexOf("/patterns/0/steps/1").data(ScenarioTreeModel::ProblemRole).toInt(), 0);
}

void TestScenarioDocument::draftsKeepASaveAway()
{
    const QTemporaryDir folder;
    ScenarioDocument document;
    document.edit(QStringLiteral("fill"), {}, fill);
    document.setDraft("/patterns/0/steps/0/request/json", QStringLiteral("{"), QStringLiteral("cut short"));
    QVERIFY(document.modified());
    QVERIFY(!document.save(folder.filePath(QStringLiteral("a.json"))));
    QTRY_VERIFY(!document.problems().empty());
    // Another body in its place makes it stale.
    document.edit(
        QStringLiteral("remove"), {}, [](scenario::Scenario& s) { removeNode(s, "/patterns/0/steps/0"); });
    document.edit(QStringLiteral("body"), {},
        [](scenario::Scenario& s) { s.patterns[0].steps[0].request.body.kind = scenario::Body::Kind::text; });
    QVERIFY(document.draft("/patterns/0/steps/0/request/json").isEmpty());
    QVERIFY(document.save(folder.filePath(QStringLiteral("a.json"))));
}

void TestScenarioDocument::movesNodes_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char* name, const char* from, const char* parent, int at, const char* expected) {
              QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(parent) << at
                                  << QString::fromLatin1(expected);
          };
    row("down in its list", "/patterns/0/steps/0", "/patterns/0", 2,
        "setup: login; Reader: b a c; Writer: d");
    row("up in its list", "/patterns/0/steps/2", "/patterns/0", 0, "setup: login; Reader: c a b; Writer: d");
    row("onto another pattern", "/patterns/0/steps/1", "/patterns/1", -1,
        "setup: login; Reader: a c; Writer: d b");
    row("behind a step", "/patterns/1/steps/0", "/patterns/0/steps/0", -1,
        "setup: login; Reader: a d b c; Writer:");
    row("into setup", "/patterns/0/steps/0", "/setup", 0, "setup: a login; Reader: b c; Writer: d");
    row("out of setup", "/setup/0", "/patterns/1", 0, "setup:; Reader: a b c; Writer: login d");
    row("as repair", "/patterns/1/steps/0", "/setup/0", 0, "setup: login/d; Reader: a b c; Writer:");
    row("not into itself", "/setup/0", "/setup/0", 0, "setup: login; Reader: a b c; Writer: d");
    row("a pattern", "/patterns/1", "/patterns", 0, "setup: login; Writer: d; Reader: a b c");
    row("a pattern is no step", "/patterns/1", "/setup", 0, "setup: login; Reader: a b c; Writer: d");
}

void TestScenarioDocument::movesNodes()
{
    QFETCH(QString, from);
    QFETCH(QString, parent);
    QFETCH(int, row);
    QFETCH(QString, expected);
    ScenarioDocument document;
    ScenarioTreeModel model(document);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    document.edit(QStringLiteral("fill"), {}, fill);
    const auto before = shape(document.scenario());
    const auto name = model.indexOf(from.toStdString()).data(Qt::EditRole);
    const auto stands = drop(model, from.toStdString(), parent.toStdString(), row);
    QCOMPARE(shape(document.scenario()), expected);
    if (expected != before) {
        QCOMPARE(stands.data(Qt::EditRole), name);
        document.undoStack().undo();
        QCOMPARE(shape(document.scenario()), before);
    }
}

void TestScenarioDocument::pastesUnderFreeNames()
{
    ScenarioDocument document;
    document.edit(QStringLiteral("fill"), {}, fill);
    ScenarioTreeModel model(document);
    drop(model, "/patterns/0/steps/0", "/patterns/1", -1, Qt::CopyAction);
    QCOMPARE(shape(document.scenario()), QStringLiteral("setup: login; Reader: a b c; Writer: d a 2"));
    drop(model, "/patterns/1", "/patterns", -1, Qt::CopyAction);
    QCOMPARE(shape(document.scenario()),
        QStringLiteral("setup: login; Reader: a b c; Writer: d a 2; Writer 2: d 2 a 2 2"));
    // Another document takes what this one has on the clipboard.
    ScenarioDocument other;
    ScenarioTreeModel elsewhere(other);
    const std::unique_ptr<QMimeData> data(model.mimeData({model.indexOf("/setup/0")}));
    QVERIFY(elsewhere.dropMimeData(data.get(), Qt::MoveAction, -1, 0, elsewhere.indexOf("/setup")));
    QCOMPARE(shape(other.scenario()), QStringLiteral("setup: login; User:"));
}

void TestScenarioDocument::renamesAndSwitches()
{
    ScenarioDocument document;
    document.edit(QStringLiteral("fill"), {}, fill);
    ScenarioTreeModel model(document);
    const auto b = model.indexOf("/patterns/0/steps/1");
    QVERIFY(model.setData(b, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!document.scenario().patterns[0].steps[1].enabled);
    QVERIFY(model.setData(b, QStringLiteral("browse")));
    QCOMPARE(document.scenario().patterns[0].steps[1].name, std::string("browse"));
    QVERIFY(!model.setData(b, QString()));
    QVERIFY(!model.setData(model.indexOf("/setup"), QStringLiteral("x")));
}

void TestScenarioDocument::recordsAreEdited()
{
    ScenarioDocument document;
    document.edit(QStringLiteral("fill"), {}, fill);
    ScenarioRecordModel model(document);
    model.setList(checkRecords("/patterns/0/steps/0"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.append(), 0);
    QCOMPARE(model.append(), 1);
    const auto& checks = document.scenario().patterns[0].steps[0].checks;
    QVERIFY(checks[0].statuses == std::vector<int>{200});
    QVERIFY(model.setData(model.index(0, 2), QStringLiteral("200, 201")));
    QVERIFY((checks[0].statuses == std::vector<int>{200, 201}));
    QVERIFY(model.setData(model.index(1, 0), QStringLiteral("json")));
    QVERIFY(model.setData(model.index(1, 1), QStringLiteral("/ok")));
    QCOMPARE(checks[1].exists, std::optional(true));
    QVERIFY(model.setData(model.index(1, 2), QStringLiteral("true")));
    QVERIFY(checks[1].equals == std::optional<Json>(Json(true)));
    QCOMPARE(model.moveRow(1, -1), 0);
    QVERIFY(checks[0].kind == scenario::Check::Kind::json);
    model.removeRows({0, 1});
    QCOMPARE(model.rowCount(), 0);
    document.undoStack().undo();
    QCOMPARE(model.rowCount(), 2);
    model.setList(headerRecords("/patterns/0/steps/0"));
    model.append();
    QVERIFY(model.setData(model.index(0, 0), QStringLiteral("Accept")));
    QCOMPARE(document.scenario().patterns[0].steps[0].request.headers[0].first, std::string("Accept"));
}

void TestScenarioDocument::readsNumbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("number") << QStringLiteral("5.0") << 5.0 << QStringLiteral("5");
    QTest::newRow("duration") << QStringLiteral("2m") << 120.0 << QStringLiteral("2m");
    QTest::newRow("variable") << QStringLiteral("{{users}}") << -1.0 << QStringLiteral("{{users}}");
    QTest::newRow("nonsense") << QStringLiteral("many") << -1.0 << QStringLiteral("many");
    QTest::newRow("empty") << QString() << -1.0 << QString();
}

void TestScenarioDocument::readsNumbers()
{
    QFETCH(QString, typed);
    QFETCH(double, value);
    QFETCH(QString, shown);
    const auto bound = boundFrom<double>(typed, scenario::Unit::seconds);
    QCOMPARE(bound.get(-1.0), value);
    QCOMPARE(boundText(bound), shown);
}

void TestScenarioDocument::readsThinkTimes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("json");
    const auto row = [](const char* typed, const char* json) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(json);
    };
    row("100", "100");
    row("100-500", "[100,500]");
    row("{{pause}}", "\"{{pause}}\"");
    row("exponential 200", "{\"dist\":\"exponential\",\"mean_ms\":200}");
}

void TestScenarioDocument::readsThinkTimes()
{
    QFETCH(QString, typed);
    QFETCH(QString, json);
    const auto think = thinkFrom(typed);
    QCOMPARE(thinkText(think), typed);
    std::vector<scenario::Problem> problems;
    const auto read = scenario::readThink(Json::parse(json.toStdString()), {}, problems);
    QVERIFY(read.kind == think.kind && read.a.value == think.a.value && read.b.value == think.b.value);
}

void TestScenarioDocument::findsPlacesInJson_data()
{
    QTest::addColumn<QString>("marked"); // ^: the place
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char* marked, const char* pointer) {
        QTest::newRow(marked) << QString::fromLatin1(marked) << QString::fromLatin1(pointer);
    };
    row("{\"a\": [1, ^22, 3]}", "/a/1");
    row("{\"^a\": {\"b\": 1}}", "/a");
    row("{\"a\": {\"b/c\": tr^ue}}", "/a/b~1c");
    row("[{\"x\": \"q\\\"z^\"}]", "/0/x");
    row("{\"a\": 1}  ^ ", "-");
    row("<^html>", "-");
}

void TestScenarioDocument::findsPlacesInJson()
{
    QFETCH(QString, marked);
    QFETCH(QString, pointer);
    const auto place = marked.indexOf(QLatin1Char('^'));
    auto json = marked;
    json.remove(place, 1);
    const auto found = jsonPointerAt(json, place);
    QCOMPARE(QString::fromStdString(found.value_or("-")), pointer);
}

PLUMB_TEST_MAIN(TestScenarioDocument)
#include "tst_scenariodocument.moc"

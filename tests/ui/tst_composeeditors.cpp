// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/prepare.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/composebench.h"
#include "ui/compose/commandeditor.h"
#include "ui/compose/jsonedit.h"
#include "ui/compose/loadplot.h"
#include "ui/compose/problemlist.h"
#include "ui/compose/recordtable.h"
#include "ui/compose/sqleditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>

using namespace plumb;
using namespace plumb::ui;
using test::ComposeBench;
using test::text;

namespace {

/// As a user does: the choice counts when it is made, not when the box shows another entry.
void choose(QComboBox* box, const QString& words)
{
    const int index = box->findText(words);
    QVERIFY2(index >= 0, qPrintable(words));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

/// The tab of this name, with a count behind it or without.
int tabNamed(const QTabWidget& tabs, const char* name)
{
    for (int i = 0; i < tabs.count(); ++i) {
        if (tabs.tabText(i) == text(name) || tabs.tabText(i).startsWith(text(name) + QLatin1String(" (")))
            return i;
    }
    return -1;
}

} // namespace

/// The editors of the Compose page: what is typed and dragged there becomes the document, and none of it is
/// lost.
class TestComposeEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composesAStep();
    void arrowsPassHiddenTabs();
    void undoGoesThroughTheDocument();
    void jsonBodies();
    void aStageIsDraggedWithTheMouse();
    void rowsGiveRoomInALowWindow();
    void everyExecutorHasAFormAndAPreview_data();
    void everyExecutorHasAFormAndAPreview();
    void aPatternHasALoadOfItsOwn();
    void presetsAreTakenOver();
    void statusesThatAreNoneAreKept();
    void cellsThatMeanNothingAreClosed();
    void valuesOfAnEnvironment();
    void twoVariablesOfOneName();
    void queriesAreEdited();
    void commandsAreEdited();
    void aServiceIsStarted();
    void aCellBeingEditedIsSaved();
    void everyControlIsReachedOnceByTab_data();
    void everyControlIsReachedOnceByTab();
};

void TestComposeEditors::composesAStep()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/patterns/0");
    bench.action("Add step")->trigger();
    QCOMPARE(bench.page->tree().current(), std::string("/patterns/0/steps/0"));
    const auto& steps = bench.scenario().patterns[0].steps;
    bench.field<QLineEdit>("Name of the step")->selectAll();
    bench.type("list");
    QCOMPARE(steps[0].name, std::string("list"));
    bench.field<QLineEdit>("Path")->selectAll();
    bench.type("/api/items");
    QCOMPARE(steps[0].request.path, std::string("/api/items"));
    auto* method = bench.field<QComboBox>("Method");
    method->lineEdit()->selectAll();
    bench.type("PUT");
    QCOMPARE(steps[0].request.method, std::string("PUT"));
    auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));
    const auto headersTab = tabNamed(*tabs, "Headers");
    tabs->setCurrentIndex(headersTab);
    auto* headers = test::named<QTableView>(*bench.page, text("Headers"));
    headers->setFocus();
    test::key(Qt::Key_Insert);
    QCOMPARE(steps[0].request.headers.size(), 1u);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    bench.type("Accept");
    test::key(Qt::Key_Tab);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    bench.type("text/plain");
    test::key(Qt::Key_Return);
    QTRY_COMPARE(steps[0].request.headers[0].second, std::string("text/plain"));
    QCOMPARE(steps[0].request.headers[0].first, std::string("Accept"));
    QCOMPARE(tabs->tabText(headersTab), text("Headers (1)"));
    QVERIFY(bench.page->title().endsWith(QChar(0x2022)));
}

/// What a step of another kind does is no tab of an http step, by the arrow keys neither.
void TestComposeEditors::arrowsPassHiddenTabs()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/patterns/0");
    bench.action("Add step")->trigger();
    auto* tabs = bench.field<QTabWidget>("Parts of the step");
    tabs->tabBar()->setFocus(Qt::TabFocusReason);
    tabs->setCurrentIndex(tabNamed(*tabs, "Body"));
    QStringList seen;
    for (int i = 0; i < 2 * tabs->count(); ++i) {
        QVERIFY2(tabs->isTabVisible(tabs->currentIndex()), qPrintable(seen.join(QLatin1Char(' '))));
        seen << tabs->tabText(tabs->currentIndex());
        test::key(Qt::Key_Right);
    }
    QVERIFY2(seen.contains(text("Preview")), qPrintable(seen.join(QLatin1Char(' '))));
}

void TestComposeEditors::undoGoesThroughTheDocument()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/target");
    auto* operation = bench.field<QLineEdit>("Operation");
    operation->selectAll();
    bench.type("orders");
    auto* note = bench.field<QLineEdit>("Note");
    bench.type("first");
    QCOMPARE(bench.scenario().note, std::string("first"));
    // Wherever the focus is: the last edit of the document is taken back, typing as one.
    test::key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.scenario().note, std::string());
    QCOMPARE(note->text(), QString());
    test::key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(operation->text(), text("untitled"));
    QVERIFY(!bench.page->document().modified());
}

void TestComposeEditors::jsonBodies()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/patterns/0");
    bench.action("Add step")->trigger();
    auto* kind = bench.field<QComboBox>("Kind of body");
    QTest::keyClicks(kind, text("JSON"));
    const auto& body = bench.scenario().patterns[0].steps[0].request.body;
    QTRY_VERIFY(body.kind == scenario::Body::Kind::json);
    auto* edit = bench.field<JsonEdit>("Body");
    edit->selectAll();
    bench.type("{\"a\":[1");
    QVERIFY(body.json == Json::object());
    QVERIFY(test::says(*bench.page, "line 1"));
    bench.type("]}");
    QVERIFY(body.json == Json::parse("{\"a\":[1]}"));
    test::button(*bench.page, text("Format"))->click();
    QVERIFY(edit->toPlainText().contains(QLatin1Char('\n')));
    // Another step has another text.
    bench.action("Duplicate")->trigger();
    bench.page->tree().select("/patterns/0/steps/1");
    edit->selectAll();
    bench.type("[2]");
    QVERIFY(bench.scenario().patterns[0].steps[1].request.body.json == Json::parse("[2]"));
    QVERIFY(bench.scenario().patterns[0].steps[0].request.body.json == Json::parse("{\"a\":[1]}"));
}

void TestComposeEditors::aStageIsDraggedWithTheMouse()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        s.load.executor = "ramping-vus";
        s.load.vus = {};
        s.load.duration_s = {};
        s.load.stages = {{30.0, 10.0, Json::object()}, {60.0, 10.0, Json::object()}};
    });
    bench.page->tree().select("/load");
    auto* plot = bench.page->findChild<LoadPlot*>();
    QTRY_VERIFY(plot->isVisible() && plot->preview().handles.size() == 2);
    const auto edits = bench.page->document().undoStack().count();
    const auto& stage = bench.scenario().load.stages[0];
    const auto from = plot->handleAt(0).toPoint();
    const auto to = from + QPoint(80, 40);
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    for (const auto part : {1, 2, 3, 4})
        QTest::mouseMove(plot, from + (to - from) * part / 4);
    QTRY_VERIFY(stage.duration_s.get() > 30.0);
    QVERIFY(stage.target.get() < 10.0);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
    // The whole drag is one step of the history, and another drag another one.
    QCOMPARE(bench.page->document().undoStack().count(), edits + 1);
    const auto again = plot->handleAt(0).toPoint();
    QTest::mousePress(plot, Qt::LeftButton, {}, again);
    QTest::mouseMove(plot, again + QPoint(20, 0));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, again + QPoint(20, 0));
    QTRY_COMPARE(bench.page->document().undoStack().count(), edits + 2);
    bench.page->document().undoStack().undo();
    bench.page->document().undoStack().undo();
    QCOMPARE(stage.duration_s.get(), 30.0);
    QCOMPARE(stage.target.get(), 10.0);
    // The last handle can be drawn out beyond the end of the axis.
    const auto last = plot->handleAt(1).toPoint();
    QTest::mousePress(plot, Qt::LeftButton, {}, last);
    QTest::mouseMove(plot, QPoint(plot->width() + 200, last.y()));
    QTRY_VERIFY(bench.scenario().load.stages[1].duration_s.get() > 70.0);
    QVERIFY(plot->rect().contains(plot->handleAt(1).toPoint()));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(plot->width() + 200, last.y()));
    bench.page->document().undoStack().undo();
    QCOMPARE(bench.scenario().load.stages[1].duration_s.get(), 60.0);
    // Beside the handles there is nothing to drag.
    QTest::mousePress(plot, Qt::LeftButton, {}, QPoint(plot->width() / 2, plot->height() - 4));
    QTest::mouseMove(plot, QPoint(20, 20));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, QPoint(20, 20));
    QCOMPARE(stage.duration_s.get(), 30.0);
}

void TestComposeEditors::rowsGiveRoomInALowWindow()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        auto step = test::stepOf("a", "/fast");
        for (int i = 0; i < 14; ++i)
            step.request.headers.emplace_back("X-" + std::to_string(i), "value");
        s.patterns[0].steps.push_back(step);
    });
    bench.page->tree().select("/patterns/0/steps/0");
    auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));
    tabs->setCurrentIndex(tabNamed(*tabs, "Headers"));
    auto* rows = test::named<QTableView>(*bench.page, text("Headers"));
    const auto* remove = tabs->currentWidget()->findChild<QToolButton*>();
    const auto high = rows->height();
    bench.window.resize(1024, 640);
    QTRY_VERIFY(rows->height() < high);
    // What acts on the rows stands below them, not on them.
    const auto bottom = rows->mapTo(tabs, rows->rect().bottomLeft()).y();
    QVERIFY(remove->mapTo(tabs, QPoint()).y() > bottom);
    QVERIFY(tabs->rect().contains(remove->mapTo(tabs, remove->rect().bottomLeft())));
    // With room for them, all rows that are shown at most are there again.
    bench.window.resize(1440, 1200);
    QTRY_COMPARE(rows->height(), rows->maximumHeight());
}

void TestComposeEditors::everyExecutorHasAFormAndAPreview_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("executor");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char* kind, const char* executor, const QStringList& fields) {
        QTest::newRow(kind) << text(kind) << text(executor) << fields;
    };
    row("A constant number of users", "constant-vus", {text("Users"), text("Duration")});
    row("Users in stages", "ramping-vus", {text("Users at the start")});
    row("Users up to a number", "ramping-vus", {text("Users at the end"), text("New users a second")});
    row("Iterations shared by users", "shared-iterations", {text("Iterations"), text("Users")});
    row("Iterations for each user", "per-vu-iterations", {text("Iterations"), text("Users")});
    row("A constant rate of iterations", "constant-arrival-rate",
        {text("Iterations a second"), text("Users at most")});
    row("A rate of iterations in stages", "ramping-arrival-rate", {text("Iterations a second at the start")});
    row("A number of bursts", "burst",
        {text("Users in a burst"), text("Bursts"), text("Pause between bursts")});
    row("Bursts for a time", "burst",
        {text("Users in a burst"), text("Duration"), text("Pause between bursts")});
}

/// Whatever kind is chosen can run as it is, shows what it will do, and has a warm-up and a cool-down.
void TestComposeEditors::everyExecutorHasAFormAndAPreview()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, executor);
    QFETCH(const QStringList, fields);
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) { s.patterns[0].steps.push_back(test::stepOf("a", "/fast")); });
    bench.page->tree().select("/load");
    auto* kinds = bench.field<QComboBox>("Kind of load");
    choose(kinds, kind);
    QCOMPARE(QString::fromStdString(bench.scenario().load.executor), executor);
    for (const auto& field :
        fields + QStringList{text("Warm-up"), text("Warm-up iterations"), text("Cool-down")}) {
        auto* edit = test::named<QLineEdit>(*bench.page, field);
        QVERIFY2(edit != nullptr && edit->isVisible(), qPrintable(field));
    }
    auto* plot = bench.page->findChild<LoadPlot*>();
    QTRY_VERIFY2(plot->preview().problem.empty(), plot->preview().problem.c_str());
    QVERIFY(!plot->accessibleDescription().isEmpty());
    QCOMPARE(plot->preview().bursts, executor == text("burst"));
    for (const auto& problem : scenario::validateDocument(toJson(bench.scenario()), {}))
        QVERIFY2(problem.path.rfind("/load", 0) != 0, (problem.path + ": " + problem.message).c_str());
    bench.page->document().undoStack().undo();
    QCOMPARE(bench.scenario().load.executor, std::string("constant-vus"));
}

void TestComposeEditors::aPatternHasALoadOfItsOwn()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        s.patterns[0].name = "Reader";
        s.patterns.push_back(s.patterns[0]);
        s.patterns[1].name = "Writer";
        s.load.executor = "constant-vus";
        s.load.vus = 5;
        s.load.duration_s = 60.0;
    });
    bench.page->tree().select("/load");
    choose(bench.field<QComboBox>("Whose load"), text("Pattern Writer"));
    auto* own = bench.field<QCheckBox>("A load of its own");
    QVERIFY(!own->isChecked());
    QVERIFY(!bench.field<QLineEdit>("Users")->isVisible());
    own->click();
    const auto& writer = bench.scenario().patterns[1];
    QVERIFY(writer.load.has_value());
    QCOMPARE(writer.load->vus.get(), 5);
    auto* users = bench.field<QLineEdit>("Users");
    QVERIFY(users->isVisible());
    users->setFocus();
    users->selectAll();
    bench.type("9");
    QCOMPARE(writer.load->vus.get(), 9);
    QCOMPARE(bench.scenario().load.vus.get(), 5);
    choose(bench.field<QComboBox>("Kind of load"), text("A number of bursts"));
    QCOMPARE(writer.load->executor, std::string("burst"));
    QCOMPARE(bench.scenario().load.executor, std::string("constant-vus"));
    auto* plot = bench.page->findChild<LoadPlot*>();
    QTRY_VERIFY(plot->preview().bursts);
    choose(bench.field<QComboBox>("Whose load"), text("The scenario's, which patterns share"));
    QTRY_VERIFY(!plot->preview().bursts);
    QCOMPARE(bench.field<QLineEdit>("Users")->text(), text("5"));
    // A problem of the pattern's load leads to it, and without it the pattern shares the other one again.
    bench.page->showProblem(text("/patterns/1/load/size"));
    QCOMPARE(bench.page->tree().current(), std::string("/load"));
    QTRY_VERIFY(bench.field<QLineEdit>("Users in a burst")->hasFocus());
    own->click();
    QVERIFY(!bench.scenario().patterns[1].load);
    QTRY_VERIFY(!plot->preview().bursts);
}

void TestComposeEditors::presetsAreTakenOver()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/load");
    auto* presets = bench.field<QComboBox>("Preset");
    QCOMPARE(presets->count(), static_cast<int>(scenario::presetNames().size()) + 1);
    choose(presets, text("burst"));
    QVERIFY(bench.scenario().load == *scenario::preset("burst"));
    QCOMPARE(bench.field<QComboBox>("Kind of load")->currentText(), text("Bursts for a time"));
    QVERIFY(bench.scenario().stop_when.empty());
    choose(presets, text("stress"));
    QVERIFY(bench.scenario().load == *scenario::preset("stress"));
    QCOMPARE(bench.scenario().stop_when.size(), std::size_t(2)); // on until it breaks
    bench.page->document().undoStack().undo();
    QVERIFY(bench.scenario().stop_when.empty());
}

void TestComposeEditors::statusesThatAreNoneAreKept()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        auto step = test::stepOf("a", "/fast");
        step.checks.push_back({});
        step.checks[0].statuses = {200};
        s.patterns[0].steps.push_back(step);
    });
    bench.page->tree().select("/patterns/0/steps/0");
    auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));
    tabs->setCurrentIndex(tabNamed(*tabs, "Checks"));
    auto* checks = bench.field<QTableView>("Checks");
    auto* model = checks->model();
    const auto expected = model->index(0, 2);
    QVERIFY(model->setData(expected, text("200, about 300")));
    QCOMPARE(expected.data().toString(), text("200, about 300"));
    auto* problems = bench.page->findChild<ProblemList*>();
    QTRY_COMPARE(problems->errors(), 1);
    // The row says so, and the entry of the list leads there.
    QTRY_VERIFY(!model->index(0, 0).data(models::ScenarioRecordModel::ProblemRole).toString().isEmpty());
    bench.page->tree().select("/target");
    problems->setFocus();
    problems->setCurrentRow(0);
    test::key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), checks);
    bench.page->document().undoStack().undo();
    QCOMPARE(expected.data().toString(), text("200"));
    QTRY_COMPARE(problems->errors(), 0);
    bench.page->document().undoStack().redo();
    QVERIFY(model->setData(expected, text("200, 300")));
    QCOMPARE(bench.scenario().patterns[0].steps[0].checks[0].statuses, (std::vector<int>{200, 300}));
}

void TestComposeEditors::cellsThatMeanNothingAreClosed()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        auto step = test::stepOf("a", "/fast");
        step.checks.push_back({});
        step.checks[0].kind = scenario::Check::Kind::bodyContains;
        step.checks[0].expression = "ok";
        s.patterns[0].steps.push_back(step);
    });
    bench.page->tree().select("/patterns/0/steps/0");
    auto* model = test::named<QTableView>(*bench.page, text("Checks"))->model();
    QVERIFY((model->index(0, 1).flags() & Qt::ItemIsEditable) != 0);
    QVERIFY((model->index(0, 2).flags() & Qt::ItemIsEditable) == 0);
    QVERIFY(!model->setData(model->index(0, 2), text("lost")));
}

void TestComposeEditors::valuesOfAnEnvironment()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/variables");
    auto* environments = bench.field<QTableView>("Environments");
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Escape);
    auto* values = test::named<QTableView>(*bench.page, text("Values of the environment"));
    QTRY_VERIFY(values->isVisible());
    values->setFocus();
    test::key(Qt::Key_Insert);
    bench.type("size");
    test::key(Qt::Key_Tab);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    bench.type("[1, 2");
    test::key(Qt::Key_Return);
    // What is no JSON is a text; what looks like another type stands in quotes.
    const auto& all = bench.scenario().environments;
    QTRY_COMPARE(all[0].second.variables.size(), 1u);
    QTRY_COMPARE(all[0].second.variables[0].second.dump(), std::string("\"[1, 2\""));
    const auto value = values->model()->index(0, 1);
    for (const auto* typed : {"5", "\"5\"", "true", "null", "{\"a\":1}", "a b"}) {
        values->model()->setData(value, text(typed));
        const auto shown = value.data().toString();
        QVERIFY2(shown == text(typed) || text(typed) == text("null"), typed);
        values->model()->setData(value, shown);
        QCOMPARE(value.data().toString(), shown);
    }
    // A second environment has values of its own.
    environments->setFocus();
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Escape);
    QCOMPARE(all.size(), 2u);
    QVERIFY(all[0].first != all[1].first);
    QTRY_COMPARE(values->model()->rowCount(), 0);
    environments->setCurrentIndex(environments->model()->index(0, 0));
    QTRY_COMPARE(values->model()->rowCount(), 1);
}

void TestComposeEditors::twoVariablesOfOneName()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/variables");
    bench.field<QTableView>("Variables");
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Escape);
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Escape);
    const auto& variables = bench.scenario().variables;
    QCOMPARE(variables.size(), 2u);
    QVERIFY(variables[0].first != variables[1].first);
    auto* model = test::named<QTableView>(*bench.page, text("Variables"))->model();
    model->setData(model->index(1, 0), QString::fromStdString(variables[0].first));
    auto* problems = bench.page->findChild<ProblemList*>();
    QTRY_VERIFY(problems->errors() > 0);
    // The file could hold only one of them.
    bench.answer = bench.folder.filePath(text("a.json"));
    QVERIFY(!bench.page->save());
    QVERIFY(!QFile::exists(bench.answer));
    model->setData(model->index(1, 0), text("other"));
    QVERIFY(bench.page->save());
}

void TestComposeEditors::queriesAreEdited()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) { s.patterns[0].steps = {test::stepOf("query", "/fast")}; });
    bench.page->tree().select("/patterns/0/steps/0");
    auto* kind = bench.field<QComboBox>("Kind of step");
    kind->setCurrentIndex(kind->findData(text("sql")));
    const auto sql = [&bench] { return *bench.scenario().patterns[0].steps[0].sql; };
    QCOMPARE(sql().driver, std::string("QSQLITE"));
    auto* database = bench.field<QLineEdit>("Database");
    QVERIFY(database->isVisible() && !bench.field<QLineEdit>("Host")->isVisible());
    QVERIFY(!bench.field<QLineEdit>("Path")->isVisible());
    database->setFocus();
    bench.type("shop.sqlite");
    auto* query = bench.field<JsonEdit>("Query");
    query->setFocus();
    bench.type("SELECT :a");
    QCOMPARE(sql().query, std::string("SELECT :a"));
    auto* rows = test::named<QTableView>(*bench.page, text("Parameters"))->model();
    bench.edit(
        [](scenario::Scenario& s) { s.patterns[0].steps[0].sql->params = Json::parse("[1, \"{{x}}\"]"); });
    QCOMPARE(rows->rowCount(), 2);
    QVERIFY(rows->setData(rows->index(1, 1), text("2.5")));
    QCOMPARE(dumpJson(sql().params), std::string("[1,2.5]"));
    QVERIFY(rows->setData(rows->index(0, 0), text("a")));
    QCOMPARE(dumpJson(sql().params), std::string(R"({"a":1,"p2":2.5})"));
    auto* driver = bench.field<QComboBox>("Kind of database");
    driver->setCurrentIndex(driver->findData(text("QPSQL")));
    QVERIFY(bench.field<QLineEdit>("Host")->isVisible());
    auto* problems = bench.page->findChild<ProblemList*>();
    const auto leadsTo = [problems](const QString& path) {
        for (int i = 0; i < problems->count(); ++i) {
            if (problems->item(i)->data(Qt::UserRole).toString().endsWith(path))
                return i;
        }
        return -1;
    };
    query->setFocus();
    query->selectAll();
    bench.type("DELETE FROM t");
    const auto told = [problems] {
        QStringList all;
        for (int i = 0; i < problems->count(); ++i)
            all << problems->item(i)->data(Qt::UserRole).toString() + QLatin1Char(' ')
                    + problems->item(i)->text();
        return all.join(QLatin1Char('\n'));
    };
    QTRY_VERIFY2(leadsTo(text("/sql/query")) >= 0, qPrintable(told()));
    bench.page->tree().select("/target");
    problems->setFocus();
    problems->setCurrentRow(leadsTo(text("/sql/query")));
    test::key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), query);
    auto* write = bench.page->findChild<SqlEditor*>()->findChild<QCheckBox*>();
    write->click();
    QVERIFY(sql().write.get());
    QTRY_VERIFY(leadsTo(text("/sql/query")) < 0);
}

void TestComposeEditors::commandsAreEdited()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) { s.patterns[0].steps = {test::stepOf("bench", "/fast")}; });
    bench.page->tree().select("/patterns/0/steps/0");
    auto* kind = bench.field<QComboBox>("Kind of step");
    kind->setCurrentIndex(kind->findData(text("command")));
    const auto command = [&bench] { return *bench.scenario().patterns[0].steps[0].command; };
    auto* editor = bench.page->findChild<CommandEditor*>();
    QVERIFY(editor->isVisible());
    auto* argv = test::named<QTableView>(*editor, text("Program and arguments"));
    auto* add = argv->parentWidget()->findChildren<QToolButton*>().front();
    add->click();
    QVERIFY(argv->model()->setData(argv->model()->index(0, 0), text("./bench.sh")));
    add->click();
    QVERIFY(argv->model()->setData(argv->model()->index(1, 0), text("--seed")));
    QCOMPARE(command().argv, (std::vector<std::string>{"./bench.sh", "--seed"}));
    const auto enter = [&](const char* field, const char* typed) {
        bench.field<QLineEdit>(field)->setFocus();
        bench.type(typed);
    };
    enter("Expected exit code", "3");
    enter("Processors", "0-1");
    QCOMPARE(command().expect_exit.get(), 3);
    QCOMPARE(dumpJson(command().cpus), std::string("\"0-1\""));
    kind->setCurrentIndex(kind->findData(text("http")));
    QVERIFY(!editor->isVisible() && bench.field<QLineEdit>("Path")->isVisible());
}

void TestComposeEditors::aServiceIsStarted()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/target");
    const auto start = [&bench] { return bench.scenario().target.start; };
    QVERIFY(!start());
    auto* argv = test::named<QTableView>(*bench.page, text("Program of the service"));
    auto* buttons = argv->parentWidget();
    buttons->findChildren<QToolButton*>().front()->click();
    QVERIFY(start().has_value());
    QVERIFY(argv->model()->setData(argv->model()->index(0, 0), text("./serve.sh")));
    auto* ready = bench.field<QLineEdit>("Ready when");
    ready->setFocus();
    bench.type(":8080");
    QCOMPARE(start()->ready, std::string(":8080"));
    ready->selectAll();
    test::key(Qt::Key_Delete);
    argv->selectRow(0);
    buttons->findChildren<QToolButton*>().at(1)->click();
    QVERIFY(!start());
}

void TestComposeEditors::aCellBeingEditedIsSaved()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/variables");
    bench.field<QTableView>("Variables");
    test::key(Qt::Key_Insert);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
    test::key(Qt::Key_A, Qt::ControlModifier);
    bench.type("siz");
    // A problem found meanwhile is shown in the row, and leaves alone what is being typed.
    const auto* model = test::named<QTableView>(*bench.page, text("Variables"))->model();
    Q_EMIT bench.page->document().problemsChanged();
    QVERIFY(model->rowCount() == 1);
    bench.type("e");
    bench.answer = bench.folder.filePath(text("a.json"));
    test::key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(bench.answer));
    QCOMPARE(bench.scenario().variables[0].first, std::string("size"));
    QVERIFY(!bench.page->document().modified());
}

void TestComposeEditors::everyControlIsReachedOnceByTab_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("tab");
    for (const auto* part :
        {"/target", "/variables", "/setup", "/patterns", "/patterns/0", "/load", "/monitors"})
        QTest::newRow(part) << text(part) << -1;
    for (const auto tab : {0, 1, 2, 3, 4, 5, 6, 7})
        QTest::addRow("step, tab %d", tab) << text("/patterns/0/steps/0") << tab;
}

void TestComposeEditors::everyControlIsReachedOnceByTab()
{
    QFETCH(QString, part);
    QFETCH(int, tab);
    ComposeBench bench;
    QVERIFY(bench.start());
    // Lists with rows, so that their buttons and previews are there.
    bench.edit([](scenario::Scenario& s) {
        auto step = test::stepOf("a", "/fast");
        step.request.body.kind = scenario::Body::Kind::json;
        step.request.body.json = Json::object();
        step.request.headers = {{"Accept", "*/*"}};
        step.request.query = {{"a", "b"}};
        step.extract.push_back({"id", scenario::Extract::From::json, "/id", false, Json::object()});
        step.checks.push_back({});
        step.checks[0].statuses = {200};
        s.patterns[0].steps = {step};
        s.variables = {{"size", {}}};
        s.environments = {{"stage", {}}};
        s.environments[0].second.variables = {{"size", Json(5)}};
        s.data.push_back({});
        s.data[0].name = "user";
        s.load.executor = "ramping-arrival-rate";
        s.load.stages = {{30.0, 10.0, Json::object()}};
        s.stop_when = Json::parse("[{\"metric\":\"error_rate\",\"over_s\":10,\"is\":\"> 0.02\"}]");
    });
    bench.page->tree().select(part.toStdString());
    if (tab >= 0)
        test::named<QTabWidget>(*bench.page, text("Parts of the step"))->setCurrentIndex(tab);
    bench.page->tree().view()->setFocus();
    QCOMPARE(test::accessProblems(*bench.page), QString());
    bench.page->tree().view()->setFocus();
    QCOMPARE(test::orderProblems(*bench.page), QString());
}

PLUMB_TEST_MAIN_APP(TestComposeEditors, QApplication)
#include "tst_composeeditors.moc"

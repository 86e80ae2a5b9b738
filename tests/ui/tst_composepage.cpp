// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pagebench.h"
#include "ui/compose/composepage.h"
#include "ui/compose/composetree.h"
#include "ui/compose/jsonedit.h"
#include "ui/compose/problemlist.h"
#include "ui/compose/recordtable.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>

using namespace plumb;
using namespace plumb::ui;
using test::text;

namespace {

/// The page in its window, with answers in place of dialogs.
struct ComposeBench : test::PageBench
{
    QString answer; ///< of the next file dialog
    FileDialogs::Unsaved unsaved = FileDialogs::Unsaved::cancel;
    int asked = 0;
    ComposePage* page = nullptr;

    bool start()
    {
        const auto file = [this](QWidget*, const QString&, const QString&, const QString&) { return answer; };
        page = new ComposePage(library, settings,
            {file, file,
                [this](QWidget*, const QString&) {
                    ++asked;
                    return unsaved;
                },
                [](QWidget*, const QString&) { return false; }});
        return openLibrary() && show(page);
    }
    [[nodiscard]] const scenario::Scenario& scenario() const { return page->document().scenario(); }
    template <class Widget>
    Widget* field(const char* name) const
    {
        auto* widget = test::named<Widget>(*page, text(name));
        if (widget != nullptr)
            widget->setFocus();
        return widget;
    }
    QAction* action(const char* words) const
    {
        const auto actions = page->findChildren<QAction*>();
        for (auto* each : actions) {
            if (each->text() == QString::fromUtf8(words))
                return each;
        }
        return nullptr;
    }
    void type(const char* words) const { QTest::keyClicks(QApplication::focusWidget(), text(words)); }
};

} // namespace

class TestComposePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composesAStep();
    void undoGoesThroughTheDocument();
    void jsonBodies();
    void startsFromATemplate();
    void savesUnderAName();
    void asksBeforeLosingChanges();
    void problemsLeadToTheirField();
    void treeKeys();
    void sendsAStepOnce();
    void pastesACurlCommand();
    void aFileThatChangedIsReadAgain();
    void fromAnEmptyScenarioByKeyboard();
    void everyControlHasANameAndIsReached();
};

void TestComposePage::composesAStep()
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
    tabs->setCurrentIndex(1);
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
    QCOMPARE(tabs->tabText(1), text("Headers (1)"));
    QVERIFY(bench.page->title().endsWith(QChar(0x2022)));
}

void TestComposePage::undoGoesThroughTheDocument()
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

void TestComposePage::jsonBodies()
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

void TestComposePage::startsFromATemplate()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.answer = bench.folder.filePath(text("mine.json"));
    QAction* wanted = bench.action("Nine endpoints against their targets");
    QVERIFY(wanted != nullptr);
    wanted->trigger();
    QCOMPARE(bench.page->title(), text("Compose: mine.json"));
    QCOMPARE(bench.scenario().patterns[0].steps.size(), 9u);
    QVERIFY(QFile::exists(bench.folder.filePath(text("thresholds.json"))));
    // A second time the files are there already.
    wanted->trigger();
    QVERIFY(test::notice(bench.window) != nullptr);
}

void TestComposePage::savesUnderAName()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    QSignalSpy runs(bench.page, &ComposePage::runScenario);
    bench.answer.clear();
    bench.action("Run…")->trigger();
    QCOMPARE(runs.size(), 0);
    bench.answer = bench.folder.filePath(text("made.json"));
    bench.action("Run…")->trigger();
    QCOMPARE(runs.size(), 1);
    QVERIFY(QFile::exists(bench.answer));
    QCOMPARE(bench.page->title(), text("Compose: made.json"));
}

void TestComposePage::asksBeforeLosingChanges()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    QVERIFY(bench.page->mayClose());
    QCOMPARE(bench.asked, 0);
    bench.page->tree().select("/patterns/0");
    bench.action("Add step")->trigger();
    QVERIFY(!bench.page->mayClose());
    bench.action("Empty scenario")->trigger();
    QCOMPARE(bench.scenario().patterns[0].steps.size(), 1u);
    bench.unsaved = FileDialogs::Unsaved::discard;
    bench.action("Empty scenario")->trigger();
    QVERIFY(bench.scenario().patterns[0].steps.empty());
    QCOMPARE(bench.asked, 3);
}

void TestComposePage::problemsLeadToTheirField()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->document().edit(text("fill"), {}, [](scenario::Scenario& s) {
        scenario::Step step;
        step.name = "a";
        step.request.path = "/{{nobody}}";
        step.extract.push_back({"id", scenario::Extract::From::json, "no pointer", false, {}});
        s.patterns[0].steps.push_back(step);
    });
    auto* problems = bench.page->findChild<ProblemList*>();
    QTRY_COMPARE(problems->errors(), 2);
    bench.page->tree().select("/target");
    for (int i = 0; i < problems->count(); ++i) {
        problems->setFocus();
        problems->setCurrentRow(i);
        test::key(Qt::Key_Return);
        QCOMPARE(bench.page->tree().current(), std::string("/patterns/0/steps/0"));
        const auto path = problems->item(i)->data(Qt::UserRole).toString();
        const auto* wanted = path.endsWith(text("path"))
            ? static_cast<QWidget*>(test::named<QLineEdit>(*bench.page, text("Path")))
            : test::named<QTableView>(*bench.page, text("Extractions"));
        QCOMPARE(QApplication::focusWidget(), wanted);
    }
}

void TestComposePage::treeKeys()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    auto* view = bench.page->tree().view();
    bench.page->tree().select("/patterns/0");
    view->setFocus();
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(bench.scenario().setup.size(), 1u);
    const auto& steps = bench.scenario().patterns[0].steps;
    QCOMPARE(steps.size(), 2u);
    bench.page->tree().select("/patterns/0/steps/1");
    view->setFocus();
    test::key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(steps[0].name, std::string("step 2"));
    QCOMPARE(bench.page->tree().current(), std::string("/patterns/0/steps/0"));
    test::key(Qt::Key_C, Qt::ControlModifier);
    test::key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(steps.size(), 3u);
    test::key(Qt::Key_Space);
    QVERIFY(!steps[1].enabled);
    test::key(Qt::Key_Delete);
    QCOMPARE(steps.size(), 2u);
    test::key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(steps.size(), 3u);
}

void TestComposePage::sendsAStepOnce()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->document().edit(text("fill"), {}, [](scenario::Scenario& s) {
        scenario::Step step;
        step.name = "runs";
        step.request.path = "/api/health";
        s.patterns[0].steps.push_back(step);
    });
    QVERIFY(!bench.action("Send once")->isEnabled());
    bench.page->tree().select("/patterns/0/steps/0");
    QVERIFY(bench.action("Send once")->isEnabled());
    bench.action("Send once")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), 30000);
    auto* answer = test::named<JsonEdit>(*bench.page, text("Answer"));
    QVERIFY(answer->toPlainText().contains(text("status")));
    // The value under the cursor becomes a check and an extraction.
    auto cursor = answer->textCursor();
    cursor.setPosition(static_cast<int>(answer->toPlainText().indexOf(text("\"status\""))) + 2);
    answer->setTextCursor(cursor);
    test::button(*bench.page, text("Check this value"))->click();
    test::button(*bench.page, text("Extract this value"))->click();
    const auto& step = bench.scenario().patterns[0].steps[0];
    QCOMPARE(step.checks.size(), 1u);
    QCOMPARE(step.checks[0].expression, std::string("/status"));
    QVERIFY(step.checks[0].equals.has_value());
    QCOMPARE(step.extract[0].as, std::string("status"));
}

void TestComposePage::pastesACurlCommand()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/patterns/0");
    QApplication::clipboard()->setText(text("curl -k -X DELETE 'http://127.0.0.1:9/a?b=c'"));
    bench.action("Paste curl command as step")->trigger();
    const auto& steps = bench.scenario().patterns[0].steps;
    QCOMPARE(steps.size(), 1u);
    QCOMPARE(steps[0].request.method, std::string("DELETE"));
    QCOMPARE(steps[0].request.path, std::string("http://127.0.0.1:9/a"));
    QVERIFY(test::notice(bench.window) != nullptr);
    QApplication::clipboard()->setText(text("not curl"));
    bench.action("Paste curl command as step")->trigger();
    QCOMPARE(bench.scenario().patterns[0].steps.size(), 1u);
    // Copying the command needs a file.
    QVERIFY(!bench.action("Copy as command")->isEnabled());
    bench.answer = bench.folder.filePath(text("it's.json"));
    QVERIFY(bench.page->save());
    bench.action("Copy as command")->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(text("plumb run '")));
    QVERIFY(QApplication::clipboard()->text().contains(text("it'\\''s.json'")));
    QCOMPARE(bench.settings.recentScenarios().size(), 1);
}

void TestComposePage::aFileThatChangedIsReadAgain()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.answer = bench.folder.filePath(text("a.json"));
    QVERIFY(bench.page->save());
    models::ScenarioDocument elsewhere;
    QVERIFY(elsewhere.open(bench.answer));
    elsewhere.edit(text("note"), {}, [](scenario::Scenario& s) { s.note = "from elsewhere"; });
    QVERIFY(elsewhere.save(bench.answer));
    bench.page->activated();
    QVERIFY(test::says(*bench.page, "was changed by another program"));
    test::button(*bench.page, text("Read it again"))->click();
    QCOMPARE(bench.scenario().note, std::string("from elsewhere"));
    QVERIFY(!test::says(*bench.page, "was changed by another program"));
}

void TestComposePage::fromAnEmptyScenarioByKeyboard()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    const auto down = [](int times) {
        for (int i = 0; i < times; ++i)
            test::key(Qt::Key_Down);
    };
    auto* view = bench.page->tree().view();
    view->setFocus();
    // A log-in in the set-up: POST /api/modules/module-1/run as JSON, of which run_id is extracted.
    test::key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(bench.page->tree().current(), std::string("/setup/0"));
    const auto tabTo = [](const char* name) {
        for (int i = 0; i < 60; ++i) {
            if (QApplication::focusWidget() != nullptr
                && QApplication::focusWidget()->accessibleName() == QString::fromUtf8(name))
                return true;
            test::key(Qt::Key_Tab);
        }
        return false;
    };
    QVERIFY(tabTo("Name of the step"));
    test::key(Qt::Key_A, Qt::ControlModifier);
    bench.type("login");
    QVERIFY(tabTo("Path"));
    test::key(Qt::Key_A, Qt::ControlModifier);
    bench.type("/api/modules/module-1/run");
    test::key(Qt::Key_Tab, Qt::ShiftModifier);
    test::key(Qt::Key_A, Qt::ControlModifier);
    bench.type("POST");
    QVERIFY(tabTo("Kind of body"));
    bench.type("JSON");
    QVERIFY(tabTo("Body"));
    test::key(Qt::Key_A, Qt::ControlModifier);
    bench.type("{\"parameters\":{}}");
    // On the tab bar, the arrows go to Extract.
    auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));
    const auto turnTo = [&](int tab) {
        for (int i = 0; i < 60 && QApplication::focusWidget() != tabs->tabBar(); ++i)
            test::key(Qt::Key_Tab);
        for (int i = 0; i < 10 && tabs->currentIndex() != tab; ++i)
            test::key(tabs->currentIndex() < tab ? Qt::Key_Right : Qt::Key_Left);
    };
    turnTo(4);
    QVERIFY(tabTo("Extractions"));
    test::key(Qt::Key_Insert);
    bench.type("run_id");
    test::key(Qt::Key_Tab);
    test::key(Qt::Key_Tab);
    bench.type("/run_id");
    test::key(Qt::Key_Return);
    QTRY_COMPARE(bench.scenario().setup[0].step.extract[0].expression, std::string("/run_id"));
    // The step that uses it, with a check.
    QVERIFY(tabTo("Parts of the scenario"));
    down(2);
    QCOMPARE(bench.page->tree().current(), std::string("/patterns/0"));
    test::key(Qt::Key_Insert);
    QVERIFY(tabTo("Path"));
    test::key(Qt::Key_A, Qt::ControlModifier);
    bench.type("/api/runs/{{run_id}}");
    turnTo(5);
    QVERIFY(tabTo("Checks"));
    test::key(Qt::Key_Insert);
    test::key(Qt::Key_Escape);
    QCOMPARE(bench.scenario().patterns[0].steps[0].checks.size(), 1u);
    // Sent once.
    test::key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), 30000);
    // A load in stages.
    QVERIFY(tabTo("Parts of the scenario"));
    down(1);
    QCOMPARE(bench.page->tree().current(), std::string("/load"));
    QVERIFY(tabTo("Kind of load"));
    test::key(Qt::Key_Down);
    QCOMPARE(bench.scenario().load.executor, std::string("ramping-vus"));
    QCOMPARE(bench.scenario().load.stages.size(), 2u);
    QTRY_VERIFY(bench.page->findChild<ProblemList*>()->errors() == 0);
    bench.answer = bench.folder.filePath(text("flow.json"));
    test::key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(bench.answer));
    QVERIFY(!bench.page->document().modified());
}

void TestComposePage::everyControlHasANameAndIsReached()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/patterns/0");
    QCOMPARE(test::accessProblems(*bench.page), QString());
    bench.action("Add step")->trigger();
    auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));
    for (int i = 0; i < tabs->count(); ++i) {
        if (!tabs->isTabVisible(i))
            continue;
        tabs->setCurrentIndex(i);
        QCOMPARE(test::accessProblems(*bench.page), QString());
    }
    bench.page->tree().select("/target");
    QCOMPARE(test::accessProblems(*bench.page), QString());
}

PLUMB_TEST_MAIN_APP(TestComposePage, QApplication)
#include "tst_composepage.moc"

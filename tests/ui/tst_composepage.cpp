// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/composebench.h"
#include "ui/compose/jsonedit.h"
#include "ui/compose/problemlist.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

using namespace plumb;
using namespace plumb::ui;
using test::ComposeBench;
using test::text;

/// What the page does as a whole: files, the tree, problems, sending once.
class TestComposePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFromATemplate();
    void savesUnderAName();
    void asksBeforeLosingChanges();
    void problemsLeadToTheirField();
    void treeKeys();
    void sendsAStepOnce();
    void composesWithTheMouse();
    void aScenarioOfItsOwnFolderIsNamedByIt();
    void pastesACurlCommand();
    void aFileThatChangedIsReadAgain();
};

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

/// From the pattern to a check taken from the answer, with clicks wherever there is something to click.
void TestComposePage::composesWithTheMouse()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    auto* view = bench.page->tree().view();
    const auto click
        = [](QWidget* widget, const QPoint& at) { QTest::mouseClick(widget, Qt::LeftButton, {}, at); };
    const auto clickRow = [&](const std::string& path) {
        click(view->viewport(), view->visualRect(bench.page->tree().model().indexOf(path)).center());
    };
    clickRow("/patterns/0");
    QCOMPARE(bench.page->tree().current(), std::string("/patterns/0"));
    // The menu of the button runs a loop of its own.
    const auto choose = [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        const auto actions = menu->actions();
        const auto wanted = std::find_if(actions.begin(), actions.end(),
            [](const QAction* action) { return action->text() == text("Add step"); });
        QVERIFY(wanted != actions.end());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(*wanted).center());
    };
    QTimer::singleShot(0, bench.page, choose);
    auto* add = test::button(*bench.page, text("Add and arrange"));
    click(add, add->rect().center());
    QTRY_COMPARE(bench.page->tree().current(), std::string("/patterns/0/steps/0"));
    auto* path = test::named<QLineEdit>(*bench.page, text("Path"));
    bench.window.activateWindow(); // a screen without window manager leaves that to the menu
    click(path, path->rect().center());
    QTRY_COMPARE(QApplication::focusWidget(), path);
    path->selectAll();
    bench.type("/api/health");
    const auto& steps = bench.scenario().patterns[0].steps;
    QCOMPARE(steps[0].request.path, std::string("/api/health"));
    auto* send = test::button(bench.window, text("Send once"));
    click(send, send->rect().center());
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), 30000);
    auto* answer = test::named<JsonEdit>(*bench.page, text("Answer"));
    auto cursor = answer->textCursor();
    cursor.setPosition(static_cast<int>(answer->toPlainText().indexOf(text("\"status\""))) + 12);
    click(answer->viewport(), answer->cursorRect(cursor).center());
    QVERIFY(test::says(*bench.page, "/status"));
    auto* check = test::button(*bench.page, text("Check this value"));
    QVERIFY(check != nullptr);
    click(check, check->rect().center());
    QCOMPARE(steps[0].checks.size(), 1u);
    QCOMPARE(steps[0].checks[0].expression, std::string("/status"));
    // Off and on by its box.
    QStyleOptionViewItem item;
    const auto row = view->visualRect(bench.page->tree().model().indexOf("/patterns/0/steps/0"));
    item.initFrom(view);
    item.rect = row;
    item.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
    const auto box = view->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &item, view);
    click(view->viewport(), box.center());
    QVERIFY(!steps[0].enabled);
}

void TestComposePage::aScenarioOfItsOwnFolderIsNamedByIt()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    QVERIFY(QDir(bench.folder.path()).mkpath(text("checkout")));
    bench.answer = bench.folder.filePath(text("checkout/scenario.json"));
    QVERIFY(bench.page->save());
    QCOMPARE(bench.page->title(), text("Compose: checkout"));
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

PLUMB_TEST_MAIN_APP(TestComposePage, QApplication)
#include "tst_composepage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"
#include "tests/ui/composebench.h"
#include "ui/compose/problemlist.h"
#include "ui/models/liverun.h"
#include "ui/run/runpage.h"
#include "ui/widgets/verdictbadge.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextBlock>
#include <QTreeView>

using namespace plumb;
using namespace plumb::ui;
using test::key;
using test::text;

namespace {

constexpr int slowMachineMs = 60'000;
constexpr int mostStops = 80;

} // namespace

/// Composing with the keyboard alone, as somebody would who has no mouse: from an empty scenario to the
/// verdict on a real run against the sample service.
class TestComposeKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromAnEmptyScenarioToTheVerdict();

private:
    /// Tab until the control with this name has the focus.
    static bool tabTo(const char* name)
    {
        for (int i = 0; i < mostStops; ++i) {
            if (QApplication::focusWidget() != nullptr
                && QApplication::focusWidget()->accessibleName() == QString::fromUtf8(name))
                return true;
            key(Qt::Key_Tab);
        }
        return false;
    }
    /// What is in the field goes, @p words come.
    static void write(const char* words)
    {
        key(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(words));
    }
    /// On the tab bar of @p tabs, the arrows go to the page whose title starts so.
    static bool turnTo(const QTabWidget& tabs, const char* title)
    {
        for (int i = 0; i < mostStops && QApplication::focusWidget() != tabs.tabBar(); ++i)
            key(Qt::Key_Tab);
        for (int i = 0; i < tabs.count(); ++i)
            key(Qt::Key_Left);
        for (int i = 0; i < tabs.count(); ++i) {
            if (tabs.tabText(tabs.currentIndex()).startsWith(QString::fromUtf8(title)))
                return QApplication::focusWidget() == tabs.tabBar();
            key(Qt::Key_Right);
        }
        return false;
    }
    /// Types into the cells of a new row, with Tab from each to the next.
    static void addRow(const std::vector<const char*>& cells)
    {
        key(Qt::Key_Insert);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] != nullptr)
                QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(cells[i]));
            if (i + 1 < cells.size())
                key(Qt::Key_Tab);
        }
        leaveCell();
    }
    /// The editor of a cell goes a moment after Return.
    static void leaveCell()
    {
        key(Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<QTableView*>(QApplication::focusWidget()) != nullptr);
    }
};

void TestComposeKeyboard::fromAnEmptyScenarioToTheVerdict()
{
    const auto runner
        = runner::makeProcessRunner(QString::fromStdString(test::builtProgram("plumb").string()));
    test::ComposeBench bench;
    QVERIFY(bench.start());
    auto* run = new RunPage(*runner, bench.library, bench.settings);
    bench.window.addPage(run);
    connect(bench.page, &ComposePage::runScenario, run, [&bench, run](const QString& file) {
        run->setScenario(file);
        bench.window.showPage(run->id());
    });
    const auto& steps = bench.scenario().patterns[0].steps;
    const auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));

    // A step that logs in with the account of the sample service.
    QTRY_COMPARE(QApplication::focusWidget(), bench.page->tree().view());
    for (int i = 0; i < 10 && bench.page->tree().current() != "/patterns/0"; ++i)
        key(Qt::Key_Down);
    key(Qt::Key_Insert);
    QCOMPARE(bench.page->tree().current(), std::string("/patterns/0/steps/0"));
    QVERIFY(tabTo("Name of the step"));
    write("login");
    QVERIFY(tabTo("Method"));
    write("POST");
    QVERIFY(tabTo("Path"));
    write("/auth/login");
    QVERIFY(turnTo(*tabs, "Body"));
    QVERIFY(tabTo("Kind of body"));
    QTest::keyClicks(QApplication::focusWidget(), text("JSON"));
    key(Qt::Key_Tab); // what is to be written follows the choice
    QCOMPARE(QApplication::focusWidget()->accessibleName(), text("Body"));
    write("{\"email\": \"demo@example.com\", \"password\": \"PerfTest@123\"}");
    QVERIFY(steps[0].request.body.json.is_object());
    QCOMPARE(steps[0].request.body.json.size(), 2u);

    // Sent once, its answer gives the value to extract: the cursor stands in its line, the button takes it.
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), slowMachineMs);
    QVERIFY(tabTo("Answer"));
    const auto* answer = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    QVERIFY(answer != nullptr);
    for (int i = 0; i < 20 && !answer->textCursor().block().text().contains(QLatin1String("csrf_token")); ++i)
        key(Qt::Key_Down);
    // The beginning of its line is enough.
    for (int i = 0; i < mostStops; ++i) {
        auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        if (button != nullptr && button->text() == text("Extract this value"))
            break;
        key(Qt::Key_Tab);
    }
    key(Qt::Key_Space);
    QCOMPARE(steps[0].extract.size(), 1u);
    QCOMPARE(steps[0].extract[0].as, std::string("csrf_token"));
    QCOMPARE(steps[0].extract[0].expression, std::string("/csrf_token"));

    // A second step that uses it, with a check of its status.
    QVERIFY(tabTo("Parts of the scenario"));
    key(Qt::Key_Insert);
    QCOMPARE(bench.page->tree().current(), std::string("/patterns/0/steps/1"));
    QVERIFY(tabTo("Name of the step"));
    write("enroll");
    QVERIFY(tabTo("Method"));
    write("POST");
    QVERIFY(tabTo("Path"));
    write("/trails/1/enroll");
    QVERIFY(turnTo(*tabs, "Headers"));
    QVERIFY(tabTo("Headers"));
    addRow({"X-CSRF", "{{csrf_token}}"});
    QTRY_COMPARE(steps[1].request.headers.size(), 1u);
    QTRY_COMPARE(steps[1].request.headers[0].second, std::string("{{csrf_token}}"));
    QVERIFY(turnTo(*tabs, "Checks"));
    QVERIFY(tabTo("Checks"));
    // Kind and status as they come, then 201 in place of the 200 that a new check expects.
    key(Qt::Key_Insert);
    key(Qt::Key_Tab); // past "Where", which a status does not have
    write("201");
    leaveCell();
    QCOMPARE(steps[1].checks.size(), 1u);
    QTRY_COMPARE(steps[1].checks[0].statuses, std::vector<int>{201});

    // Sent once, after the log-in.
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 201"), slowMachineMs);

    // A load in two stages of a second each.
    QVERIFY(tabTo("Parts of the scenario"));
    for (int i = 0; i < 10 && bench.page->tree().current() != "/load"; ++i)
        key(Qt::Key_Down);
    QVERIFY(tabTo("Kind of load"));
    key(Qt::Key_End);
    QCOMPARE(bench.scenario().load.executor, std::string("ramping-arrival-rate"));
    QVERIFY(tabTo("Stages"));
    // Those that come with the choice go; mine are typed.
    key(Qt::Key_Home, Qt::ControlModifier);
    key(Qt::Key_Delete);
    key(Qt::Key_Delete);
    QVERIFY(bench.scenario().load.stages.empty());
    const auto stage = [](const char* duration, const char* target) {
        key(Qt::Key_Insert);
        write(duration);
        key(Qt::Key_Tab);
        write(target);
        leaveCell();
    };
    stage("1", "10");
    stage("2s", "10");
    const auto& stages = bench.scenario().load.stages;
    QCOMPARE(stages.size(), 2u);
    QTRY_COMPARE(stages[1].target.get(), 10.0);
    QCOMPARE(stages[0].duration_s.get(), 1.0);
    QCOMPARE(stages[1].duration_s.get(), 2.0);
    QTRY_COMPARE(bench.page->findChild<ProblemList*>()->errors(), 0);

    // Run: saved on the way, started from the Run page, and its verdict read there.
    bench.answer = bench.folder.filePath(text("flow.json"));
    key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(QFile::exists(bench.answer));
    QCOMPARE(bench.window.currentPage(), run);
    const auto ready = [&bench] {
        const auto* start = test::button(bench.window, text("Start"));
        return start != nullptr && start->isEnabled();
    };
    QTRY_VERIFY(ready());
    key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(run->running());
    QTRY_VERIFY_WITH_TIMEOUT(test::button(bench.window, text("Open report")) != nullptr, slowMachineMs);
    const auto* badge = run->findChild<VerdictBadge*>();
    QVERIFY(badge != nullptr && badge->isVisible());
    QSignalSpy open(run, &RunPage::openReport);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(open.count(), 1);
    const auto report = report::readReport(open.first().first().toString().toStdString());
    QVERIFY(report);
    QVERIFY(report->totals.completed > 0);
    QVERIFY(report->totals.failed == 0);
    QVERIFY(badge->verdict() == report->verdict);
}

PLUMB_TEST_MAIN_APP(TestComposeKeyboard, QApplication)
#include "tst_composekeyboard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagebench.h"
#include "ui/models/liverun.h"
#include "ui/run/runpage.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::key;
using test::text;

namespace {

constexpr int slowMachineMs = 60'000;

std::string scenarioOf(const std::string& operation)
{
    return "{\"schema\":\"plumbline.scenario/1\",\"operation\":\"" + operation
        + "\",\"target\":{\"base_url\":\"builtin:\"},\"patterns\":[{\"name\":\"P\",\"think_ms\":20,\"steps\":"
          "["
          "{\"name\":\"health\",\"request\":{\"path\":\"/health\"}}]}],"
          "\"load\":{\"executor\":\"constant-vus\",\"vus\":2,\"duration_s\":600}}";
}

} // namespace

/// A run from its choice to its report with the keyboard alone: the window, a real runner, the sample
/// service.
class TestRunKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunFromChoiceToReport()
    {
        const auto runner
            = runner::makeProcessRunner(QString::fromStdString(test::builtProgram("plumb").string()));
        test::PageBench bench;
        bench.write(text("scenarios/first.json"), scenarioOf("first"));
        bench.write(text("scenarios/second.json"), scenarioOf("second"));
        QVERIFY(bench.openLibrary());
        auto* page = new RunPage(*runner, bench.library, bench.settings);
        QVERIFY(bench.show(page));
        QTRY_COMPARE(QApplication::focusWidget(), test::named<QComboBox>(*page, text("Scenario")));
        key(Qt::Key_Down);
        QCOMPARE(test::named<QComboBox>(*page, text("Scenario"))->currentText(), text("second"));
        const auto ready = [&bench] {
            const auto* start = test::button(bench.window, text("Start"));
            return start != nullptr && start->isEnabled();
        };
        QTRY_VERIFY(ready());
        key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(page->running());
        QTRY_VERIFY_WITH_TIMEOUT(page->run()->snapshot().count > 0, slowMachineMs);
        QVERIFY(test::says(*page, "second"));
        QTRY_VERIFY_WITH_TIMEOUT(test::says(*page, "So far: "), slowMachineMs);

        key(Qt::Key_M, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), text("cache cleared"));
        key(Qt::Key_Return);
        const auto marked = [page] {
            const auto& events = page->run()->snapshot().events;
            return std::any_of(events.begin(), events.end(),
                [](const models::LiveEvent& event) { return event.text == text("cache cleared"); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(marked(), slowMachineMs);

        key(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(test::button(bench.window, text("Open report")) != nullptr, slowMachineMs);
        QSignalSpy open(page, &RunPage::openReport);
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(open.count(), 1);
        const auto report = report::readReport(open.first().first().toString().toStdString());
        QVERIFY(report);
        QCOMPARE(report->operation, std::string("second"));
        QCOMPARE(report->ended_by, std::string("user"));
        QVERIFY(report->totals.completed > 0);
        QVERIFY(std::any_of(report->events.begin(), report->events.end(),
            [](const report::RunMark& mark) { return mark.text == "cache cleared"; }));
    }
};

PLUMB_TEST_MAIN_APP(TestRunKeyboard, QApplication)
#include "tst_runkeyboard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/runbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::text;

class TestRunSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isStartedByKeyboard();
    void isStartedByMouse();
    void loadsAreChosen_data();
    void loadsAreChosen();
    void secretsAreAskedForAndForgotten();
    void anotherMachineIsConfirmedOnce();
    void commandsAreAllowedFirst();
    void aBrokenScenarioCannotStart();
};

void TestRunSetup::isStartedByKeyboard()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    auto* scenario = bench.control<QComboBox>("Scenario");
    QCOMPARE(QApplication::focusWidget(), scenario);
    QCOMPARE(scenario->currentText(), text("login"));
    test::key(Qt::Key_Tab); // Browse…
    test::key(Qt::Key_Tab); // Environment
    QCOMPARE(QApplication::focusWidget(), bench.control<QComboBox>("Environment"));
    auto* version = bench.control<QLineEdit>("Target version");
    QCOMPARE(version->placeholderText(), text("1.4.0"));
    version->setFocus();
    QTest::keyClicks(version, text("1.5.0"));
    test::key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), bench.control<QLineEdit>("Note"));
    QTest::keyClicks(QApplication::focusWidget(), text("after the fix"));
    test::key(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(bench.runner.requests.size(), 1u);
    const auto& request = bench.runner.requests.front();
    QCOMPARE(request.scenario.filename().string(), std::string("login.json"));
    QCOMPARE(request.library, bench.pages.library.folder());
    QCOMPARE(request.overrides.target_version, std::string("1.5.0"));
    QCOMPARE(request.overrides.note, std::string("after the fix"));
    QVERIFY(request.overrides.environment_name.empty());
    QVERIFY(!request.overrides.load);
    QVERIFY(request.confirmed_hosts.empty());
    QVERIFY(bench.page->running());
    // Once is enough.
    test::key(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(bench.runner.requests.size(), 1u);
}

void TestRunSetup::isStartedByMouse()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.click("Start");
    QCOMPARE(bench.runner.requests.size(), 1u);
    QVERIFY(bench.page->running());
    QVERIFY(bench.button("Start") == nullptr);
    for (const char* words : {"Mark", "Abort…", "Stop"})
        QVERIFY2(bench.button(words) != nullptr && bench.button(words)->isEnabled(), words);
}

void TestRunSetup::loadsAreChosen_data()
{
    QTest::addColumn<QString>("load");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("executor");
    QTest::newRow("preset") << text("Preset: smoke") << QString() << QString() << text("shared-iterations");
    QTest::newRow("users") << text("Users for a time") << text("Users") << text("Seconds")
                           << text("constant-vus");
    QTest::newRow("rate") << text("Rate for a time") << text("Iterations a second") << text("Seconds")
                          << text("constant-arrival-rate");
    QTest::newRow("requests") << text("Number of requests") << text("Requests") << text("Users at a time")
                              << text("shared-iterations");
    QTest::newRow("bursts") << text("Bursts for a time") << text("Users at once") << text("Seconds")
                            << text("burst");
    QTest::newRow("burst preset") << text("Preset: burst") << QString() << QString() << text("burst");
    QTest::newRow("stress preset") << text("Preset: stress") << QString() << QString() << text("ramping-vus");
}

void TestRunSetup::loadsAreChosen()
{
    QFETCH(const QString, load);
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QString, executor);
    test::RunBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.says("2 user(s) for 01:30"));
    auto* box = bench.control<QComboBox>("Load");
    box->setFocus();
    while (box->currentText() != load) {
        const auto before = box->currentIndex();
        test::key(Qt::Key_Down);
        QVERIFY(box->currentIndex() != before);
    }
    if (!first.isEmpty()) {
        auto* a = test::named<QSpinBox>(*bench.page, first);
        auto* b = test::named<QSpinBox>(*bench.page, second);
        QVERIFY(a != nullptr && b != nullptr && a->isVisible() && b->isVisible());
        for (auto* spin : {a, b}) {
            spin->setFocus();
            spin->selectAll();
            QTest::keyClicks(spin, spin == a ? text("7") : text("3"));
        }
    }
    test::key(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(bench.runner.requests.size(), 1u);
    const auto& chosen = bench.runner.requests.front().overrides.load;
    QVERIFY(chosen);
    QCOMPARE(QString::fromStdString(chosen->executor), executor);
    // Only a stress test needs to be told when it has broken something.
    QCOMPARE(bench.runner.requests.front().overrides.stop_when.empty(), load != text("Preset: stress"));
    if (load == text("Bursts for a time")) {
        QCOMPARE(chosen->size.get(0), 7);
        QCOMPARE(chosen->duration_s.get(0.0), 3.0);
    } else if (load == text("Users for a time")) {
        QCOMPARE(chosen->vus.get(0), 7);
        QCOMPARE(chosen->duration_s.get(0.0), 3.0);
    } else if (load == text("Rate for a time")) {
        QCOMPARE(chosen->rate.get(0.0), 7.0);
        QCOMPARE(chosen->duration_s.get(0.0), 3.0);
    } else if (load == text("Number of requests")) {
        QCOMPARE(chosen->iterations.get(0), 7);
        QCOMPARE(chosen->vus.get(0), 3);
    }
}

void TestRunSetup::secretsAreAskedForAndForgotten()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.choose("Scenario", "secret");
    QTRY_VERIFY(bench.control<QLineEdit>("Secret password"));
    QVERIFY(!bench.canStart());
    auto* secret = bench.control<QLineEdit>("Secret password");
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    secret->setFocus();
    QTest::keyClicks(secret, text("s3cret"));
    QVERIFY(bench.canStart());
    QVERIFY2(bench.accessible(), qPrintable(bench.problems));
    bench.click("Start");
    QCOMPARE(bench.runner.requests.size(), 1u);
    QCOMPARE(bench.runner.requests.front().overrides.secrets.at("password"), std::string("s3cret"));
    QVERIFY(secret->text().isEmpty());
    bench.runner.session->end(text("refused"));
    bench.click("New run");
    QVERIFY(!bench.canStart());
    // A scenario that needs none has no such field.
    bench.choose("Scenario", "login");
    QTRY_VERIFY(bench.canStart());
    QVERIFY(bench.control<QLineEdit>("Secret password") == nullptr);
}

void TestRunSetup::anotherMachineIsConfirmedOnce()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.choose("Environment", "stage");
    auto* confirm = bench.page->findChild<QCheckBox*>();
    QTRY_VERIFY(confirm->isVisible());
    QVERIFY2(confirm->text().contains(text("192.0.2.1")), qPrintable(confirm->text()));
    QVERIFY(bench.says("Target: http://192.0.2.1"));
    QVERIFY(!bench.canStart());
    confirm->setFocus();
    test::key(Qt::Key_Space);
    QVERIFY(bench.canStart());
    bench.click("Start");
    QCOMPARE(bench.runner.requests.size(), 1u);
    QCOMPARE(bench.runner.requests.front().overrides.environment_name, std::string("stage"));
    QCOMPARE(bench.runner.requests.front().confirmed_hosts, std::vector<std::string>({"192.0.2.1"}));
    // The library remembers it.
    QTRY_COMPARE(bench.pages.library.listing().confirmedHosts, std::vector<std::string>({"192.0.2.1"}));
    bench.runner.session->end(text("refused"));
    bench.click("New run");
    QTRY_VERIFY(bench.canStart() && !confirm->isVisible());
}

void TestRunSetup::commandsAreAllowedFirst()
{
    const QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.page->setScenario(bench.pages.write(text("bench.json"),
        R"({"schema":"plumbline.scenario/1","operation":"bench","target":{},"patterns":[{"name":"u","steps":[
        {"name":"bench","kind":"command","command":{"argv":["sh","-c","true"]}}]}],
        "load":{"executor":"shared-iterations","vus":1,"iterations":1}})"));
    auto* allow = bench.page->findChildren<QCheckBox*>().at(1);
    QTRY_VERIFY(allow->isVisible());
    QVERIFY2(allow->text().contains(text("step bench: sh -c true")), qPrintable(allow->text()));
    QVERIFY(bench.says("No target"));
    QVERIFY(!bench.canStart());
    allow->setFocus();
    test::key(Qt::Key_Space);
    QVERIFY(bench.canStart());
    QVERIFY2(bench.accessible(), qPrintable(bench.problems));
    bench.click("Start");
    QCOMPARE(bench.runner.requests.size(), 1u);
    QVERIFY(bench.runner.requests.front().allow_commands);
}

void TestRunSetup::aBrokenScenarioCannotStart()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.choose("Scenario", "wrong");
    QTRY_VERIFY(bench.says("Problem: "));
    QVERIFY(bench.says("operation"));
    QVERIFY(!bench.canStart());
    test::key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(bench.runner.requests.empty());
    // A file from elsewhere that is cut short.
    const auto cut = bench.pages.write(text("cut.json"), test::loginScenario.substr(0, 40));
    bench.page->setScenario(cut);
    QTRY_VERIFY2(bench.notice().contains(text("cut.json")), qPrintable(bench.notice()));
    QVERIFY(!bench.canStart());
    bench.choose("Scenario", "login");
    QTRY_VERIFY(bench.canStart());
    QCOMPARE(bench.notice(), QString());
    QVERIFY(!bench.says("Problem: "));
}

PLUMB_TEST_MAIN_APP(TestRunSetup, QApplication)
#include "tst_runsetup.moc"

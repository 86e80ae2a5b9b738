// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/composebench.h"
#include "ui/compose/jsonedit.h"
#include "ui/compose/loadplot.h"
#include "ui/compose/valuesdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace plumb;
using namespace plumb::ui;
using test::ComposeBench;
using test::text;

namespace {

/// A variable that nothing gives a value.
scenario::Variable secret()
{
    scenario::Variable variable;
    variable.from_env = "PLUMBLINE_TEST_NOBODY_SETS_THIS";
    variable.secret = true;
    return variable;
}

/// A step that echoes the token.
void fillEcho(scenario::Scenario& s)
{
    auto step = test::stepOf("echo", "/echo");
    step.request.method = "POST";
    step.request.body.kind = scenario::Body::Kind::json;
    step.request.body.json = Json::object({{"token", "{{token}}"}, {"size", "{{size}}"}});
    s.patterns[0].steps = {step};
    s.variables = {{"token", secret()}, {"size", {}}};
    s.variables[1].second.default_value = 5;
    s.environments = {{"stage", {}}};
    s.environments[0].second.variables = {{"size", Json(7)}};
}

} // namespace

/// What variables and data files come to, and with what a step is sent once.
class TestComposeValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatVariablesComeTo();
    void showsTheRowsOfADataFile();
    void asksForWhatIsMissing();
    void asksBeforeItRunsCommands();
    void sendsWithTheChosenEnvironment();
    void previewsTheLoadOfTheEnvironment();
    void previewsTheRequest();
    void theDialogHidesSecrets();
};

void TestComposeValues::showsWhatVariablesComeTo()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.page->tree().select("/variables");
    auto* view = test::named<QTableView>(*bench.page, text("What the variables come to"));
    QVERIFY(!view->isVisible());
    bench.edit(fillEcho);
    QVERIFY(view->isVisible());
    const auto cell
        = [view](int row, int column) { return view->model()->index(row, column).data().toString(); };
    QCOMPARE(view->model()->rowCount(), 2);
    QVERIFY(cell(0, 2).contains(text("PLUMBLINE_TEST_NOBODY_SETS_THIS is not set")));
    QCOMPARE(cell(1, 1), text("5"));
    QCOMPARE(cell(1, 2), text("Default"));
    auto* environment = test::named<QComboBox>(bench.window, text("Environment"));
    QTRY_VERIFY(environment != nullptr && environment->isVisible());
    environment->setFocus();
    QTest::keyClicks(environment, text("stage"));
    QTRY_COMPARE(cell(1, 1), text("7"));
    QCOMPARE(cell(1, 2), text("Environment stage"));
}

void TestComposeValues::showsTheRowsOfADataFile()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        s.data.push_back({});
        s.data[0].name = "user";
        s.data[0].file = "users.csv";
        s.data[0].secret_columns = {"password"};
    });
    bench.page->tree().select("/variables");
    QTRY_VERIFY(test::says(*bench.page, "Save the scenario first"));
    bench.answer = bench.folder.filePath(text("a.json"));
    QVERIFY(bench.page->save());
    QTRY_VERIFY(test::says(*bench.page, "users.csv"));
    QTRY_VERIFY(!test::says(*bench.page, "Save the scenario first"));
    const auto write = [&bench](const char* words) {
        QFile file(bench.folder.filePath(text("users.csv")));
        return file.open(QIODevice::WriteOnly) && file.write(words) >= 0;
    };
    auto* rows = test::named<QTableView>(*bench.page, text("First rows of the data file"));
    QVERIFY(!rows->isVisible());
    QVERIFY(write("email,password\na@b,geheim\nc@d,pssst\n"));
    QTRY_VERIFY(test::says(*bench.page, "2 row(s), 2 column(s)"));
    QCOMPARE(rows->model()->index(0, 0).data().toString(), text("a@b"));
    QCOMPARE(rows->model()->index(0, 1).data().toString(), QStringLiteral("•••"));
    // It changes with the file, and says what is wrong with it.
    QVERIFY(write("email,password\na@b,geheim\nc@d\n"));
    QTRY_VERIFY(test::says(*bench.page, "1 column, expected 2"));
    QVERIFY(write(""));
    QTRY_VERIFY(test::says(*bench.page, "the file is empty"));
}

void TestComposeValues::asksForWhatIsMissing()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit(fillEcho);
    bench.page->tree().select("/patterns/0/steps/0");
    bench.action("Send once")->trigger();
    QCOMPARE(bench.wanted.size(), 1u);
    QCOMPARE(bench.wanted[0].name, std::string("token"));
    QVERIFY(bench.wanted[0].secret);
    QTRY_VERIFY(test::says(*bench.page, "Nothing was sent"));
    bench.values = FileDialogs::Values{{"token", "open sesame"}};
    bench.action("Send once")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), 30000);
    auto* answer = test::named<JsonEdit>(*bench.page, text("Answer"));
    QVERIFY(answer->toPlainText().contains(text("***")));
    QVERIFY(!answer->toPlainText().contains(text("sesame")));
    // Remembered for this window, not asked again; written nowhere.
    bench.wanted.clear();
    bench.action("Send once")->trigger();
    QVERIFY(bench.wanted.empty());
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), 30000);
    QVERIFY(!bench.page->document().text().contains(text("sesame")));
    // Until it is forgotten, or another scenario is opened.
    bench.page->tree().select("/variables");
    test::button(*bench.page, text("Forget typed values"))->click();
    QVERIFY(test::button(*bench.page, text("Forget typed values")) == nullptr);
    bench.page->tree().select("/patterns/0/steps/0");
    bench.values.reset();
    bench.action("Send once")->trigger();
    QCOMPARE(bench.wanted.size(), 1u);
}

void TestComposeValues::asksBeforeItRunsCommands()
{
    const QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        auto step = test::stepOf("bench", {});
        step.kind = "command";
        step.command.emplace().argv = {"sh", "-c", "echo hello; exit 4"};
        s.patterns[0].steps = {step};
    });
    bench.page->tree().select("/patterns/0/steps/0");
    bench.action("Send once")->trigger();
    QTRY_COMPARE(bench.acts, QStringList{text("step bench: sh -c 'echo hello; exit 4'")});
    QVERIFY(test::says(*bench.page, "Nothing was done"));
    bench.allow = true;
    bench.action("Send once")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Exit code 4"), 30000);
    QVERIFY(test::named<JsonEdit>(*bench.page, text("Answer"))->toPlainText().contains(text("hello")));
    QVERIFY(test::named<QPlainTextEdit>(*bench.page, text("Checks and extracted values"))
                ->toPlainText()
                .contains(text("exit code 4, expected 0: hello")));
}

void TestComposeValues::sendsWithTheChosenEnvironment()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit(fillEcho);
    bench.values = FileDialogs::Values{{"token", "t0ken"}};
    bench.page->tree().select("/patterns/0/steps/0");
    auto* environment = test::named<QComboBox>(bench.window, text("Environment"));
    QTRY_VERIFY(environment != nullptr && environment->isVisible());
    environment->setFocus();
    QTest::keyClicks(environment, text("stage"));
    bench.action("Send once")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(test::says(*bench.page, "Status 200"), 30000);
    QVERIFY(test::named<JsonEdit>(*bench.page, text("Answer"))->toPlainText().contains(text("7")));
}

void TestComposeValues::previewsTheLoadOfTheEnvironment()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    // A secret that is missing still hides no load.
    bench.edit([](scenario::Scenario& s) {
        fillEcho(s);
        s.load.vus = {};
        s.load.vus.expression = "{{size}}";
    });
    const auto* plot = bench.page->findChild<LoadPlot*>();
    QTRY_COMPARE(plot->preview().highest(), 5.0);
    auto* environment = test::named<QComboBox>(bench.window, text("Environment"));
    environment->setFocus();
    QTest::keyClicks(environment, text("stage"));
    QTRY_COMPARE(plot->preview().highest(), 7.0);
}

void TestComposeValues::previewsTheRequest()
{
    ComposeBench bench;
    QVERIFY(bench.start());
    bench.edit([](scenario::Scenario& s) {
        fillEcho(s);
        s.target.base_url = "http://127.0.0.1:9";
        s.patterns[0].steps[0].request.path = "/echo/{{id}}";
    });
    bench.page->tree().select("/patterns/0/steps/0");
    auto* tabs = test::named<QTabWidget>(*bench.page, text("Parts of the step"));
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i) == text("Preview"))
            tabs->setCurrentIndex(i);
    }
    auto* request = test::named<JsonEdit>(*bench.page, text("Request with its values"));
    QTRY_VERIFY2(request->toPlainText().startsWith(text("POST http://127.0.0.1:9/echo/{{id}}")),
        qPrintable(request->toPlainText()));
    QVERIFY(request->toPlainText().contains(text("\"size\": 5")));
    QTRY_VERIFY(test::says(*bench.page, "Known only when it is sent: id, token"));
}

void TestComposeValues::theDialogHidesSecrets()
{
    scenario::VariableState token;
    token.name = "token";
    token.secret = true;
    scenario::VariableState city;
    city.name = "city";
    ValuesDialog dialog({token, city});
    auto* hidden = test::named<QLineEdit>(dialog, text("Secret token"));
    auto* plain = test::named<QLineEdit>(dialog, text("city"));
    QVERIFY(hidden != nullptr && plain != nullptr);
    QCOMPARE(hidden->echoMode(), QLineEdit::Password);
    QCOMPARE(plain->echoMode(), QLineEdit::Normal);
    const auto sends = [&dialog] {
        const auto buttons = dialog.findChildren<QPushButton*>();
        return std::any_of(buttons.begin(), buttons.end(),
            [](const QPushButton* one) { return one->text() == text("Send") && one->isEnabled(); });
    };
    // Nothing is sent with values still missing.
    QVERIFY(!sends());
    hidden->setText(text("a"));
    plain->setText(text("b"));
    QVERIFY(sends());
    QCOMPARE(dialog.values().at("token"), std::string("a"));
    QCOMPARE(dialog.values().at("city"), std::string("b"));
}

PLUMB_TEST_MAIN_APP(TestComposeValues, QApplication)
#include "tst_composevalues.moc"

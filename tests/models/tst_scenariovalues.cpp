// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/models/datapreview.h"
#include "ui/models/scenariovalues.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::models;

namespace {

const QString missingName = QStringLiteral("PLUMBLINE_TEST_NOBODY_SETS_THIS");

scenario::Variable variable(const Json& fallback, const char* fromEnv = "", bool secret = false)
{
    scenario::Variable made;
    made.default_value = fallback;
    made.from_env = fromEnv;
    made.secret = secret;
    return made;
}

void fill(scenario::Scenario& s)
{
    s.variables = {{"size", variable(5)}, {"token", variable(Json(), "PLUMBLINE_TEST_NOBODY_SETS_THIS")},
        {"home", variable("/x", "PLUMBLINE_TEST_IS_SET")}, {"pin", variable("1234", "", true)},
        {"twice", variable("{{twice}}")}};
    s.variables.push_back({"maybe", variable(Json())});
    s.variables.back().second.required = false;
    s.environments.push_back({"stage", {}});
    s.environments[0].second.variables = {{"size", Json(7)}};
}

} // namespace

class TestScenarioValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVariableSaysWhereItsValueIsFrom();
    void typedValuesStandInForNone();
    void dataHeads_data();
    void dataHeads();
    void aFileThatChangesIsReadAgain();
};

void TestScenarioValues::everyVariableSaysWhereItsValueIsFrom()
{
    qputenv("PLUMBLINE_TEST_IS_SET", "/home/me");
    ScenarioDocument document;
    ScenarioValues values(document);
    VariableStateModel model(values);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    document.edit(QStringLiteral("fill"), {}, fill);
    const auto line = [&model](int row) -> QString {
        return model.index(row, 1).data().toString() + QStringLiteral(" | ")
            + model.index(row, 2).data().toString();
    };
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(line(0), QStringLiteral("5 | Default"));
    QCOMPARE(line(1), QStringLiteral("– | %1 is not set: asked for when sent").arg(missingName));
    // What comes from the environment of the process is a secret.
    QCOMPARE(line(2), QStringLiteral("••• | PLUMBLINE_TEST_IS_SET, which is set"));
    QCOMPARE(line(3), QStringLiteral("••• | Default"));
    QVERIFY(line(4).contains(QStringLiteral("depends on itself")));
    QCOMPARE(line(5), QStringLiteral("– | No value: steps that need it are left out"));
    values.setEnvironment(QStringLiteral("stage"));
    QCOMPARE(line(0), QStringLiteral("7 | Environment stage"));
    // An environment that goes is no longer the chosen one.
    document.edit(QStringLiteral("drop"), {}, [](scenario::Scenario& s) { s.environments.clear(); });
    QCOMPARE(values.environment(), QString());
    QCOMPARE(line(0), QStringLiteral("5 | Default"));
}

void TestScenarioValues::typedValuesStandInForNone()
{
    ScenarioDocument document;
    ScenarioValues values(document);
    document.edit(QStringLiteral("fill"), {}, fill);
    QCOMPARE(values.missing().size(), 1u);
    QVERIFY(values.missing()[0].secret);
    values.give({{"token", "abc"}, {"size", "99"}});
    QVERIFY(values.missing().empty());
    QCOMPARE(values.overrides().secrets.size(), 1u);
    const auto text = values.rendered("{{token}}-{{size}}");
    QVERIFY(text);
    QCOMPARE(*text, std::string("abc-5"));
    QVERIFY(!values.rendered("{{maybe}}"));
    QVERIFY(!document.text().contains(QStringLiteral("abc")));
    document.clear();
    document.edit(QStringLiteral("fill"), {}, fill);
    QVERIFY(!values.anyGiven());
    QCOMPARE(values.missing().size(), 1u);
}

void TestScenarioValues::dataHeads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("expected"); ///< columns, rows shown, count, whole, part of the problem
    const QByteArray longText = "n\n" + QByteArray("1234567\n").repeated(200'000);
    QTest::newRow("csv") << "a.csv" << QByteArray("a,b\n1,2\n3,4\n5,6\n") << 1000 << "2 2 3 whole ";
    QTest::newRow("json") << "a.json" << QByteArray("[{\"a\":1},{\"a\":2}]") << 1000 << "1 2 2 whole ";
    QTest::newRow("uneven") << "a.csv" << QByteArray("a,b\n1,2\n3\n") << 1000 << "2 1 1 whole line 3";
    QTest::newRow("empty") << "a.csv" << QByteArray() << 1000 << "0 0 0 whole empty";
    QTest::newRow("no rows") << "a.csv" << QByteArray("a\n") << 1000 << "1 0 0 whole no rows";
    QTest::newRow("large csv") << "a.csv" << longText << 1000 << "1 2 131071 head ";
    QTest::newRow("large json") << "a.json" << longText << 1000 << "0 0 0 head too large";
}

void TestScenarioValues::dataHeads()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, limit);
    QFETCH(QString, expected);
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto head
        = scenario::readDataHead(file.fileName().toStdString(), 2, static_cast<std::uintmax_t>(limit));
    const auto shown = QStringLiteral("%1 %2 %3 %4 ")
                           .arg(head.columns.size())
                           .arg(head.rows.size())
                           .arg(head.count)
                           .arg(head.whole ? QStringLiteral("whole") : QStringLiteral("head"));
    QVERIFY2(expected.startsWith(shown), qPrintable(shown));
    const auto problem = expected.mid(shown.size());
    const auto told = head.problem ? QString::fromStdString(head.problem->text()) : QString();
    QVERIFY2(problem.isEmpty() == told.isEmpty() && told.contains(problem), qPrintable(told));
}

void TestScenarioValues::aFileThatChangesIsReadAgain()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("users.csv"));
    DataPreview preview;
    const QAbstractItemModelTester tester(
        &preview.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    preview.look(path.toStdString(), "users.csv", {"pin"});
    QTRY_VERIFY(!preview.problem().isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,pin\na,1\nb,2\n");
    file.close();
    QTRY_COMPARE(preview.model().rowCount(), 2);
    QVERIFY(preview.problem().isEmpty());
    QVERIFY(preview.sentence().startsWith(QStringLiteral("2 row(s), 2 column(s)")));
    QCOMPARE(preview.model().index(1, 0).data().toString(), QStringLiteral("b"));
    QCOMPARE(preview.model().index(1, 1).data().toString(), QStringLiteral("•••"));
    preview.look(path.toStdString(), "users.csv", {"pun"});
    QVERIFY(preview.problem().contains(QStringLiteral("pun")));
}

PLUMB_TEST_MAIN(TestScenarioValues)
#include "tst_scenariovalues.moc"

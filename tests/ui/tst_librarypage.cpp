// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/librarybench.h"
#include "ui/library/notesdialog.h"
#include "ui/library/tagdialog.h"
#include "ui/library/trashdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QUndoStack>

using namespace plumb;
using namespace plumb::ui;
using models::LibraryModel;
using test::text;
using Bench = test::LibraryBench;

class TestLibraryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsInWindowsOfTheirOwn();
    void listsNewestFirst();
    void isFilteredByKeyboard();
    void isSortedByMouse();
    void sortingIsRemembered();
    void opensByEnterAndByDoubleClick();
    void anUnreadableFileIsSaidAndOpens();
    void aNewReportKeepsTheSelection();
    void aFileBeingCopiedIsCounted();
    void emptyPlacesHoldTheirButton();
    void aFailureStandsOnThePage();
    void copiesTheChosenRow();
    void groupsFold();
    void columnsAreChosenAndReset();
    void theVerdictColumnGrowsWithItsWords();
    void everyControlHasANameAndIsReached();
    void aSearchThatFindsNothingSaysSo();
    void aSearchThatCannotBeMeantIsExplained_data();
    void aSearchThatCannotBeMeantIsExplained();
    void columnsFitTheWindow_data();
    void columnsFitTheWindow();
};

void TestLibraryPage::listsNewestFirst()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    // The file that cannot be read has no start of its own: it stands by the time it was written.
    QCOMPARE(bench.operations().size(), 4);
    QStringList dated = bench.operations();
    dated.removeAll(text("cut.json"));
    QCOMPARE(dated, QStringList({text("search"), text("login"), text("checkout")}));
    QVERIFY(bench.says("4 report(s)"));
    QCOMPARE(QApplication::focusWidget(), bench.table());
    QVERIFY(bench.table()->currentIndex().isValid());
    QVERIFY(!bench.empty()->isVisible());
}

void TestLibraryPage::isFilteredByKeyboard()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    test::key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), bench.search());
    QTest::keyClicks(bench.search(), text("tag:nightly p95>100"));
    QCOMPARE(bench.operations(), QStringList(text("login")));
    QVERIFY(bench.says("1 of 4 report(s)"));
    // Enter goes to what was found, Enter again opens it.
    QSignalSpy open(bench.page, &LibraryPage::openReport);
    test::key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), bench.table());
    test::key(Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QVERIFY(open.first().first().toString().endsWith(text("/reports/login/b.json")));
    test::key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(bench.search()->selectedText(), text("tag:nightly p95>100"));
    test::key(Qt::Key_Delete);
    QCOMPARE(bench.operations().size(), 4);
    QVERIFY(bench.says("4 report(s)"));
    QTest::keyClicks(bench.search(), text("verdict:unreadable"));
    QCOMPARE(bench.operations(), QStringList(text("cut.json")));
}

void TestLibraryPage::isSortedByMouse()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    QTest::keyClicks(bench.search(), text("-verdict:unreadable"));
    bench.clickHeader(LibraryModel::Operation);
    const QStringList byName({text("checkout"), text("login"), text("search")});
    const QStringList byNameDown(byName.rbegin(), byName.rend());
    QCOMPARE(bench.operations(), byName);
    bench.clickHeader(LibraryModel::Operation);
    QCOMPARE(bench.operations(), byNameDown);
    // By value, not by the text shown: 9.5 < 41.7 < 296.
    bench.clickHeader(LibraryModel::P95);
    const QStringList byP95({text("search"), text("checkout"), text("login")});
    QCOMPARE(bench.operations(), byP95);
}

void TestLibraryPage::sortingIsRemembered()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.clickHeader(LibraryModel::P95);
    const auto sorted = bench.operations();
    LibraryPage second(bench.pages.library, bench.pages.settings);
    auto* header = test::named<TableView>(second, text("Reports"))->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), int(LibraryModel::P95));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    const auto* model = test::named<TableView>(second, text("Reports"))->model();
    QCOMPARE(model->index(0, LibraryModel::Operation).data(models::SortRole).toString(), sorted.first());
}

void TestLibraryPage::opensByEnterAndByDoubleClick()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    QSignalSpy open(bench.page, &LibraryPage::openReport);
    bench.choose("checkout");
    bench.table()->setFocus();
    test::key(Qt::Key_Return);
    QCOMPARE(open.count(), 1);
    QVERIFY(open.last().first().toString().endsWith(text("/reports/checkout/a.json")));
    const auto row = bench.table()->model()->index(int(bench.operations().indexOf(text("search"))), 1);
    const auto place = bench.table()->visualRect(row).center();
    QTest::mouseClick(bench.table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(bench.table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(open.count(), 2);
    QVERIFY(open.last().first().toString().endsWith(text("/reports/search/c.json")));
    QTest::mouseClick(test::button(bench.pages.window, text("Open")), Qt::LeftButton);
    QCOMPARE(open.count(), 3);
    QCOMPARE(open.at(2), open.at(1));
}

void TestLibraryPage::anUnreadableFileIsSaidAndOpens()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    QSignalSpy open(bench.page, &LibraryPage::openReport);
    bench.choose("cut.json");
    const auto row = bench.table()->currentIndex().row();
    const auto printed = test::printed(*bench.table()->model()).at(row);
    QVERIFY2(printed.startsWith(text("unreadable | cut.json")), qPrintable(printed));
    bench.table()->setFocus();
    test::key(Qt::Key_Return);
    // Where it is opened the reason is said in full.
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().toString(), bench.cut);
}

void TestLibraryPage::aNewReportKeepsTheSelection()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose("login");
    bench.pages.write(text("reports/login/d.json"),
        test::libraryReport("newest", 20, metric::Verdict::pass, 5.0, "nightly"));
    bench.act("Refresh");
    QTRY_VERIFY(bench.operations().contains(text("newest")));
    QCOMPARE(bench.operations().at(bench.table()->currentIndex().row()), text("login"));
    QVERIFY(bench.says("5 report(s)"));
    QTRY_VERIFY(!bench.pages.library.busy());
    bench.act("Rebuild index");
    QTRY_VERIFY(!bench.pages.library.busy());
    QCOMPARE(bench.operations().size(), 5);
    QCOMPARE(bench.operations().at(bench.table()->currentIndex().row()), text("login"));
}

void TestLibraryPage::aFileBeingCopiedIsCounted()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    const auto whole = test::libraryReport("copied", 20, metric::Verdict::pass, 5.0, "nightly");
    const auto half = bench.pages.write(text("reports/login/e.json"), whole.substr(0, whole.size() / 2));
    // Still being written to, however slow this machine may be.
    std::filesystem::last_write_time(
        half.toStdString(), std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
    bench.pages.library.refresh();
    const auto copying = QString::fromUtf8("4 report(s) · 1 still being copied");
    QTRY_VERIFY(test::visibleTexts(*bench.page).contains(copying));
    QVERIFY(!bench.operations().contains(text("copied")));
}

void TestLibraryPage::emptyPlacesHoldTheirButton()
{
    Bench bench;
    QVERIFY(bench.show());
    QSignalSpy choose(bench.page, &LibraryPage::chooseLibrary);
    QSignalSpy run(bench.page, &LibraryPage::runScenario);
    QVERIFY(bench.says("No library open"));
    QCOMPARE(QApplication::focusWidget(), bench.empty()->button());
    test::key(Qt::Key_Space);
    QCOMPARE(choose.count(), 1);
    QVERIFY(bench.pages.openLibrary());
    QTRY_VERIFY(bench.says("No reports yet"));
    QVERIFY(bench.says("0 report(s)"));
    QTest::mouseClick(bench.empty()->button(), Qt::LeftButton);
    QCOMPARE(run.count(), 1);
    QCOMPARE(choose.count(), 1);
    QCOMPARE(test::accessProblems(bench.pages.window), QString());
    // The first report takes its place.
    bench.pages.write(text("reports/login/a.json"),
        test::libraryReport("login", 11, metric::Verdict::pass, 5.0, "nightly"));
    bench.pages.library.refresh();
    QTRY_VERIFY(!bench.empty()->isVisible());
    QCOMPARE(bench.operations(), QStringList(text("login")));
}

void TestLibraryPage::aFailureStandsOnThePage()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.show());
    bench.pages.library.open(bench.cut.toStdString()); // a file
    auto* notice = bench.page->findChild<NoticeBar*>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(text("cut.json")), qPrintable(notice->text()));
    QCOMPARE(notice->level(), NoticeBar::Level::error);
    QVERIFY(test::button(*notice, text("Try again")) != nullptr);
    QCOMPARE(test::accessProblems(bench.pages.window), QString());
    QVERIFY(bench.pages.openLibrary());
    QTRY_VERIFY(!notice->isVisible());
    QCOMPARE(bench.operations().size(), 4);
}

void TestLibraryPage::copiesTheChosenRow()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose("login");
    bench.table()->setFocus();
    test::key(Qt::Key_C, Qt::ControlModifier);
    const auto copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(text("fail\tlogin\tstage\t")), qPrintable(copied));
    QCOMPARE(copied.count(QLatin1Char('\n')), 0);
}

void TestLibraryPage::groupsFold()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    QTest::mouseClick(test::button(*bench.page, text("Group by operation")), Qt::LeftButton);
    QCOMPARE(bench.table()->model()->rowCount(), 8);
    bench.table()->grab();
    bench.table()->setCurrentIndex(bench.table()->model()->index(0, 0));
    QVERIFY(bench.page->chosen().empty());
    bench.table()->setFocus();
    test::key(Qt::Key_Left);
    QCOMPARE(bench.table()->model()->rowCount(), 7);
    QCOMPARE(bench.table()->currentIndex().row(), 0);
    test::key(Qt::Key_Return);
    QCOMPARE(bench.table()->model()->rowCount(), 8);
    const auto place = bench.table()->visualRect(bench.table()->model()->index(2, 0)).center();
    QTest::mouseClick(bench.table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(bench.table()->model()->rowCount(), 7);
    QVERIFY(bench.says("4 report(s)"));
    // Remembered for the next start.
    LibraryPage second(bench.pages.library, bench.pages.settings);
    QVERIFY(test::button(*bench.page, text("Group by operation"))->isChecked());
    QCOMPARE(test::named<TableView>(second, text("Reports"))->model()->rowCount(), 8);
}

void TestLibraryPage::columnsAreChosenAndReset()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    QVERIFY(bench.table()->isColumnHidden(LibraryModel::Users));
    QVERIFY(!bench.table()->isColumnHidden(LibraryModel::Delta));
    bench.act("Users");
    QVERIFY(!bench.table()->isColumnHidden(LibraryModel::Users));
    bench.table()->horizontalHeader()->moveSection(0, 5);
    {
        const LibraryPage second(bench.pages.library, bench.pages.settings);
        auto* table = test::named<TableView>(second, text("Reports"));
        QVERIFY(!table->isColumnHidden(LibraryModel::Users));
        QCOMPARE(table->horizontalHeader()->visualIndex(0), 5);
    }
    bench.act("&Reset columns");
    QVERIFY(bench.table()->isColumnHidden(LibraryModel::Users));
    QCOMPARE(bench.table()->horizontalHeader()->visualIndex(0), 0);
}

void TestLibraryPage::theVerdictColumnGrowsWithItsWords()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    auto* table = bench.table();
    // As it may be remembered from another language, or from when there were only short words.
    table->setColumnWidth(LibraryModel::Verdict, 50);
    bench.pages.write(text("reports/login/z.json"),
        test::libraryReport("longest", 20, metric::Verdict::notMeasured, 5.0, "nightly"));
    bench.pages.library.refresh();
    QTRY_VERIFY(bench.operations().contains(text("longest")));
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const auto wanted
            = table->sizeHintForIndex(table->model()->index(row, LibraryModel::Verdict)).width();
        QVERIFY(table->columnWidth(LibraryModel::Verdict) >= wanted);
    }
}

void TestLibraryPage::everyControlHasANameAndIsReached()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    const auto problems = test::accessProblems(bench.pages.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void TestLibraryPage::aSearchThatFindsNothingSaysSo()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.search()->setText(text("tag:nowhere"));
    QVERIFY(bench.says("No report matches the search"));
    QVERIFY(!bench.table()->isVisible());
    QTest::mouseClick(test::button(*bench.page, text("Clear the search")), Qt::LeftButton);
    QVERIFY(bench.search()->text().isEmpty());
    QVERIFY(bench.table()->isVisible());
    QCOMPARE(bench.operations().size(), 4);
    QCOMPARE(QApplication::focusWidget(), bench.table());
}

void TestLibraryPage::aSearchThatCannotBeMeantIsExplained_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("hint");
    QTest::newRow("fine") << text("login -old verdict:fail p99>=200") << QString();
    QTest::newRow("no number") << text("p95>fast") << text("After p95> stands a number: p95>200.");
    QTest::newRow("no figure") << text("latency<5") << text("\"latency\" cannot be compared; there are p50,");
    QTest::newRow("no verdict") << text("-verdict:red")
                                << text("\"red\" is no verdict; there are unreadable, pass");
    QTest::newRow("no state") << text("state:sad")
                              << text("\"sad\" is no state of a note; there are note, real");
    QTest::newRow("verdict begun") << text("verdict:")
                                   << text("After the colon stands one of unreadable, pass");
    QTest::newRow("nothing") << text("tag:") << text("After the colon stands what to look for: tag:nightly.");
}

void TestLibraryPage::aSearchThatCannotBeMeantIsExplained()
{
    QFETCH(QString, search);
    QFETCH(QString, hint);
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.search()->setText(search);
    const auto texts = test::visibleTexts(*bench.page);
    const bool said = std::any_of(texts.begin(), texts.end(),
        [&hint](const QString& one) { return !hint.isEmpty() && one.startsWith(hint); });
    QCOMPARE(said, !hint.isEmpty());
}

void TestLibraryPage::columnsFitTheWindow_data()
{
    QTest::addColumn<QSize>("window");
    QTest::newRow("1440 x 900") << QSize(1440, 900);
    QTest::newRow("1024 x 640") << QSize(1024, 640);
}

void TestLibraryPage::columnsFitTheWindow()
{
    QFETCH(QSize, window);
    Bench bench;
    bench.fill();
    bench.pages.window.resize(window);
    QVERIFY(bench.open());
    QTRY_COMPARE(bench.pages.window.size(), window);
    QTRY_COMPARE(bench.table()->horizontalScrollBar()->maximum(), 0);
    // A figure is shown whole; texts may be cut.
    const auto* table = bench.table();
    for (const int column : {LibraryModel::P95, LibraryModel::Delta, LibraryModel::ErrorRate}) {
        const auto* header = table->horizontalHeader();
        QVERIFY(!table->isColumnHidden(column));
        QVERIFY(table->columnWidth(column) >= header->sectionSizeHint(column));
        QVERIFY(header->sectionViewportPosition(column) + table->columnWidth(column)
            <= table->viewport()->width());
    }
}

void TestLibraryPage::reportsInWindowsOfTheirOwn()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    QSignalSpy asked(bench.page, &LibraryPage::openWindows);
    bench.choose("login");
    bench.table()->setFocus();
    test::key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toStringList().size(), 1);
    QVERIFY(asked[0][0].toStringList().first().endsWith(text("b.json")));
    bench.act("Open side by side"); // one is not two
    QCOMPARE(asked.count(), 1);
    bench.choose(QStringList{text("checkout"), text("search")});
    test::key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked[1][0].toStringList().size(), 2);
}

PLUMB_TEST_MAIN_APP(TestLibraryPage, QApplication)
#include "tst_librarypage.moc"

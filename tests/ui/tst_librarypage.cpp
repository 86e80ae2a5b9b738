// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pagebench.h"
#include "ui/library/librarypage.h"
#include "ui/models/librarymodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using models::LibraryModel;
using test::text;

namespace {

/// @p day of November 2026, judged @p verdict, with a p95 of @p ms.
std::string reportOf(const char* operation, int day, metric::Verdict verdict, double ms, const char* tag)
{
    auto report = test::scriptedReport();
    report.id = "11111111-2222-4333-8444-0000000000" + std::to_string(10 + day);
    report.operation = operation;
    report.started_at = "2026-11-" + std::to_string(day) + "T14:03:05.120+01:00";
    report.verdict = report.judgement.verdict = verdict;
    report.latency_ms.p95 = ms;
    report.tags = {tag};
    return dumpJson(report::toJson(report));
}

class Bench
{
public:
    /// Three readable reports and one that was cut short an hour ago.
    void fill()
    {
        pages.write(text("reports/checkout/a.json"),
            reportOf("checkout", 11, metric::Verdict::pass, 41.7, "nightly"));
        pages.write(
            text("reports/login/b.json"), reportOf("login", 12, metric::Verdict::fail, 296.0, "nightly"));
        pages.write(
            text("reports/search/c.json"), reportOf("search", 13, metric::Verdict::warn, 9.5, "weekly"));
        const auto whole = reportOf("zipped", 14, metric::Verdict::pass, 1.0, "nightly");
        cut = pages.write(text("reports/zipped/cut.json"), whole.substr(0, whole.size() / 2));
        std::filesystem::last_write_time(
            cut.toStdString(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
    [[nodiscard]] bool open()
    {
        if (!pages.openLibrary())
            return false;
        return show();
    }
    [[nodiscard]] bool show()
    {
        page = new LibraryPage(pages.library, pages.settings);
        return pages.show(page) && QTest::qWaitFor([this] { return !pages.library.busy(); });
    }
    [[nodiscard]] TableView* table() const { return test::named<TableView>(*page, text("Reports")); }
    [[nodiscard]] QLineEdit* search() const { return test::named<QLineEdit>(*page, text("Search reports")); }
    [[nodiscard]] EmptyState* empty() const { return page->findChild<EmptyState*>(); }
    [[nodiscard]] QStringList operations() const
    {
        QStringList names;
        const auto* model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, LibraryModel::Operation).data(models::SortRole).toString();
        return names;
    }
    /// Puts the current row on this operation.
    void choose(const char* operation) const
    {
        const auto row = int(operations().indexOf(text(operation)));
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    [[nodiscard]] bool says(const char* words) const
    {
        return test::visibleTexts(*page).contains(text(words));
    }
    void clickHeader(LibraryModel::Column column) const
    {
        auto* header = table()->horizontalHeader();
        header->setOffsetToSectionPosition(header->visualIndex(column));
        const QPoint place(header->sectionViewportPosition(column) + 12, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    }
    test::PageBench pages;
    LibraryPage* page = nullptr;
    QString cut;
};

} // namespace

class TestLibraryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void everyControlHasANameAndIsReached();
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
    bench.pages.write(
        text("reports/login/d.json"), reportOf("newest", 20, metric::Verdict::pass, 5.0, "nightly"));
    QTest::mouseClick(test::button(bench.pages.window, text("Refresh")), Qt::LeftButton);
    QTRY_VERIFY(bench.operations().contains(text("newest")));
    QCOMPARE(bench.operations().at(bench.table()->currentIndex().row()), text("login"));
    QVERIFY(bench.says("5 report(s)"));
    QTRY_VERIFY(!bench.pages.library.busy());
    QTest::mouseClick(test::button(bench.pages.window, text("Rebuild index")), Qt::LeftButton);
    QTRY_VERIFY(!bench.pages.library.busy());
    QCOMPARE(bench.operations().size(), 5);
    QCOMPARE(bench.operations().at(bench.table()->currentIndex().row()), text("login"));
}

void TestLibraryPage::aFileBeingCopiedIsCounted()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    const auto whole = reportOf("copied", 20, metric::Verdict::pass, 5.0, "nightly");
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
    bench.pages.write(
        text("reports/login/a.json"), reportOf("login", 11, metric::Verdict::pass, 5.0, "nightly"));
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

void TestLibraryPage::everyControlHasANameAndIsReached()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    const auto problems = test::accessProblems(bench.pages.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

PLUMB_TEST_MAIN_APP(TestLibraryPage, QApplication)
#include "tst_librarypage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pagebench.h"
#include "ui/library/librarypage.h"
#include "ui/library/notesdialog.h"
#include "ui/library/tagdialog.h"
#include "ui/models/librarymodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

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
    /// Triggers an action of the page, wherever it is shown.
    void act(const char* words) const
    {
        const auto actions = page->findChildren<QAction*>();
        for (QAction* action : actions) {
            if (action->text() == QString::fromUtf8(words))
                action->trigger();
        }
    }
    void choose(const QStringList& names) const
    {
        table()->clearSelection();
        for (const auto& name : names) {
            table()->selectionModel()->select(table()->model()->index(int(operations().indexOf(name)), 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QString cell(const char* operation, LibraryModel::Column column) const
    {
        const auto row = int(operations().indexOf(text(operation)));
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] NoticeBar* notice() const { return page->findChild<NoticeBar*>(); }
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
    void tagsAreSetAndUndone();
    void notesAreWrittenChangedAndWithdrawn();
    void deletingIsUndone();
    void deletingAsksWhereWanted();
    void droppedReportsAreCopiedOnce();
    void groupsFold();
    void columnsAreChosenAndReset();
    void anEditThatFailsIsSaid();
    void theVerdictColumnGrowsWithItsWords();
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

void TestLibraryPage::tagsAreSetAndUndone()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose({text("login"), text("search")});
    QVERIFY(test::says(*bench.page, "2 chosen"));
    bench.act("Tags\u2026");
    auto* dialog = bench.page->findChild<TagDialog*>();
    QVERIFY(dialog != nullptr);
    auto* list = dialog->findChild<QListWidget*>();
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->checkState(), Qt::PartiallyChecked); // nightly, on one of the two
    list->item(0)->setCheckState(Qt::Unchecked);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), text("release slow"));
    QTest::mouseClick(test::button(*dialog, text("Set tags")), Qt::LeftButton);
    QTRY_COMPARE(bench.cell("login", LibraryModel::Tags), text("release, slow"));
    QCOMPARE(bench.cell("search", LibraryModel::Tags), text("weekly, release, slow"));
    QCOMPARE(bench.cell("checkout", LibraryModel::Tags), text("nightly"));
    QTRY_VERIFY(bench.page->undoStack()->canUndo());
    // The selection stays, and so does the report.
    QCOMPARE(bench.page->chosen().size(), 2u);
    bench.page->undoStack()->undo();
    QTRY_COMPARE(bench.cell("login", LibraryModel::Tags), text("nightly"));
    QTRY_COMPARE(bench.cell("search", LibraryModel::Tags), text("weekly"));
    bench.page->undoStack()->redo();
    QTRY_COMPARE(bench.cell("login", LibraryModel::Tags), text("release, slow"));
}

void TestLibraryPage::notesAreWrittenChangedAndWithdrawn()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose("login");
    const auto dialog = [&bench] {
        bench.act("Notes\u2026");
        return QTest::qWaitFor([&bench] { return bench.page->findChild<NotesDialog*>() != nullptr; })
            ? bench.page->findChild<NotesDialog*>()
            : nullptr;
    };
    QPointer<NotesDialog> open = dialog();
    QVERIFY(open);
    QVERIFY(!test::button(*open, text("Keep note"))->isEnabled());
    open->findChild<QPlainTextEdit*>()->setPlainText(text("after the deploy"));
    open->findChild<QComboBox*>()->setCurrentIndex(2);
    QTest::mouseClick(test::button(*open, text("Keep note")), Qt::LeftButton);
    QTRY_COMPARE(bench.cell("login", LibraryModel::Notes), text("noise: after the deploy"));
    QTRY_VERIFY(!open);
    // Changed by whoever comes next.
    open = dialog();
    QVERIFY(open);
    open->findChild<QListWidget*>()->setCurrentRow(1);
    QCOMPARE(open->findChild<QPlainTextEdit*>()->toPlainText(), text("after the deploy"));
    open->findChild<QPlainTextEdit*>()->setPlainText(text("it was real"));
    open->findChild<QComboBox*>()->setCurrentIndex(1);
    QTest::mouseClick(test::button(*open, text("Keep note")), Qt::LeftButton);
    QTRY_COMPARE(bench.cell("login", LibraryModel::Notes), text("real: it was real"));
    QTRY_VERIFY(!open);
    open = dialog();
    QVERIFY(open);
    open->findChild<QListWidget*>()->setCurrentRow(1);
    QTest::mouseClick(test::button(*open, text("Withdraw note")), Qt::LeftButton);
    QTRY_COMPARE(bench.cell("login", LibraryModel::Notes), QString());
    QTRY_COMPARE(bench.page->undoStack()->index(), 3);
    for (const char* expected : {"real: it was real", "noise: after the deploy", ""}) {
        bench.page->undoStack()->undo();
        QTRY_COMPARE(bench.cell("login", LibraryModel::Notes), text(expected));
    }
}

void TestLibraryPage::deletingIsUndone()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose({text("login"), text("cut.json")});
    bench.table()->setFocus();
    test::key(Qt::Key_Delete);
    QTRY_COMPARE(bench.operations(), QStringList({text("search"), text("checkout")}));
    QTRY_VERIFY(bench.notice()->isVisible());
    QVERIFY2(bench.notice()->text().contains(text("2 report(s) moved")), qPrintable(bench.notice()->text()));
    QVERIFY(!QFile::exists(bench.cut));
    QTest::mouseClick(test::button(*bench.notice(), text("Undo")), Qt::LeftButton);
    QTRY_COMPARE(bench.operations().size(), 4);
    QVERIFY(QFile::exists(bench.cut));
    QVERIFY(!bench.notice()->isVisible());
    bench.page->undoStack()->redo();
    QTRY_COMPARE(bench.operations().size(), 2);
    // In the search the key deletes letters.
    bench.search()->setFocus();
    test::key(Qt::Key_Delete);
    QCOMPARE(bench.operations().size(), 2);
    // Another library knows nothing of it.
    bench.pages.library.open(bench.pages.folder.filePath(text("other")).toStdString());
    QVERIFY(!bench.page->undoStack()->canUndo());
}

void TestLibraryPage::deletingAsksWhereWanted()
{
    Bench bench;
    bench.fill();
    bench.pages.settings.setConfirmDeletes(true);
    QVERIFY(bench.open());
    bench.choose("login");
    bench.act("Delete");
    auto* question = bench.page->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QCOMPARE(bench.operations().size(), 4);
    QTest::mouseClick(test::button(*question, text("Delete")), Qt::LeftButton);
    QTRY_COMPARE(bench.operations().size(), 3);
}

void TestLibraryPage::droppedReportsAreCopiedOnce()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    const QTemporaryDir elsewhere;
    const auto put = [&elsewhere](const char* name, const std::string& words) {
        QFile file(elsewhere.filePath(text(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::fromStdString(words));
        return file.fileName();
    };
    const auto known = put("known.json", reportOf("login", 12, metric::Verdict::fail, 296.0, "nightly"));
    const auto fresh = put("fresh.json", reportOf("dropped", 18, metric::Verdict::pass, 3.0, "nightly"));
    const auto other = put("other.json", "{}");
    QSignalSpy others(bench.page, &LibraryPage::otherFilesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(known), QUrl::fromLocalFile(fresh), QUrl::fromLocalFile(other)});
    QDragEnterEvent enter(QPoint(40, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(40, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.page, &drop);
    QTRY_VERIFY(bench.operations().contains(text("dropped")));
    QCOMPARE(bench.operations().size(), 5);
    QVERIFY(QFile::exists(fresh));
    QTRY_VERIFY(bench.notice()->isVisible());
    QVERIFY(bench.notice()->text().contains(text("1 report(s) copied")));
    QVERIFY(bench.notice()->text().contains(text("1 report(s) there already")));
    QCOMPARE(others.count(), 1);
    QCOMPARE(others.first().first().toStringList(), QStringList(other));
    bench.page->undoStack()->undo();
    QTRY_COMPARE(bench.operations().size(), 4);
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

void TestLibraryPage::anEditThatFailsIsSaid()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose({text("login"), text("search")});
    // One file goes while its row still stands: that is said, and the other one can be brought back.
    QVERIFY(QFile::remove(bench.pages.folder.filePath(text("lib/reports/login/b.json"))));
    bench.act("Delete");
    QTRY_COMPARE(bench.operations().size(), 2);
    QTRY_VERIFY(bench.page->undoStack()->canUndo());
    QVERIFY(bench.notice()->isVisible());
    QCOMPARE(bench.notice()->level(), NoticeBar::Level::error);
    bench.page->undoStack()->undo();
    QTRY_VERIFY(bench.operations().contains(text("search")));
    QCOMPARE(bench.operations().size(), 3);
}

void TestLibraryPage::theVerdictColumnGrowsWithItsWords()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    auto* table = bench.table();
    // As it may be remembered from another language, or from when there were only short words.
    table->setColumnWidth(LibraryModel::Verdict, 50);
    bench.pages.write(
        text("reports/login/z.json"), reportOf("longest", 20, metric::Verdict::notMeasured, 5.0, "nightly"));
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

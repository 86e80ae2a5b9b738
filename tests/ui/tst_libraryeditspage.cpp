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

class TestLibraryEditsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsAreSetAndUndone();
    void notesAreWrittenChangedAndWithdrawn();
    void deletingIsUndone();
    void deletingAsksWhereWanted();
    void droppedReportsAreCopiedOnce();
    void anEditThatFailsIsSaid();
    void notesOfOthersAreShown();
    void theTrashGivesBackAndIsEmptied();
};

void TestLibraryEditsPage::tagsAreSetAndUndone()
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

void TestLibraryEditsPage::notesAreWrittenChangedAndWithdrawn()
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

void TestLibraryEditsPage::deletingIsUndone()
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

void TestLibraryEditsPage::deletingAsksWhereWanted()
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

void TestLibraryEditsPage::droppedReportsAreCopiedOnce()
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
    const auto known
        = put("known.json", test::libraryReport("login", 12, metric::Verdict::fail, 296.0, "nightly"));
    const auto fresh
        = put("fresh.json", test::libraryReport("dropped", 18, metric::Verdict::pass, 3.0, "nightly"));
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

void TestLibraryEditsPage::anEditThatFailsIsSaid()
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

void TestLibraryEditsPage::notesOfOthersAreShown()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    // As `plumb annotate` writes them.
    library::AnnotationLine line;
    line.note.id = "n1";
    line.note.report = "11111111-2222-4333-8444-000000000022";
    line.note.writer = "ada-station";
    line.note.at = "2026-11-20T14:03:05.120+01:00";
    line.note.text = "cache was cold";
    line.note.from_s = 30;
    line.note.to_s = 45;
    QVERIFY(library::appendAnnotation(bench.pages.library.folder(), line));
    bench.choose("login");
    bench.act("Notes…");
    QTRY_VERIFY(bench.page->findChild<NotesDialog*>());
    const auto* list = bench.page->findChild<NotesDialog*>()->findChild<QListWidget*>();
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(1)->text().contains(text("cache was cold")));
    QVERIFY(list->item(1)->text().contains(text("00:30 to 00:45 of the run")));
}

void TestLibraryEditsPage::theTrashGivesBackAndIsEmptied()
{
    Bench bench;
    bench.fill();
    QVERIFY(bench.open());
    bench.choose(QStringList{text("login"), text("search")});
    bench.act("Delete");
    QTRY_COMPARE(bench.operations().size(), 2);
    bench.act("Open the trash…");
    auto* dialog = bench.page->findChild<TrashDialog*>();
    QVERIFY(dialog);
    auto* table = test::named<TableView>(*dialog, text("Reports in the trash"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(test::says(*dialog, "2 report(s), "));
    const auto rowOf = [table](const char* operation) {
        return table->model()->index(0, 0).data().toString() == text(operation) ? 0 : 1;
    };
    table->selectRow(rowOf("login"));
    QTest::mouseClick(test::button(*dialog, text("Put back")), Qt::LeftButton);
    QTRY_COMPARE(bench.operations().size(), 3);
    QVERIFY(bench.operations().contains(text("login")));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    // Putting back is an edit as any other.
    bench.page->undoStack()->undo();
    QTRY_COMPARE(bench.operations().size(), 2);
    bench.page->undoStack()->redo();
    QTRY_COMPARE(bench.operations().size(), 3);
    // The end is asked for, and cannot be undone.
    QTest::mouseClick(test::button(*dialog, text("Empty the trash…")), Qt::LeftButton);
    auto* question = dialog->findChild<QMessageBox*>();
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(text("cannot be undone")));
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::mouseClick(test::button(*question, text("Delete for good")), Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(test::says(*dialog, "The trash is empty."));
    QTRY_VERIFY(!bench.page->undoStack()->canUndo());
    QVERIFY(!test::button(*dialog, text("Empty the trash…"))->isEnabled());
    QVERIFY(bench.notice()->text().contains(text("deleted for good")));
}

PLUMB_TEST_MAIN_APP(TestLibraryEditsPage, QApplication)
#include "tst_libraryeditspage.moc"

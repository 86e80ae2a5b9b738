// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pagebench.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/fuzzymatch.h"
#include "ui/shell/page.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/tour.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace plumb;
using namespace plumb::ui;
using test::text;

namespace {

class SamplePage : public Page
{
public:
    explicit SamplePage(const char* id)
        : Page(QString::fromLatin1(id))
        , m_words(QString::fromLatin1(id))
        , m_action(new QAction(QStringLiteral("&Sort ") + m_words, this))
        , m_menu(new QAction(QStringLiteral("More"), this))
    {
        m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
        m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        auto* menu = new QMenu(this);
        m_deep = menu->addAction(QStringLiteral("Rebuild ") + m_words);
        m_menu->setMenu(menu);
    }
    [[nodiscard]] QString title() const override { return m_words; }
    [[nodiscard]] QIcon icon() const override { return {}; }
    [[nodiscard]] QList<QAction*> pageActions() const override { return {m_action, m_menu}; }
    void resetLayout() override { ++resets; }
    [[nodiscard]] QAction* action() const { return m_action; }
    [[nodiscard]] QAction* deep() const { return m_deep; }
    int resets = 0;

private:
    QString m_words;
    QAction *m_action, *m_menu, *m_deep = nullptr;
};

/// A window with two pages, in front.
struct Bench
{
    Bench() { pages.window.addPage(one); }
    [[nodiscard]] bool show() { return pages.show(two); }
    [[nodiscard]] CommandPalette* palette() const { return pages.window.findChild<CommandPalette*>(); }
    [[nodiscard]] bool openPalette() const
    {
        QTest::keyClick(&pages.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        return palette() != nullptr && palette()->isVisible();
    }
    [[nodiscard]] QStringList offered() const
    {
        QStringList texts;
        const auto* model = palette()->findChild<QListView*>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data().toString();
        return texts;
    }
    mutable test::PageBench pages;
    SamplePage* one = new SamplePage("one");
    SamplePage* two = new SamplePage("two");
};

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fuzzy_data();
    void fuzzy();
    void betterFitsComeFirst();
    void offersEveryActionWithItsShortcut();
    void runsAnActionOfAnotherPage();
    void closesWithEscAndGivesTheFocusBack();
    void whatCannotBeDoneIsShownAndNotDone();
    void otherSourcesAreAsked();
    void theModelKeepsItsPromises();
    void settingsAreTakenOverWithOk();
    void settingsAreLeftWithCancel();
    void theTourIsWalkedByKeyboard();
    void theTourIsSkipped();
    void layoutIsResetAtOnce();
    void everyFigureIsExplained();
};

void PaletteTest::fuzzy_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing typed") << QString() << text("Delete") << true;
    QTest::newRow("letters in order") << text("rbi") << text("Rebuild index") << true;
    QTest::newRow("not in order") << text("ibr") << text("Rebuild index") << false;
    QTest::newRow("case") << text("REBUILD") << text("Rebuild index") << true;
    QTest::newRow("words in any order") << text("index reb") << text("Rebuild index") << true;
    QTest::newRow("a word missing") << text("index now") << text("Rebuild index") << false;
    QTest::newRow("longer than the text") << text("deleted") << text("Delete") << false;
    QTest::newRow("twice the same letter") << text("ee") << text("Delete") << true;
    QTest::newRow("once too often") << text("eeee") << text("Delete") << false;
    QTest::newRow("empty text") << text("a") << QString() << false;
    QTest::newRow("spaces") << text("  ") << text("Delete") << true;
}

void PaletteTest::fuzzy()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, subject);
    QFETCH(const bool, fits);
    const auto match = fuzzyMatch(typed, subject);
    QCOMPARE(match.has_value(), fits);
    if (match) {
        QVERIFY(std::is_sorted(match->places.begin(), match->places.end()));
        for (const int place : match->places)
            QVERIFY(typed.contains(subject[place], Qt::CaseInsensitive));
    }
}

void PaletteTest::betterFitsComeFirst()
{
    const auto score = [](const char* typed, const char* subject) {
        return fuzzyMatch(text(typed), text(subject)).value_or(FuzzyMatch{-1000, {}}).score;
    };
    QVERIFY(score("re", "Refresh") > score("re", "Clear the list"));
    QVERIFY(score("ri", "Rebuild index") > score("ri", "Writing"));
    QVERIFY(score("delete", "Delete") > score("delete", "Delete all of the others"));
    QCOMPARE(fuzzyMatch(text("ri"), text("Rebuild index"))->places, QList<int>({0, 8}));
}

void PaletteTest::offersEveryActionWithItsShortcut()
{
    Bench bench;
    QVERIFY(bench.show());
    QVERIFY(bench.openPalette());
    const auto offered = bench.offered();
    // The page in front first, then the menus, then the other pages.
    QCOMPARE(offered.first(), text("Sort one"));
    for (const char* wanted : {"Rebuild one", "Rebuild two", "Sort two", "Settings\u2026", "Dark",
             "Full screen", "Deutsch", "Quit"})
        QVERIFY2(offered.contains(QString::fromUtf8(wanted)), wanted);
    const auto first = bench.palette()->findChild<QListView*>()->model()->index(0, 0);
    QCOMPARE(first.data(CommandModel::ShortcutRole).toString(), text("Ctrl+J"));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(text("Ctrl+J")));
    QCOMPARE(test::accessProblems(*bench.palette()), QString());
    bench.palette()->grab();
}

void PaletteTest::runsAnActionOfAnotherPage()
{
    Bench bench;
    QVERIFY(bench.show());
    QSignalSpy done(bench.two->deep(), &QAction::triggered);
    QVERIFY(bench.openPalette());
    QTest::keyClicks(QApplication::focusWidget(), text("rebtwo"));
    QCOMPARE(bench.offered().first(), text("Rebuild two"));
    test::key(Qt::Key_Return);
    QCOMPARE(done.count(), 1);
    QCOMPARE(bench.pages.window.currentPage(), bench.two);
    QVERIFY(!bench.palette()->isVisible());
    // Its page may be typed, too, and the arrows choose.
    QSignalSpy sorted(bench.one->action(), &QAction::triggered);
    QVERIFY(bench.openPalette());
    QTest::keyClicks(QApplication::focusWidget(), text("one sort"));
    test::key(Qt::Key_Down);
    test::key(Qt::Key_Up);
    test::key(Qt::Key_Return);
    QCOMPARE(sorted.count(), 1);
}

void PaletteTest::closesWithEscAndGivesTheFocusBack()
{
    Bench bench;
    auto* line = new QLineEdit(bench.one);
    line->setAccessibleName(text("line"));
    QVERIFY(bench.show());
    line->setFocus();
    QVERIFY(bench.openPalette());
    QVERIFY(QApplication::focusWidget() != line);
    test::key(Qt::Key_Escape);
    QVERIFY(!bench.palette()->isVisible());
    QCOMPARE(QApplication::focusWidget(), line);
    // A click elsewhere closes it as well.
    QVERIFY(bench.openPalette());
    line->setFocus(Qt::MouseFocusReason);
    QVERIFY(!bench.palette()->isVisible());
}

void PaletteTest::whatCannotBeDoneIsShownAndNotDone()
{
    Bench bench;
    bench.one->action()->setEnabled(false);
    QVERIFY(bench.show());
    QSignalSpy done(bench.one->action(), &QAction::triggered);
    QVERIFY(bench.openPalette());
    QTest::keyClicks(QApplication::focusWidget(), text("sort one"));
    QCOMPARE(bench.offered().last(), text("Sort one"));
    auto* list = bench.palette()->findChild<QListView*>();
    list->setCurrentIndex(list->model()->index(int(bench.offered().size()) - 1, 0));
    test::key(Qt::Key_Return);
    QCOMPARE(done.count(), 0);
}

void PaletteTest::otherSourcesAreAsked()
{
    Bench bench;
    QVERIFY(bench.show());
    int runs = 0;
    bench.pages.window.addCommandSource([&runs] {
        return QList<Command>{
            Command{text("Open report login"), text("pass"), {}, {}, true, [&runs] { ++runs; }}};
    });
    QVERIFY(bench.openPalette());
    QTest::keyClicks(QApplication::focusWidget(), text("report login"));
    QCOMPARE(bench.offered().first(), text("Open report login"));
    test::key(Qt::Key_Return);
    QCOMPARE(runs, 1);
}

void PaletteTest::theModelKeepsItsPromises()
{
    CommandModel model;
    const QAbstractItemModelTester tester(&model);
    model.setCommands({{text("a"), {}, {}, {}, true, {}}, {text("b"), {}, {}, {}, false, {}}});
    QCOMPARE(model.rowCount(), 2);
    model.setTyped(text("b"));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsEnabled));
    model.setTyped(text("nothing like it"));
    QCOMPARE(model.rowCount(), 0);
}

void PaletteTest::settingsAreTakenOverWithOk()
{
    Bench bench;
    QVERIFY(bench.show());
    QTest::keyClick(&bench.pages.window, Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = bench.pages.window.findChild<SettingsDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(QTest::qWaitFor([&] { return dialog->isAncestorOf(QApplication::focusWidget()); }));
    QCOMPARE(test::accessProblems(*dialog), QString());
    const auto boxes = dialog->findChildren<QComboBox*>();
    QCOMPARE(boxes.size(), 4);
    for (QComboBox* box : boxes)
        box->setCurrentIndex(2); // dark, Deutsch, short, is stopped first
    dialog->findChild<QLineEdit*>()->setText(text("/lib"));
    const auto checks = dialog->findChildren<QCheckBox*>();
    for (QCheckBox* check : checks)
        check->toggle();
    dialog->accept();
    const auto& settings = bench.pages.settings;
    QVERIFY(settings.themeMode() == ThemeMode::dark);
    QVERIFY(bench.pages.themes.theme().dark);
    QCOMPARE(settings.language(), text("de"));
    QVERIFY(settings.motion() == Motion::brief);
    QVERIFY(settings.closeWhileRunning() == CloseWhileRunning::stop);
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 120);
    QCOMPARE(settings.startLibrary(), text("/lib"));
    QVERIFY(!settings.notifications());
    QVERIFY(settings.confirmDeletes());
    QVERIFY(bench.pages.window.noticeBar()->isVisible()); // the language comes with the next start
}

void PaletteTest::settingsAreLeftWithCancel()
{
    Bench bench;
    QVERIFY(bench.show());
    bench.pages.settings.setThemeMode(ThemeMode::light);
    bench.pages.window.openSettings();
    auto* dialog = bench.pages.window.findChild<SettingsDialog*>();
    dialog->findChildren<QComboBox*>().first()->setCurrentIndex(2);
    dialog->reject();
    QVERIFY(bench.pages.settings.themeMode() == ThemeMode::light);
    QVERIFY(bench.pages.settings.notifications());
    QVERIFY(!bench.pages.settings.confirmDeletes());
}

void PaletteTest::theTourIsWalkedByKeyboard()
{
    Bench bench;
    QVERIFY(bench.show());
    bench.pages.window.setTour([&bench] {
        auto& window = bench.pages.window;
        return QList<TourStep>{
            {text("First"), text("words"), [&window] { return window.navigationEntry(text("two")); },
                [&window] { window.showPage(text("two")); }},
            {text("Last"), text("more words"), {}, {}}};
    });
    QVERIFY(!bench.pages.settings.tourSeen());
    bench.pages.window.startTour();
    auto* tour = bench.pages.window.findChild<Tour*>();
    QVERIFY(tour->isVisible());
    QCOMPARE(bench.pages.window.currentPage(), bench.two);
    QVERIFY(test::says(*tour, "First") && test::says(*tour, "1 of 2"));
    // Beside what it speaks of, inside the window.
    auto* entry = bench.pages.window.navigationEntry(text("two"));
    QVERIFY(
        !tour->geometry().intersects(QRect(entry->mapTo(&bench.pages.window, QPoint(0, 0)), entry->size())));
    QVERIFY(bench.pages.window.rect().contains(tour->geometry()));
    bench.pages.window.grab();
    test::key(Qt::Key_Return);
    QVERIFY(test::says(*tour, "Last"));
    test::button(*tour, text("Back"))->click();
    QVERIFY(test::says(*tour, "First"));
    test::key(Qt::Key_Return);
    test::key(Qt::Key_Return);
    QVERIFY(!tour->isVisible());
    QVERIFY(bench.pages.settings.tourSeen());
}

void PaletteTest::theTourIsSkipped()
{
    Bench bench;
    QVERIFY(bench.show());
    bench.pages.window.setTour([] {
        return QList<TourStep>{{text("First"), {}, {}, {}}, {text("Last"), {}, {}, {}}};
    });
    bench.pages.window.startTour();
    auto* tour = bench.pages.window.findChild<Tour*>();
    QVERIFY(tour->isVisible());
    // The window is not held up meanwhile.
    QTest::keyClick(&bench.pages.window, Qt::Key_2, Qt::AltModifier);
    QCOMPARE(bench.pages.window.currentPage(), bench.two);
    QVERIFY(tour->isVisible());
    test::button(*tour, text("Next"))->setFocus();
    test::key(Qt::Key_Escape);
    QVERIFY(!tour->isVisible());
    QVERIFY(bench.pages.settings.tourSeen());
    // Nor has the focus to be on the card.
    bench.pages.window.startTour();
    bench.two->setFocusPolicy(Qt::StrongFocus);
    bench.two->setFocus();
    test::key(Qt::Key_Escape);
    QVERIFY(!tour->isVisible());
}

void PaletteTest::layoutIsResetAtOnce()
{
    Bench bench;
    QVERIFY(bench.show());
    bench.pages.settings.setViewState(text("x"), "y");
    QVERIFY(bench.openPalette());
    QTest::keyClicks(QApplication::focusWidget(), text("reset layout"));
    test::key(Qt::Key_Return);
    QCOMPARE(bench.one->resets, 1);
    QCOMPARE(bench.two->resets, 1);
    QVERIFY(bench.pages.settings.viewState(text("x")).isEmpty());
}

void PaletteTest::everyFigureIsExplained()
{
    Bench bench;
    QVERIFY(bench.show());
    for (const char* sheet : {"figures explained", "keyboard shortcuts"}) {
        QVERIFY(bench.openPalette());
        QTest::keyClicks(QApplication::focusWidget(), text(sheet));
        test::key(Qt::Key_Return);
        QDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = bench.pages.window.findChild<QDialog*>()) != nullptr && dialog->isVisible());
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(QTest::qWaitFor([&] { return dialog->isAncestorOf(QApplication::focusWidget()); }));
        QCOMPARE(test::accessProblems(*dialog), QString());
        dialog->grab();
        delete dialog;
        bench.pages.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.pages.window));
    }
}

PLUMB_TEST_MAIN_APP(PaletteTest, QApplication)
#include "tst_palette.moc"

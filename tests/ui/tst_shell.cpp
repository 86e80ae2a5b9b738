// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"
#include "tests/support/testmain.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/page.h"
#include "ui/shell/settings.h"
#include "ui/shell/thememanager.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>

#include <cmath>

using namespace plumb::ui;

namespace {

/// Relative luminance and contrast ratio of WCAG 2.1, sections 1.4.3 and 1.4.11.
double luminance(const QColor& color)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

class SamplePage : public Page
{
public:
    SamplePage(const QString& id, const QString& words, const QString& navigation = {})
        : Page(id)
        , m_words(words)
        , m_navigation(navigation.isEmpty() ? id : navigation)
        , m_action(new QAction(QStringLiteral("Act ") + id, this))
    {
    }
    QString title() const override { return m_words; }
    QIcon icon() const override { return plumb::ui::icon(u"home"); }
    QString navigationId() const override { return m_navigation; }
    QList<QAction*> pageActions() const override { return {m_action}; }
    void activated() override { ++shown; }

    QAction* action() const { return m_action; }
    void rename(const QString& words)
    {
        m_words = words;
        Q_EMIT titleChanged();
    }
    int shown = 0;

private:
    QString m_words;
    QString m_navigation;
    QAction* m_action;
};

/// A window with three pages over settings of its own.
struct Bench
{
    Bench()
        : store(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , settings(store)
        , themes(*qApp, ThemeMode::light)
        , window(settings, themes)
    {
        window.addPage(one);
        window.addPage(two);
        window.addPage(detail);
        window.resize(1280, 800);
        window.show();
    }
    QTemporaryDir folder;
    QSettings store;
    Settings settings;
    ThemeManager themes;
    MainWindow window;
    SamplePage* one = new SamplePage(QStringLiteral("one"), QStringLiteral("First"));
    SamplePage* two = new SamplePage(QStringLiteral("two"), QStringLiteral("Second"));
    SamplePage* detail
        = new SamplePage(QStringLiteral("detail"), QStringLiteral("Detail"), QStringLiteral("two"));
};

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsReadable_data();
    void contrastIsReadable();
    void paletteCarriesItsTheme();
    void systemModeFollowsLightness();
    void iconsRenderInBothThemes();
    void unknownIconWarns();
    void navigatesByKeyboard();
    void detailPageKeepsItsEntry();
    void backReturns();
    void headerFollowsThePage();
    void foldsWhenNarrow();
    void geometryIsRestored();
    void offScreenGeometryComesBack();
    void recentLibrariesAreKept();
    void noticeShowsAndGoes();
    void statusEntriesLeadSomewhere();
    void commandLine_data();
    void commandLine();
};

void ShellTest::contrastIsReadable_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
        const char* name = theme->dark ? "dark" : "light";
        const auto row = [&](const char* what, const QColor& ink, const QColor& ground, double least) {
            QTest::addRow("%s %s", name, what) << ink << ground << least;
        };
        row("text on window", theme->text, theme->window, 4.5);
        row("text on surface", theme->text, theme->surface, 4.5);
        row("text on raised", theme->text, theme->raised, 4.5);
        row("muted on window", theme->muted, theme->window, 4.5);
        row("muted on surface", theme->muted, theme->surface, 4.5);
        row("accent on surface", theme->accent, theme->surface, 4.5);
        row("on accent", theme->onAccent, theme->accent, 4.5);
        row("pass", theme->pass.ink, theme->pass.tint, 4.5);
        row("warn", theme->warn.ink, theme->warn.tint, 4.5);
        row("fail", theme->fail.ink, theme->fail.tint, 4.5);
        row("invalid", theme->invalid.ink, theme->invalid.tint, 4.5);
        row("better", theme->better, theme->surface, 4.5);
        row("worse", theme->worse, theme->surface, 4.5);
        row("neutral", theme->neutral.ink, theme->neutral.tint, 4.5);
        for (std::size_t i = 0; i < theme->series.size(); ++i) {
            row(qPrintable(QStringLiteral("series %1").arg(i)), theme->series[i].color, theme->surface, 3.0);
        }
    }
}

void ShellTest::contrastIsReadable()
{
    QFETCH(const QColor, ink);
    QFETCH(const QColor, ground);
    QFETCH(const double, least);
    QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
}

void ShellTest::paletteCarriesItsTheme()
{
    QCOMPARE(Theme::of(Theme::light().palette()).dark, false);
    QCOMPARE(Theme::of(Theme::darkTheme().palette()).dark, true);
    QWidget widget;
    widget.setPalette(Theme::darkTheme().palette());
    QVERIFY(Theme::of(&widget).dark);
}

void ShellTest::systemModeFollowsLightness()
{
    ThemeManager themes(*qApp, ThemeMode::dark);
    QVERIFY(themes.theme().dark);
    QSignalSpy changed(&themes, &ThemeManager::changed);
    themes.setMode(ThemeMode::light);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::light().window);
    themes.setMode(ThemeMode::dark);
    // The offscreen platform has a light palette, whatever was set on the application before.
    themes.setMode(ThemeMode::system);
    QVERIFY(!themes.theme().dark);
}

void ShellTest::iconsRenderInBothThemes()
{
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 40);
    for (const ThemeMode mode : {ThemeMode::light, ThemeMode::dark}) {
        ThemeManager themes(*qApp, mode);
        const QRgb ink = themes.theme().text.rgb();
        for (const QString& name : names) {
            const QImage image
                = icon(name).pixmap(QSize(20, 20), 2.0).toImage().convertToFormat(QImage::Format_ARGB32);
            QCOMPARE(image.size(), QSize(40, 40));
            int covered = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    covered += qAlpha(image.pixel(x, y)) == 255
                        && (image.pixel(x, y) | 0xFF000000U) == (ink | 0xFF000000U);
                }
            }
            QVERIFY2(covered >= 8, qPrintable(name));
        }
    }
    QVERIFY(!applicationIcon().pixmap(64, 64).toImage().isNull());
}

void ShellTest::unknownIconWarns()
{
    plumb::test::expectWarnings(QStringLiteral("no icon is named"));
    QVERIFY(icon(u"no-such-icon").isNull());
}

void ShellTest::navigatesByKeyboard()
{
    Bench bench;
    bench.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QCOMPARE(bench.window.currentPage(), bench.one);
    QTest::keyClick(&bench.window, Qt::Key_2, Qt::AltModifier);
    QCOMPARE(bench.window.currentPage(), bench.two);
    QCOMPARE(bench.two->shown, 1);
    QCOMPARE(bench.settings.lastPage(), QStringLiteral("two"));

    auto* rail = bench.window.findChild<NavigationRail*>();
    auto* entry = rail->findChild<QAbstractButton*>(QStringLiteral("two"));
    entry->setFocus();
    QTest::keyClick(entry, Qt::Key_Up);
    QCOMPARE(bench.window.currentPage(), bench.one);
    QCOMPARE(rail->current(), QStringLiteral("one"));
    QVERIFY(!entry->accessibleName().isEmpty());
}

void ShellTest::detailPageKeepsItsEntry()
{
    Bench bench;
    auto* rail = bench.window.findChild<NavigationRail*>();
    QCOMPARE(rail->entries(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    bench.window.showPage(QStringLiteral("detail"));
    QCOMPARE(bench.window.currentPage(), bench.detail);
    QCOMPARE(rail->current(), QStringLiteral("two"));
    bench.window.showPage(QStringLiteral("nowhere"));
    QCOMPARE(bench.window.currentPage(), bench.detail);
}

void ShellTest::backReturns()
{
    Bench bench;
    bench.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.window.showPage(QStringLiteral("two"));
    bench.window.showPage(QStringLiteral("detail"));
    QTest::keyClick(&bench.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(bench.window.currentPage(), bench.two);
    QTest::keyClick(&bench.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(bench.window.currentPage(), bench.one);
}

void ShellTest::headerFollowsThePage()
{
    Bench bench;
    QSignalSpy triggered(bench.one->action(), &QAction::triggered);
    const auto buttonOf = [&](const QString& text) -> QPushButton* {
        const auto buttons = bench.window.findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->text() == text && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    };
    QPushButton* act = buttonOf(QStringLiteral("Act one"));
    QVERIFY(act != nullptr);
    act->click();
    QCOMPARE(triggered.count(), 1);
    bench.one->action()->setEnabled(false);
    QVERIFY(!act->isEnabled());
    bench.window.showPage(QStringLiteral("two"));
    QVERIFY(buttonOf(QStringLiteral("Act one")) == nullptr);
    QVERIFY(buttonOf(QStringLiteral("Act two")) != nullptr);
    bench.two->rename(QStringLiteral("Renamed"));
    auto* rail = bench.window.findChild<NavigationRail*>();
    QCOMPARE(rail->findChild<QAbstractButton*>(QStringLiteral("two"))->text(), QStringLiteral("Renamed"));
}

void ShellTest::foldsWhenNarrow()
{
    Bench bench;
    auto* rail = bench.window.findChild<NavigationRail*>();
    QVERIFY(!rail->isFolded());
    bench.window.resize(1024, 640);
    QTRY_VERIFY(rail->isFolded());
    QCOMPARE(bench.window.size(), QSize(1024, 640));
    bench.window.resize(1200, 640);
    QTRY_VERIFY(!rail->isFolded());
}

void ShellTest::geometryIsRestored()
{
    Bench bench;
    bench.window.resize(780, 560);
    QTRY_COMPARE(bench.window.size(), QSize(780, 560));
    bench.window.close();
    MainWindow second(bench.settings, bench.themes);
    QCOMPARE(second.size(), QSize(780, 560));
    bench.settings.resetLayout();
    QVERIFY(bench.settings.windowGeometry().isEmpty());
}

void ShellTest::offScreenGeometryComesBack()
{
    Bench bench;
    QWidget lost;
    lost.setGeometry(20000, 20000, 900, 600);
    bench.settings.setWindowGeometry(lost.saveGeometry());
    const MainWindow second(bench.settings, bench.themes);
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(second.geometry()));
    bench.settings.setWindowGeometry("not a geometry");
    const MainWindow third(bench.settings, bench.themes);
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(third.geometry()));
}

void ShellTest::recentLibrariesAreKept()
{
    Bench bench;
    for (int i = 0; i < 12; ++i) {
        bench.window.setLibraryPath(QStringLiteral("/lib/%1").arg(i));
    }
    bench.window.setLibraryPath(QStringLiteral("/lib/5/"));
    const QStringList recent = bench.settings.recentLibraries();
    QCOMPARE(recent.size(), 10);
    QCOMPARE(recent.first(), QStringLiteral("/lib/5"));
    QCOMPARE(recent.count(QStringLiteral("/lib/5")), 1);
}

void ShellTest::noticeShowsAndGoes()
{
    Bench bench;
    QVERIFY(!bench.window.noticeBar()->isVisible());
    Q_EMIT bench.one->noticeRequested(NoticeBar::Level::error, QStringLiteral("reports/x.json: cut short"));
    QVERIFY(bench.window.noticeBar()->isVisible());
    QCOMPARE(bench.window.noticeBar()->text(), QStringLiteral("reports/x.json: cut short"));
    Q_EMIT bench.one->noticeRequested(NoticeBar::Level::info, {});
    QVERIFY(!bench.window.noticeBar()->isVisible());
}

void ShellTest::statusEntriesLeadSomewhere()
{
    Bench bench;
    bench.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    const auto entry = [&bench](const QString& name) -> QAbstractButton* {
        const auto all = bench.window.statusBar()->findChildren<QAbstractButton*>();
        for (auto* one : all) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    };
    QSignalSpy queue(&bench.window, &MainWindow::queueRequested);
    QSignalSpy generator(&bench.window, &MainWindow::generatorRequested);
    QSignalSpy library(&bench.window, &MainWindow::libraryRequested);
    bench.window.setRunStatus(QStringLiteral("1 running, 2 waiting"));
    bench.window.setGeneratorStatus(QStringLiteral("12 % CPU"));
    bench.window.setLibraryPath(QStringLiteral("/data/baselines"));
    auto* runs = entry(QStringLiteral("Runs: 1 running, 2 waiting"));
    QVERIFY(runs);
    QTest::mouseClick(runs, Qt::LeftButton);
    QCOMPARE(queue.count(), 1);
    auto* load = entry(QStringLiteral("Load generator: 12 % CPU"));
    QVERIFY(load && load->isVisible());
    load->setFocus();
    QTest::keyClick(load, Qt::Key_Return);
    QTest::keyClick(load, Qt::Key_Space);
    QCOMPARE(generator.count(), 2);
    auto* folder = entry(QStringLiteral("Library: /data/baselines"));
    QVERIFY(folder);
    QTest::keyClick(folder, Qt::Key_Return);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(library.count(), 1);
    bench.window.setGeneratorStatus({});
    QVERIFY(!load->isVisible());
    // Each is reached by Tab.
    QSet<QWidget*> reached;
    for (QWidget* focus = runs; focus != nullptr && !reached.contains(focus);
         focus = QApplication::focusWidget()) {
        reached << focus;
        focus->setFocus();
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QVERIFY(reached.contains(runs) && reached.contains(folder));
}

void ShellTest::commandLine_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("error");
    const auto words = [](const char* text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    QTest::newRow("nothing") << words("") << QString();
    QTest::newRow("theme") << words("--theme dark --lang de --library /tmp") << QString();
    QTest::newRow("no theme") << words("--theme pink") << QStringLiteral("pink");
    QTest::newRow("unknown option") << words("--colour") << QStringLiteral("colour");
    QTest::newRow("no file") << words("--open no/such.json") << QStringLiteral("no/such.json");
    QTest::newRow("no positional file") << words("gone.json") << QStringLiteral("gone.json");
}

void ShellTest::commandLine()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, error);
    const auto result = plumb::desktop::parseArguments(QStringList(QStringLiteral("plumbline")) + words);
    QCOMPARE(result.has_error(), !error.isEmpty());
    if (result.has_error()) {
        QVERIFY2(
            QString::fromStdString(result.error().text()).contains(error), result.error().text().c_str());
    } else if (!words.isEmpty()) {
        QCOMPARE(result->language, QStringLiteral("de"));
        QVERIFY(result->theme == ThemeMode::dark);
    }
}

PLUMB_TEST_MAIN_APP(ShellTest, QApplication)
#include "tst_shell.moc"

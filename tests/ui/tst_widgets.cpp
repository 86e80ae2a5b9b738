// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/models/words.h"
#include "ui/shell/icons.h"
#include "ui/shell/thememanager.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/foldingrow.h"
#include "ui/widgets/keyvaluepanel.h"
#include "ui/widgets/metrichelp.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/verdictbadge.h"
#include "ui/widgets/verdicttext.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTabBar>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

#include <limits>

using namespace plumb::ui;
using plumb::metric::Verdict;

namespace {

constexpr std::array allVerdicts{Verdict::pass, Verdict::warn, Verdict::fail, Verdict::inconclusive,
    Verdict::invalid, Verdict::noBaseline, Verdict::notMeasured, Verdict::skipped};

/// The highest and lowest painted row of each column, as a picture's outline.
QImage sparkImage(const QList<double>& values, bool zeroBased = false)
{
    QImage image(60, 20, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintSparkline(&painter, QRectF(2, 2, 56, 16), values, Qt::black, zeroBased);
    return image;
}

int paintedPixels(const QImage& image, const QRect& area)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            count += qAlpha(image.pixel(x, y)) > 40;
        }
    }
    return count;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes = std::make_unique<ThemeManager>(*qApp, ThemeMode::light); }
    void cleanupTestCase() { m_themes.reset(); }
    void everyVerdictHasWordShapeAndColour();
    void badgeSpeaksAndPaints();
    void verdictFromModels_data();
    void verdictFromModels();
    void sparklineKeepsPeaksAndGaps();
    void tilePartsFigureAndUnit();
    void tileNamesItsVerdict();
    void noticeRunsItsAction();
    void emptyStateHasOneButton();
    void absentFactsAreLeftOut();
    void figuresExplainThemselves();
    void hiddenTilesLeaveNoRoom();
    void scrollingPastABoxChangesNothing();
    void figuresStayBesideTheirNeighbours();
    void longJobsSayHowLongAndAreCancelled();

private:
    std::unique_ptr<ThemeManager> m_themes;
};

void WidgetsTest::everyVerdictHasWordShapeAndColour()
{
    QStringList words;
    QStringList shapes;
    for (const Verdict verdict : allVerdicts) {
        words << plumb::models::verdictWord(verdict);
        shapes << verdictIconName(verdict).toString();
        QVERIFY(!verdictHelp(verdict).isEmpty());
        QVERIFY(!icon(verdictIconName(verdict)).isNull());
        QVERIFY(verdictColors(verdict, Theme::light()).ink.isValid());
    }
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
    QCOMPARE(shapes.removeDuplicates(), 0);
}

void WidgetsTest::badgeSpeaksAndPaints()
{
    VerdictBadge badge;
    QVERIFY(badge.sizeHint().isEmpty());
    for (const Verdict verdict : allVerdicts) {
        badge.setVerdict(verdict);
        badge.resize(badge.sizeHint());
        QVERIFY(badge.accessibleName().contains(plumb::models::verdictWord(verdict)));
        const QImage image = badge.grab().toImage();
        const QRgb tint = verdictColors(verdict, Theme::light()).tint.rgb();
        QCOMPARE(image.pixel(image.width() / 2, 2) | 0xFF000000U, tint | 0xFF000000U);
    }
}

void WidgetsTest::verdictFromModels_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("known");
    QTest::newRow("pass") << QVariant(0) << true;
    QTest::newRow("skipped") << QVariant(7) << true;
    QTest::newRow("beyond") << QVariant(8) << false;
    QTest::newRow("negative") << QVariant(-1) << false;
    QTest::newRow("absent") << QVariant() << false;
    QTest::newRow("words") << QVariant(QStringLiteral("pass")) << false;
}

void WidgetsTest::verdictFromModels()
{
    QFETCH(const QVariant, value);
    QFETCH(const bool, known);
    QCOMPARE(verdictFromVariant(value).has_value(), known);
}

void WidgetsTest::sparklineKeepsPeaksAndGaps()
{
    // One peak among a thousand points on sixty pixels must reach the top.
    QList<double> values(1000, 1.0);
    values[500] = 100.0;
    QVERIFY(paintedPixels(sparkImage(values), QRect(25, 0, 10, 6)) > 0);

    const double gap = std::numeric_limits<double>::quiet_NaN();
    QList<double> broken{1, 2, gap, gap, gap, gap, gap, gap, 2, 1};
    QCOMPARE(paintedPixels(sparkImage(broken), QRect(20, 0, 18, 20)), 0);

    QCOMPARE(paintedPixels(sparkImage({}), QRect(0, 0, 60, 20)), 0);
    QCOMPARE(paintedPixels(sparkImage({gap, gap}), QRect(0, 0, 60, 20)), 0);
    QVERIFY(paintedPixels(sparkImage({5, 5, 5}), QRect(0, 0, 60, 20)) > 0);
}

void WidgetsTest::tilePartsFigureAndUnit()
{
    Tile tile(QStringLiteral("p95"));
    QCOMPARE(tile.figure(), QStringLiteral("–"));
    tile.setFigure(QStringLiteral("41.7 ms"));
    QCOMPARE(tile.figure(), QStringLiteral("41.7"));
    QCOMPARE(tile.accessibleName(), QStringLiteral("p95: 41.7 ms"));
    tile.setFigure({}, QStringLiteral("ms"));
    QCOMPARE(tile.accessibleName(), QStringLiteral("p95: –"));
}

void WidgetsTest::tileNamesItsVerdict()
{
    Tile tile(QStringLiteral("p95"));
    tile.setLimit(QStringLiteral("limit 800 ms"), Verdict::fail);
    QVERIFY(tile.accessibleDescription().contains(plumb::models::verdictWord(Verdict::fail)));
}

void WidgetsTest::noticeRunsItsAction()
{
    NoticeBar notice;
    QVERIFY(notice.isHidden());
    int runs = 0;
    notice.showNotice(
        NoticeBar::Level::warning, QStringLiteral("read-only"), QStringLiteral("Retry"), [&runs] { ++runs; });
    QVERIFY(!notice.isHidden());
    notice.findChild<QPushButton*>()->click();
    QCOMPARE(runs, 1);
    QVERIFY(notice.isHidden());
}

void WidgetsTest::emptyStateHasOneButton()
{
    EmptyState empty(QStringLiteral("library"), QStringLiteral("No reports yet"),
        QStringLiteral("They come here."), QStringLiteral("Run a scenario"));
    QSignalSpy triggered(&empty, &EmptyState::triggered);
    empty.button()->click();
    QCOMPARE(triggered.count(), 1);
    empty.setButtonText({});
    QVERIFY(empty.button()->isHidden());
}

void WidgetsTest::absentFactsAreLeftOut()
{
    KeyValuePanel panel;
    panel.setRows({{QStringLiteral("Host"), QStringLiteral("alpha")}, {QStringLiteral("CPU"), QString()}});
    QCOMPARE(panel.rows().size(), std::size_t{1});
    panel.setRows({});
    QVERIFY(panel.rows().empty());
}

void WidgetsTest::figuresExplainThemselves()
{
    Tile tile(QStringLiteral("p95"));
    setMetricHelp(&tile, QStringLiteral("latency_ms.p95"));
    tile.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tile));
    QVERIFY(tile.whatsThis().contains(QStringLiteral("Response time")));
    QCOMPARE(tile.toolTip(), tile.whatsThis());
    // The mark comes with the pointer and goes with it.
    auto* mark = tile.findChild<QToolButton*>();
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&tile, &leave); // wherever the pointer happens to be
    QVERIFY(!mark->isVisible());
    QEvent enter(QEvent::Enter);
    QApplication::sendEvent(&tile, &enter);
    QVERIFY(mark->isVisible());
    QVERIFY(tile.rect().contains(mark->geometry()));
    QVERIFY(mark->accessibleName().contains(QStringLiteral("Response time, p95")));
    QApplication::sendEvent(&tile, &leave);
    QVERIFY(!mark->isVisible());
    setMetricHelp(&tile, QStringLiteral("rps"));
    QVERIFY(tile.toolTip().contains(QStringLiteral("Requests per second")));
    QCOMPARE(tile.findChildren<QToolButton*>().size(), 1);
    setMetricHelp(&tile, {});
    QVERIFY(tile.whatsThis().isEmpty());
    QVERIFY(tile.findChildren<QToolButton*>().isEmpty());
    QVERIFY(!showContextHelp(&tile));
}

void WidgetsTest::hiddenTilesLeaveNoRoom()
{
    QWidget window; // smaller than the layout of the row would have it
    FoldingRow row(&window);
    QList<Tile*> tiles;
    for (int i = 0; i < 3; ++i) {
        tiles << new Tile(QString::number(i));
        row.add(tiles.back());
    }
    tiles.back()->hide();
    row.resize(600, 100);
    window.show();
    QTRY_COMPARE(tiles[1]->geometry().right(), row.width() - 1);
    tiles.back()->show();
    QTRY_COMPARE(tiles[2]->geometry().right(), row.width() - 1);
    QCOMPARE(tiles[0]->y(), tiles[2]->y());
    // In two rows where they do not fit side by side.
    row.resize(300, 200);
    QTRY_VERIFY(tiles[2]->y() > tiles[0]->y());
}

void WidgetsTest::scrollingPastABoxChangesNothing()
{
    QScrollArea area;
    auto* content = new QWidget;
    auto* box = new QComboBox(content);
    box->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    box->setGeometry(0, 0, 100, 28);
    auto* tabs = new QTabBar(content);
    tabs->addTab(QStringLiteral("first"));
    tabs->addTab(QStringLiteral("second"));
    tabs->setGeometry(0, 40, 200, 28);
    content->setFixedSize(300, 2000);
    area.setWidget(content);
    area.resize(320, 200);
    area.show();
    area.setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    const auto turn = [](QWidget* widget) {
        const QPointF at = widget->rect().center();
        QWheelEvent event(at, widget->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // only those go on to the parent
        qApp->notify(widget, &event); // sendEvent() would take that back
    };
    turn(box);
    const int scrolled = area.verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QCOMPARE(box->currentIndex(), 0);
    turn(tabs);
    QVERIFY(area.verticalScrollBar()->value() > scrolled);
    QCOMPARE(tabs->currentIndex(), 0);
    // A box that was chosen is another matter.
    area.verticalScrollBar()->setValue(0);
    area.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    box->setFocus();
    turn(box);
    QCOMPARE(box->currentIndex(), 1);
    QCOMPARE(area.verticalScrollBar()->value(), 0);
}

void WidgetsTest::figuresStayBesideTheirNeighbours()
{
    QStandardItemModel model(2, 2);
    model.setHeaderData(1, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    TableView figures(QStringLiteral("Figures"));
    figures.setModel(&model);
    QVERIFY(!figures.horizontalHeader()->stretchLastSection());
    model.setHeaderData(1, Qt::Horizontal, int(Qt::AlignLeft | Qt::AlignVCenter), Qt::TextAlignmentRole);
    TableView words(QStringLiteral("Words"));
    words.setModel(&model);
    QVERIFY(words.horizontalHeader()->stretchLastSection());
}

void WidgetsTest::longJobsSayHowLongAndAreCancelled()
{
    QWidget window;
    auto* row = new ProgressRow(QStringLiteral("Reading"), &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy cancelled(row, &ProgressRow::cancelRequested);
    row->start();
    QVERIFY(!row->isVisible()); // quick jobs do not flicker
    QTRY_VERIFY(row->isVisible());
    row->setProgress(1200, 10000);
    QCOMPARE(row->findChild<QLabel*>()->text(), QStringLiteral("1,200 of 10,000"));
    row->setPercent(40);
    QVERIFY(row->findChild<QLabel*>()->text().startsWith(QStringLiteral("Reading: 40 %")));
    auto* button = row->findChild<QPushButton*>();
    QVERIFY(button->accessibleName().contains(QStringLiteral("Reading")));
    button->click();
    QCOMPARE(cancelled.count(), 1);
    row->finish();
    QVERIFY(!row->isVisible());
    // One that ended before it was shown stays away.
    row->start();
    row->finish();
    QVERIFY(!row->isVisible());
}

PLUMB_TEST_MAIN_APP(WidgetsTest, QApplication)
#include "tst_widgets.moc"

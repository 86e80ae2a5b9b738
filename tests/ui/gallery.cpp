// SPDX-License-Identifier: GPL-3.0-or-later
// Every small widget and plot with made-up data, to look at in both themes: gallery [light|dark] [page].
#include "ui/charts/chartframe.h"
#include "ui/charts/percentileplot.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/shell/settings.h"
#include "ui/shell/thememanager.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyvaluepanel.h"
#include "ui/widgets/numberdelegate.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/verdictbadge.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>

#include <cmath>
#include <random>

using namespace plumb::ui;
using plumb::metric::Verdict;

namespace {

constexpr std::array allVerdicts{Verdict::pass, Verdict::warn, Verdict::fail, Verdict::inconclusive,
    Verdict::invalid, Verdict::noBaseline, Verdict::notMeasured, Verdict::skipped};
constexpr int valuesRole = Qt::UserRole + 1;
constexpr int verdictRole = Qt::UserRole + 2;

TimeSeries noisy(
    const QString& name, SeriesColor color, SeriesLook look, double level, double noise, int points = 180)
{
    std::mt19937 random(unsigned(level * 100));
    std::normal_distribution<double> normal(0.0, noise);
    TimeSeries series{name, color, look, {}, {}};
    for (int i = 0; i < points; ++i) {
        series.t.push_back(i);
        series.y.push_back(std::max(0.0, level * (i > 120 ? 1.3 : 1.0) + normal(random)));
    }
    return series;
}

ChartFrame* latencyChart()
{
    auto* plot = new TimePlot;
    plot->setYTitle(QStringLiteral("ms"));
    plot->setUnit(QStringLiteral("ms"));
    plot->setSeries({noisy(QStringLiteral("p50"), p50Color, SeriesLook::line, 12, 0.8),
        noisy(QStringLiteral("p95"), p95Color, SeriesLook::line, 41, 2.5),
        noisy(QStringLiteral("p99"), p99Color, SeriesLook::line, 62, 5),
        noisy(QStringLiteral("baseline p95"), baselineColor, SeriesLook::ghost, 38, 1.0)});
    plot->setPhases({{0, 15, QStringLiteral("warm-up")}, {170, 180, QStringLiteral("cool-down")}});
    plot->setMarks({{120, QStringLiteral("deploy")}});
    plot->setLimits({{80, QStringLiteral("p95 fail > 80 ms"), LimitLine::Level::fail}});
    auto* frame = new ChartFrame(QStringLiteral("Response time"), plot);
    frame->setCaption(QStringLiteral("p95 rose from 41 to 53 ms at 02:00 and stayed"));
    return frame;
}

ChartFrame* rateChart()
{
    auto* plot = new TimePlot;
    plot->setYTitle(QStringLiteral("requests/s"));
    plot->setUnit(QStringLiteral("1/s"));
    TimeSeries achieved = noisy(QStringLiteral("achieved"), SeriesColor::first, SeriesLook::line, 50, 1.2);
    for (std::size_t i = 60; i < 66; ++i) {
        achieved.y[i] = std::nan("");
    }
    plot->setSeries(
        {noisy(QStringLiteral("planned"), SeriesColor::muted, SeriesLook::ghost, 50, 0), achieved});
    auto* frame = new ChartFrame(QStringLiteral("Requests per second"), plot);
    frame->setCaption(QStringLiteral("Achieved follows the plan within 2 %"));
    return frame;
}

ChartFrame* outcomesChart()
{
    auto* plot = new StackedTimePlot;
    plot->setYTitle(QStringLiteral("requests/s"));
    plot->setSeries({noisy(QStringLiteral("ok"), SeriesColor::first, SeriesLook::line, 48, 2),
        noisy(QStringLiteral("http_5xx"), SeriesColor::second, SeriesLook::line, 2, 1),
        noisy(QStringLiteral("timeout"), SeriesColor::fourth, SeriesLook::line, 1, 1)});
    auto* frame = new ChartFrame(QStringLiteral("Outcomes"), plot);
    frame->setCaption(QStringLiteral("5.8 % of requests failed, most with http_5xx"));
    return frame;
}

ChartFrame* percentileChart()
{
    auto* plot = new PercentilePlot;
    plot->setYTitle(QStringLiteral("ms"));
    plot->setUnit(QStringLiteral("ms"));
    PercentileSeries run{QStringLiteral("this run"), SeriesColor::first, SeriesLook::line, {}, {}, 9000};
    for (double tail = 1.0; tail <= 9000; tail *= 1.08) {
        run.percentile.push_back(1.0 - 1.0 / tail);
        run.value.push_back(9.0 + 11.0 * std::log(tail + 1) + (tail > 300 ? 30 : 0));
    }
    PercentileSeries base = run;
    base.name = QStringLiteral("baseline");
    base.color = baselineColor;
    base.look = SeriesLook::ghost;
    for (double& value : base.value) {
        value *= 0.86;
    }
    plot->setSeries({base, run});
    auto* frame = new ChartFrame(QStringLiteral("Percentiles"), plot);
    frame->setCaption(QStringLiteral("Slower than the baseline everywhere, most beyond 99.7 %"));
    return frame;
}

class OverviewPage : public Page
{
public:
    OverviewPage()
        : Page(QStringLiteral("run"))
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(Theme::space4, 0, Theme::space4, Theme::space3);
        layout->setSpacing(Theme::space2);
        auto* tiles = new QHBoxLayout;
        const auto addTile = [&](const char* title, const char* figure, const char* limit, double level,
                                 std::optional<Verdict> verdict) {
            auto* tile = new Tile(QString::fromUtf8(title));
            tile->setFigure(QString::fromUtf8(figure));
            const TimeSeries series = noisy({}, SeriesColor::first, SeriesLook::line, level, level / 12, 90);
            tile->setValues(QList<double>(series.y.begin(), series.y.end()));
            tile->setLimit(QString::fromUtf8(limit), verdict);
            tiles->addWidget(tile);
        };
        addTile("RPS", "49.8", "of 50 planned", 50, std::nullopt);
        addTile("p50", "12.1 ms", "no limit", 12, std::nullopt);
        addTile("p95", "41.7 ms", "limit 80 ms", 41, Verdict::pass);
        addTile("p99", "96.0 ms", "limit 90 ms", 62, Verdict::fail);
        addTile("Errors", "0.21 %", "warn above 0.2 %", 2, Verdict::warn);
        addTile("Users", "10", "of 10", 10, std::nullopt);
        layout->addLayout(tiles);
        auto* charts = new QGridLayout;
        charts->setSpacing(Theme::space2);
        charts->addWidget(rateChart(), 0, 0);
        charts->addWidget(latencyChart(), 0, 1);
        charts->addWidget(outcomesChart(), 1, 0);
        charts->addWidget(percentileChart(), 1, 1);
        layout->addLayout(charts, 1);
        m_actions << new QAction(plumb::ui::icon(u"mark"), QStringLiteral("Mark"), this)
                  << new QAction(plumb::ui::icon(u"abort"), QStringLiteral("Abort"), this)
                  << new QAction(plumb::ui::icon(u"stop"), QStringLiteral("Stop"), this);
        m_environment = new QComboBox(this);
        m_environment->addItems({QStringLiteral("local"), QStringLiteral("stage")});
    }
    QString title() const override { return QStringLiteral("content_generation"); }
    QString navigationText() const override { return QStringLiteral("Run"); }
    QIcon icon() const override { return plumb::ui::icon(u"run"); }
    QList<QAction*> pageActions() const override { return m_actions; }
    QWidget* headerWidget() override { return m_environment; }

private:
    QList<QAction*> m_actions;
    QComboBox* m_environment;
};

class PartsPage : public Page
{
public:
    PartsPage()
        : Page(QStringLiteral("library"))
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(Theme::space4, 0, Theme::space4, Theme::space3);
        auto* notice = new NoticeBar;
        notice->showNotice(NoticeBar::Level::warning, QStringLiteral("The library folder is read-only."),
            QStringLiteral("Open another"), [] {});
        layout->addWidget(notice);
        auto* badges = new QHBoxLayout;
        for (const Verdict verdict : allVerdicts) {
            auto* badge = new VerdictBadge;
            badge->setVerdict(verdict);
            badges->addWidget(badge);
        }
        badges->addStretch();
        layout->addLayout(badges);
        auto* section = new SectionHeader(QStringLiteral("Reports"));
        section->setRemark(QStringLiteral("8 of 8"));
        auto* filter = new QLineEdit;
        filter->setPlaceholderText(QStringLiteral("Filter"));
        section->addWidget(filter);
        layout->addWidget(section);
        layout->addWidget(makeTable(), 1);
        auto* icons = new QHBoxLayout;
        const QStringList names = iconNames();
        for (const QString& name : names) {
            auto* label = new QLabel;
            label->setPixmap(plumb::ui::icon(name).pixmap(16, 16));
            label->setToolTip(name);
            icons->addWidget(label);
        }
        layout->addLayout(icons);
        auto* facts = new KeyValuePanel;
        facts->setRows({{QStringLiteral("Host"), QStringLiteral("alpha, 2 cores, 8 GiB")},
            {QStringLiteral("Engine"), QStringLiteral("builtin, qnam")}});
        layout->addWidget(facts);
        layout->addWidget(new EmptyState(QStringLiteral("library"), QStringLiteral("No reports yet"),
            QStringLiteral("Every run leaves a report here, to be judged, compared and kept as a baseline."),
            QStringLiteral("Run a scenario")));
    }
    QString title() const override { return QStringLiteral("Library"); }
    QIcon icon() const override { return plumb::ui::icon(u"library"); }

private:
    QTableView* makeTable()
    {
        auto* model = new QStandardItemModel(8, 4, this);
        model->setHorizontalHeaderLabels({QStringLiteral("Operation"), QStringLiteral("Verdict"),
            QStringLiteral("p95, ms"), QStringLiteral("Course")});
        for (int row = 0; row < 8; ++row) {
            model->setData(model->index(row, 0), QStringLiteral("content_generation"));
            model->setData(model->index(row, 1), row, verdictRole);
            model->setData(
                model->index(row, 2), row == 6 ? QVariant() : QVariant(QString::number(41.7 + row)));
            const TimeSeries course = noisy({}, SeriesColor::first, SeriesLook::line, 40 + row, 4, 60);
            model->setData(model->index(row, 3),
                QVariant::fromValue(QList<double>(course.y.begin(), course.y.end())), valuesRole);
        }
        auto* table = new QTableView;
        table->setModel(model);
        table->setItemDelegateForColumn(1, new VerdictDelegate(verdictRole, table));
        table->setItemDelegateForColumn(2, new NumberDelegate(table));
        table->setItemDelegateForColumn(3, new SparklineDelegate(valuesRole, table));
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(Theme::rowHeight);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->setShowGrid(false);
        table->horizontalHeader()->setStretchLastSection(true);
        table->setColumnWidth(0, 220);
        table->setColumnWidth(1, 140);
        table->selectRow(2);
        return table;
    }
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QTemporaryDir folder;
    QSettings store(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    Settings settings(store);
    ThemeManager themes(application, themeModeFromString(words.value(1)));
    MainWindow window(settings, themes);
    window.addPage(new OverviewPage);
    window.addPage(new PartsPage);
    window.setLibraryPath(QStringLiteral("/home/me/baselines"));
    window.setRunStatus(QStringLiteral("1 running, 2 waiting (ETA 3:20)"));
    window.setGeneratorStatus(QStringLiteral("generator ok, 12 % CPU"));
    window.showPage(words.value(2));
    const QStringList size = words.value(3).split(QLatin1Char('x'));
    if (size.size() == 2) {
        window.setGeometry(0, 0, size[0].toInt(), size[1].toInt());
    }
    window.show();
    return QApplication::exec();
}

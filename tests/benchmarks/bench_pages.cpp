// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is held at a time while a library of 10,000 reports is opened, searched,
// sorted and grouped, and while a report of 3 MB and a much larger one are opened and a part of their time
// chosen. Prints the longest event of each; judges none. Meant: under 16 ms.
#include "base/files.h"
#include "base/json.h"
#include "library/library.h"
#include "report/reportbuilder.h"
#include "stats/hdrhistogram.h"
#include "tests/benchmarks/eventwatch.h"
#include "tests/benchmarks/manyreports.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagebench.h"
#include "ui/library/librarypage.h"
#include "ui/report/reportpage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

#include <cstdio>
#include <random>

using namespace plumb;
using bench::EventWatch;

namespace {

constexpr int reports = 10'000;
constexpr int fewSteps = 7; ///< an hour of them makes a report of 3 MB
constexpr int manySteps = 40;
constexpr int hour_s = 3600;

bool libraryPage(EventWatch& watch)
{
    test::PageBench bench;
    const auto folder = std::filesystem::path(bench.folder.filePath(QStringLiteral("lib")).toStdString());
    if (!library::Library::open(folder) || !bench::writeReports(folder, 0, reports)) {
        std::fprintf(stderr, "no library can be made in %s\n", folder.c_str());
        return false;
    }
    watch.restart();
    auto* page = new ui::LibraryPage(bench.library, bench.settings);
    bench.window.addPage(page);
    bench.window.show();
    bench.library.open(folder);
    if (!EventWatch::until([&bench] { return !bench.library.busy(); }, 600'000))
        return false;
    watch.print("10,000 reports: opened with no index");
    watch.restart();
    bench.library.refresh();
    if (!EventWatch::until([&bench] { return !bench.library.busy(); }))
        return false;
    watch.print("10,000 reports: refreshed");
    watch.restart();
    auto* search = test::named<QLineEdit>(*page, QStringLiteral("Search reports"));
    auto* table = test::named<ui::TableView>(*page, QStringLiteral("Reports"));
    for (const char key : {'b', 'e', 'n', 'c', 'h', ' ', 'p', '9', '5', '>', '4'}) {
        QTest::keyClick(search, key);
        EventWatch::until([] { return true; });
    }
    for (int i = 0; i < 11; ++i) {
        QTest::keyClick(search, Qt::Key_Backspace);
        EventWatch::until([] { return true; });
    }
    watch.print("10,000 reports: typing a search and taking it back");
    watch.restart();
    for (int column = 0; column < table->horizontalHeader()->count(); ++column) {
        table->sortByColumn(column, Qt::AscendingOrder);
        EventWatch::until([] { return true; });
    }
    watch.print("10,000 reports: painting after each sort");
    watch.restart();
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(table, Qt::Key_PageDown);
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    EventWatch::until([] { return true; });
    watch.print("10,000 reports: paging and choosing all");
    return true;
}

/// An hour of @p steps steps, each with a distribution of its own every second.
std::string hourReport(int steps)
{
    std::mt19937 random(1);
    std::lognormal_distribution<double> latency_us(9.0, 0.8);
    auto start = test::scriptedStart();
    start.steps.clear();
    for (int i = 0; i < steps; ++i)
        start.steps.push_back({"step " + std::to_string(i), "User", "http", "GET", "/", false});
    const auto form = test::scriptedTick(0.0, report::Phase::measure, 0, 0, 1.0).steps.front();
    std::vector<report::Tick> pool;
    for (int second = 0; second < 20; ++second) {
        report::Tick tick;
        tick.phase = report::Phase::measure;
        for (int i = 0; i < steps; ++i) {
            auto step = form;
            step.step = i;
            step.sent = 125;
            step.outcomes[0] = 125;
            stats::HdrHistogram histogram;
            for (int k = 0; k < 125; ++k)
                histogram.record(static_cast<std::int64_t>(latency_us(random)));
            for (auto& series : step.histograms)
                series = histogram.encode();
            tick.steps.push_back(step);
        }
        pool.push_back(std::move(tick));
    }
    report::ReportBuilder builder;
    builder.add(start);
    builder.add(test::state(report::RunState::measuring, 0.0));
    for (int at = 1; at <= hour_s; ++at) {
        auto& tick = pool[static_cast<std::size_t>(at) % pool.size()];
        tick.at_s = at;
        builder.add(tick);
    }
    for (int i = 0; i < 200; ++i) {
        auto sample = test::failingSample(i * 10.0, 503);
        sample.response_body = std::string(4096, 'x');
        builder.add(sample);
    }
    builder.add(test::scriptedFinish(hour_s));
    return dumpJson(report::toJson(builder.build()));
}

bool reportPage(EventWatch& watch, int steps)
{
    test::PageBench bench;
    const auto json = hourReport(steps);
    const auto file = bench.write(QStringLiteral("reports/mixed/hour.json"), json);
    auto* page = new ui::ReportPage;
    bench.window.addPage(page);
    bench.window.show();
    EventWatch::until([&bench] { return bench.window.isVisible(); });
    for (const auto* time : {"first", "second"}) {
        watch.restart();
        const auto* before = page->report();
        page->open(file);
        if (!EventWatch::until([&] { return page->report() != before; }))
            return false;
        watch.print(qPrintable(QStringLiteral("a report of %1 MB, %2 steps, an hour: opened the %3 time")
                                   .arg(static_cast<double>(json.size()) / 1e6, 0, 'f', 1)
                                   .arg(steps)
                                   .arg(QString::fromUtf8(time))));
    }
    watch.restart();
    page->setRange(models::TimeRange{600.0, 1200.0});
    const auto* chip = page->findChild<ui::Chip*>();
    if (!EventWatch::until([chip] { return chip->isVisibleTo(chip->window()); }))
        return false;
    watch.print("the same report: ten minutes of it chosen");
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    test::prepareProcess();
    EventWatch watch(argc, argv);
    return libraryPage(watch) && reportPage(watch, fewSteps) && reportPage(watch, manySteps) ? 0 : 1;
}

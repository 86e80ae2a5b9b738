// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is held at a time while a run of 5,000 requests a second and 40 steps is
// watched: an hour of it is there already, as after a late attach, and a tick comes every 200 ms. Prints the
// longest and the median event, and what the batch in the other thread takes; judges none. Meant: under 16
// ms.
#include "stats/hdrhistogram.h"
#include "tests/benchmarks/eventwatch.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/liverun.h"
#include "ui/run/runview.h"
#include "ui/shell/thememanager.h"

#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <random>

using namespace plumb;

namespace {

constexpr int steps = 40;
constexpr int perStep = 5000 / steps;
constexpr int history = 3600;
constexpr int ticks = 40;
constexpr int tickMs = 200;

report::RunStarted started()
{
    auto event = test::scriptedStart();
    event.steps.clear();
    for (int i = 0; i < steps; ++i)
        event.steps.push_back({"step " + std::to_string(i), "User", "http", "GET", "/", false});
    event.planned_duration_s = 2.0 * history;
    return event;
}

/// A second in which every step has a distribution of its own.
report::Tick second(double at_s, std::mt19937& random)
{
    auto tick = test::scriptedTick(at_s, report::Phase::measure, 0, 0, 1.0);
    tick.planned_rate = 5000.0;
    const auto first = tick.steps.front();
    tick.steps.clear();
    std::lognormal_distribution<double> latency_us(9.0, 0.8);
    for (int i = 0; i < steps; ++i) {
        auto step = first;
        step.step = i;
        step.outcomes[0] = perStep - 1;
        step.outcomes[2] = 1;
        stats::HdrHistogram histogram;
        for (int k = 0; k < perStep; ++k)
            histogram.record(static_cast<std::int64_t>(latency_us(random)));
        for (const auto series : {report::Series::response, report::Series::service, report::Series::ttfb})
            step.histograms[static_cast<std::size_t>(series)] = histogram.encode();
        tick.steps.push_back(step);
    }
    return tick;
}

void waitFor(models::LiveRun& run, double at_s)
{
    while (run.snapshot().elapsed_s < at_s)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

} // namespace

int main(int argc, char** argv)
{
    test::prepareProcess();
    bench::EventWatch application(argc, argv);
    const ui::ThemeManager themes(application, ui::ThemeMode::light);
    ui::RunView view;
    view.resize(1280, 840);
    view.show();
    models::LiveRun run;
    QObject::connect(&run, &models::LiveRun::changed, &view, [&] { view.showRun(run.snapshot()); });

    std::mt19937 random(1);
    std::vector<report::Tick> pool;
    for (int i = 0; i < 20; ++i)
        pool.push_back(second(0.0, random));
    run.add(started());
    run.add(test::state(report::RunState::measuring, 0.0));
    for (int at = 1; at <= history; ++at) {
        auto tick = pool[static_cast<std::size_t>(at) % pool.size()];
        tick.at_s = at;
        run.add(tick);
    }
    QElapsedTimer attach;
    attach.start();
    waitFor(run, history);
    std::printf(
        "late attach to %d s: shown after %.1f s\n", history, static_cast<double>(attach.elapsed()) / 1e3);

    application.print("late attach");
    application.restart();
    QTimer clock;
    int sent = 0;
    QObject::connect(&clock, &QTimer::timeout, &view, [&] {
        if (sent == ticks) {
            QApplication::quit();
            return;
        }
        auto tick = pool[static_cast<std::size_t>(sent) % pool.size()];
        tick.at_s = history + ++sent;
        run.add(tick);
        run.add(test::failingSample(tick.at_s, 503));
    });
    clock.start(tickMs);
    QApplication::exec();
    application.print(qPrintable(QStringLiteral("%1 ticks").arg(ticks)));
    return 0;
}

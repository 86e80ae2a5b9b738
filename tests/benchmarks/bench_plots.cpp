// SPDX-License-Identifier: GPL-3.0-or-later
// The longest single repaint of each plot with an hour of history: 3,600 points, six series, 900 x 300
// pixels. Prints milliseconds of processor time; ends with 1 where one takes more than the 16 ms of a
// screen's frame.
#include "tests/support/testmain.h"
#include "ui/charts/percentileplot.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/shell/thememanager.h"

#include <QApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

using namespace plumb::ui;

namespace {

constexpr int points = 3600;
constexpr int repeats = 30;
constexpr double frame_ms = 16.0;

std::vector<TimeSeries> hour()
{
    std::mt19937 random(1);
    std::lognormal_distribution<double> latency(0.0, 0.25);
    std::vector<TimeSeries> result;
    for (int s = 0; s < 6; ++s) {
        TimeSeries series{QStringLiteral("series %1").arg(s), SeriesColor(s), SeriesLook::line, {}, {}};
        for (int i = 0; i < points; ++i) {
            series.t.push_back(i);
            series.y.push_back(10.0 * (s + 1) * latency(random));
        }
        result.push_back(series);
    }
    return result;
}

/// Median and maximum of the processor time of one repaint after a tick.
bool measure(const char* name, Plot& plot, const std::function<void()>& tick)
{
    plot.resize(900, 300);
    plot.show();
    plot.replotNow();
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        tick();
        // Processor time: on a shared machine the wall clock measures the neighbours.
        const std::clock_t before = std::clock();
        plot.replotNow();
        times.push_back(1e3 * double(std::clock() - before) / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    std::printf("%-12s median %5.1f ms   max %5.1f ms\n", name, median, times.back());
    return median <= frame_ms;
}

} // namespace

int main(int argc, char** argv)
{
    plumb::test::prepareProcess();
    QApplication application(argc, argv);
    const ThemeManager themes(application, ThemeMode::light);

    TimePlot time;
    time.setSeries(hour());
    double t = points;
    bool ok = measure("time", time, [&] {
        time.append(t, {10, 20, 30, 40, 50, 60});
        t += 1.0;
    });

    StackedTimePlot stacked;
    stacked.setSeries(hour());
    ok = measure("stacked", stacked, [&] { stacked.setSeries(stacked.series()); }) && ok;

    PercentilePlot percentiles;
    std::vector<PercentileSeries> distributions;
    for (int s = 0; s < 6; ++s) {
        PercentileSeries one{
            QStringLiteral("run %1").arg(s), SeriesColor(s), SeriesLook::line, {}, {}, 1'000'000};
        for (double tail = 1.0; tail < 1e6; tail *= 1.004) {
            one.percentile.push_back(1.0 - 1.0 / tail);
            one.value.push_back((s + 10.0) * std::log(tail + 1.0));
        }
        distributions.push_back(one);
    }
    percentiles.setSeries(distributions);
    ok = measure("percentile", percentiles, [] {}) && ok;
    return ok ? 0 : 1;
}

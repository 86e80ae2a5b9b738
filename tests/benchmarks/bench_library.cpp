// SPDX-License-Identifier: GPL-3.0-or-later
// How long a library of 1,000 and of 10,000 reports takes to be indexed from nothing, to be looked through
// when nothing changed, and to be listed. Prints milliseconds.
#include "base/files.h"
#include "base/timestamp.h"
#include "library/library.h"
#include "report/reportbuilder.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

namespace fs = std::filesystem;
using namespace plumb;

namespace {

template <class Function>
double milliseconds(const Function& function)
{
    const auto before = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count();
}

/// A minute's run with one step.
report::Report minuteRun()
{
    report::ReportBuilder builder;
    report::RunStarted start;
    start.run_id = "bench";
    start.operation = "bench";
    start.steps.push_back({"only", "P", "http", "GET", "/", false});
    builder.add(start);
    for (int second = 1; second <= 60; ++second) {
        stats::HdrHistogram histogram;
        for (int i = 0; i < 100; ++i) {
            histogram.record(1000 + 37 * i * second % 9000);
        }
        report::StepTick step;
        step.sent = 100;
        step.outcomes[0] = 100;
        step.histograms[0] = histogram.encode();
        report::Tick tick;
        tick.at_s = second;
        tick.steps.push_back(step);
        builder.add(tick);
    }
    return builder.build();
}

bool measure(const fs::path& folder, int from, int count, report::Report& report)
{
    for (int i = from; i < count; ++i) {
        report.id = "bench-" + std::to_string(i);
        report.started_at = isoTimestamp(1'700'000'000'000 + i * 60'000LL);
        const auto file = folder / "reports/bench" / (report.id + ".json");
        if (!writeFileAtomic(file, dumpJson(report::toJson(report)))) {
            return false;
        }
    }
    auto library = library::Library::open(folder);
    if (!library) {
        return false;
    }
    bool ok = true;
    const double rebuild = milliseconds([&] { ok = ok && (*library)->rebuild().has_value(); });
    const double refresh = milliseconds([&] { ok = ok && (*library)->refresh().has_value(); });
    std::size_t rows = 0;
    const double list = milliseconds([&] {
        if (const auto all = (*library)->reports()) {
            rows = all->size();
        }
    });
    std::printf(
        "%6d reports: rebuild %8.1f ms, refresh %7.1f ms, list %6.1f ms\n", count, rebuild, refresh, list);
    return ok && rows == static_cast<std::size_t>(count);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const auto folder = fs::path(dir.path().toStdString()) / "library";
    auto report = minuteRun();
    const bool ok = library::Library::open(folder) && measure(folder, 0, 1'000, report)
        && measure(folder, 1'000, 10'000, report);
    return ok ? 0 : 1;
}

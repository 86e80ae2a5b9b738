// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/manyreports.h"

#include "base/files.h"
#include "base/timestamp.h"
#include "report/reportbuilder.h"

namespace plumb::bench {

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

bool writeReports(const std::filesystem::path& folder, int from, int count)
{
    auto report = minuteRun();
    for (int i = from; i < count; ++i) {
        report.id = "bench-" + std::to_string(i);
        report.started_at = isoTimestamp(1'700'000'000'000 + i * 60'000LL);
        const auto file = folder / "reports/bench" / (report.id + ".json");
        if (!writeFileAtomic(file, dumpJson(report::toJson(report)))) {
            return false;
        }
    }
    return true;
}

} // namespace plumb::bench

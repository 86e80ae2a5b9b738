// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/librarybench.h"

#include "base/json.h"
#include "tests/models/scriptedrun.h"

namespace plumb::test {

std::string libraryReport(const char* operation, int day, metric::Verdict verdict, double ms, const char* tag)
{
    auto report = test::scriptedReport();
    report.id = "11111111-2222-4333-8444-0000000000" + std::to_string(10 + day);
    report.operation = operation;
    report.started_at = "2026-11-" + std::to_string(day) + "T14:03:05.120+01:00";
    report.verdict = report.judgement.verdict = verdict;
    report.latency_ms.p95 = ms;
    report.tags = {tag};
    return dumpJson(report::toJson(report));
}

void LibraryBench::fill()
{
    pages.write(text("reports/checkout/a.json"),
        libraryReport("checkout", 11, metric::Verdict::pass, 41.7, "nightly"));
    pages.write(
        text("reports/login/b.json"), libraryReport("login", 12, metric::Verdict::fail, 296.0, "nightly"));
    pages.write(
        text("reports/search/c.json"), libraryReport("search", 13, metric::Verdict::warn, 9.5, "weekly"));
    const auto whole = libraryReport("zipped", 14, metric::Verdict::pass, 1.0, "nightly");
    cut = pages.write(text("reports/zipped/cut.json"), whole.substr(0, whole.size() / 2));
    std::filesystem::last_write_time(
        cut.toStdString(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
}

} // namespace plumb::test

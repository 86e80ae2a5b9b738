// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/verify.h"
#include "tests/support/faultserver.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::test;

namespace {

constexpr int users = 10;
constexpr int stalls = 2;

/// Values of @p series above @p ms.
std::int64_t above(const report::Report& report, report::Series series, double ms)
{
    const auto& encoded = report.steps.front().histograms.at(static_cast<std::size_t>(series));
    const auto histogram = stats::HdrHistogram::decode(encoded);
    std::int64_t count = 0;
    for (const auto& bucket : histogram ? histogram->buckets() : std::vector<stats::HdrHistogram::Bucket>())
        count += static_cast<double>(bucket.highest) > ms * 1000.0 ? bucket.count : 0;
    return count;
}

} // namespace

/// A server that stands still for 1 s in every 5, at 500 iterations/s through 10 users. Each user meets a
/// stall once; everybody who was to come meanwhile waited for it, and only the response time knows.
class TestStalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theResponseTimeShowsWhatTheServiceTimeHides_data()
    {
        QTest::addColumn<QString>("transport");
        QTest::newRow("direct") << QStringLiteral("direct");
        QTest::newRow("qnam") << QStringLiteral("qnam");
    }
    void theResponseTimeShowsWhatTheServiceTimeHides()
    {
        QFETCH(QString, transport);
        const FaultServer server;
        const Workspace workspace;
        const Json load{{"executor", "constant-arrival-rate"}, {"rate", 500}, {"duration_s", 10.5},
            {"max_vus", users}, {"backlog", 2000}};
        const auto file = workspace.write("s.json", oneStepScenario(server.url(), "/stall/5000/1000", load));
        const auto result = runPlumb({QStringLiteral("run"), QString::fromStdString(file.string()),
            QStringLiteral("--transport"), transport, QStringLiteral("--library"),
            QString::fromStdString(workspace.library().string())});
        const auto reports = workspace.reports();
        QVERIFY2(reports.size() == 1, result.errors.constData());
        const auto report = report::readReport(reports.front()).value();
        QVERIFY2(report::verify(report).empty(), result.errors.constData());
        // Every arrival was kept and sent, however late.
        QCOMPARE(report.iterations.planned, 5250);
        QCOMPARE(report.totals.dropped, 0);
        QCOMPARE(report.totals.completed, 5250);
        // A stall meets at most what is in flight, once: less than 1 % of all.
        const auto served = above(report, report::Series::service, 500.0);
        QVERIFY2(served <= users * stalls, std::to_string(served).c_str());
        QVERIFY(served >= stalls);
        // Half of a second of arrivals waited for more than half a second, at the least.
        const auto waited = above(report, report::Series::response, 500.0);
        QVERIFY2(waited >= 200 * stalls, std::to_string(waited).c_str());
        QVERIFY(*report.latency_ms.p99 > 500.0);
        QVERIFY(*report.service_ms.p99 < 500.0);
        QVERIFY2(result.errors.contains("  service     p50 ") || result.output.contains("  service     p50 "),
            result.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestStalls)
#include "tst_stalls.moc"

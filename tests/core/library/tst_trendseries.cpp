// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "library/trendseries.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plumb;
using namespace plumb::library;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t now_ms = 1'795'000'000'000;

TrendQuery query(const char* metric = "latency_ms.p95")
{
    TrendQuery wanted;
    wanted.operation = "mixed_workload";
    wanted.metric = metric;
    wanted.now_ms = now_ms;
    return wanted;
}

} // namespace

class TestTrendSeries : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;
    std::unique_ptr<Library> m_library;

    static report::Report run(int number, double p95)
    {
        auto report = test::smallReport();
        report.id = "id-" + std::to_string(number);
        report.started_at = isoTimestamp(now_ms - (20 - number) * 24 * hour_ms);
        report.latency_ms.p95 = p95;
        report.verdict = metric::Verdict::pass;
        report.fingerprint.kernel = "6.1";
        report.scenario = Json::parse(R"({"load":{"vus":3}})");
        return report;
    }

    void store(const report::Report& report) { QVERIFY(m_library->store(report)); }

    void note(const std::string& report, AnnotationState state, const char* metric = "")
    {
        AnnotationLine line;
        line.note.id = report + "-note";
        line.note.report = report;
        line.note.writer = "ada";
        line.note.at = "2026-11-21T10:00:00Z";
        line.note.state = state;
        line.note.metric = metric;
        QVERIFY(m_library->annotate(line));
        QVERIFY(m_library->refresh());
    }

private Q_SLOTS:
    void init()
    {
        m_library = m_libraries.opened(m_libraries.fresh());
        for (int i = 8; i > 0; --i) { // stored in any order
            store(run(i, 100.0 + i));
        }
    }

    void runsStandInTheOrderOfTime()
    {
        const auto input = trendSeries(*m_library, query());
        QVERIFY2(input, input ? "" : input.error().text().c_str());
        QCOMPARE(input->points.size(), 8U);
        QCOMPARE(input->environment, std::string("local"));
        QCOMPARE(input->unit, std::string("ms"));
        for (std::size_t i = 0; i < 8; ++i) {
            QCOMPARE(input->points[i].id, "id-" + std::to_string(i + 1));
            QCOMPARE(*input->points[i].value, 101.0 + static_cast<double>(i));
            QVERIFY(input->points[i].passedOver.empty() && input->points[i].changedSetup.empty());
        }
        QVERIFY(!input->baseline && input->remarks.empty());
        auto step = query("latency_ms.p95");
        step.of = "step:validate";
        QVERIFY(std::abs(*trendSeries(*m_library, step)->points[0].value - 570.0) < 1.0);
    }

    void daysAreCountedBackFromNow()
    {
        auto wanted = query();
        wanted.days = 15;
        QCOMPARE(trendSeries(*m_library, wanted)->points.size(), 4U);
        wanted.days = 1;
        QVERIFY(trendSeries(*m_library, wanted)->points.empty());
    }

    void whatDoesNotCountSaysWhy()
    {
        auto odd = run(10, 500.0);
        odd.verdict = metric::Verdict::invalid;
        store(odd);
        odd = run(11, 500.0);
        odd.partial = true;
        store(odd);
        odd = run(12, 500.0);
        odd.started_at = isoTimestamp(now_ms + 48 * hour_ms);
        store(odd);
        odd = run(13, 500.0);
        odd.latency_ms.p95.reset();
        store(odd);
        store(run(14, 500.0));
        note("id-14", AnnotationState::noise);
        const auto input = *trendSeries(*m_library, query());
        std::map<std::string, std::string> why;
        for (const auto& point : input.points) {
            why[point.id] = point.passedOver;
        }
        QCOMPARE(why["id-8"], std::string());
        QCOMPARE(why["id-10"], std::string("invalid run"));
        QCOMPARE(why["id-11"], std::string("ended early"));
        QCOMPARE(why["id-12"], std::string("starts in the future"));
        QCOMPARE(why["id-13"], std::string("no value"));
        QCOMPARE(why["id-14"], std::string("noted as noise"));
        QVERIFY(judge::trend(input)->changes.empty());
    }

    void equalTimesKeepOneOrder()
    {
        for (int i = 9; i < 12; ++i) {
            auto report = run(i, 100.0);
            report.started_at = isoTimestamp(now_ms - hour_ms);
            store(report);
        }
        const auto once = *trendSeries(*m_library, query()), again = *trendSeries(*m_library, query());
        for (std::size_t i = 0; i < once.points.size(); ++i) {
            QCOMPARE(once.points[i].id, again.points[i].id);
        }
        QVERIFY(judge::trend(once)->direction != judge::TrendDirection::tooFew);
    }

    void environmentsAreNotMixed()
    {
        auto other = run(15, 900.0);
        other.environment = "stage";
        store(other);
        auto input = *trendSeries(*m_library, query());
        QCOMPARE(input.environment, std::string("stage")); // of the newest run
        QCOMPARE(input.points.size(), 1U);
        QVERIFY(input.remarks.front().find("local, stage") != std::string::npos);
        QVERIFY(judge::trend(input)->direction == judge::TrendDirection::tooFew);
        auto wanted = query();
        wanted.environment = "local";
        QCOMPARE(trendSeries(*m_library, wanted)->points.size(), 8U);
        wanted.environment = "moon";
        QVERIFY(!trendSeries(*m_library, wanted));
    }

    void anotherSetupIsMarked()
    {
        auto report = run(9, 100.0);
        report.fingerprint.kernel = "6.2";
        store(report);
        report = run(10, 100.0);
        report.fingerprint.kernel = "6.2";
        report.scenario["load"]["vus"] = 9;
        store(report);
        const auto input = *trendSeries(*m_library, query());
        QCOMPARE(input.points[8].changedSetup, std::vector<std::string>{"kernel"});
        QCOMPARE(input.points[9].changedSetup, std::vector<std::string>{"load"});
        QCOMPARE(judge::trend(input)->breaks.size(), 2U);
    }

    void notesOfThisMetricCount()
    {
        note("id-4", AnnotationState::expected);
        note("id-5", AnnotationState::expected, "rps");
        const auto input = *trendSeries(*m_library, query());
        QVERIFY(input.points[3].expected);
        QVERIFY(!input.points[4].expected);
        QVERIFY(trendSeries(*m_library, query("rps"))->points[4].expected);
    }

    void thePinIsTheMedianOfItsReports()
    {
        BaselineLine line;
        line.operation = "mixed_workload";
        line.environment = "local";
        line.writer = "ada";
        line.at = "2026-11-21T10:00:00Z";
        line.reports = {"id-2", "id-1", "id-3", "lost"};
        QVERIFY(m_library->writeBaseline(line));
        auto wanted = query();
        auto input = *trendSeries(*m_library, wanted);
        QVERIFY(input.baseline.has_value());
        QCOMPARE(input.baseline->value, 102.0);
        QCOMPARE(*input.baseline->index, 2U);
        QVERIFY(input.remarks.front().find("lost is not in the library") != std::string::npos);
        // Also where it is older than what is shown.
        wanted.days = 15;
        input = *trendSeries(*m_library, wanted);
        QCOMPARE(input.baseline->value, 102.0);
        QVERIFY(!input.baseline->index);
    }

    void whatIsNotThereIsAnError()
    {
        QVERIFY(!trendSeries(*m_library, query("latency_ms.p42_is_no_number")));
        QVERIFY(!trendSeries(*m_library, query("latency")));
        const auto kept = trendSeries(*m_library, query("latency_ms.p97"));
        QVERIFY(!kept && kept.error().text().find("does not keep") != std::string::npos);
        auto wanted = query();
        wanted.operation = "nothing";
        const auto none = trendSeries(*m_library, wanted);
        QVERIFY(!none && none.error().text().find("mixed_workload") != std::string::npos);
        wanted = query();
        wanted.of = "step:nothing"; // may have been there in other runs
        const auto step = *trendSeries(*m_library, wanted);
        QCOMPARE(step.points.front().passedOver, std::string("no value"));
        QVERIFY(judge::trend(step)->direction == judge::TrendDirection::tooFew);
    }
};

PLUMB_TEST_MAIN(TestTrendSeries)
#include "tst_trendseries.moc"

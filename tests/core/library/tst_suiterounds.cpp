// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "library/earlierruns.h"
#include "library/references.h"
#include "library/suiterounds.h"
#include "tests/core/judge/comparefixture.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"

#include <limits>

using namespace plumb;
using namespace plumb::library;

/// Which stored reports are one suite, and what "previous" means where the thing before was one.
class TestSuiteRounds : public QObject
{
    Q_OBJECT

private:
    test::FreshLibraries m_libraries;
    std::unique_ptr<Library> m_library;
    int m_next = 0;

    /// A run a minute after the last one; of @p suite unless that is empty.
    report::Report store(const std::string& suite, int round, double factor = 1.0)
    {
        test::ComparedRunSpec spec;
        spec.seed = static_cast<std::uint64_t>(++m_next);
        spec.seconds = 15;
        spec.factor = factor;
        auto report = test::comparedRun(spec);
        report.verdict = metric::Verdict::pass;
        if (!suite.empty()) {
            report.facts[suiteFact] = suite;
            report.facts[roundFact] = std::to_string(round);
        }
        return m_library->store(report) ? report : report::Report();
    }

    std::vector<ReportRow> rows()
    {
        if (!m_library->refresh()) {
            return {};
        }
        return earlierRuns(
            m_library->reports().value(), "checkout", "stage", std::numeric_limits<std::int64_t>::max());
    }

    static std::vector<std::string> idsOf(const std::vector<ReportRow>& rows)
    {
        std::vector<std::string> ids;
        for (const auto& row : rows) {
            ids.push_back(row.id);
        }
        return ids;
    }

    judge::References referencesOf(const report::Report& about, const std::string& against)
    {
        const auto thresholds = test::rulesOf(
            R"([{"metric":"latency_ms.p95","against":")" + against + R"(","fail":"> +20%"}])");
        return referencesFor(*m_library, {&about, 1}, thresholds).value();
    }

private Q_SLOTS:
    void init() { m_library = m_libraries.opened(m_libraries.fresh()); }

    void aRunStandsOnItsOwn()
    {
        QVERIFY(latestRounds({}, {}).empty());
        store("", 1);
        const auto last = store("", 1);
        QCOMPARE(idsOf(latestRounds(rows(), {})), std::vector{last.id});
        QVERIFY(readRoundOf(rows().front().file) == RoundOf{});
        QVERIFY(readRoundOf("/nowhere/none.json") == RoundOf{});
    }

    void aSuiteIsAllItsRounds()
    {
        store("older", 1);
        std::vector<std::string> ids;
        for (int round = 1; round <= 3; ++round) {
            ids.push_back(store("nightly", round).id);
            QVERIFY(readRoundOf(rows().back().file) == (RoundOf{"nightly", round}));
            if (round == 2) {
                store("", 1); // someone else's run in between
            }
        }
        QCOMPARE(idsOf(latestRounds(rows(), {})), ids);
        QCOMPARE(latestRounds(rows(), "nightly").size(), 1U);
    }

    void lostRoundsAreNotLookedForWithoutEnd()
    {
        // Round 1 is gone: older runs are passed over, and the search ends.
        store("nightly", 2);
        for (int i = 0; i < 15; ++i) {
            store("", 1);
        }
        const auto last = store("nightly", 3);
        QCOMPARE(idsOf(latestRounds(rows(), {})), std::vector{last.id});
    }

    void previousIsTheWholeSuiteBefore()
    {
        for (int round = 1; round <= 5; ++round) {
            store("first", round);
        }
        const auto one = store("second", 1);
        const auto two = store("second", 2);
        for (const auto& about : {one, two}) { // its own rounds are not before it
            const auto references = referencesOf(about, "previous");
            const auto& previous = references.runs.at("previous");
            QCOMPARE(previous.size(), 5U);
            for (const auto& report : previous) {
                QCOMPARE(report.facts.at(suiteFact), std::string("first"));
            }
        }
        const auto thresholds
            = test::rulesOf(R"([{"metric":"latency_ms.p95","against":"previous","fail":"> +20%"}])");
        const auto references = referencesOf(one, "previous");
        const auto rule = judge::judge(one, &thresholds, &references).rules.front();
        QVERIFY2(rule.reason.find("the previous suite's (median of 5 rounds)") != std::string::npos,
            rule.reason.c_str());
    }

    void relativeRulesKnowTheNoise()
    {
        QVERIFY(!referencesOf(store("", 1), "previous").noise);
        // Earlier runs 15 % apart: one more that lies within that is no failure anyone could be sure of.
        for (int i = 0; i < 6; ++i) {
            store("", 1, i % 2 == 0 ? 1.0 : 1.15);
        }
        const auto about = store("", 1, 1.13);
        const auto references = referencesOf(about, "previous");
        QVERIFY(references.noise.has_value());
        QVERIFY(references.noise->find("run", "latency_ms.p95") != nullptr);
        const auto thresholds
            = test::rulesOf(R"([{"metric":"latency_ms.p95","against":"previous","fail":"> +20%"}])");
        const auto known = judge::judge(about, &thresholds, &references).rules.front();
        QVERIFY2(known.verdict == metric::Verdict::inconclusive, known.reason.c_str());
        QVERIFY2(
            known.reason.find("its interval reaches the limit") != std::string::npos, known.reason.c_str());
        const judge::References without{references.runs};
        QVERIFY(judge::judge(about, &thresholds, &without).rules.front().verdict == metric::Verdict::pass);
    }
};

PLUMB_TEST_MAIN(TestSuiteRounds)
#include "tst_suiterounds.moc"

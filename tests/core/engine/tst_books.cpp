// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"
#include "workerbench.h"

#include <numeric>
#include <random>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

scenario::Load loadOf(const std::string& executor)
{
    scenario::Load load;
    load.executor = executor;
    if (executor == "constant-vus") {
        load.vus = 7;
        load.duration_s = 4.0;
        load.warmup_s = 1.0;
        load.warmup_shape = "ramp";
        load.cooldown_s = 0.5;
    } else if (executor == "ramping-vus") {
        load.start_vus = 2;
        load.stages = {{2.0, 9.0, {}}, {2.0, 1.0, {}}};
    } else if (executor == "shared-iterations") {
        load.vus = 5;
        load.iterations = std::int64_t{150};
        load.warmup_iterations = 20;
    } else if (executor == "per-vu-iterations") {
        load.vus = 5;
        load.iterations = std::int64_t{20};
    } else {
        load.rate = 120.0;
        load.duration_s = 4.0;
        load.warmup_s = 1.0;
        load.max_vus = 6;
        load.backlog = 3;
        load.arrivals = "poisson";
    }
    return load;
}

/// Answers of every kind, deterministic by seed.
Script randomAnswers(std::uint32_t seed)
{
    auto random = std::make_shared<std::mt19937>(seed);
    return [random](int, const Request&) {
        ScriptedAnswer answer;
        answer.takes = std::chrono::microseconds(500 + (*random)() % 80'000);
        switch ((*random)() % 12) {
        case 0:
            answer.status = 503;
            break;
        case 1:
            answer.status = 404;
            break;
        case 2:
            answer.outcome = Outcome::connect;
            break;
        case 3:
            answer.outcome = Outcome::reset;
            break;
        case 4:
            answer.never = true;
            break;
        case 5:
            answer.status = 302;
            answer.headers = {{"Location", "/elsewhere"}};
            break;
        default:
            answer.body = "token=x";
            break;
        }
        return answer;
    };
}

scenario::CompiledScenario randomScenario(const std::string& executor)
{
    auto one = step("one");
    one.request.timeout_ms = 200.0;
    one.extract.push_back({"token", scenario::Extract::From::regex, "token", false});
    auto two = step("two");
    two.request.timeout_ms = 100.0;
    two.on_fail = scenario::OnFail::endIteration;
    auto three = step("three");
    three.request.timeout_ms = 150.0;
    three.every = 2;
    auto flow = pattern("flow", {one, two, three});
    flow.pattern.think = {scenario::Think::Kind::range, 1.0, 30.0, {}};
    return scenarioOf({flow}, loadOf(executor));
}

} // namespace

/// The books of PRODUCT.md section 4 balance in every phase, with every executor, however the run ends.
class TestBooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void balance_data()
    {
        QTest::addColumn<QString>("executor");
        QTest::addColumn<int>("seed");
        for (const char* executor : {"constant-vus", "ramping-vus", "shared-iterations", "per-vu-iterations",
                 "constant-arrival-rate"}) {
            for (int seed = 0; seed < 25; ++seed)
                QTest::addRow("%s %d", executor, seed) << QString::fromLatin1(executor) << seed;
        }
    }
    void balance()
    {
        QFETCH(QString, executor);
        QFETCH(int, seed);
        std::mt19937 random(static_cast<std::uint32_t>(seed) * 7919U);
        WorkerBench bench(randomScenario(executor.toStdString()), randomAnswers(random()), 1 + seed % 3);
        bench.begin();
        // An undisturbed end, a stop that drains, a stop cut short, an abort.
        const int ending = seed % 4;
        const Nanos end = std::chrono::milliseconds(ending == 0 ? 6000 : random() % 5000);
        if (seed % 2 == 1)
            changeNowAndThen(bench, random, end);
        bench.runUntil(end);
        if (ending == 0) {
            bench.endOfSchedule();
            bench.runUntil(60s);
            QVERIFY(bench.drained());
        } else if (ending != 3) {
            bench.finish();
            bench.runUntil(ending == 1 ? Nanos(60s) : bench.clock.now() - bench.load_start + Nanos(20ms));
        }
        bench.cancel();
        QVERIFY(bench.drained());
        QVERIFY(!bench.overlapped());
        verify(bench, ending);
    }

private:
    /// Live changes, told in time and too late.
    static void changeNowAndThen(WorkerBench& bench, std::mt19937& random, Nanos end)
    {
        const bool open = bench.plan().turns.front().groups.front().open;
        for (Nanos time{}; time < end; time += std::chrono::milliseconds(200 + random() % 800)) {
            bench.runUntil(time);
            GroupChange change;
            change.at = time + std::chrono::milliseconds(random() % 300) - Nanos(50ms);
            if (open && random() % 2 == 0)
                change.rate = static_cast<double>(random() % 300);
            else
                change.users = static_cast<int>(random() % 20);
            bench.change(change);
        }
    }

    static void verify(WorkerBench& bench, int ending)
    {
        std::array<std::int64_t, report::phaseCount> unfinished{};
        std::size_t ages = 0;
        for (const WorkerSummary& summary : bench.summaries()) {
            for (const Unfinished& request : summary.unfinished) {
                ++unfinished[static_cast<std::size_t>(request.phase)];
                QVERIFY(request.age >= Nanos{} && request.age <= 200ms);
                ++ages;
            }
        }
        if (ending < 2)
            QCOMPARE(ages, std::size_t{0});
        const Interval& books = bench.books();
        std::int64_t total = 0;
        for (int p = 0; p < report::phaseCount; ++p) {
            const auto phase = static_cast<Phase>(p);
            std::int64_t sent = 0;
            std::int64_t answered = 0;
            for (int step = 0; step < static_cast<int>(bench.plan().steps.size()); ++step) {
                if (const StepCell* cell = books.find(step, phase)) {
                    sent += cell->sent;
                    answered
                        += std::accumulate(cell->outcomes.begin(), cell->outcomes.end(), std::int64_t{0});
                }
            }
            QCOMPARE(sent, answered + unfinished[static_cast<std::size_t>(p)]);
            total += sent;
            const IterationCell* cell = books.findIterations(phase);
            if (cell == nullptr)
                continue;
            QCOMPARE(cell->planned, cell->started + cell->dropped);
            QCOMPARE(cell->started, cell->completed + cell->aborted);
            QCOMPARE(cell->planned_requests, sent + cell->dropped);
            QCOMPARE(cell->duration.totalCount(), cell->completed);
        }
        QCOMPARE(total, bench.requests());
        QVERIFY(total > 0 || ending != 0);
    }
};

PLUMB_TEST_MAIN(TestBooks)
#include "tst_books.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/changedesk.h"
#include "engine/turnclock.h"
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"
#include "workerbench.h"

#include <set>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

GroupChange usersFrom(Nanos at, int users)
{
    return {0, at, std::nullopt, users};
}

GroupChange rateFrom(Nanos at, double rate)
{
    return {0, at, rate, std::nullopt};
}

/// Requests by whole second since the start of the load.
struct Seconds
{
    std::map<std::int64_t, int> requests;
    Nanos start{};
    WorkerBench* bench = nullptr;
    void note() { ++requests[(bench->clock.now() - bench->load_start) / 1s]; }
    [[nodiscard]] int from(int first, int end) const
    {
        int sum = 0;
        for (const auto& [second, count] : requests)
            sum += second >= first && second < end ? count : 0;
        return sum;
    }
};

PlannedGroup groupOf(const std::string& executor, const std::string& patternName)
{
    PlannedGroup group;
    group.executor = executor;
    group.open = executor.ends_with("arrival-rate");
    group.burst = executor == "burst";
    group.budget = executor == "shared-iterations" ? Budget::shared : Budget::time;
    group.patterns.push_back({patternName, false, {}, {}, {}});
    return group;
}

} // namespace

/// What the user changes while the load runs.
class TestLiveChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usersComeAndGo_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<bool>("ramp");
        QTest::newRow("constant-vus, one worker") << 1 << false;
        QTest::newRow("constant-vus, three workers") << 3 << false;
        QTest::newRow("ramping-vus, two workers") << 2 << true;
    }
    void usersComeAndGo()
    {
        QFETCH(int, workers);
        QFETCH(bool, ramp);
        auto load = constantVus(4, 20);
        if (ramp) {
            load.executor = "ramping-vus";
            load.start_vus = 4;
            load.stages = {{5.0, 4.0, {}}, {15.0, 400.0, {}}};
        }
        Seconds seconds;
        std::set<int> users;
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, load),
            [&](int user, const Request&) {
                seconds.note();
                users.insert(user);
                return ScriptedAnswer{.takes = 100ms};
            },
            workers);
        seconds.bench = &bench;
        bench.begin();
        bench.runUntil(3950ms);
        bench.change(usersFrom(5s, 10));
        bench.runUntil(9800ms);
        bench.change(usersFrom(9950ms, 100));
        bench.change(usersFrom(9950ms, 2)); // the same moment: nobody sees the hundred
        bench.runUntil(20s);
        bench.endOfSchedule();
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QVERIFY(!bench.overlapped());
        QCOMPARE(seconds.from(0, 5), 4 * 50);
        QCOMPARE(seconds.from(5, 10), 10 * 50);
        QCOMPARE(seconds.from(10, 20), 2 * 100);
        const IterationCell& cell = *bench.books().findIterations(Phase::measure);
        QCOMPARE(cell.planned, 4 * 50 + 10 * 50 + 2 * 100);
        QCOMPARE(cell.completed, cell.planned);
    }

    void addedUsersLogInFirst()
    {
        auto scenario = scenarioOf({pattern("p", {step("use")})}, constantVus(2, 10));
        scenario.setup.push_back(setupStep(true, step("login")));
        WorkerBench bench(std::move(scenario), always({.takes = 500ms}), 2);
        bench.begin();
        bench.runUntil(1s);
        bench.change(usersFrom(2s, 5));
        bench.runUntil(10s);
        bench.endOfSchedule();
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QCOMPARE(bench.sent("login", Phase::setup), 5);
        QCOMPARE(bench.sent("use"), 2 * 20 + 3 * 15); // the added ones begin at 2.5 s
    }

    /// Ids decide random streams and data rows, so no two users may have the same.
    void idsStayUnique()
    {
        auto own = pattern("own", {step("b")});
        own.pattern.load = constantVus(3, 5);
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")}), own}, constantVus(2, 5)),
            [](int, const Request&) { return ScriptedAnswer{.takes = 100ms, .status = 500}; }, 2);
        bench.begin();
        bench.change({0, 1s, std::nullopt, 6});
        bench.change({1, 1s, std::nullopt, 6});
        std::map<int, std::string> stepOfUser;
        for (Nanos time = 100ms; time < 5s; time += 100ms) { // the sampler keeps three an interval
            bench.runUntil(time);
            static_cast<void>(bench.books());
        }
        for (const report::Sample& sample : bench.failing) {
            const auto [known, first] = stepOfUser.try_emplace(sample.user, sample.step);
            QVERIFY(first || known->second == sample.step);
        }
        QVERIFY(stepOfUser.size() > 5);
    }

    void rateFollows_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<QString>("executor");
        QTest::newRow("constant, one worker") << 1 << "constant-arrival-rate";
        QTest::newRow("constant, three workers") << 3 << "constant-arrival-rate";
        QTest::newRow("ramping, two workers") << 2 << "ramping-arrival-rate";
    }
    void rateFollows()
    {
        QFETCH(int, workers);
        QFETCH(QString, executor);
        auto load = constantRate(10, 20, 40);
        if (executor.startsWith(QLatin1String("ramping"))) {
            load.executor = executor.toStdString();
            load.start_rate = 10.0;
            load.stages = {{5.0, 10.0, {}}, {15.0, 1000.0, {}}};
        }
        Seconds seconds;
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, load),
            [&seconds](int, const Request&) {
                seconds.note();
                return ScriptedAnswer{.takes = 20ms};
            },
            workers);
        seconds.bench = &bench;
        bench.begin();
        bench.runUntil(4900ms);
        bench.change(rateFrom(5s, 80));
        bench.runUntil(9s);
        bench.change(rateFrom(10s, 0));
        bench.runUntil(14s);
        bench.change(rateFrom(15s, 7));
        bench.runUntil(20s);
        bench.endOfSchedule();
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QCOMPARE(seconds.from(0, 5), 10 * 5);
        QCOMPARE(seconds.from(5, 10), 80 * 5);
        QCOMPARE(seconds.from(10, 15), 0);
        QCOMPARE(seconds.from(15, 20), 7 * 5);
        QCOMPARE(bench.books().findIterations(Phase::measure)->planned, 50 + 400 + 35);
    }

    /// More users serve what waits; fewer finish what they have.
    void mostUsersFollow()
    {
        auto load = constantRate(100, 10, 2);
        load.backlog = 1000;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}));
        bench.begin();
        bench.runUntil(3495ms);
        QCOMPARE(bench.books().findIterations(Phase::measure)->started, 2 * 35);
        bench.change(usersFrom(4s, 50));
        bench.runUntil(4995ms);
        QCOMPARE(bench.books().findIterations(Phase::measure)->started, 500); // nothing waits any more
        bench.change(usersFrom(6s, 1));
        bench.runUntil(10s);
        const std::int64_t alone = bench.books().findIterations(Phase::measure)->started - 600;
        QVERIFY2(alone >= 40 && alone <= 42, qPrintable(QString::number(alone)));
        bench.endOfSchedule();
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        const IterationCell& cell = *bench.books().findIterations(Phase::measure);
        QCOMPARE(cell.planned, 1000);
        QCOMPARE(cell.started + cell.dropped, 1000);
    }

    void whoseLoadIsMeant_data()
    {
        QTest::addColumn<QStringList>("executors"); // of patterns p0, p1, ...
        QTest::addColumn<QString>("what");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<int>("group");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, QStringList executors, const char* what, double value,
                             const char* patternName, int group, const char* error) {
            QTest::newRow(name) << std::move(executors) << QString::fromLatin1(what) << value
                                << QString::fromLatin1(patternName) << group << QString::fromLatin1(error);
        };
        const auto vus = QStringLiteral("constant-vus");
        const auto rate = QStringLiteral("constant-arrival-rate");
        const auto shared = QStringLiteral("shared-iterations");
        row("users", {vus}, "vus", 5, "", 0, "");
        row("the only one that has a rate", {vus, rate, shared}, "rate", 5, "", 1, "");
        row("most users", {vus, rate}, "max_vus", 5, "", 1, "");
        row("by pattern", {rate, rate}, "rate", 5, "p1", 1, "");
        row("two could", {rate, rate}, "rate", 5, "", -1, "several loads");
        row("no rate", {vus}, "rate", 5, "", -1, "the rate of constant-vus cannot be changed");
        row("no users that follow", {shared}, "vus", 5, "", -1, "the users of shared-iterations cannot");
        row("nobody of that name", {vus}, "vus", 5, "p9", -1, "no pattern \"p9\"");
        row("less than nothing", {rate}, "rate", -1, "", -1, "between 0 and");
        row("no number", {rate}, "rate", std::nan(""), "", -1, "between 0 and");
        row("too many", {vus}, "vus", 1e6, "", -1, "between 0 and");
        row("nobody at all", {rate}, "max_vus", 0, "", -1, "between 1 and");
        row("bursts", {vus, QStringLiteral("burst")}, "size", 40, "", 1, "");
        row("no bursts", {vus}, "size", 5, "", -1, "the size of bursts of constant-vus cannot be changed");
        row("bursts have no users", {QStringLiteral("burst")}, "vus", 5, "", -1, "the users of burst cannot");
        row("no burst at all", {QStringLiteral("burst")}, "size", 0, "", -1, "between 1 and");
        row("nothing", {rate}, "", 0, "", -1, "changes nothing");
    }
    void whoseLoadIsMeant()
    {
        QFETCH(QStringList, executors);
        QFETCH(QString, what);
        QFETCH(double, value);
        QFETCH(QString, pattern);
        QFETCH(int, group);
        QFETCH(QString, error);
        PlannedTurn turn;
        for (const QString& executor : executors)
            turn.groups.push_back(groupOf(executor.toStdString(), "p" + std::to_string(turn.groups.size())));
        LiveChange change;
        change.pattern = pattern.toStdString();
        if (what == QLatin1String("rate"))
            change.rate = value;
        else if (what == QLatin1String("vus"))
            change.vus = static_cast<int>(value);
        else if (what == QLatin1String("max_vus"))
            change.max_vus = static_cast<int>(value);
        else if (what == QLatin1String("size"))
            change.size = static_cast<int>(value);
        const Result<GroupChange> resolved = resolveChange(turn, change);
        QCOMPARE(resolved.has_value(), group >= 0);
        if (!resolved) {
            QVERIFY2(QString::fromStdString(resolved.error().text()).contains(error),
                resolved.error().text().c_str());
            return;
        }
        QCOMPARE(resolved->group, static_cast<std::size_t>(group));
        QCOMPARE(resolved->rate.has_value(), what == QLatin1String("rate"));
        QCOMPARE(resolved->users.has_value(), what != QLatin1String("rate"));
    }

    void whatLoadsAreAtFollowsTheChanges()
    {
        RunPlan plan;
        auto buy = groupOf("constant-arrival-rate", "buy");
        buy.curve.add(20.0, 50.0, 50.0);
        buy.users = 30;
        auto browse = groupOf("constant-vus", "browse");
        browse.curve.add(20.0, 4.0, 4.0);
        browse.users = 4;
        auto seed = groupOf("shared-iterations", "seed");
        seed.users = 2;
        plan.turns.push_back({{buy, browse, seed}});
        const auto told = plan.loads();
        QCOMPARE(told.size(), std::size_t{3});
        QCOMPARE(told[0].changes, std::string("rate"));
        QCOMPARE(told[1].changes, std::string("users"));
        QCOMPARE(told[2].changes, std::string());
        QCOMPARE(told[1].pattern, std::string("browse"));
        const RunShared shared(plan);
        TurnClock turn(plan, shared);
        QVERIFY(turn.loads(1s).empty());
        turn.begin(0, 10s);
        turn.change({0, 5s, 80.0, 40});
        turn.change({1, 5s, std::nullopt, 7});
        const auto before = turn.loads(14s);
        QCOMPARE(before.size(), std::size_t{3});
        QCOMPARE(before[0].level, 50.0);
        QCOMPARE(before[1].level, 4.0);
        QCOMPARE(before[2].level, 2.0);
        const auto after = turn.loads(16s);
        QCOMPARE(after[0].level, 80.0);
        QCOMPARE(after[0].most, 40);
        QCOMPARE(after[1].level, 7.0);
        QCOMPARE(after[2].load, 2);
    }

    void changesTakeEffectAtWholeSeconds()
    {
        QVERIFY(ChangeDesk::momentAfter(10s, 10s, 10s) == 11s);
        QVERIFY(ChangeDesk::momentAfter(10850ms, 10s, 10s) == 11s);
        QVERIFY(ChangeDesk::momentAfter(10900ms, 10s, 10s) == 11s);
        QVERIFY(ChangeDesk::momentAfter(10901ms, 10s, 10s) == 12s);
        QVERIFY(ChangeDesk::momentAfter(10100ms, 10s, 14s) == 14s);
    }

    void theLastWordOfASecondIsTold()
    {
        ChangeDesk desk;
        desk.add(rateFrom({}, 50), "rate", {}, 5s);
        desk.add(usersFrom({}, 7), "rate", {}, 5s);
        desk.add(rateFrom({}, 80.5), "rate", "p", 5s);
        desk.add(rateFrom({}, 20), "rate", {}, 6s);
        desk.add(usersFrom({}, 40), "size", {}, 8s);
        QVERIFY(desk.take(4999ms).empty());
        const auto told = desk.take(5s);
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told[0].mark.kind, std::string("rate"));
        QCOMPARE(told[0].mark.value, std::optional(80.5));
        QCOMPARE(told[0].mark.text, std::string("rate changed to 80.5/s (pattern p)"));
        QCOMPARE(told[1].mark.kind, std::string("max_users"));
        QVERIFY(told[0].mark.isLiveChange() && told[1].mark.isLiveChange());
        QCOMPARE(desk.take(7s).size(), std::size_t{1});
        const auto size = desk.take(9s);
        QCOMPARE(size.size(), std::size_t{1});
        QCOMPARE(size[0].mark.kind, std::string("size"));
        QCOMPARE(size[0].mark.text, std::string("size of bursts changed to 40"));
        QVERIFY(size[0].mark.isLiveChange());
        QVERIFY(desk.take(10s).empty());
    }
};

PLUMB_TEST_MAIN(TestLiveChange)
#include "tst_livechange.moc"

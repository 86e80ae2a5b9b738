// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/iterationcursor.h"
#include "engine/setupsequence.h"
#include "engine/stopchain.h"
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"

using namespace plumb;
using namespace plumb::engine;

namespace {

PlannedStep planned(const std::string& name, int every = 1, int repeat = 1, double weight = 1.0)
{
    PlannedStep step;
    step.step = std::make_shared<test::FakeStep>(test::step(name));
    step.every = every;
    step.repeat = repeat;
    step.weight = weight;
    return step;
}

std::string steps(IterationCursor& cursor)
{
    std::string names;
    while (const PlannedStep* step = cursor.next())
        names += step->step->step().name;
    return names;
}

} // namespace

class TestIterations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAndRepeat()
    {
        PlannedPattern pattern;
        pattern.steps = {planned("a"), planned("b", 3), planned("c", 2, 2)};
        scenario::RandomStream random(1, 1);
        IterationCursor cursor;
        std::vector<std::string> seen;
        for (int i = 0; i < 7; ++i) {
            cursor.begin(pattern, i, random);
            QVERIFY(cursor.more());
            seen.push_back(steps(cursor));
            QVERIFY(!cursor.more());
        }
        QCOMPARE(seen, (std::vector<std::string>{"abcc", "a", "acc", "ab", "acc", "a", "abcc"}));
    }

    void weightedRunsOneStep()
    {
        PlannedPattern pattern;
        pattern.weighted_steps = true;
        pattern.steps = {planned("a", 1, 1, 3.0), planned("b", 1, 1, 1.0), planned("c", 1, 1, 0.0)};
        scenario::RandomStream random(1, 1);
        IterationCursor cursor;
        std::map<std::string, int> counts;
        for (int i = 0; i < 4000; ++i) {
            cursor.begin(pattern, i, random);
            ++counts[steps(cursor)];
        }
        QCOMPARE(counts.size(), std::size_t{2});
        QVERIFY(std::abs(counts["a"] - 3000) < 140); // 5 standard deviations
    }

    /// What is run, given which steps fail (by name, so many times).
    void setup_data()
    {
        QTest::addColumn<QString>("failing");
        QTest::addColumn<QString>("ran");
        QTest::addColumn<bool>("failed");
        QTest::newRow("all well") << QString() << QStringLiteral("ab") << false;
        QTest::newRow("remedy, then once more") << QStringLiteral("a") << QStringLiteral("axyab") << false;
        QTest::newRow("a failing remedy does not matter")
            << QStringLiteral("ax") << QStringLiteral("axyab") << false;
        QTest::newRow("fails again") << QStringLiteral("aa") << QStringLiteral("axya") << true;
        QTest::newRow("no remedy, no second try") << QStringLiteral("b") << QStringLiteral("ab") << true;
    }
    void setup()
    {
        QFETCH(QString, failing);
        QFETCH(QString, ran);
        QFETCH(bool, failed);
        const std::vector<PlannedSetup> setup{
            {planned("a"), {planned("x"), planned("y")}}, {planned("b"), {}}};
        SetupSequence sequence(&setup);
        QString seen;
        while (const PlannedStep* step = sequence.current()) {
            const QString name = QString::fromStdString(step->step->step().name);
            seen += name;
            const qsizetype at = failing.indexOf(name);
            if (at >= 0)
                failing.remove(at, 1);
            sequence.report(at < 0);
        }
        QCOMPARE(seen, ran);
        QCOMPARE(sequence.failed(), failed);
    }
    void nothingToSetUp()
    {
        QVERIFY(SetupSequence().current() == nullptr);
        QVERIFY(!SetupSequence().failed());
    }

    void abortBeatsFinish()
    {
        StopSignal stop(Verdict::finish);
        StopSignal abort(Verdict::abort);
        bool scheduleDone = false;
        StopChain chain;
        chain.add([&] { return Ending{scheduleDone ? Verdict::finish : Verdict::proceed, "schedule", {}}; });
        chain.add([&] { return stop.ending(); });
        chain.add([&] { return abort.ending(); });
        QVERIFY(chain.ask().verdict == Verdict::proceed);
        stop.raise("user");
        stop.raise("data");
        QCOMPARE(chain.ask().ended_by, std::string("user"));
        scheduleDone = true;
        QCOMPARE(chain.ask().ended_by, std::string("schedule"));
        abort.raise("abort");
        QVERIFY(chain.ask().verdict == Verdict::abort);
    }
};

PLUMB_TEST_MAIN(TestIterations)
#include "tst_iterations.moc"

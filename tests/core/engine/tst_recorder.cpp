// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recorder.h"
#include "engine/tickbuilder.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <mutex>
#include <thread>

using namespace plumb;
using namespace plumb::engine;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const IntervalLayout> layout(bool closed)
{
    auto layout = std::make_shared<IntervalLayout>();
    layout->checks = {{}, {"status", "json /ok"}};
    layout->setup = {true, false};
    layout->closed = closed;
    return layout;
}

Exchange exchange(Nanos start, int status)
{
    Exchange exchange;
    exchange.start = start;
    exchange.connect_start = start;
    exchange.connected = start + 2ms;
    exchange.sent = start + 3ms;
    exchange.first_byte = start + 7ms;
    exchange.end = start + 10ms;
    exchange.status = status;
    exchange.bytes_sent = 100;
    exchange.bytes_received = 250;
    exchange.new_connection = true;
    return exchange;
}

std::int64_t maxOf(const StepCell& cell, Series series)
{
    const HdrHistogram* histogram = cell.histogram(series);
    return histogram == nullptr || histogram->empty() ? -1 : histogram->max() / 1000;
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySeriesOfARequest()
    {
        Recorder recorder(std::make_unique<Interval>(layout(false)));
        recorder.sent(1, Phase::measure);
        recorder.finished(1, Phase::measure, exchange(1s, 200), Outcome::ok);
        recorder.latency(1, Phase::measure, 30ms, 10ms, true);
        const auto interval = recorder.swap(std::make_unique<Interval>(layout(false)));
        const StepCell& cell = *interval->find(1, Phase::measure);
        QCOMPARE(maxOf(cell, Series::response), 30);
        QCOMPARE(maxOf(cell, Series::responseOk), 30);
        QCOMPARE(maxOf(cell, Series::service), 10);
        QCOMPARE(maxOf(cell, Series::connect), 2);
        QCOMPARE(maxOf(cell, Series::send), 1);
        QCOMPARE(maxOf(cell, Series::wait), 4);
        QCOMPARE(maxOf(cell, Series::receive), 3);
        QCOMPARE(maxOf(cell, Series::ttfb), 7);
        QCOMPARE(maxOf(cell, Series::tls), -1);
        QCOMPARE(interval->connects, 1);
        QVERIFY(recorder.measured().first == Nanos(1s));
        QVERIFY(recorder.measured().last == Nanos(1010ms));
    }

    void aPauseOfTheLoopCountsForAllItsHeartbeats()
    {
        Recorder recorder(std::make_unique<Interval>(layout(true)));
        recorder.loopDelay(45ms, 10ms);
        recorder.loopDelay(0ms, 10ms);
        const auto interval = recorder.swap(std::make_unique<Interval>(layout(true)));
        QCOMPARE(interval->loop.totalCount(), 6); // 45, 35, 25, 15, 5 and 0 ms late
        QCOMPARE(interval->loop.max() / 1000, 45);
        report::Tick tick;
        fillTick(tick, *interval);
        QVERIFY(!tick.generator.loop_histogram.empty());
        QVERIFY(tick.generator.waited_histogram.empty());
    }

    void shortagesAndHandshakesAreCounted()
    {
        Recorder recorder(std::make_unique<Interval>(layout(true)));
        auto failed = exchange(1s, 0);
        failed.new_connection = false;
        failed.shortage = Shortage::ports;
        recorder.finished(1, Phase::measure, failed, Outcome::connect);
        failed.shortage = Shortage::files;
        recorder.finished(1, Phase::measure, failed, Outcome::connect);
        recorder.finished(1, Phase::measure, failed, Outcome::connect);
        auto secured = exchange(1s, 200);
        secured.tls_done = secured.connected + 1ms;
        recorder.finished(1, Phase::measure, secured, Outcome::ok);
        recorder.finished(1, Phase::measure, exchange(1s, 200), Outcome::ok);
        const auto interval = recorder.swap(std::make_unique<Interval>(layout(true)));
        report::Tick tick;
        fillTick(tick, *interval);
        QCOMPARE(tick.generator.port_errors, 1);
        QCOMPARE(tick.generator.file_errors, 2);
        QCOMPARE(tick.generator.handshakes, 1);
        QCOMPARE(tick.connects, 2);
        QCOMPARE(shortageOf(EADDRNOTAVAIL), Shortage::ports);
        QCOMPARE(shortageOf(EMFILE), Shortage::files);
        QCOMPARE(shortageOf(ECONNREFUSED), Shortage::none);
    }

    void closedModelHasOneTime()
    {
        Recorder recorder(std::make_unique<Interval>(layout(true)));
        recorder.latency(1, Phase::measure, 30ms, 10ms, false);
        recorder.sent(1, Phase::measure);
        report::Tick tick;
        fillTick(tick, *recorder.swap(std::make_unique<Interval>(layout(true))));
        const auto& histograms = tick.steps.front().histograms;
        const auto response = HdrHistogram::decode(histograms[static_cast<std::size_t>(Series::response)]);
        QCOMPARE(response->max() / 1000, 10);
        QCOMPARE(histograms[static_cast<std::size_t>(Series::service)],
            histograms[static_cast<std::size_t>(Series::response)]);
        QVERIFY(histograms[static_cast<std::size_t>(Series::responseOk)].empty());
    }

    void ticksTellWhatWasCounted()
    {
        Recorder recorder(std::make_unique<Interval>(layout(false)));
        for (const int status : {200, 200, 503, 42}) {
            recorder.sent(1, Phase::warmup);
            recorder.finished(
                1, Phase::warmup, exchange(1s, status), status == 503 ? Outcome::http5xx : Outcome::ok);
        }
        recorder.check(1, Phase::warmup, 1, true);
        recorder.check(1, Phase::warmup, 1, false);
        recorder.reason(1, Phase::warmup, "E7");
        recorder.planned(Phase::warmup, 3);
        recorder.started(Phase::warmup);
        recorder.completed(Phase::warmup, 12ms);
        recorder.dropped(Phase::warmup);
        recorder.sendLag(500us);
        report::Tick tick;
        fillTick(tick, *recorder.swap(std::make_unique<Interval>(layout(false))));
        QCOMPARE(tick.steps.size(), std::size_t{1});
        const report::StepTick& step = tick.steps.front();
        QCOMPARE(step.step, 1);
        QVERIFY(step.phase == Phase::warmup);
        QCOMPARE(step.sent, 4);
        QCOMPARE(step.finished(), 4);
        QCOMPARE(step.statuses, (std::map<std::string, std::int64_t>{{"200", 2}, {"503", 1}, {"other", 1}}));
        QCOMPARE(step.reasons, (std::map<std::string, std::int64_t>{{"E7", 1}}));
        QCOMPARE(step.checks.size(), std::size_t{1});
        QCOMPARE(step.checks.front(), (report::CheckCount{"json /ok", 1, 1}));
        QCOMPARE(step.sent_bytes, 400);
        QCOMPARE(tick.iterations.size(), std::size_t{1});
        QCOMPARE(tick.iterations.front().planned_requests, 5); // sent and dropped
        QVERIFY(!tick.lag_histogram.empty());
    }

    void reasonsAreBounded()
    {
        ReasonTable table;
        for (int i = 0; i < 150; ++i)
            table.add("code" + std::to_string(i));
        table.add("code3");
        QCOMPARE(table.entries().size(), std::size_t{101});
        QCOMPARE(table.entries()[3].count, 2);
        QCOMPARE(table.entries().back().code, std::string("other"));
        QCOMPARE(table.entries().back().count, 50);
    }

    void cellsStandForTheirPhases()
    {
        Interval interval(layout(false));
        interval.prepare({true, false, true, false});
        QVERIFY(interval.find(0, Phase::setup) != nullptr);
        QVERIFY(interval.find(0, Phase::measure) == nullptr); // a set-up step
        QVERIFY(interval.find(1, Phase::measure) != nullptr);
        QVERIFY(interval.find(1, Phase::warmup) == nullptr);
        ++interval.cell(1, Phase::cooldown).sent; // a surprise is counted all the same
        QCOMPARE(interval.find(1, Phase::cooldown)->sent, 1);
        interval.prepare({});
        QVERIFY(interval.find(1, Phase::measure) == nullptr);
    }

    /// One thread records, another takes what was recorded: nothing is lost, and ThreadSanitizer sees no
    /// race.
    void swapsLoseNothing()
    {
        constexpr int requests = 200'000;
        Recorder recorder(std::make_unique<Interval>(layout(false)));
        std::mutex mutex;
        std::vector<std::unique_ptr<Interval>> full, empty;
        empty.push_back(std::make_unique<Interval>(layout(false)));
        std::atomic<bool> done = false;
        std::thread writer([&] {
            for (int i = 0; i < requests; ++i) {
                recorder.sent(1, Phase::measure);
                recorder.latency(1, Phase::measure, 1ms, 1ms, true);
                if (i % 1000 != 0)
                    continue;
                const std::scoped_lock lock(mutex);
                if (empty.empty())
                    continue;
                full.push_back(recorder.swap(std::move(empty.back())));
                empty.pop_back();
            }
            const std::scoped_lock lock(mutex);
            full.push_back(recorder.swap(std::make_unique<Interval>(layout(false))));
            done = true;
        });
        Interval sum(layout(false));
        for (bool last = false; !last;) {
            last = done;
            std::vector<std::unique_ptr<Interval>> taken;
            {
                const std::scoped_lock lock(mutex);
                taken.swap(full);
            }
            for (auto& interval : taken) {
                sum.merge(*interval);
                interval->prepare({false, false, true, false});
                const std::scoped_lock lock(mutex);
                empty.push_back(std::move(interval));
            }
        }
        writer.join();
        QCOMPARE(sum.find(1, Phase::measure)->sent, requests);
        QCOMPARE(sum.find(1, Phase::measure)->histogram(Series::response)->totalCount(), requests);
    }
};

PLUMB_TEST_MAIN(TestRecorder)
#include "tst_recorder.moc"

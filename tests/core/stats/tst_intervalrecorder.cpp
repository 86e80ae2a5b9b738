// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/hdrhistogram.h"
#include "stats/intervalrecorder.h"
#include "tests/support/testmain.h"

using plumb::stats::HdrHistogram;
using Recorder = plumb::stats::IntervalRecorder<HdrHistogram>;

class TestIntervalRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowReaderLosesNothing()
    {
        Recorder recorder;
        QVERIFY(recorder.take() == nullptr);
        recorder.active().record(1);
        QVERIFY(recorder.handOver());
        recorder.active().record(2);
        QVERIFY(!recorder.handOver()); // the reader has not come yet
        recorder.active().record(3);

        HdrHistogram* first = recorder.take();
        QVERIFY(first != nullptr);
        QCOMPARE(first->totalCount(), 1);
        QVERIFY(recorder.take() == nullptr);
        QVERIFY(!recorder.handOver()); // still holds it
        recorder.giveBack(first);
        QVERIFY(recorder.handOver());
        HdrHistogram* second = recorder.take();
        QCOMPARE(second->totalCount(), 2);
        QVERIFY(recorder.active().empty());
        recorder.giveBack(second);
    }

    /// Under ThreadSanitizer this shows that the two threads never touch one set at the same time.
    void everyValueArrivesOnce()
    {
        static constexpr int values = 300'000;
        Recorder recorder;
        std::atomic<bool> done = false;
        std::thread writer([&recorder, &done] {
            for (int i = 0; i < values; ++i) {
                recorder.active().record(i % 5000);
                if (i % 100 == 0) {
                    recorder.handOver();
                }
            }
            done.store(true, std::memory_order_release);
        });
        HdrHistogram all;
        int intervals = 0;
        const auto collect = [&recorder, &all, &intervals] {
            if (HdrHistogram* filled = recorder.take()) {
                all.merge(*filled);
                recorder.giveBack(filled);
                ++intervals;
            }
        };
        while (!done.load(std::memory_order_acquire)) {
            collect();
            std::this_thread::yield();
        }
        writer.join();
        collect(); // handed over, not yet taken
        recorder.handOver();
        collect(); // the rest
        QCOMPARE(all.totalCount(), values);
        HdrHistogram expected;
        for (int value = 0; value < 5000; ++value) {
            expected.record(value, values / 5000);
        }
        QVERIFY(all == expected);
        QVERIFY(intervals >= 1);
    }
};

PLUMB_TEST_MAIN(TestIntervalRecorder)
#include "tst_intervalrecorder.moc"

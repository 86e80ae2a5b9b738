// SPDX-License-Identifier: GPL-3.0-or-later
// A program of its own: it replaces operator new to count what recording allocates.
#include "stats/hdrhistogram.h"
#include "stats/intervalrecorder.h"
#include "tests/support/testmain.h"

#include <cstdlib>
#include <new>

namespace {
thread_local std::size_t allocations = 0;
}

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

using plumb::stats::HdrHistogram;

class TestRecordingAllocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordingAllocatesNothing()
    {
        const std::size_t beforeConstruction = allocations;
        plumb::stats::IntervalRecorder<HdrHistogram> recorder;
        QVERIFY(allocations > beforeConstruction); // the counter works

        const std::size_t before = allocations;
        for (std::int64_t value = 0; value < 4'000'000'000; value += 39'989) {
            recorder.active().record(value);
            if (value % 7 == 0) {
                recorder.handOver();
            }
            if (HdrHistogram* filled = recorder.take()) {
                recorder.giveBack(filled);
            }
        }
        const std::size_t after = allocations;
        QCOMPARE(after - before, 0U);
    }
};

PLUMB_TEST_MAIN(TestRecordingAllocation)
#include "tst_recordingallocation.moc"

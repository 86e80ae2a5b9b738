// SPDX-License-Identifier: GPL-3.0-or-later
// What the histogram costs: ns per record(), µs per merge, encode and decode of a typical latency
// distribution.
#include "stats/hdrhistogram.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

using plumb::stats::HdrHistogram;

namespace {

/// Nanoseconds per call: the median of nine timings of @p calls calls each.
template <class Work>
double nanosPerCall(int calls, Work work)
{
    std::array<double, 9> timings{};
    for (double& timing : timings) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i) {
            work(i);
        }
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
        timing = took.count() / calls;
    }
    std::sort(timings.begin(), timings.end());
    return timings[timings.size() / 2];
}

} // namespace

int main()
{
    std::mt19937_64 random(1);
    std::lognormal_distribution<double> latency(9.0, 0.8); // µs: median 8 ms, p99 some 50 ms
    std::vector<std::int64_t> values(1 << 16);
    for (auto& value : values) {
        value = static_cast<std::int64_t>(latency(random));
    }
    HdrHistogram histogram;
    const double record = nanosPerCall(10'000'000,
        [&](int i) { histogram.record(values[static_cast<std::size_t>(i) & (values.size() - 1)]); });
    HdrHistogram second, total;
    for (std::size_t i = 0; i < 2000; ++i) {
        second.record(values[i]);
    }
    const double merge = nanosPerCall(2000, [&](int) { total.merge(second); });
    std::string text;
    const double encode = nanosPerCall(300, [&](int) { text = second.encode(); });
    bool good = true;
    const double decode
        = nanosPerCall(300, [&](int) { good = HdrHistogram::decode(text).has_value() && good; });
    const double reset = nanosPerCall(1, [&](int) { second.reset(); });
    std::printf("record            %8.1f ns\n", record);
    std::printf("merge             %8.2f µs\n", merge / 1000.0);
    std::printf("encode            %8.2f µs  (2,000 values, %zu bytes)\n", encode / 1000.0, text.size());
    std::printf("decode            %8.2f µs\n", decode / 1000.0);
    std::printf("reset             %8.2f µs\n", reset / 1000.0);
    return good && histogram.totalCount() == 90'000'000 ? 0 : 1;
}

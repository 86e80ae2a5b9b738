// SPDX-License-Identifier: GPL-3.0-or-later
// What the books cost: ns for everything that is recorded of one request of an open load (counts, both
// response and service time, send, wait, receive and time to first byte, two checks, the iteration around
// it), and µs for what happens to them once a second (swapped, merged, encoded as windows).
#include "engine/recorder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <vector>

using namespace plumb::engine;
using plumb::Nanos;

namespace {

constexpr double goal_ns = 100.0;
constexpr int requests = 1'000'000;

struct Times
{
    Nanos sent, first_byte, end;
};

/// Median 2 ms, p99 some 10 ms: the histograms are as wide as in a real run.
std::vector<Times> someTimes()
{
    std::mt19937_64 random(1);
    std::lognormal_distribution<double> latency(std::log(2e6), 0.7);
    std::vector<Times> all(1 << 14);
    for (Times& times : all) {
        const auto took = static_cast<std::int64_t>(latency(random));
        times = {Nanos(20'000), Nanos(20'000 + took), Nanos(35'000 + took)};
    }
    return all;
}

void record(Recorder& recorder, Exchange& exchange, const Times& times, Nanos now)
{
    exchange.start = now;
    exchange.sent = now + times.sent;
    exchange.first_byte = now + times.first_byte;
    exchange.end = now + times.end;
    recorder.planned(Phase::measure);
    recorder.started(Phase::measure);
    recorder.sendLag(Nanos(30'000));
    recorder.sent(0, Phase::measure);
    recorder.check(0, Phase::measure, 0, true);
    recorder.check(0, Phase::measure, 1, true);
    recorder.finished(0, Phase::measure, exchange, Outcome::ok);
    recorder.latency(0, Phase::measure, times.end + Nanos(30'000), times.end, true);
    recorder.completed(Phase::measure, times.end);
}

template <class Work>
double nanosPerCall(int calls, Work work)
{
    std::array<double, 9> timings{};
    for (double& timing : timings) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i)
            work(i);
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
        timing = took.count() / calls;
    }
    std::sort(timings.begin(), timings.end());
    std::printf("  (%.1f to %.1f)\n", timings.front(), timings.back());
    return timings[timings.size() / 2];
}

} // namespace

int main()
{
    auto layout = std::make_shared<IntervalLayout>();
    layout->checks = {{"status", "ok"}};
    layout->setup = {false};
    const std::array<bool, plumb::report::phaseCount> phases{false, false, true, false};
    const auto fresh = [&layout, &phases] {
        auto interval = std::make_unique<Interval>(layout);
        interval->prepare(phases);
        return interval;
    };
    Recorder recorder(fresh());
    const std::vector<Times> times = someTimes();
    Exchange exchange;
    exchange.status = 200;
    exchange.bytes_sent = 120;
    exchange.bytes_received = 180;
    const double ns = nanosPerCall(requests, [&](int i) {
        const auto place = static_cast<std::size_t>(i);
        record(recorder, exchange, times[place & (times.size() - 1)], Nanos(1'000'000'000 + i * 1000LL));
    });
    std::printf("recording a request   %8.1f ns, goal %.0f ns, %s\n", ns, goal_ns,
        ns <= goal_ns ? "reached" : "missed");

    auto spare = fresh();
    std::size_t bytes = 0;
    const double tick_ns = nanosPerCall(100, [&](int) {
        spare = recorder.swap(std::move(spare));
        const StepCell* cell = spare->find(0, Phase::measure);
        for (int series = 0; series < plumb::report::seriesCount && cell != nullptr; ++series) {
            const auto* histogram = cell->histogram(static_cast<Series>(series));
            bytes += histogram != nullptr ? histogram->encode().size() : 0;
        }
        spare->prepare(phases);
    });
    std::printf("a second of one step  %8.1f µs (not in the worker's thread)\n", tick_ns / 1000.0);
    return ns <= goal_ns && bytes > 0 ? 0 : 1;
}

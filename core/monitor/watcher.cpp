// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/watcher.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <pthread.h>

namespace plumb::monitor {

namespace {

constexpr int restFactor = 10; ///< of the effort of a reading
constexpr Nanos longestRest = std::chrono::seconds(20);
/// Whoever reads takes a moment; up to this the reading stands at the moment that was planned.
constexpr Nanos tolerance = std::chrono::milliseconds(50);
constexpr int mostNotices = 50; ///< of a source

double millis(Nanos time)
{
    return std::round(std::chrono::duration<double, std::milli>(time).count()) / 1000.0;
}

/// What the calling thread has computed.
Nanos computed()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + Nanos(time.tv_nsec);
}

} // namespace

Nanos nextReading(Nanos start, Nanos interval, Nanos begun, Nanos ended, Nanos effort)
{
    const Nanos rest = std::min<Nanos>(effort * restFactor, longestRest);
    const Nanos earliest = std::max(begun + rest, ended);
    return start + ((earliest - start) / interval + 1) * interval;
}

Watcher::Watcher() = default;

Watcher::~Watcher()
{
    stop();
}

void Watcher::add(std::unique_ptr<Source> source, Nanos interval)
{
    auto watched = std::make_unique<Watched>();
    watched->values.resize(source->series().size());
    watched->source = std::move(source);
    watched->interval = interval;
    m_watched.push_back(std::move(watched));
}

void Watcher::start()
{
    m_start = SteadyClock().now();
    for (const auto& watched : m_watched) {
        watched->thread = std::thread([this, &watched = *watched] { loop(watched); });
    }
}

void Watcher::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (const auto& watched : m_watched) {
        if (watched->thread.joinable()) {
            watched->thread.join();
        }
    }
}

bool Watcher::sleepUntil(Nanos when)
{
    const std::chrono::steady_clock::time_point until{
        std::chrono::duration_cast<std::chrono::steady_clock::duration>(when)};
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_until(lock, until, [this] { return m_stopping; });
}

void Watcher::loop(Watched& watched)
{
    ::pthread_setname_np(::pthread_self(), "plumb-monitor");
    const SteadyClock clock;
    std::vector<double> values;
    std::vector<std::string> notices;
    for (Nanos planned = m_start; sleepUntil(planned);) {
        const Nanos begun = clock.now();
        const Nanos computedBefore = computed();
        const Nanos at = begun - planned < tolerance ? planned : begun;
        notices.clear();
        watched.source->read(begun, values, notices);
        const Nanos ended = clock.now();
        {
            const std::scoped_lock lock(m_mutex);
            watched.at.push_back(at);
            for (std::size_t i = 0; i < watched.values.size(); ++i) {
                watched.values[i].push_back(values[i]);
            }
            for (auto& notice : notices) {
                if (++watched.noticed < mostNotices) {
                    watched.notices.emplace_back(at, std::move(notice));
                } else if (watched.noticed == mostNotices) {
                    watched.notices.emplace_back(
                        at, "more happens to \"" + watched.source->label() + "\" than is listed here");
                }
            }
        }
        // On a machine under full load a reading of /proc takes long without being dear.
        const Nanos effort = watched.source->asksAnother() ? ended - begun : computed() - computedBefore;
        planned = nextReading(m_start, watched.interval, begun, ended, effort);
    }
}

std::vector<report::RunEvent> Watcher::take(Nanos origin)
{
    std::vector<report::RunMark> marks;
    report::MonitorTick tick;
    const std::scoped_lock lock(m_mutex);
    for (const auto& watched : m_watched) {
        for (auto& [at, text] : watched->notices) {
            marks.push_back({millis(at - origin), "monitor", std::move(text)});
        }
        watched->notices.clear();
        if (watched->at.empty()) {
            continue;
        }
        std::vector<double> t(watched->at.size());
        std::transform(watched->at.begin(), watched->at.end(), t.begin(),
            [origin](Nanos at) { return millis(at - origin); });
        watched->at.clear();
        const auto& series = watched->source->series();
        for (std::size_t i = 0; i < series.size(); ++i) {
            tick.series.push_back({std::string(watched->source->kind()), series[i].name, series[i].unit,
                watched->source->label(), t, std::exchange(watched->values[i], {})});
        }
    }
    std::stable_sort(marks.begin(), marks.end(),
        [](const report::RunMark& a, const report::RunMark& b) { return a.at_s < b.at_s; });
    std::vector<report::RunEvent> events(
        std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
    if (!tick.series.empty()) {
        events.emplace_back(std::move(tick));
    }
    return events;
}

} // namespace plumb::monitor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/source.h"
#include "report/runevent.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace plumb::monitor {

/// Reads sources while a run goes on, each in a thread of its own, so that a page that does not answer holds
/// up no other. Readings stand at whole intervals since start(), which all sources share; where reading takes
/// long, it is done less often: no more than a tenth of the time goes into it.
class Watcher
{
public:
    Watcher();
    ~Watcher(); ///< stops
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// Before start(). @p interval above 0.
    void add(std::unique_ptr<Source> source, Nanos interval);
    [[nodiscard]] bool empty() const { return m_watched.empty(); }
    void start();
    /// Waits for readings under way.
    void stop();

    /// What was read since the last call, as events of a run that began at @p origin on the monotonic clock:
    /// the notices as marks of the kind "monitor", then one MonitorTick. From any thread.
    std::vector<report::RunEvent> take(Nanos origin);

private:
    struct Watched
    {
        std::unique_ptr<Source> source;
        Nanos interval{};
        std::thread thread;
        // Under the mutex:
        std::vector<Nanos> at;
        std::vector<std::vector<double>> values; ///< by series, as long as `at`
        std::vector<std::pair<Nanos, std::string>> notices;
        int noticed = 0;
    };
    void loop(Watched& watched);
    /// False when it is time to end.
    bool sleepUntil(Nanos when);

    std::vector<std::unique_ptr<Watched>> m_watched;
    Nanos m_start{};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
};

/// The next moment to read at: a whole number of intervals after @p start, later than the @p ended of the
/// reading @p begun last, and so late that its @p effort is no more than a tenth of the time.
Nanos nextReading(Nanos start, Nanos interval, Nanos begun, Nanos ended, Nanos effort);

} // namespace plumb::monitor

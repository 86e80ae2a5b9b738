// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crew.h"
#include "engine/engine.h"

#include <string>
#include <vector>

namespace plumb::engine {

/// Turns what happens into masked events, in the coordinator's thread. Bounds what a run may say: at most 200
/// failing samples and 100 notices.
class EventWriter
{
public:
    EventWriter(Engine::Sink sink, std::shared_ptr<scenario::Masker> masker);

    void started(const report::RunStarted& started);
    void state(report::RunState state, double at_s, const std::string& text = {});
    void mark(const std::string& kind, double at_s, const std::string& text);
    void mark(report::RunMark mark);
    void samples(std::vector<report::Sample>& samples);
    /// The slowest of all workers.
    void slowest(std::vector<WorkerSummary>& summaries);
    void tick(report::Tick& tick, const Interval& interval);
    void finished(report::Finished finished);
    void monitors(report::MonitorTick tick);

private:
    void emitSample(report::Sample& sample);
    [[nodiscard]] std::string masked(const std::string& text) const;
    void cut(std::string& body, bool& wasCut) const;

    Engine::Sink m_sink;
    std::shared_ptr<scenario::Masker> m_masker;
    int m_failing = 0;
    int m_notices = 0;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "tests/support/scriptedtransport.h"

#include <algorithm>

namespace plumb::test {

/// A whole run of the engine in real time over a scripted transport, with everything it told.
struct EngineRun
{
    std::vector<report::RunEvent> events;
    Result<void> result;
    std::int64_t requests = 0;

    template <class T>
    [[nodiscard]] std::vector<const T*> all() const
    {
        std::vector<const T*> found;
        for (const report::RunEvent& event : events) {
            if (const T* match = std::get_if<T>(&event))
                found.push_back(match);
        }
        return found;
    }
    [[nodiscard]] const report::Finished& finished() const { return *all<report::Finished>().front(); }
    [[nodiscard]] std::int64_t sent() const
    {
        std::int64_t sum = 0;
        for (const report::Tick* tick : all<report::Tick>()) {
            for (const report::StepTick& step : tick->steps)
                sum += step.sent;
        }
        return sum;
    }
    [[nodiscard]] std::int64_t answered() const
    {
        std::int64_t sum = 0;
        for (const report::Tick* tick : all<report::Tick>()) {
            for (const report::StepTick& step : tick->steps)
                sum += step.finished();
        }
        return sum;
    }
    [[nodiscard]] bool marked(const std::string& kind) const
    {
        const auto marks = all<report::RunMark>();
        return std::any_of(
            marks.begin(), marks.end(), [&kind](const report::RunMark* mark) { return mark->kind == kind; });
    }
};

/// Runs it; @p during is called once from another thread after the first request.
EngineRun runEngine(scenario::CompiledScenario scenario, const Script& script, int workers = 1,
    const std::function<void(engine::Engine&)>& during = {});

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/loadpreview.h"

#include "engine/loadplan.h"

#include <algorithm>
#include <cmath>

namespace plumb::models {

namespace {

double seconds(Nanos time)
{
    return std::chrono::duration<double>(time).count();
}

bool isOpen(const scenario::Load& load)
{
    return load.executor.ends_with("arrival-rate");
}

bool hasStages(const scenario::Load& load)
{
    return load.executor == "ramping-arrival-rate" || (load.executor == "ramping-vus" && !load.users.set());
}

/// How often a step runs in an iteration of its pattern.
double share(const scenario::Step& step)
{
    if (!step.enabled)
        return 0.0;
    return std::max(1, step.repeat.get(1)) / static_cast<double>(std::max(1, step.every.get(1)));
}

double requestsOf(const scenario::Pattern& pattern)
{
    double sum = 0.0, weights = 0.0;
    for (const auto& step : pattern.steps) {
        const double weight = pattern.weighted_steps && step.enabled ? std::max(0, step.weight.get(1)) : 1.0;
        sum += weight * share(step);
        weights += step.enabled ? weight : 0.0;
    }
    return pattern.weighted_steps && weights > 0.0 ? sum / weights : sum;
}

} // namespace

double LoadPreview::highest() const
{
    double most = 0.0;
    for (const auto& point : curve)
        most = std::max(most, point.value);
    return most;
}

LoadPreview previewLoad(const scenario::Load& load)
{
    LoadPreview preview;
    const auto planned = engine::planLoad(load, {});
    if (!planned) {
        preview.problem = planned.error().text();
        return preview;
    }
    preview.open = planned->open;
    preview.users = planned->users;
    preview.bursts = planned->burst;
    const auto timed = planned->budget == engine::Budget::time;
    for (const auto& piece : timed ? planned->curve.pieces() : std::vector<engine::LinearCurve::Piece>()) {
        if (preview.curve.empty() || preview.curve.back() != LoadPreview::Point{piece.start_s, piece.from})
            preview.curve.push_back({piece.start_s, piece.from});
        preview.curve.push_back({piece.end_s, piece.to});
    }
    preview.warmup_s = seconds(planned->phases.warmup);
    preview.cooldown_s = seconds(planned->phases.cooldown);
    if (planned->phases.measure)
        preview.measure_s = seconds(*planned->phases.measure);
    if (planned->budget == engine::Budget::shared)
        preview.iterations = static_cast<double>(planned->iterations);
    else if (planned->budget == engine::Budget::perUser)
        preview.iterations = static_cast<double>(planned->iterations) * planned->users;
    else if (planned->open) {
        double area = 0.0;
        const auto from = preview.warmup_s, to = preview.warmup_s + preview.measure_s;
        for (const auto& piece : planned->curve.pieces()) {
            const auto begin = std::max(from, piece.start_s), end = std::min(to, piece.end_s);
            if (end > begin)
                area += (end - begin)
                    * (planned->curve.valueAt(begin) + piece.from
                        + (piece.to - piece.from) * (end - piece.start_s) / (piece.end_s - piece.start_s))
                    / 2.0;
        }
        preview.iterations = std::round(area);
    }
    if (hasStages(load)) {
        double time = preview.warmup_s;
        for (const auto& stage : load.stages) {
            time += std::max(0.0, stage.duration_s.get());
            preview.handles.push_back({time, std::max(0.0, stage.target.get())});
        }
    }
    return preview;
}

void dragStage(scenario::Load& load, std::size_t stage, double time_s, double value)
{
    if (!hasStages(load) || stage >= load.stages.size())
        return;
    double begin = std::max(0.0, load.warmup_s.get());
    for (std::size_t i = 0; i < stage; ++i)
        begin += std::max(0.0, load.stages[i].duration_s.get());
    const auto target = std::max(0.0, value);
    load.stages[stage].duration_s = std::max(1.0, std::round(time_s - begin));
    load.stages[stage].target = isOpen(load) ? std::round(target * 10.0) / 10.0 : std::round(target);
}

double requestsPerIteration(const scenario::Scenario& scenario)
{
    double sum = 0.0, weights = 0.0;
    for (const auto& pattern : scenario.patterns) {
        if (!pattern.enabled || pattern.load)
            continue;
        const auto weight = std::max(0.0, pattern.weight.get(1.0));
        sum += weight * requestsOf(pattern);
        weights += weight;
    }
    return weights > 0.0 ? sum / weights : 0.0;
}

LoadEstimate estimateLoad(const scenario::Scenario& scenario)
{
    struct Part
    {
        LoadPreview preview;
        double requests;
    };
    std::vector<Part> parts;
    const auto shared = std::any_of(scenario.patterns.begin(), scenario.patterns.end(),
        [](const scenario::Pattern& pattern) { return pattern.enabled && !pattern.load; });
    if (shared)
        parts.push_back({previewLoad(scenario.load), requestsPerIteration(scenario)});
    for (const auto& pattern : scenario.patterns) {
        if (pattern.enabled && pattern.load)
            parts.push_back({previewLoad(*pattern.load), requestsOf(pattern)});
    }
    LoadEstimate estimate;
    double duration = 0.0, requests = 0.0, peak = 0.0;
    auto timed = !parts.empty(), counted = timed, rated = timed;
    for (const auto& [preview, each] : parts) {
        if (!preview.problem.empty())
            return {};
        timed = timed && !preview.curve.empty();
        counted = counted && preview.iterations.has_value();
        rated = rated && preview.open;
        const auto length = preview.duration_s();
        duration = scenario.patterns_in_turn ? duration + length : std::max(duration, length);
        requests += preview.iterations.value_or(0.0) * each;
        const auto most = preview.highest() * each;
        peak = scenario.patterns_in_turn ? std::max(peak, most) : peak + most;
    }
    if (timed)
        estimate.duration_s = duration;
    if (counted)
        estimate.requests = requests;
    if (rated)
        estimate.peak_rps = peak;
    return estimate;
}

} // namespace plumb::models

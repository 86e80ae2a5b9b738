// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loadplan.h"

#include <algorithm>
#include <cmath>

namespace plumb::engine {

namespace {

using scenario::Load;

Nanos seconds(double value)
{
    return Nanos{std::llround(value * 1e9)};
}

Error missing(const std::string& executor, const std::string& field, const std::string& where)
{
    return Error{ErrorKind::usage, executor + " needs a positive \"" + field + '"', where,
        "add \"" + field + "\" to the load"};
}

/// Warm-up, the load itself, cool-down. @p begin and @p end are the values the load starts and ends with.
void addShape(PlannedGroup& group, const Load& load, const LinearCurve& middle)
{
    const double begin = middle.pieces().front().from;
    const double end = middle.pieces().back().to;
    const double warmup = std::max(0.0, load.warmup_s.get());
    const double cooldown = std::max(0.0, load.cooldown_s.get());
    group.curve.add(warmup, load.warmup_shape == "ramp" ? 0.0 : begin, begin);
    for (const LinearCurve::Piece& piece : middle.pieces())
        group.curve.add(piece.end_s - piece.start_s, piece.from, piece.to);
    group.curve.add(cooldown, end, end);
    group.phases.warmup = seconds(warmup);
    group.phases.measure = seconds(middle.duration_s());
    group.phases.cooldown = seconds(cooldown);
}

LinearCurve staged(const std::vector<scenario::Stage>& stages, double from)
{
    LinearCurve curve;
    for (const scenario::Stage& stage : stages) {
        const double to = std::max(0.0, stage.target.get());
        curve.add(stage.duration_s.get(), from, to);
        from = to;
    }
    return curve;
}

Result<void> planConstantVus(PlannedGroup& group, const Load& load, const std::string& where)
{
    group.users = load.vus.get(1);
    if (group.users < 1)
        return missing(load.executor, "vus", where);
    if (load.duration_s.get() <= 0.0)
        return missing(load.executor, "duration_s", where);
    LinearCurve middle;
    middle.add(load.duration_s.get(), group.users, group.users);
    addShape(group, load, middle);
    return {};
}

Result<void> planRampingVus(PlannedGroup& group, const Load& load, const std::string& where)
{
    LinearCurve middle;
    if (load.users.set()) {
        const int users = load.users.get();
        const double duration = load.duration_s.get();
        if (users < 1)
            return missing(load.executor, "users", where);
        if (duration <= 0.0)
            return missing(load.executor, "duration_s", where);
        // The first user starts at once, the others follow spawn_rate per second; the ramp counts as part of
        // the run.
        const double rate = load.spawn_rate.get(users);
        const double ramp = rate > 0.0 ? (users - 1) / rate : 0.0;
        const double reached = ramp > duration ? 1.0 + rate * duration : users;
        middle.add(std::min(ramp, duration), 1.0, reached);
        middle.add(duration - std::min(ramp, duration), reached, reached);
    } else {
        middle = staged(load.stages, std::max(0, load.start_vus.get(0)));
        if (middle.pieces().empty())
            return missing(load.executor, "stages", where);
    }
    if (load.warmup_iterations.get() > 0) {
        return Error{ErrorKind::usage, "ramping-vus cannot have \"warmup_iterations\"", where,
            "use \"warmup_s\", so that the stages begin at a known time"};
    }
    addShape(group, load, middle);
    double most = 0.0;
    for (const LinearCurve::Piece& piece : group.curve.pieces())
        most = std::max({most, piece.from, piece.to});
    group.users = std::max(1, static_cast<int>(std::ceil(most - 1e-9)));
    return {};
}

Result<void> planIterations(PlannedGroup& group, const Load& load, const std::string& where)
{
    group.users = load.vus.get(1);
    group.iterations = load.iterations.get();
    group.budget = load.executor == "shared-iterations" ? Budget::shared : Budget::perUser;
    if (group.users < 1)
        return missing(load.executor, "vus", where);
    if (group.iterations < 1)
        return missing(load.executor, "iterations", where);
    if (load.warmup_s.get() > 0.0 || load.cooldown_s.get() > 0.0) {
        return Error{ErrorKind::usage, load.executor + " has no \"warmup_s\" or \"cooldown_s\"", where,
            "use \"warmup_iterations\""};
    }
    if (group.budget == Budget::perUser && load.warmup_iterations.get() > 0) {
        return Error{ErrorKind::usage, "per-vu-iterations has no \"warmup_iterations\"", where,
            "use shared-iterations"};
    }
    return {};
}

Result<void> planArrivals(PlannedGroup& group, const Load& load, const std::string& where)
{
    group.open = true;
    group.poisson = load.arrivals == "poisson";
    LinearCurve middle;
    if (load.executor == "constant-arrival-rate") {
        if (load.rate.get() <= 0.0)
            return missing(load.executor, "rate", where);
        if (load.duration_s.get() <= 0.0)
            return missing(load.executor, "duration_s", where);
        middle.add(load.duration_s.get(), load.rate.get(), load.rate.get());
    } else {
        middle = staged(load.stages, std::max(0.0, load.start_rate.get(0.0)));
        if (middle.pieces().empty() || middle.integral() <= 0.0)
            return missing(load.executor, "stages", where);
    }
    addShape(group, load, middle);
    double most = 0.0;
    for (const LinearCurve::Piece& piece : middle.pieces())
        most = std::max({most, piece.from, piece.to});
    // Without max_vus: a user for every iteration of one second, at most 1,000.
    const int pre = load.pre_allocated_vus.get(0);
    group.users = load.max_vus.get(std::max(pre, std::clamp(static_cast<int>(std::ceil(most)), 1, 1000)));
    if (group.users < 1)
        return missing(load.executor, "max_vus", where);
    group.set_up_before = load.pre_allocated_vus.set() ? std::clamp(pre, 0, group.users) : group.users;
    group.backlog = std::max(0, load.backlog.get(group.users));
    return {};
}

/// The first arrivals are the warm-up: the same as a warm-up that lasts until the arrival after them.
void warmUpByArrivals(PlannedGroup& group, const Load& load)
{
    const std::int64_t wanted = load.warmup_iterations.get();
    if (wanted <= 0 || group.phases.warmup > Nanos{})
        return;
    const double rate = group.curve.pieces().front().from;
    if (rate <= 0.0)
        return;
    LinearCurve longer;
    longer.add(static_cast<double>(wanted) / rate, rate, rate);
    group.phases.warmup = seconds(longer.duration_s());
    for (const LinearCurve::Piece& piece : group.curve.pieces())
        longer.add(piece.end_s - piece.start_s, piece.from, piece.to);
    group.curve = longer;
}

} // namespace

Result<PlannedGroup> planLoad(const Load& load, const std::string& where)
{
    PlannedGroup group;
    group.executor = load.executor;
    Result<void> planned = [&]() -> Result<void> {
        if (load.executor == "constant-vus")
            return planConstantVus(group, load, where);
        if (load.executor == "ramping-vus")
            return planRampingVus(group, load, where);
        if (load.executor == "shared-iterations" || load.executor == "per-vu-iterations")
            return planIterations(group, load, where);
        if (load.executor == "constant-arrival-rate" || load.executor == "ramping-arrival-rate")
            return planArrivals(group, load, where);
        return Error{ErrorKind::usage, "the built-in engine has no executor \"" + load.executor + '"', where,
            "use constant-vus, ramping-vus, shared-iterations, per-vu-iterations, constant-arrival-rate or "
            "ramping-arrival-rate"};
    }();
    if (!planned)
        return planned.error();
    if (group.open) {
        warmUpByArrivals(group, load);
    } else {
        group.set_up_before = group.budget == Budget::time
            ? std::min(group.users, static_cast<int>(std::floor(group.curve.valueAt(0.0) + 1e-9)))
            : group.users;
        group.warmup_iterations = std::max(0, load.warmup_iterations.get());
        if (group.warmup_iterations > 0 && group.phases.warmup > Nanos{}) {
            return Error{ErrorKind::usage, "a load has either \"warmup_s\" or \"warmup_iterations\"", where,
                "remove one of them"};
        }
    }
    return group;
}

} // namespace plumb::engine

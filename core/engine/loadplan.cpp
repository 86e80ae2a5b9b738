// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loadplan.h"

#include "engine/arrivalschedule.h"

#include <algorithm>
#include <cmath>
#include <map>

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

/// The measure phase ends with the last iteration, whenever that is.
void countedPhases(PlannedGroup& group, const Load& load)
{
    group.phases.warmup = seconds(std::max(0.0, load.warmup_s.get()));
    group.phases.cooldown = seconds(std::max(0.0, load.cooldown_s.get()));
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
    countedPhases(group, load);
    // The warm-up, and who goes on after it.
    const double warmup = std::max(0.0, load.warmup_s.get());
    group.curve.add(warmup, load.warmup_shape == "ramp" ? 0.0 : group.users, group.users);
    if (warmup > 0.0)
        group.curve.add(1.0, group.users, group.users);
    return {};
}

Result<void> planBurst(PlannedGroup& group, const Load& load, const std::string& where)
{
    group.burst = true;
    group.users = load.size.get();
    if (group.users < 1)
        return missing(load.executor, "size", where);
    group.pause = seconds(std::max(0.0, load.pause_s.get()));
    if (load.repeat.set()) {
        group.budget = Budget::perUser;
        group.iterations = load.repeat.get();
        if (group.iterations < 1)
            return missing(load.executor, "repeat", where);
        countedPhases(group, load);
        return {};
    }
    if (load.duration_s.get() <= 0.0)
        return missing(load.executor, "repeat\" or \"duration_s", where);
    LinearCurve middle;
    middle.add(load.duration_s.get(), group.users, group.users);
    addShape(group, load, middle);
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

/// When arrival @p number comes where @p curve goes on for ever at its last rate.
Nanos arrivalTime(const PlannedGroup& group, LinearCurve curve, std::int64_t number, std::uint64_t seed)
{
    // Of a Poisson process, 40 standard deviations later than the mean is beyond what can be drawn.
    const double rate = curve.pieces().back().to;
    const double wanted = static_cast<double>(number);
    curve.add((40.0 * std::sqrt(wanted + 1.0) + 40.0) / rate, rate, rate);
    ArrivalSchedule schedule(curve,
        group.poisson ? ArrivalSchedule::Spacing::poisson : ArrivalSchedule::Spacing::uniform,
        {seed, group.stream}, 0, 1);
    std::optional<Arrival> arrival = schedule.next();
    while (arrival && arrival->number < number)
        arrival = schedule.next();
    return arrival ? arrival->at : seconds(curve.duration_s());
}

/// The first arrivals are the warm-up: the same as a warm-up that lasts until the arrival after them.
Result<void> warmUpByArrivals(
    PlannedGroup& group, const Load& load, std::uint64_t seed, const std::string& where)
{
    const std::int64_t wanted = load.warmup_iterations.get();
    if (wanted <= 0)
        return {};
    const double rate = group.curve.pieces().front().from;
    if (rate <= 0.0) {
        return Error{ErrorKind::usage, "a rate that begins at 0 brings no arrivals to warm up with", where,
            "use \"warmup_s\", or a \"start_rate\" above 0"};
    }
    const bool ramp = load.warmup_shape == "ramp";
    LinearCurve warmup;
    const double straight = static_cast<double>(wanted) / rate;
    warmup.add(ramp ? 2.0 * straight : straight, ramp ? 0.0 : rate, rate);
    group.phases.warmup = arrivalTime(group, warmup, wanted, seed);
    LinearCurve longer;
    const double length = std::chrono::duration<double>(group.phases.warmup).count();
    const double sloped = std::min(length, warmup.duration_s());
    longer.add(sloped, warmup.valueAt(0.0), ramp ? rate * sloped / warmup.duration_s() : rate);
    longer.add(length - sloped, rate, rate);
    for (const LinearCurve::Piece& piece : group.curve.pieces())
        longer.add(piece.end_s - piece.start_s, piece.from, piece.to);
    group.curve = longer;
    return {};
}

/// Warm-up iterations of users; a burst warms up as a whole.
Result<void> warmUpByIterations(PlannedGroup& group, const Load& load, const std::string& where)
{
    const std::int64_t wanted = std::max(0, load.warmup_iterations.get());
    const std::int64_t users = group.users;
    group.warmup_iterations = group.burst ? (wanted + users - 1) / users * users : wanted;
    if (wanted > 0 && load.warmup_shape == "ramp") {
        return Error{ErrorKind::usage, "a warm-up of users that ramps takes a time, not iterations", where,
            "use \"warmup_s\", or leave \"warmup_shape\" out"};
    }
    return {};
}

} // namespace

Result<PlannedGroup> planLoad(const Load& load, const std::string& where, std::uint64_t seed, int stream)
{
    PlannedGroup group;
    group.executor = load.executor;
    group.stream = stream;
    if (load.warmup_iterations.get() > 0 && load.warmup_s.get() > 0.0) {
        return Error{ErrorKind::usage, "a load has either \"warmup_s\" or \"warmup_iterations\"", where,
            "remove one of them"};
    }
    using Plan = Result<void> (*)(PlannedGroup&, const Load&, const std::string&);
    static const std::map<std::string, Plan, std::less<>> plans{{"constant-vus", planConstantVus},
        {"ramping-vus", planRampingVus}, {"shared-iterations", planIterations},
        {"per-vu-iterations", planIterations}, {"burst", planBurst}, {"constant-arrival-rate", planArrivals},
        {"ramping-arrival-rate", planArrivals}};
    const auto plan = plans.find(load.executor);
    if (plan == plans.end()) {
        return Error{ErrorKind::usage, "the built-in engine has no executor \"" + load.executor + '"', where,
            "use constant-vus, ramping-vus, shared-iterations, per-vu-iterations, burst, "
            "constant-arrival-rate or ramping-arrival-rate"};
    }
    if (const Result<void> planned = plan->second(group, load, where); !planned)
        return planned.error();
    const Result<void> warmed
        = group.open ? warmUpByArrivals(group, load, seed, where) : warmUpByIterations(group, load, where);
    if (!warmed)
        return warmed.error();
    if (!group.open) {
        const bool ramps = group.budget == Budget::time && !group.burst;
        const int first = static_cast<int>(std::floor(group.curve.valueAt(0.0) + 1e-9));
        group.set_up_before = !ramps
            ? group.users
            : std::min(group.users, std::max(first, group.warmup_iterations > 0 ? 1 : 0));
    }
    return group;
}

} // namespace plumb::engine

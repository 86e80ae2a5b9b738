// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runplan.h"

#include "engine/arrivalschedule.h"
#include "engine/livechange.h"
#include "engine/loadplan.h"
#include "engine/oauth2step.h"
#include "engine/urlparts.h"
#include "scenario/commandline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::engine {

namespace {

using scenario::CompiledStep;
using scenario::Extract;

/// Walking a Poisson schedule to count it is worth a moment, not minutes.
constexpr double countableArrivals = 2e6;
/// Levels and times of a curve that differ by less are the same.
constexpr double levelTolerance = 1e-9;

/// The path of a request, the query or the command line; shown to tell steps apart.
std::string whatIsAsked(const scenario::Step& step)
{
    constexpr std::size_t most = 500;
    if (step.kind == "http")
        return step.request.path;
    const std::string text = step.sql ? step.sql->query
        : step.command                ? scenario::commandLine(step.command->argv)
                                      : std::string();
    return text.size() <= most ? text : cleanUtf8(std::string_view(text).substr(0, most)) + "…";
}

class Planner
{
public:
    explicit Planner(RunPlan& plan)
        : m_plan(plan)
    {
    }

    Result<PlannedStep> add(
        const std::shared_ptr<const CompiledStep>& compiled, const std::string& pattern, bool setup)
    {
        const scenario::Step& step = compiled->step();
        PlannedStep planned;
        planned.step = compiled;
        planned.every = std::max(1, step.every.get(1));
        planned.repeat = std::max(1, step.repeat.get(1));
        planned.weight = step.weight.get(1);
        planned.cold_first = setup ? 0 : std::max(0, step.cold_first.get(0));
        planned.needs_cookies = (step.reason && step.reason->from == Extract::From::cookie)
            || std::any_of(step.extract.begin(), step.extract.end(),
                [](const Extract& extract) { return extract.from == Extract::From::cookie; });
        if (planned.cold_first > 0)
            planned.cold_index = addInfo(*compiled, step.name + " (cold)", pattern, setup);
        planned.index = addInfo(*compiled, step.name, pattern, setup);
        return planned;
    }

private:
    int addInfo(const CompiledStep& compiled, const std::string& name, const std::string& pattern, bool setup)
    {
        const scenario::Step& step = compiled.step();
        m_plan.steps.push_back({name, pattern, step.kind,
            step.kind == "http" ? step.request.method : std::string(), whatIsAsked(step), setup, 0});
        std::vector<std::string> checks;
        for (std::size_t i = 0; i < compiled.checkCount(); ++i)
            checks.push_back(compiled.checkName(i));
        m_plan.checks.push_back(std::move(checks));
        return static_cast<int>(m_plan.steps.size()) - 1;
    }

    RunPlan& m_plan;
};

Result<void> planSetup(RunPlan& plan, Planner& planner, const scenario::CompiledScenario& scenario)
{
    Result<std::shared_ptr<const CompiledStep>> token = makeTokenStep(scenario);
    if (!token)
        return token.error();
    if (*token) {
        const Result<PlannedStep> planned = planner.add(*token, {}, true);
        if (!planned)
            return planned.error();
        plan.token = *planned;
    }
    for (const scenario::CompiledSetup& setup : scenario.setup) {
        PlannedSetup planned;
        const Result<PlannedStep> step = planner.add(setup.step, {}, true);
        if (!step)
            return step.error();
        planned.step = *step;
        for (const auto& remedy : setup.on_failure) {
            const Result<PlannedStep> added = planner.add(remedy, {}, true);
            if (!added)
                return added.error();
            planned.on_failure.push_back(*added);
        }
        (setup.per_user ? plan.user_setup : plan.run_setup).push_back(std::move(planned));
    }
    return {};
}

Result<PlannedPattern> planPattern(Planner& planner, const scenario::CompiledPattern& compiled)
{
    PlannedPattern planned;
    planned.name = compiled.pattern.name;
    planned.weighted_steps = compiled.pattern.weighted_steps;
    planned.think = compiled.pattern.think;
    if (compiled.pattern.pacing_ms.get() > 0.0)
        planned.pacing = Nanos{std::llround(compiled.pattern.pacing_ms.get() * 1e6)};
    for (const auto& step : compiled.steps) {
        const Result<PlannedStep> added = planner.add(step, planned.name, false);
        if (!added)
            return added.error();
        planned.steps.push_back(*added);
    }
    return planned;
}

Nanos gracefulStop(const scenario::Load& load)
{
    return Nanos{std::llround(std::max(0.0, load.graceful_stop_s.get(30.0)) * 1e9)};
}

/// Patterns with a load of their own form a group each; the others share the scenario's. In turn: a group
/// each.
Result<void> planPatterns(RunPlan& plan, Planner& planner, const scenario::CompiledScenario& scenario)
{
    PlannedTurn together;
    std::optional<std::size_t> shared;
    for (const scenario::CompiledPattern& compiled : scenario.patterns) {
        Result<PlannedPattern> pattern = planPattern(planner, compiled);
        if (!pattern)
            return pattern.error();
        if (pattern->steps.empty())
            continue;
        const bool own = compiled.pattern.load.has_value();
        const bool join = !own && !scenario.scenario.patterns_in_turn && shared.has_value();
        if (!join) {
            const scenario::Load& load = own ? *compiled.pattern.load : scenario.scenario.load;
            const std::uint64_t seed
                = own && load.seed.value ? static_cast<std::uint64_t>(*load.seed.value) : scenario.seed;
            Result<PlannedGroup> group
                = planLoad(load, own ? "load of pattern " + compiled.pattern.name : std::string("load"), seed,
                    static_cast<int>(together.groups.size()));
            if (!group)
                return group.error();
            group->seed = seed;
            plan.graceful_stop = std::max(plan.graceful_stop, gracefulStop(load));
            if (!own)
                shared = together.groups.size();
            together.groups.push_back(std::move(*group));
        }
        PlannedGroup& group = join ? together.groups[*shared] : together.groups.back();
        group.patterns.push_back(std::move(*pattern));
        group.weights.push_back(compiled.pattern.weight.get(1.0));
    }
    if (together.groups.empty()) {
        return Error{ErrorKind::usage, "there is nothing to run", "patterns",
            "enable a pattern that has an enabled step"};
    }
    if (!scenario.scenario.patterns_in_turn) {
        plan.turns.push_back(std::move(together));
        return {};
    }
    for (PlannedGroup& group : together.groups) {
        plan.turns.emplace_back();
        plan.turns.back().groups.push_back(std::move(group));
    }
    return {};
}

Result<void> planStopRules(RunPlan& plan, const Json& rules)
{
    std::vector<scenario::Problem> problems;
    for (const Json& rule : rules) {
        if (std::optional<scenario::StopRule> read = scenario::stopRuleFromJson(rule, "stop_when", problems))
            plan.stop_rules.push_back(std::move(*read));
    }
    if (problems.empty())
        return {};
    return Error{ErrorKind::usage, problems.front().message, problems.front().path, problems.front().remedy};
}

/// A step tells in which turn it runs, so that its rates are those of that turn.
void numberTurns(RunPlan& plan)
{
    for (std::size_t turn = 0; turn < plan.turns.size(); ++turn) {
        for (const PlannedGroup& group : plan.turns[turn].groups) {
            for (const PlannedPattern& pattern : group.patterns) {
                for (const PlannedStep& step : pattern.steps) {
                    plan.steps[static_cast<std::size_t>(step.index)].turn = static_cast<int>(turn);
                    if (step.cold_index >= 0)
                        plan.steps[static_cast<std::size_t>(step.cold_index)].turn = static_cast<int>(turn);
                }
            }
        }
    }
}

template <class Visit>
void forEachGroup(const RunPlan& plan, Visit&& visit)
{
    for (const PlannedTurn& turn : plan.turns) {
        for (const PlannedGroup& group : turn.groups)
            visit(group);
    }
}

std::optional<std::int64_t> iterationsOf(const PlannedGroup& group)
{
    if (!group.open) {
        const bool timed = group.phases.warmup > Nanos{} || group.phases.cooldown > Nanos{};
        const std::optional<std::int64_t> measured = group.measured();
        return measured && !timed ? std::optional(group.warmup_iterations + *measured) : std::nullopt;
    }
    if (!group.poisson)
        return static_cast<std::int64_t>(std::ceil(group.curve.integral() - 1e-9));
    if (group.curve.integral() > countableArrivals)
        return std::nullopt;
    ArrivalSchedule schedule(
        group.curve, ArrivalSchedule::Spacing::poisson, {group.seed.value_or(1), group.stream}, 0, 1);
    std::int64_t count = 0;
    while (schedule.next())
        ++count;
    return count;
}

/// From so many seconds along its curves on the level of a turn is meant to be constant.
std::optional<double> constantFrom(const PlannedTurn& turn)
{
    double from = 0.0;
    for (const PlannedGroup& group : turn.groups) {
        // Counted iterations are done by all users, at their pace, from the end of the warm-up on.
        const std::optional<Nanos> end = group.phases.measureEnd();
        if (!end)
            continue;
        const double end_s = std::chrono::duration<double>(*end).count();
        std::optional<double> start;
        double level = 0.0;
        for (const LinearCurve::Piece& piece : group.curve.pieces()) {
            if (piece.start_s >= end_s - levelTolerance)
                break;
            const bool flat = std::abs(piece.to - piece.from) < levelTolerance;
            const bool same = start && std::abs(piece.from - level) < levelTolerance;
            start = !flat ? std::nullopt : same ? start : std::optional(piece.start_s);
            level = piece.to;
        }
        if (!start)
            return std::nullopt;
        from = std::max(from, *start);
    }
    return from;
}

} // namespace

std::optional<std::int64_t> PlannedGroup::measured() const
{
    if (budget == Budget::time)
        return std::nullopt;
    return budget == Budget::perUser ? iterations * users : iterations;
}

bool RunPlan::hasSetup() const
{
    return token.has_value() || !run_setup.empty() || !user_setup.empty();
}

int RunPlan::users() const
{
    int users = 0;
    forEachGroup(*this, [&users](const PlannedGroup& group) { users += group.users; });
    return users;
}

std::string RunPlan::executor() const
{
    std::string name;
    forEachGroup(*this, [&name](const PlannedGroup& group) {
        name = name.empty() || name == group.executor ? group.executor : std::string("mixed");
    });
    return name;
}

bool RunPlan::closedModel() const
{
    bool closed = true;
    forEachGroup(*this, [&closed](const PlannedGroup& group) { closed = closed && !group.open; });
    return closed;
}

std::optional<double> RunPlan::duration_s() const
{
    double sum = 0.0;
    for (const PlannedTurn& turn : turns) {
        double longest = 0.0;
        for (const PlannedGroup& group : turn.groups) {
            const std::optional<Nanos> end = group.phases.end();
            if (!end || group.warmup_iterations > 0)
                return std::nullopt;
            longest = std::max(longest, std::chrono::duration<double>(*end).count());
        }
        sum += longest;
    }
    return sum;
}

std::optional<std::int64_t> RunPlan::iterations() const
{
    std::optional<std::int64_t> sum = 0;
    forEachGroup(*this, [&sum](const PlannedGroup& group) {
        const std::optional<std::int64_t> own = iterationsOf(group);
        sum = sum && own ? std::optional(*sum + *own) : std::nullopt;
    });
    return sum;
}

std::optional<double> RunPlan::constantFrom_s() const
{
    return turns.size() == 1 ? constantFrom(turns.front()) : std::nullopt;
}

std::vector<double> RunPlan::turnsConstantFrom_s() const
{
    std::vector<double> all;
    for (const PlannedTurn& turn : turns) {
        // A curve begins with the warm-up, or where that is of iterations at its end.
        Nanos warmup = Nanos::max();
        for (const PlannedGroup& group : turn.groups)
            warmup = std::min(warmup, group.phases.warmup);
        const std::optional<double> from = constantFrom(turn);
        all.push_back(from ? std::max(0.0, *from - std::chrono::duration<double>(warmup).count())
                           : std::numeric_limits<double>::quiet_NaN());
    }
    return turns.size() > 1 ? all : std::vector<double>();
}
std::vector<report::LoadInfo> RunPlan::loads() const
{
    std::vector<report::LoadInfo> loads;
    for (std::size_t turn = 0; turn < turns.size(); ++turn) {
        for (const PlannedGroup& group : turns[turn].groups) {
            loads.push_back({static_cast<int>(turn), group.patterns.front().name, group.executor,
                std::string(changesOf(group))});
        }
    }
    return loads;
}

Result<RunPlan> planRun(const scenario::CompiledScenario& scenario)
{
    RunPlan plan;
    plan.seed = scenario.seed;
    plan.secure = splitUrl(scenario.base_url).secure();
    Planner planner(plan);
    if (const Result<void> setup = planSetup(plan, planner, scenario); !setup)
        return setup.error();
    if (const Result<void> patterns = planPatterns(plan, planner, scenario); !patterns)
        return patterns.error();
    numberTurns(plan);
    if (const Result<void> rules = planStopRules(plan, scenario.scenario.stop_when); !rules)
        return rules.error();
    return plan;
}

} // namespace plumb::engine

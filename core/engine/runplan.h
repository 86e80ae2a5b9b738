// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/linearcurve.h"
#include "engine/phaseplan.h"
#include "report/runevent.h"
#include "scenario/compiled.h"
#include "scenario/stoprule.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumb::engine {

/// A compiled step with its places in RunStarted::steps.
struct PlannedStep
{
    std::shared_ptr<const scenario::CompiledStep> step;
    int index = 0;
    int cold_index = -1; ///< of "NAME (cold)"; -1: none
    int cold_first = 0; ///< so many executions of the run are recorded there
    int every = 1;
    int repeat = 1;
    double weight = 1.0;
    bool needs_cookies = false; ///< an extract or the reason looks at cookies
};

struct PlannedPattern
{
    std::string name;
    bool weighted_steps = false;
    scenario::Think think;
    std::optional<Nanos> pacing;
    std::vector<PlannedStep> steps;
};

/// A set-up step with what is done when it fails.
struct PlannedSetup
{
    PlannedStep step;
    std::vector<PlannedStep> on_failure;
};

/// What ends a closed load.
enum class Budget {
    time, ///< the phase plan
    shared, ///< `iterations` for all users together
    perUser, ///< `iterations` for each user
};

/// Patterns that share one load.
struct PlannedGroup
{
    std::string executor;
    int stream = 0; ///< among all groups of the run: each draws arrivals of its own
    std::optional<std::uint64_t> seed; ///< of its arrivals; nothing: the run's
    bool open = false; ///< arrivals decide, not users
    bool burst = false; ///< all users begin at once, again when all are through
    Nanos pause{}; ///< between bursts
    LinearCurve
        curve; ///< users, or iterations per second; where `warmup_iterations` come first, from their end
    PhasePlan phases; ///< as far as the plan knows them, see phasesOf()
    Budget budget = Budget::time;
    std::int64_t iterations = 0; ///< of a burst: how many bursts
    std::int64_t warmup_iterations = 0; ///< of all users together, before the measured ones; whole bursts
    bool poisson = false;
    int users = 1; ///< most there may be
    int set_up_before = 0; ///< users set up before the clock starts
    std::int64_t backlog = 0;
    std::vector<PlannedPattern> patterns;
    std::vector<double> weights; ///< by pattern

    /// Measured iterations of all users together, where they are counted.
    [[nodiscard]] std::optional<std::int64_t> measured() const;
};

/// Groups that run together; turns run one after another (`patterns_run: in-turn`).
struct PlannedTurn
{
    std::vector<PlannedGroup> groups;
};

/// The scenario's load worked out: who runs what, when, and where it is recorded.
struct RunPlan
{
    std::vector<report::StepInfo> steps;
    std::vector<std::vector<std::string>> checks; ///< names by step
    std::optional<PlannedStep> token; ///< OAuth2 token request; runs first and again before the token expires
    std::vector<PlannedSetup> run_setup, user_setup;
    std::vector<PlannedTurn> turns;
    std::vector<scenario::StopRule> stop_rules;
    Nanos graceful_stop{};
    std::uint64_t seed = 1;
    bool secure = false; ///< TLS to the target

    [[nodiscard]] bool hasSetup() const;
    [[nodiscard]] int users() const; ///< of all groups
    [[nodiscard]] std::string executor() const; ///< "mixed" where groups differ
    [[nodiscard]] bool closedModel() const; ///< true if no group is open
    [[nodiscard]] std::optional<double> duration_s() const; ///< absent for iteration-bound runs
    [[nodiscard]] std::optional<std::int64_t> iterations() const; ///< where the schedule alone knows
    [[nodiscard]] std::vector<report::LoadInfo> loads() const; ///< turn by turn
    /// See RunStarted::constant_from_s.
    [[nodiscard]] std::optional<double> constantFrom_s() const;
    /// See RunStarted::turns_constant_from_s.
    [[nodiscard]] std::vector<double> turnsConstantFrom_s() const;
};

/// Error (usage): an executor this engine does not have, a load without the fields it needs, a
/// stop rule that cannot be read, nothing to run.
Result<RunPlan> planRun(const scenario::CompiledScenario& scenario);

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/iterationcursor.h"
#include "engine/setupsequence.h"
#include "engine/stepexecution.h"

#include <optional>

namespace plumb::engine {

class VirtualUser;

/// Who sends a user to work. Calls come from the worker's loop, and may come from inside begin() only where
/// an iteration had nothing to send.
class UserOwner
{
public:
    virtual ~UserOwner() = default;
    virtual void userReady(VirtualUser& user) = 0; ///< the set-up went well
    virtual void userFailed(VirtualUser& user, const std::string& why) = 0; ///< the set-up did not
    virtual void iterationEnded(VirtualUser& user) = 0;
    [[nodiscard]] virtual Phase phaseAt(Nanos intended) const = 0; ///< of a request, by its intended start
};

/// One virtual user: variables, cookies and a random stream of its own, at most one request in flight. Keeps
/// the books of its iterations: started, then completed or aborted.
class VirtualUser
{
public:
    VirtualUser(WorkerContext& context, UserOwner& owner, int id, int slot);
    VirtualUser(const VirtualUser&) = delete;
    VirtualUser& operator=(const VirtualUser&) = delete;

    struct Iteration
    {
        const PlannedPattern* pattern = nullptr;
        Nanos intended{};
        Phase phase = Phase::measure; ///< of the iteration
        bool fixed_phase = false; ///< all its requests belong to `phase`, whenever they start
        bool open = false;
    };

    /// Runs @p steps, then calls the owner back, never from inside. Draws the user's data first.
    void setUp(const std::vector<PlannedSetup>& steps);
    [[nodiscard]] bool isSetUp() const { return m_setUp; }
    /// Draws the data rows of the next iteration; false where a feed is exhausted.
    bool drawData();
    void begin(const Iteration& iteration);

    /// No further request; an iteration that waits or has more to send is aborted. What is in flight
    /// finishes.
    void finishSoon();
    /// Books the request in flight as unfinished and the iteration as aborted. Nobody is called back.
    void cancel();

    [[nodiscard]] bool busy() const { return m_mode != Mode::idle; }
    [[nodiscard]] bool inFlight() const { return m_execution.inFlight(); }
    [[nodiscard]] const Iteration& iteration() const { return m_iteration; }
    [[nodiscard]] Phase currentPhase() const { return m_execution.phase(); } ///< of the last request
    [[nodiscard]] Nanos endedAt() const { return m_endedAt; } ///< last byte of the last iteration
    [[nodiscard]] Nanos pause() const { return m_pause; } ///< think time after its last step
    [[nodiscard]] bool sentAny() const { return m_sentAny; } ///< in the last iteration
    [[nodiscard]] UserState& state() { return m_state; }
    [[nodiscard]] int slot() const { return m_state.slot; } ///< in the worker's transport

private:
    enum class Mode { idle, setup, iteration };
    void nextSetupStep(Nanos now);
    void failForData(Nanos now);
    void nextStep(Nanos intended);
    void nextStepAfterPause(Nanos intended);
    void onStepEnd(const StepExecution::End& end);
    void onIterationStep(const StepExecution::End& end);
    void endIteration(bool completed, Nanos at);
    void endSetup(const std::string& failure);
    void later(Nanos when, void (VirtualUser::*what)(Nanos));
    [[nodiscard]] bool connectionPerIteration() const;
    void skip(const PlannedStep& step, const std::string& reason);

    WorkerContext& m_context;
    UserOwner& m_owner;
    UserState m_state;
    StepExecution m_execution;
    Mode m_mode = Mode::idle;
    SetupSequence m_setupSteps;
    IterationCursor m_cursor;
    Iteration m_iteration;
    const PlannedStep* m_step = nullptr;
    std::vector<std::pair<const PlannedPattern*, std::int64_t>> m_counts; ///< iterations by pattern
    std::vector<bool> m_drawn; ///< by data source: has a row that lasts
    Nanos m_endedAt{};
    Nanos m_pause{};
    std::uint64_t m_timer = 0;
    bool m_setUp = false;
    bool m_rowWaiting = false; ///< drawn for the set-up, not used by an iteration yet
    bool m_waiting = false; ///< between two steps
    bool m_finishing = false;
    bool m_sentAny = false;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/virtualuser.h"

#include <algorithm>
#include <cmath>

namespace plumb::engine {

using scenario::OnFail;

VirtualUser::VirtualUser(WorkerContext& context, UserOwner& owner, int id, int slot)
    : m_context(context)
    , m_owner(owner)
    , m_state{id, slot, scenario::RandomStream(context.plan.seed, static_cast<std::uint64_t>(id)),
          std::make_shared<scenario::VariableScope>(context.variables), {}, 0, {}, 0}
    , m_execution(context, m_state, [this](const StepExecution::End& end) { onStepEnd(end); })
    , m_drawn(context.scenario.data.size())
{
}

bool VirtualUser::drawData()
{
    if (m_rowWaiting) {
        m_rowWaiting = false;
        return true;
    }
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        scenario::DataSource& source = *m_context.scenario.data[i];
        if (m_drawn[i])
            continue;
        const auto row = source.next(m_state.id, m_state.random);
        if (!row) {
            m_context.signals.data_exhausted("data \"" + source.name() + "\" is exhausted");
            return false;
        }
        for (const auto& [column, value] : *row) {
            if (value.secret) {
                m_state.remember(value.text);
                m_context.secrets.note(value.text);
            }
            m_state.variables->set(source.name() + "." + column, value);
        }
        m_drawn[i] = source.perUserOnce();
    }
    return true;
}

void VirtualUser::setUp(const std::vector<PlannedSetup>& steps)
{
    m_mode = Mode::setup;
    m_finishing = false;
    m_setupSteps = SetupSequence(&steps);
    if (!steps.empty() && !m_rowWaiting) {
        if (!drawData()) {
            later(m_context.clock.now(), &VirtualUser::failForData);
            return;
        }
        m_rowWaiting = true;
    }
    later(m_context.clock.now(), &VirtualUser::nextSetupStep);
}

void VirtualUser::later(Nanos when, void (VirtualUser::*what)(Nanos))
{
    m_context.timers.add(when, [this, what, when, timer = ++m_timer] {
        if (timer == m_timer)
            (this->*what)(when);
    });
}

void VirtualUser::failForData(Nanos)
{
    endSetup("no data row was left");
}

void VirtualUser::nextSetupStep(Nanos)
{
    while (const PlannedStep* step = m_setupSteps.current()) {
        if (m_finishing)
            return endSetup("the run was stopped");
        const std::string missing = step->step->missingVariable(*m_state.variables);
        if (!missing.empty()) {
            skip(*step, missing + " is not set");
            m_setupSteps.report(true);
            continue;
        }
        m_step = step;
        const Result<void> started
            = m_execution.start({step, nullptr, m_context.clock.now(), Phase::setup, false, false});
        if (started)
            return;
        m_setupSteps.report(false);
        if (m_setupSteps.failed())
            return endSetup("set-up step " + step->step->step().name + ": " + started.error().text());
    }
    endSetup({});
}

void VirtualUser::endSetup(const std::string& failure)
{
    m_mode = Mode::idle;
    m_setUp = failure.empty();
    if (m_setUp)
        m_owner.userReady(*this);
    else
        m_owner.userFailed(*this, failure);
}

bool VirtualUser::connectionPerIteration() const
{
    return m_context.scenario.scenario.target.connection == scenario::Connection::perIteration;
}

void VirtualUser::begin(const Iteration& iteration)
{
    m_mode = Mode::iteration;
    m_iteration = iteration;
    m_finishing = false;
    m_sentAny = false;
    m_pause = {};
    m_endedAt = iteration.intended;
    m_context.recorder.started(iteration.phase);
    auto count = std::find_if(m_counts.begin(), m_counts.end(),
        [&iteration](const auto& known) { return known.first == iteration.pattern; });
    if (count == m_counts.end())
        count = m_counts.insert(m_counts.end(), {iteration.pattern, 0});
    // An iteration that ended before its last step has left its connection open.
    if (connectionPerIteration())
        m_context.transport.dropConnections(m_state.slot);
    m_cursor.begin(*iteration.pattern, count->second++, m_state.random);
    nextStep(iteration.intended);
}

void VirtualUser::nextStep(Nanos intended)
{
    m_waiting = false;
    while (const PlannedStep* step = m_cursor.next()) {
        const std::string missing = step->step->missingVariable(*m_state.variables);
        if (!missing.empty()) {
            skip(*step, missing + " is not set");
            continue;
        }
        m_step = step;
        const Phase phase = m_iteration.fixed_phase ? m_iteration.phase : m_owner.phaseAt(intended);
        const bool last = connectionPerIteration() && !m_cursor.more();
        const Result<void> started
            = m_execution.start({step, &m_iteration.pattern->name, intended, phase, m_iteration.open, last});
        if (started) {
            m_sentAny = true;
            return;
        }
        return endIteration(false, intended);
    }
    endIteration(true, m_sentAny ? m_endedAt : intended);
}

void VirtualUser::nextStepAfterPause(Nanos intended)
{
    m_context.recorder.sendLag(m_context.clock.now() - intended);
    nextStep(intended);
}

void VirtualUser::skip(const PlannedStep& step, const std::string& reason)
{
    ++m_context.skipped[{step.index, reason}];
}

void VirtualUser::onStepEnd(const StepExecution::End& end)
{
    if (m_mode == Mode::iteration)
        return onIterationStep(end);
    m_setupSteps.report(end.ok());
    if (m_setupSteps.failed())
        return endSetup("set-up step " + m_step->step->step().name + " failed: " + end.message);
    nextSetupStep(end.at);
}

void VirtualUser::onIterationStep(const StepExecution::End& end)
{
    m_endedAt = end.at;
    const scenario::Step& step = m_step->step->step();
    if (!end.ok()) {
        const OnFail action = step.on_fail.value_or(end.extract_failed ? OnFail::endIteration : OnFail::goOn);
        if (action == OnFail::stop)
            m_context.signals.stop("stop-rule", "step " + step.name + " failed: " + end.message);
        if (action != OnFail::goOn)
            return endIteration(false, end.at);
    }
    const double think
        = scenario::thinkMs(step.think ? *step.think : m_iteration.pattern->think, m_state.random);
    m_pause = Nanos{std::llround(think * 1e6)};
    if (!m_cursor.more())
        return endIteration(true, end.at);
    if (m_finishing)
        return endIteration(false, end.at);
    const Nanos next = end.at + m_pause;
    if (m_pause <= Nanos{})
        return nextStep(next);
    m_waiting = true;
    later(next, &VirtualUser::nextStepAfterPause);
}

void VirtualUser::endIteration(bool completed, Nanos at)
{
    m_mode = Mode::idle;
    m_waiting = false;
    m_endedAt = at;
    if (completed)
        m_context.recorder.completed(m_iteration.phase, at - m_iteration.intended);
    else
        m_context.recorder.aborted(m_iteration.phase);
    m_owner.iterationEnded(*this);
}

void VirtualUser::finishSoon()
{
    m_finishing = true;
    if (m_mode == Mode::iteration && m_waiting) {
        ++m_timer;
        endIteration(false, m_context.clock.now());
    }
}

void VirtualUser::cancel()
{
    ++m_timer;
    m_execution.abandon();
    if (m_mode == Mode::iteration)
        m_context.recorder.aborted(m_iteration.phase);
    m_mode = Mode::idle;
    m_waiting = false;
}

} // namespace plumb::engine

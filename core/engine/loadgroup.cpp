// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loadgroup.h"

#include "engine/burstgroup.h"
#include "engine/closedgroup.h"
#include "engine/opengroup.h"

#include <algorithm>

namespace plumb::engine {

LoadGroup::LoadGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress, Ids ids,
    std::function<void()> changed)
    : m_context(context)
    , m_plan(plan)
    , m_progress(progress)
    , m_changed(std::move(changed))
    , m_ids(ids)
{
    growTo(plan.users);
}

void LoadGroup::growTo(int users)
{
    for (int i = groupIndex(m_users.size()); i < users; i = groupIndex(m_users.size())) {
        const int added = i - m_plan.users;
        const int id = added < 0 ? m_ids.first + i : m_ids.added + added * m_ids.step;
        const int slot = m_context.next_slot++;
        m_indexOfSlot.resize(static_cast<std::size_t>(slot) + 1);
        m_indexOfSlot.back() = m_users.size();
        m_users.push_back(std::make_unique<VirtualUser>(m_context, *this, id, slot));
    }
}

int LoadGroup::inFlight() const
{
    return static_cast<int>(
        std::count_if(m_users.begin(), m_users.end(), [](const auto& user) { return user->inFlight(); }));
}

void LoadGroup::markOpenPhases(std::array<bool, report::phaseCount>& phases) const
{
    for (const auto& user : m_users) {
        if (user->busy())
            phases[static_cast<std::size_t>(user->currentPhase())] = true;
        if (user->busy() && user->isSetUp())
            phases[static_cast<std::size_t>(user->iteration().phase)] = true;
    }
}

bool LoadGroup::measureKnown() const
{
    return m_plan.warmup_iterations == 0 || m_progress.measure_start.load(std::memory_order_relaxed) >= 0;
}

PhasePlan LoadGroup::phases() const
{
    return phasesOf(m_plan, m_progress);
}

Phase LoadGroup::phaseAt(Nanos intended) const
{
    return phases().phaseAt(intended - m_start);
}

std::size_t LoadGroup::indexOf(const VirtualUser& user) const
{
    return m_indexOfSlot[static_cast<std::size_t>(user.slot())];
}

int LoadGroup::groupIndex(std::size_t user) const
{
    return static_cast<int>(user) * m_context.workers + m_context.worker;
}

void LoadGroup::beginSetup(std::size_t user)
{
    ++m_settingUp;
    m_users[user]->setUp(m_context.plan.user_setup);
}

void LoadGroup::userReady(VirtualUser& user)
{
    --m_settingUp;
    ++m_setUpCount;
    readyToWork(indexOf(user));
    m_changed();
}

void LoadGroup::userFailed(VirtualUser& user, const std::string& why)
{
    --m_settingUp;
    if (m_failedCount++ == 0)
        m_failure = why;
    if (!m_finishing)
        m_context.signals.notice("user " + std::to_string(user.state().id) + ": " + why);
    lost(indexOf(user));
    m_changed();
}

void LoadGroup::finish()
{
    m_finishing = true;
    for (const auto& user : m_users)
        user->finishSoon();
    m_changed();
}

void LoadGroup::cancel()
{
    m_finishing = true;
    m_settingUp = 0;
    for (const auto& user : m_users)
        user->cancel();
}

std::unique_ptr<LoadGroup> makeLoadGroup(WorkerContext& context, const PlannedGroup& plan,
    RunShared::Progress& progress, LoadGroup::Ids ids, std::function<void()> changed)
{
    if (plan.burst)
        return std::make_unique<BurstGroup>(context, plan, progress, ids, std::move(changed));
    if (plan.open)
        return std::make_unique<OpenGroup>(context, plan, progress, ids, std::move(changed));
    return std::make_unique<ClosedGroup>(context, plan, progress, ids, std::move(changed));
}

} // namespace plumb::engine

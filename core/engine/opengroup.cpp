// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/opengroup.h"

#include "engine/weights.h"

#include <algorithm>

namespace plumb::engine {

OpenGroup::OpenGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress, Ids ids,
    std::function<void()> changed)
    : LoadGroup(context, plan, progress, ids, std::move(changed))
    , m_rate(plan.curve)
    , m_schedule(plan.curve,
          plan.poisson ? ArrivalSchedule::Spacing::poisson : ArrivalSchedule::Spacing::uniform,
          {plan.seed.value_or(context.plan.seed), plan.stream}, context.worker, context.workers)
    , m_limit(plan.users)
    , m_bound(m_users.size())
{
    const std::int64_t share = plan.backlog / context.workers;
    m_backlogLimit
        = static_cast<std::size_t>(share + (context.worker < plan.backlog % context.workers ? 1 : 0));
    for (std::size_t i = m_users.size(); i-- > 0;)
        m_toSetUp.push_back(i);
}

void OpenGroup::setUpFirst()
{
    while (!m_toSetUp.empty() && groupIndex(m_toSetUp.back()) < m_plan.set_up_before) {
        const std::size_t user = m_toSetUp.back();
        m_toSetUp.pop_back();
        beginSetup(user);
    }
}

void OpenGroup::start(Nanos t0)
{
    m_start = t0;
    m_started = true;
    awaitNext();
    m_context.timers.add(t0 + *m_plan.phases.end(), [this] {
        m_over = true;
        m_changed();
    });
}

void OpenGroup::awaitNext()
{
    m_next = m_schedule.peek();
    if (!m_next)
        return;
    m_context.timers.add(m_start + m_next->at, [this, timer = ++m_awaited] {
        if (timer == m_awaited)
            takeArrivals();
    });
}

void OpenGroup::change(const GroupChange& change)
{
    if (m_finishing)
        return;
    if (change.rate) {
        m_rate = m_rate.heldFrom(std::chrono::duration<double>(change.at).count(), *change.rate);
        m_schedule.follow(m_rate);
        awaitNext();
    }
    if (!change.users)
        return;
    const bool known = m_limitChanges.contains(change.at);
    m_limitChanges[change.at] = *change.users;
    if (!known)
        m_context.timers.add(m_start + change.at, [this, at = change.at] { applyLimit(at); });
}

void OpenGroup::applyLimit(Nanos at)
{
    m_limit = m_limitChanges.extract(at).mapped();
    if (m_finishing)
        return;
    const std::size_t known = m_users.size();
    growTo(m_limit);
    m_bound.resize(m_users.size());
    // At once: who is asked to raise the limit has arrivals that wait.
    for (std::size_t user = known; user < m_users.size(); ++user)
        beginSetup(user);
    for (std::vector<std::size_t>* idle : {&m_free, &m_retired}) {
        const std::vector<std::size_t> users = std::exchange(*idle, {});
        std::for_each(users.begin(), users.end(), [this](std::size_t user) { release(user); });
    }
    m_changed();
}

void OpenGroup::release(std::size_t user)
{
    if (groupIndex(user) >= m_limit) {
        m_retired.push_back(user);
    } else if (m_backlog.empty() || m_finishing) {
        m_free.push_back(user);
    } else {
        const Waiting arrival = m_backlog.front();
        m_backlog.pop_front();
        m_context.recorder.userWait(now() - arrival.intended);
        begin(user, arrival);
    }
}

void OpenGroup::takeArrivals()
{
    if (m_finishing)
        return;
    const Nanos moment = now();
    while (m_next && m_start + m_next->at <= moment) {
        const Waiting arrival{m_start + m_next->at, pickForArrival(m_next->number, m_plan.weights)};
        m_schedule.next();
        m_next = m_schedule.peek();
        serve(arrival);
        if (m_finishing)
            return;
    }
    awaitNext();
    m_changed();
}

void OpenGroup::serve(const Waiting& arrival)
{
    m_context.recorder.planned(phaseAt(arrival.intended));
    if (!m_free.empty()) {
        const std::size_t user = m_free.back();
        m_free.pop_back();
        m_context.recorder.sendLag(now() - arrival.intended);
        begin(user, arrival);
    } else if (!m_toSetUp.empty() && groupIndex(m_toSetUp.back()) < m_limit) {
        const std::size_t user = m_toSetUp.back();
        m_toSetUp.pop_back();
        m_bound[user] = arrival;
        beginSetup(user);
    } else if (m_backlog.size() < m_backlogLimit) {
        m_backlog.push_back(arrival);
    } else {
        drop(arrival);
    }
}

void OpenGroup::begin(std::size_t user, const Waiting& arrival)
{
    if (!m_users[user]->drawData()) {
        drop(arrival);
        m_context.signals.stop("data", "no data row was left");
        return;
    }
    ++m_busy;
    m_users[user]->begin({&m_plan.patterns[static_cast<std::size_t>(arrival.pattern)], arrival.intended,
        phaseAt(arrival.intended), false, true});
}

void OpenGroup::drop(const Waiting& arrival)
{
    m_context.recorder.dropped(phaseAt(arrival.intended));
}

void OpenGroup::readyToWork(std::size_t user)
{
    const std::optional<Waiting> arrival = std::exchange(m_bound[user], std::nullopt);
    if (!arrival)
        release(user);
    else if (m_finishing)
        drop(*arrival);
    else {
        m_context.recorder.userWait(now() - arrival->intended);
        begin(user, *arrival);
    }
}

void OpenGroup::lost(std::size_t user)
{
    const std::optional<Waiting> arrival = std::exchange(m_bound[user], std::nullopt);
    if (!arrival)
        return;
    if (m_finishing) {
        drop(*arrival);
        return;
    }
    // The iteration had its user; it ends with the user's set-up.
    const Phase phase = phaseAt(arrival->intended);
    m_context.recorder.started(phase);
    m_context.recorder.aborted(phase);
}

void OpenGroup::iterationEnded(VirtualUser& user)
{
    --m_busy;
    release(indexOf(user));
    m_changed();
}

void OpenGroup::endOfSchedule()
{
    takeArrivals();
}

void OpenGroup::dropBacklog()
{
    for (const Waiting& arrival : m_backlog)
        drop(arrival);
    m_backlog.clear();
}

void OpenGroup::finish()
{
    m_next.reset();
    dropBacklog();
    LoadGroup::finish();
}

void OpenGroup::cancel()
{
    m_next.reset();
    dropBacklog();
    for (std::optional<Waiting>& bound : m_bound) {
        if (const std::optional<Waiting> arrival = std::exchange(bound, std::nullopt))
            drop(*arrival);
    }
    LoadGroup::cancel();
    m_busy = 0;
}

bool OpenGroup::done() const
{
    return (m_over || m_finishing) && !m_next && m_backlog.empty() && m_busy == 0 && m_settingUp == 0;
}

int OpenGroup::activeUsers() const
{
    return m_busy;
}

void OpenGroup::markOpenPhases(std::array<bool, report::phaseCount>& phases) const
{
    LoadGroup::markOpenPhases(phases);
    if (!m_backlog.empty())
        phases[static_cast<std::size_t>(phaseAt(m_backlog.front().intended))] = true;
}

std::int64_t OpenGroup::backlog() const
{
    return static_cast<std::int64_t>(m_backlog.size());
}

} // namespace plumb::engine

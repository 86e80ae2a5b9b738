// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/burstgroup.h"

#include "engine/weights.h"

#include <algorithm>

namespace plumb::engine {

BurstGroup::BurstGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress,
    Ids ids, std::function<void()> changed)
    : LoadGroup(context, plan, progress, ids, std::move(changed))
{
    addPatterns();
}

/// For users that have none yet.
void BurstGroup::addPatterns()
{
    const std::vector<int> patterns = assign(m_plan.users, m_plan.weights);
    for (std::size_t i = m_patterns.size(); i < m_users.size(); ++i) {
        const int index = groupIndex(i);
        m_patterns.push_back(index < m_plan.users ? patterns[static_cast<std::size_t>(index)]
                                                  : pickForArrival(index, m_plan.weights));
    }
}

/// Added users log in at once, so that they are ready for the burst they are wanted in. One that is not is
/// missed by it, and the burst has no makespan.
void BurstGroup::change(const GroupChange& change)
{
    if (!change.users || m_finishing || m_ended)
        return;
    m_sizes[change.at] = *change.users;
    const std::size_t before = m_users.size();
    growTo(*change.users);
    addPatterns();
    for (std::size_t i = before; i < m_users.size(); ++i)
        beginSetup(i);
    m_changed();
}

int BurstGroup::sizeAt(Nanos time) const
{
    const auto later = m_sizes.upper_bound(time - m_start);
    return later == m_sizes.begin() ? m_plan.users : std::prev(later)->second;
}

void BurstGroup::setUpFirst()
{
    for (std::size_t i = 0; i < m_users.size(); ++i)
        beginSetup(i);
}

void BurstGroup::start(Nanos t0)
{
    m_start = t0;
    m_started = true;
}

void BurstGroup::burst(const BurstOrder& order)
{
    m_context.timers.add(order.at, [this, order] {
        if (m_finishing || m_ended)
            return;
        if (order.end)
            endOfSchedule();
        else
            begin(order);
    });
}

void BurstGroup::begin(const BurstOrder& order)
{
    m_share = {order.group, order.number, true, false, std::nullopt, now()};
    // What may take time comes before the first send, so that the sends follow each other closely.
    std::vector<std::size_t> ready;
    bool data = true;
    std::size_t wanted = 0;
    for (const int size = sizeAt(order.at); wanted < m_users.size() && groupIndex(wanted) < size; ++wanted) {
        const std::size_t i = wanted;
        const bool able = m_users[i]->isSetUp();
        const bool drawn = able && m_users[i]->drawData();
        data = data && (drawn || !able);
        if (drawn)
            ready.push_back(i);
    }
    m_share.whole = ready.size() == wanted;
    if (!data) {
        m_context.signals.stop("data", "no data row was left");
        return;
    }
    m_busy = static_cast<int>(ready.size());
    m_size = m_busy;
    m_beginning = true;
    for (const std::size_t i : ready) {
        if (!m_share.first)
            m_share.first = now();
        m_context.recorder.planned(order.phase);
        m_users[i]->begin(
            {&m_plan.patterns[static_cast<std::size_t>(m_patterns[i])], order.at, order.phase, true, false});
    }
    m_beginning = false;
    if (m_busy == 0)
        tell();
    m_changed();
}

void BurstGroup::iterationEnded(VirtualUser& user)
{
    --m_busy;
    m_share.last = std::max(m_share.last, user.endedAt());
    m_share.sent = m_share.sent || user.sentAny();
    m_share.whole = m_share.whole && !m_finishing;
    if (m_busy > 0 || m_beginning)
        return;
    tell();
    m_changed();
}

void BurstGroup::tell()
{
    m_context.signals.burst_ended(m_share);
}

void BurstGroup::endOfSchedule()
{
    m_ended = true;
    m_changed();
}

void BurstGroup::finish()
{
    LoadGroup::finish();
    m_changed();
}

void BurstGroup::cancel()
{
    LoadGroup::cancel();
    m_busy = 0;
}

int BurstGroup::activeUsers() const
{
    return m_ended || m_finishing ? m_busy : m_size;
}

bool BurstGroup::done() const
{
    return (m_ended || m_finishing) && m_busy == 0 && m_settingUp == 0;
}

} // namespace plumb::engine

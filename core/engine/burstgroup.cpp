// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/burstgroup.h"

#include "engine/weights.h"

#include <algorithm>

namespace plumb::engine {

BurstGroup::BurstGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress,
    Ids ids, std::function<void()> changed)
    : LoadGroup(context, plan, progress, ids, std::move(changed))
{
    const std::vector<int> patterns = assign(plan.users, plan.weights);
    for (std::size_t i = 0; i < m_users.size(); ++i)
        m_patterns.push_back(patterns[static_cast<std::size_t>(groupIndex(i))]);
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
    for (std::size_t i = 0; i < m_users.size(); ++i) {
        const bool able = m_users[i]->isSetUp();
        const bool drawn = able && m_users[i]->drawData();
        data = data && (drawn || !able);
        if (drawn)
            ready.push_back(i);
    }
    m_share.whole = ready.size() == m_users.size();
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

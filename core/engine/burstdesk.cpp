// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/burstdesk.h"

#include <algorithm>

namespace plumb::engine {

namespace {
/// Time for an order to reach all workers, so that they begin together.
constexpr Nanos notice = std::chrono::microseconds(500);
/// Bursts that had nothing to send (all steps skipped) must not turn the loop into a spin.
constexpr Nanos idlePause = std::chrono::milliseconds(1);
} // namespace

std::vector<BurstOrder> BurstDesk::beginTurn(
    const PlannedTurn& turn, const std::vector<RunShared::Progress*>& progress, Nanos start)
{
    m_groups.clear();
    m_start = start;
    std::vector<BurstOrder> orders;
    for (std::size_t i = 0; i < turn.groups.size(); ++i) {
        if (!turn.groups[i].burst)
            continue;
        Group& group = m_groups[i];
        group.plan = &turn.groups[i];
        group.progress = progress[i];
        group.order.group = i;
        group.order = next(group, start);
        orders.push_back(group.order);
    }
    return orders;
}

/// The burst that may begin at @p at, or the end.
BurstOrder BurstDesk::next(Group& group, Nanos at) const
{
    const PlannedGroup& plan = *group.plan;
    BurstOrder order = group.order;
    order.at = at;
    const Nanos since = at - m_start;
    const std::int64_t warmup = plan.users > 0 ? plan.warmup_iterations / plan.users : 0;
    if (group.warmedUp < warmup || since < plan.phases.warmup) {
        order.phase = Phase::warmup;
        return order;
    }
    std::int64_t unknown = -1;
    if (warmup > 0)
        group.progress->measure_start.compare_exchange_strong(unknown, since.count());
    if (plan.budget != Budget::time && group.measured < plan.iterations) {
        order.phase = Phase::measure;
        return order;
    }
    const PhasePlan phases = phasesOf(plan, *group.progress);
    order.phase = phases.phaseAt(since);
    order.end = since >= *phases.end();
    // The pause may have carried it past the end of the phases, which is where the load ends.
    if (order.end && plan.budget == Budget::time)
        order.at = m_start + *phases.end();
    return order;
}

std::optional<BurstOrder> BurstDesk::add(const BurstShare& share, Nanos now)
{
    const auto found = m_groups.find(share.group);
    if (found == m_groups.end() || found->second.order.number != share.number)
        return std::nullopt;
    Group& group = found->second;
    BurstShare& sum = group.sum;
    if (group.told++ == 0) {
        sum = share;
    } else {
        sum.whole = sum.whole && share.whole;
        sum.sent = sum.sent || share.sent;
        if (share.first)
            sum.first = std::min(sum.first.value_or(*share.first), *share.first);
        sum.last = std::max(sum.last, share.last);
    }
    if (group.told < m_workers)
        return std::nullopt;
    close(group);
    group.told = 0;
    ++group.order.number;
    if (!sum.first) {
        group.order.end = true; // nobody is there to go on
        group.order.at = now;
        return group.order;
    }
    const Nanos soonest = now + (m_workers > 1 ? notice : Nanos{}) + (sum.sent ? Nanos{} : idlePause);
    group.order = next(group, std::max(sum.last + group.plan->pause, soonest));
    return group.order;
}

void BurstDesk::close(Group& group)
{
    const BurstShare& sum = group.sum;
    if (group.order.phase == Phase::warmup)
        ++group.warmedUp;
    if (group.order.phase == Phase::measure && ++group.measured == group.plan->iterations
        && group.plan->budget != Budget::time)
        group.progress->measure_end = (sum.last - m_start).count();
    if (!sum.first || !sum.whole || !sum.sent)
        return;
    Ended& ended = m_ended[group.order.phase];
    const Nanos took = sum.last - *sum.first;
    ++ended.count;
    ended.longest = std::max(ended.longest, took);
    ended.times.record(std::chrono::round<std::chrono::microseconds>(took).count());
}

std::vector<report::BurstTick> BurstDesk::take()
{
    std::vector<report::BurstTick> ticks;
    for (const auto& [phase, ended] : m_ended) {
        ticks.push_back({phase, ended.count, std::chrono::duration<double, std::milli>(ended.longest).count(),
            ended.times.encode()});
    }
    m_ended.clear();
    return ticks;
}

} // namespace plumb::engine

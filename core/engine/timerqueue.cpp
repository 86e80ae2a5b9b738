// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timerqueue.h"

#include <algorithm>

namespace plumb::engine {

TimerQueue::TimerQueue(Reactor& reactor)
    : m_reactor(reactor)
{
}

bool TimerQueue::later(const Entry& a, const Entry& b)
{
    return a.when != b.when ? a.when > b.when : a.order > b.order;
}

void TimerQueue::add(Nanos when, std::function<void()> task)
{
    m_heap.push_back({when, m_order++, std::move(task)});
    std::push_heap(m_heap.begin(), m_heap.end(), later);
    if (!m_running)
        arm();
}

void TimerQueue::runDue(Nanos now)
{
    m_running = true;
    m_armed = Nanos::max();
    while (!m_heap.empty() && m_heap.front().when <= now) {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        const std::function<void()> task = std::move(m_heap.back().task);
        m_heap.pop_back();
        task();
    }
    m_running = false;
    arm();
}

void TimerQueue::arm()
{
    if (m_heap.empty() || m_heap.front().when >= m_armed)
        return;
    m_armed = m_heap.front().when;
    m_reactor.wakeAt(m_armed);
}

} // namespace plumb::engine

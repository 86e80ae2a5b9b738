// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/runqueue.h"

#include <algorithm>

namespace plumb::workflow {

using State = QueueEntry::State;

std::optional<double> plannedSeconds(const scenario::Load& load)
{
    if (load.iterations.set() || load.repeat.set())
        return std::nullopt;
    double sum = load.warmup_s.get(0.0) + load.cooldown_s.get(0.0);
    if (!load.stages.empty()) {
        for (const auto& stage : load.stages) {
            if (!stage.duration_s.value)
                return std::nullopt;
            sum += *stage.duration_s.value;
        }
        return sum;
    }
    if (!load.duration_s.value)
        return std::nullopt;
    return sum + *load.duration_s.value;
}

const QueueEntry* RunQueue::find(const std::string& id) const
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&id](const QueueEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QueueEntry* RunQueue::entry(const std::string& id)
{
    return const_cast<QueueEntry*>(std::as_const(*this).find(id));
}

const QueueEntry* RunQueue::running() const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [](const QueueEntry& entry) { return entry.state == State::running; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::size_t RunQueue::waiting() const
{
    return static_cast<std::size_t>(std::count_if(m_entries.begin(), m_entries.end(),
        [](const QueueEntry& entry) { return entry.state == State::waiting; }));
}

const QueueEntry* RunQueue::next() const
{
    if (m_paused || running() != nullptr)
        return nullptr;
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [](const QueueEntry& entry) { return entry.state == State::waiting; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::optional<double> RunQueue::secondsLeft(std::optional<double> left_s) const
{
    double sum = 0.0;
    for (const auto& entry : m_entries) {
        if (entry.state == State::running && !left_s)
            return std::nullopt;
        if (entry.state != State::waiting)
            continue;
        if (!entry.planned_s)
            return std::nullopt;
        sum += *entry.planned_s;
    }
    return sum + left_s.value_or(0.0);
}

void RunQueue::add(QueueEntry entry, std::optional<std::size_t> place)
{
    const auto at = std::min(place.value_or(m_entries.size()), m_entries.size());
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
}

std::optional<std::pair<QueueEntry, std::size_t>> RunQueue::remove(const std::string& id)
{
    const auto* known = find(id);
    if (known == nullptr || known->state == State::running)
        return std::nullopt;
    const auto place = known - m_entries.data();
    auto taken
        = std::pair(std::move(m_entries[static_cast<std::size_t>(place)]), static_cast<std::size_t>(place));
    m_entries.erase(m_entries.begin() + place);
    return taken;
}

bool RunQueue::move(const std::string& id, std::size_t place)
{
    const auto* known = find(id);
    if (known == nullptr)
        return false;
    const auto from = known - m_entries.data();
    const auto to = static_cast<std::ptrdiff_t>(std::min(place, m_entries.size() - 1));
    const auto begin = m_entries.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    return true;
}

void RunQueue::started(const std::string& id, const std::string& runId)
{
    if (auto* known = entry(id)) {
        known->state = State::running;
        known->run_id = runId;
    }
}

void RunQueue::done(const std::string& id, metric::Verdict verdict, const std::string& report)
{
    if (auto* known = entry(id)) {
        known->state = State::done;
        known->verdict = verdict;
        known->report = report;
        ended(verdict != metric::Verdict::fail && verdict != metric::Verdict::invalid);
    }
}

void RunQueue::failed(const std::string& id, const std::string& message)
{
    if (auto* known = entry(id)) {
        known->state = State::failed;
        known->message = message;
        ended(false);
    }
}

void RunQueue::waitAgain(const std::string& id)
{
    if (auto* known = entry(id)) {
        known->state = State::waiting;
        known->run_id.clear();
        known->message.clear();
    }
}

void RunQueue::ended(bool well)
{
    m_paused = m_paused || (!well && m_stopsOnFailure);
}

} // namespace plumb::workflow

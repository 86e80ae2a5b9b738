// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crew.h"

namespace plumb::engine {

namespace {
/// What Qt names the thread in which a QNetworkAccessManager talks to the network (cut to 15 bytes by Linux).
constexpr auto httpThread = "QNetworkAccessM";
} // namespace

Crew::Crew(std::shared_ptr<const IntervalLayout> layout, TaskQueue& queue)
    : m_layout(std::move(layout))
    , m_queue(queue)
{
}

Result<void> Crew::start(int workers, const std::function<Result<WorkerIo>()>& makeIo,
    const std::function<std::unique_ptr<LoadWorker>(int worker, WorkerIo&)>& makeWorker)
{
    for (int i = 0; i < workers; ++i) {
        m_threads.push_back(std::make_unique<WorkerThread>());
        const Result<void> started
            = m_threads.back()->start(i, makeIo, [makeWorker, i](WorkerIo& io) { return makeWorker(i, io); });
        if (!started)
            return started;
    }
    return {};
}

void Crew::forAll(const std::function<void(LoadWorker&)>& task)
{
    for (const auto& thread : m_threads)
        thread->post(task);
}

void Crew::first(std::function<void(LoadWorker&)> task)
{
    m_threads.front()->post(std::move(task));
}

void Crew::collect(const std::array<bool, report::phaseCount>& phases, std::function<void(Harvest&)> done)
{
    m_collected = std::move(done);
    m_harvest = {};
    m_pending = size();
    for (const auto& thread : m_threads) {
        auto fresh = std::make_shared<std::unique_ptr<Interval>>();
        if (m_spare.empty()) {
            *fresh = std::make_unique<Interval>(m_layout);
        } else {
            *fresh = std::move(m_spare.back());
            m_spare.pop_back();
        }
        (*fresh)->prepare(phases);
        thread->post([this, fresh](LoadWorker& worker) {
            auto report = std::make_shared<WorkerReport>(worker.swap(std::move(*fresh)));
            m_queue.post([this, report] { take(*report); });
        });
    }
}

void Crew::take(WorkerReport& report)
{
    if (!m_harvest.interval) {
        m_harvest.interval = std::move(report.interval);
    } else {
        m_harvest.interval->merge(*report.interval);
        m_spare.push_back(std::move(report.interval));
    }
    m_harvest.failing.insert(m_harvest.failing.end(), std::make_move_iterator(report.failing.begin()),
        std::make_move_iterator(report.failing.end()));
    m_harvest.users += report.users;
    m_harvest.in_flight += report.in_flight;
    m_harvest.backlog += report.backlog;
    for (std::size_t i = 0; i < report.open_phases.size(); ++i)
        m_harvest.open_phases[i] = m_harvest.open_phases[i] || report.open_phases[i];
    if (--m_pending > 0)
        return;
    m_harvest.threads = threadTimes({WorkerThread::namePrefix, httpThread});
    m_harvest.host = readHostCpu();
    const std::function<void(Harvest&)> collected = std::exchange(m_collected, nullptr);
    collected(m_harvest);
    if (m_harvest.interval)
        m_spare.push_back(std::move(m_harvest.interval));
}

void Crew::summarize(std::function<void(std::vector<WorkerSummary>&)> done)
{
    m_summaries.clear();
    forAll([this, done = std::move(done)](LoadWorker& worker) {
        auto summary = std::make_shared<WorkerSummary>(worker.summary());
        m_queue.post([this, summary, done] {
            m_summaries.push_back(std::move(*summary));
            if (static_cast<int>(m_summaries.size()) == size())
                done(m_summaries);
        });
    });
}

void Crew::stop()
{
    for (const auto& thread : m_threads)
        thread->stop();
    m_threads.clear();
}

} // namespace plumb::engine

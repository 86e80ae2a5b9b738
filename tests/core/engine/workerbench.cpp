// SPDX-License-Identifier: GPL-3.0-or-later
#include "workerbench.h"

#include <QTest>

#include <algorithm>

namespace plumb::test {

using namespace engine;

namespace {
constexpr Nanos slice = std::chrono::milliseconds(1);
}

WorkerBench::WorkerBench(scenario::CompiledScenario scenario, Script script, int workers)
    : m_scenario(std::move(scenario))
{
    Result<RunPlan> plan = planRun(m_scenario);
    if (!plan)
        qFatal("%s", plan.error().text().c_str());
    m_plan = std::move(*plan);
    m_shared = std::make_unique<RunShared>(m_plan);
    auto layout = std::make_shared<IntervalLayout>();
    layout->checks = m_plan.checks;
    for (const report::StepInfo& step : m_plan.steps)
        layout->setup.push_back(step.setup);
    layout->closed = m_plan.closedModel();
    m_layout = layout;
    m_books = std::make_unique<Interval>(m_layout);
    m_desk = std::make_unique<BurstDesk>(workers);
    for (int i = 0; i < workers; ++i) {
        auto place = std::make_unique<Place>();
        auto reactor = std::make_unique<FakeReactor>(clock);
        auto transport = std::make_unique<ScriptedTransport>(
            clock,
            [loop = reactor.get()](
                Nanos when, std::function<void()> task) { loop->callAt(when, std::move(task)); },
            script);
        place->reactor = reactor.get();
        place->transport = transport.get();
        place->io.reactor = std::move(reactor);
        place->io.transport = std::move(transport);
        place->worker = std::make_unique<LoadWorker>(m_plan, m_scenario, *m_shared, clock, place->io, masker,
            remembered([this](const std::string& host) { return host_allowed(host); }),
            LoadWorker::Place{i, workers, clock.now()}, std::make_unique<Interval>(m_layout), callbacks());
        m_workers.push_back(std::move(place));
    }
}

WorkerBench::~WorkerBench() = default;

LoadWorker::Callbacks WorkerBench::callbacks()
{
    LoadWorker::Callbacks callbacks;
    callbacks.signals.notice = [this](const std::string& text) { notices.push_back(text); };
    callbacks.signals.stop
        = [this](const std::string& by, const std::string& text) { stops.push_back(by + ": " + text); };
    callbacks.signals.data_exhausted = [this](const std::string& text) { exhausted.push_back(text); };
    callbacks.signals.burst_ended = [this](const BurstShare& share) {
        if (const std::optional<BurstOrder> next = m_desk->add(share, clock.now()))
            order(*next);
    };
    callbacks.run_setup_done = [this](const Result<RunVariables>& outcome) {
        if (!outcome) {
            run_setup_error = outcome.error().text();
            return;
        }
        for (const auto& place : m_workers)
            place->worker->setRunVariables(*outcome);
    };
    callbacks.users_ready = [this](const SetupOutcome& outcome) {
        setup.ready += outcome.ready;
        setup.failed += outcome.failed;
        if (setup.failure.empty())
            setup.failure = outcome.failure;
    };
    callbacks.drained = [this] { ++m_drained; };
    return callbacks;
}

/// In slices, so that several workers see the same time; one worker jumps from event to event.
void WorkerBench::advance(Nanos until)
{
    if (m_workers.size() == 1) {
        m_workers.front()->reactor->runUntil(until);
        return;
    }
    const Nanos end = until;
    for (Nanos now = clock.now(); now < end; now = std::min(end, now + slice)) {
        for (const auto& place : m_workers)
            place->reactor->runUntil(std::min(end, now + slice));
    }
}

void WorkerBench::begin()
{
    if (m_plan.token || !m_plan.run_setup.empty()) {
        m_workers.front()->worker->setUpRun(false);
        advance(clock.now() + std::chrono::seconds(30));
    }
    for (const auto& place : m_workers)
        place->worker->setUpUsers();
    advance(clock.now() + std::chrono::seconds(30));
    load_start = clock.now() + std::chrono::seconds(1);
    for (const auto& place : m_workers)
        place->worker->startTurn(0, load_start);
    std::vector<RunShared::Progress*> progress;
    for (const auto& group : m_shared->groups)
        progress.push_back(group.get());
    progress.resize(m_plan.turns.front().groups.size());
    for (const BurstOrder& first : m_desk->beginTurn(m_plan.turns.front(), progress, load_start))
        order(first);
}

void WorkerBench::order(const BurstOrder& order)
{
    for (const auto& place : m_workers)
        place->worker->burst(order);
}

void WorkerBench::runUntil(Nanos sinceStart)
{
    advance(load_start + sinceStart);
}

void WorkerBench::complete(Nanos end)
{
    begin();
    runUntil(end);
    endOfSchedule();
    runUntil(end + std::chrono::minutes(1));
    QVERIFY(drained());
}

std::int64_t WorkerBench::sent(const std::string& name, report::Phase phase)
{
    const StepCell* cell = books().find(step(name), phase);
    return cell == nullptr ? 0 : cell->sent;
}

void WorkerBench::change(const GroupChange& change)
{
    for (const auto& place : m_workers)
        place->worker->change(change);
}

void WorkerBench::endOfSchedule()
{
    for (const auto& place : m_workers)
        place->worker->endOfSchedule();
}

void WorkerBench::finish()
{
    for (const auto& place : m_workers)
        place->worker->finish();
}

void WorkerBench::cancel()
{
    for (const auto& place : m_workers)
        place->worker->cancel();
}

Interval& WorkerBench::books()
{
    for (const auto& place : m_workers) {
        WorkerReport report = place->worker->swap(std::make_unique<Interval>(m_layout));
        m_books->merge(*report.interval);
        failing.insert(failing.end(), report.failing.begin(), report.failing.end());
    }
    return *m_books;
}

std::vector<WorkerSummary> WorkerBench::summaries()
{
    std::vector<WorkerSummary> all;
    for (const auto& place : m_workers)
        all.push_back(place->worker->summary());
    return all;
}

std::int64_t WorkerBench::requests() const
{
    std::int64_t sum = 0;
    for (const auto& place : m_workers)
        sum += place->transport->requests();
    return sum;
}

std::int64_t WorkerBench::droppedConnections() const
{
    std::int64_t sum = 0;
    for (const auto& place : m_workers)
        sum += place->transport->dropped();
    return sum;
}

bool WorkerBench::overlapped() const
{
    return std::any_of(
        m_workers.begin(), m_workers.end(), [](const auto& place) { return place->transport->overlapped(); });
}

int WorkerBench::step(const std::string& name) const
{
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        if (m_plan.steps[i].name == name)
            return static_cast<int>(i);
    }
    qFatal("no step %s", name.c_str());
    return -1;
}

} // namespace plumb::test

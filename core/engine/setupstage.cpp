// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/setupstage.h"

#include "engine/oauth2step.h"

#include <algorithm>
#include <charconv>

namespace plumb::engine {

namespace {
constexpr Nanos second = std::chrono::seconds(1);
/// Of a token's lifetime, before the next one is asked for.
constexpr double useOfToken = 0.9;
} // namespace

SetupStage::SetupStage(
    const RunPlan& plan, const Clock& clock, std::function<void(const std::string&)> notice)
    : m_plan(plan)
    , m_clock(clock)
    , m_notice(std::move(notice))
{
}

void SetupStage::beginRun(Crew& crew)
{
    if (!m_plan.token && m_plan.run_setup.empty())
        return;
    m_runAwaited = true;
    crew.first([](LoadWorker& worker) { worker.setUpRun(false); });
}

void SetupStage::beginUsers(Crew& crew)
{
    m_usersAwaited = crew.size();
    crew.forAll([](LoadWorker& worker) { worker.setUpUsers(); });
}

void SetupStage::runAnswered(Crew& crew, const Result<RunVariables>& outcome)
{
    const bool first = std::exchange(m_runAwaited, false);
    if (outcome) {
        crew.forAll([variables = *outcome](LoadWorker& worker) { worker.setRunVariables(variables); });
        planRefresh(*outcome);
        return;
    }
    if (first) {
        fail(outcome.error().text());
        return;
    }
    // A refresh that failed is tried again while the old token may still be good.
    m_notice("the token could not be refreshed: " + outcome.error().text());
    m_refreshAt = m_clock.now() + second;
}

void SetupStage::usersAnswered(const SetupOutcome& outcome)
{
    --m_usersAwaited;
    m_users.ready += outcome.ready;
    m_users.failed += outcome.failed;
    if (m_users.failure.empty())
        m_users.failure = outcome.failure;
    if (m_usersAwaited == 0 && m_users.ready == 0 && m_users.failed > 0)
        fail(m_users.failure);
}

void SetupStage::fail(const std::string& why)
{
    m_ending = {Verdict::finish, "setup", why};
}

void SetupStage::planRefresh(const RunVariables& variables)
{
    for (const auto& [name, value] : variables) {
        double lifetime = 0.0;
        if (name != tokenLifetimeVariable)
            continue;
        const auto [end, error]
            = std::from_chars(value.text.data(), value.text.data() + value.text.size(), lifetime);
        if (error == std::errc() && lifetime > 0.0) {
            m_refreshAt = m_clock.now()
                + std::max(second, Nanos{static_cast<std::int64_t>(lifetime * useOfToken * 1e9)});
        }
    }
}

void SetupStage::refresh(Crew& crew)
{
    m_refreshAt.reset();
    crew.first([](LoadWorker& worker) { worker.setUpRun(true); });
}

} // namespace plumb::engine

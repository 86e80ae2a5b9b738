// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cookiejar.h"
#include "engine/redirect.h"
#include "engine/transport.h"
#include "runner/trial.h"

namespace plumb::runner {

/// The one user of a trial: sends set-up and steps one after the other and writes down what happens.
class TrialUser
{
public:
    /// All outlive the user.
    TrialUser(const scenario::CompiledScenario& scenario, engine::Transport& transport,
        engine::HostFilter hostAllowed);

    /// Runs @p reactor until the last step has ended.
    Result<Trial> run(engine::Reactor& reactor, const std::shared_ptr<std::atomic_bool>& cancelled);

private:
    struct Item
    {
        std::shared_ptr<const scenario::CompiledStep> step;
        bool setup = false;
        bool repair = false; ///< sent only if the set-up step before it failed
        bool again = false; ///< the second try of that set-up step
    };
    void plan();
    void drawData();
    void next();
    void send(const engine::Request& request);
    void arrived(engine::Exchange&& exchange);
    bool follow(const engine::Exchange& exchange);
    void judge(const engine::Exchange& exchange);
    void write(const engine::Exchange& exchange);
    void end(const std::string& why);

    const scenario::CompiledScenario& m_scenario;
    engine::Transport& m_transport;
    engine::HostFilter m_hostAllowed;
    engine::Reactor* m_reactor = nullptr;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    scenario::Masker m_masker;
    std::shared_ptr<scenario::VariableScope> m_variables;
    scenario::RandomStream m_random;
    std::uint64_t m_sequence = 0;
    engine::CookieJar m_cookies;
    std::vector<Item> m_items;
    std::size_t m_at = 0;
    bool m_failed = false; ///< the last set-up step
    bool m_flying = false;
    int m_hops = 0;
    engine::Request m_request;
    Trial m_trial;
};

} // namespace plumb::runner

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crew.h"
#include "engine/stopchain.h"

#include <functional>
#include <optional>

namespace plumb::engine {

/// The set-up as the coordinator leads it: what is run once for all, then every user's; during the run, the
/// refresh of the OAuth2 token. In the coordinator's thread.
class SetupStage
{
public:
    SetupStage(const RunPlan& plan, const Clock& clock, std::function<void(const std::string&)> notice);

    /// The token request and the `per: run` steps, where there are any.
    void beginRun(Crew& crew);
    void beginUsers(Crew& crew);
    /// Everything that was begun has answered.
    [[nodiscard]] bool answered() const { return !m_runAwaited && m_usersAwaited == 0; }

    void runAnswered(Crew& crew, const Result<RunVariables>& outcome);
    void usersAnswered(const SetupOutcome& outcome);

    /// A link of the stop chain: a set-up that failed for all ends the run.
    [[nodiscard]] const Ending& ending() const { return m_ending; }
    /// When the token is to be asked for again.
    [[nodiscard]] std::optional<Nanos> refreshAt() const { return m_refreshAt; }
    void refresh(Crew& crew);
    void forgetRefresh() { m_refreshAt.reset(); }

private:
    void fail(const std::string& why);
    void planRefresh(const RunVariables& variables);

    const RunPlan& m_plan;
    const Clock& m_clock;
    std::function<void(const std::string&)> m_notice;
    bool m_runAwaited = false;
    int m_usersAwaited = 0; ///< workers whose users have not all answered
    SetupOutcome m_users;
    Ending m_ending;
    std::optional<Nanos> m_refreshAt;
};

} // namespace plumb::engine

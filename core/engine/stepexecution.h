// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cookiejar.h"
#include "engine/judgeexchange.h"
#include "engine/workercontext.h"

#include <array>
#include <string>

namespace plumb::engine {

/// What makes a user that user.
struct UserState
{
    int id = 0; ///< in the run
    int slot = 0; ///< in the worker's transport
    scenario::RandomStream random;
    std::shared_ptr<scenario::VariableScope> variables;
    CookieJar cookies;
    std::uint64_t sequence = 0;
    std::array<std::string, 32> recent_secrets; ///< ring of extracted values and cookies
    std::size_t next_secret = 0;
    void remember(const std::string& secret);
};

/// Runs one step of one user: renders, adds cookies, sends, follows redirects, judges, extracts, records.
///
/// Redirects: every hop is a counted request with an outcome, a status and bytes of its own; a hop that was
/// followed is `ok`. All hops belong to the step and to the phase of the step's intended start. The step's
/// latency is recorded once, with the last hop: response time from the step's intended start, service time
/// from the first send, both to the end of the last hop. Checks, reason and extraction look at the last hop
/// only.
class StepExecution
{
public:
    struct Start
    {
        const PlannedStep* step = nullptr;
        const std::string* pattern = nullptr; ///< name, for samples; null in the set-up
        Nanos intended{};
        Phase phase = Phase::measure;
        bool open = false; ///< the intended start was the schedule's: response time includes waiting
        /// The connection is closed with it. Nobody knows which hop of a redirect is the last, so each of
        /// them closes.
        bool close_after = false;
    };
    struct End
    {
        Outcome outcome = Outcome::ok;
        bool extract_failed = false;
        Nanos at{}; ///< the last byte
        std::string message; ///< why it failed
        [[nodiscard]] bool ok() const { return outcome == Outcome::ok; }
    };
    using Handler = std::function<void(const End&)>;

    /// @p handler is called at the end of every step, never from inside start().
    StepExecution(WorkerContext& context, UserState& user, Handler handler);

    /// Error: the request could not be made (a variable without a value, a host that may not be loaded); it
    /// is booked as a failed one without a time, nothing was sent, and the handler is not called.
    Result<void> start(const Start& start);
    [[nodiscard]] bool inFlight() const { return m_inFlight; }
    [[nodiscard]] Phase phase() const { return m_start.phase; }
    /// Cancels the request in flight and books it as unfinished. The handler is not called any more.
    void abandon();

private:
    Result<void> makeRequest();
    Error refuse(const Error& error, Outcome outcome);
    void addCookies(Request& request);
    void send(const Request& request);
    void onExchange(Exchange&& exchange);
    bool follow(const Exchange& exchange, std::string& refusal);
    void takeCookies(const Exchange& exchange);
    void finish(const Exchange& exchange, const std::string& refusal);
    void extract(const scenario::ResponseView& view, End& end);
    void recordLatency(const Exchange& exchange, Outcome outcome);
    void sample(const Exchange& exchange, const End& end, const std::string& reason);

    WorkerContext& m_context;
    UserState& m_user;
    Handler m_handler;
    Start m_start;
    int m_index = 0;
    Request m_request;
    int m_hops = 0;
    Nanos m_firstSend{};
    Nanos m_lastSend{};
    bool m_inFlight = false;
    std::uint64_t m_generation = 0;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace plumb::test {

/// What the other side does with a request: how long it takes and what comes back.
struct ScriptedAnswer
{
    Nanos takes{std::chrono::milliseconds(1)};
    engine::Outcome outcome = engine::Outcome::ok;
    int status = 200;
    scenario::Headers headers{};
    std::string body{};
    bool never = false; ///< no answer; the request ends with its timeout
};

/// Answers by a function of the request. It may be called from several threads where there are several
/// workers.
using Script = std::function<ScriptedAnswer(int user, const engine::Request& request)>;
inline Script always(ScriptedAnswer answer)
{
    return [answer](int, const engine::Request&) { return answer; };
}
using CallAt = std::function<void(Nanos when, std::function<void()> task)>;

/// A transport without a network. Checks the rules of its caller: one request per user at a time.
class ScriptedTransport final : public engine::Transport
{
public:
    ScriptedTransport(const Clock& clock, CallAt callAt, Script script);
    void send(int user, const engine::Request& request, Completion completion) override;
    void cancel(int user) override;
    void dropConnections(int user) override;

    [[nodiscard]] std::int64_t requests() const { return m_requests; }
    [[nodiscard]] std::int64_t dropped() const { return m_dropped; } ///< calls of dropConnections()
    [[nodiscard]] bool overlapped() const { return m_overlapped; } ///< a user had two requests in flight

private:
    struct Flight
    {
        Completion completion;
        engine::Exchange exchange;
    };
    void complete(int user, std::uint64_t number);

    const Clock& m_clock;
    CallAt m_callAt;
    Script m_script;
    std::map<int, std::pair<std::uint64_t, Flight>> m_flights;
    std::uint64_t m_number = 0;
    std::int64_t m_requests = 0;
    std::int64_t m_dropped = 0;
    bool m_overlapped = false;
    std::map<int, bool> m_connected;
};

/// Makes thread reactors with scripted transports.
class ScriptedFactory final : public engine::TransportFactory
{
public:
    explicit ScriptedFactory(Script script);
    [[nodiscard]] std::string name() const override { return "scripted"; }
    Result<void> prepare(const engine::TransportSettings& settings) override;
    [[nodiscard]] std::map<std::string, std::string> describe() const override { return {{"pool", "none"}}; }
    [[nodiscard]] std::string version() const override { return "1"; }
    Result<engine::WorkerIo> make(const engine::TransportSettings& settings) override;
    /// Of all workers; after the run.
    [[nodiscard]] std::int64_t requests() const { return *m_requests; }

private:
    SteadyClock m_clock;
    Script m_script;
    std::shared_ptr<std::atomic<std::int64_t>> m_requests;
};

} // namespace plumb::test

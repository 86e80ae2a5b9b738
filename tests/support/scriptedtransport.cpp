// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedtransport.h"

#include "tests/support/threadreactor.h"

namespace plumb::test {

using engine::Exchange;
using engine::Outcome;

ScriptedTransport::ScriptedTransport(const Clock& clock, CallAt callAt, Script script)
    : m_clock(clock)
    , m_callAt(std::move(callAt))
    , m_script(std::move(script))
{
}

void ScriptedTransport::send(int user, const engine::Request& request, Completion completion)
{
    ++m_requests;
    const std::uint64_t number = ++m_number;
    m_overlapped = m_overlapped || m_flights.contains(user);
    const ScriptedAnswer answer = m_script(user, request);
    const bool late = answer.never || answer.takes > request.timeout;
    const Nanos takes = late ? request.timeout : answer.takes;

    Exchange exchange;
    exchange.outcome = late ? Outcome::timeout : answer.outcome;
    exchange.start = m_clock.now();
    exchange.end = exchange.start + takes;
    exchange.new_connection = request.fresh_connection || !std::exchange(m_connected[user], true);
    if (exchange.outcome == Outcome::ok) {
        exchange.status = answer.status;
        exchange.headers = answer.headers;
        const std::size_t kept = request.want_body ? answer.body.size() : request.keep_start;
        exchange.body = answer.body.substr(0, kept);
        exchange.body_cut = answer.body.size() > kept;
        exchange.sent = exchange.start;
        exchange.first_byte = exchange.end;
        exchange.bytes_received = static_cast<std::int64_t>(answer.body.size());
    } else {
        exchange.error = "scripted " + std::string(report::toString(exchange.outcome));
    }
    exchange.bytes_sent = static_cast<std::int64_t>(request.body ? request.body->size() : 0U);
    m_flights[user] = {number, {std::move(completion), std::move(exchange)}};
    m_callAt(m_clock.now() + takes, [this, user, number] { complete(user, number); });
}

void ScriptedTransport::complete(int user, std::uint64_t number)
{
    const auto flight = m_flights.find(user);
    if (flight == m_flights.end() || flight->second.first != number)
        return;
    Flight done = std::move(flight->second.second);
    m_flights.erase(flight);
    done.completion(std::move(done.exchange));
}

void ScriptedTransport::cancel(int user)
{
    const auto flight = m_flights.find(user);
    if (flight == m_flights.end())
        return;
    flight->second.second.exchange.outcome = Outcome::reset;
    flight->second.second.exchange.end = m_clock.now();
    m_callAt(m_clock.now(), [this, user, number = flight->second.first] { complete(user, number); });
}

void ScriptedTransport::dropConnections(int user)
{
    ++m_dropped;
    m_connected[user] = false;
}

namespace {
/// Counts into the factory's books whatever worker it works for.
class CountingTransport final : public engine::Transport
{
public:
    CountingTransport(
        std::unique_ptr<ScriptedTransport> inner, std::shared_ptr<std::atomic<std::int64_t>> requests)
        : m_inner(std::move(inner))
        , m_requests(std::move(requests))
    {
    }
    void send(int user, const engine::Request& request, Completion completion) override
    {
        ++*m_requests;
        m_inner->send(user, request, std::move(completion));
    }
    void cancel(int user) override { m_inner->cancel(user); }
    void dropConnections(int user) override { m_inner->dropConnections(user); }

private:
    std::unique_ptr<ScriptedTransport> m_inner;
    std::shared_ptr<std::atomic<std::int64_t>> m_requests;
};
} // namespace

ScriptedFactory::ScriptedFactory(Script script)
    : m_script(std::move(script))
    , m_requests(std::make_shared<std::atomic<std::int64_t>>(0))
{
}

Result<void> ScriptedFactory::prepare(const engine::TransportSettings&)
{
    return {};
}

Result<engine::WorkerIo> ScriptedFactory::make(const engine::TransportSettings&)
{
    auto reactor = std::make_unique<ThreadReactor>();
    auto transport = std::make_unique<ScriptedTransport>(
        m_clock,
        [loop = reactor.get()](
            Nanos when, std::function<void()> task) { loop->callAt(when, std::move(task)); },
        m_script);
    engine::WorkerIo io;
    io.transport = std::make_unique<CountingTransport>(std::move(transport), m_requests);
    io.reactor = std::move(reactor);
    return io;
}

} // namespace plumb::test

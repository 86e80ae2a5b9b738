// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "tests/support/threadreactor.h"

#include <QString>

#include <functional>
#include <future>
#include <thread>

namespace plumb::test {

inline QString outcomeOf(const engine::Exchange& exchange)
{
    const auto word = report::toString(exchange.outcome);
    return QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
}

/// A transport for one kind of step in a loop of its own; one exchange at a time.
class KindRun
{
public:
    explicit KindRun(const std::function<std::unique_ptr<engine::Transport>(engine::Reactor&)>& make)
    {
        std::promise<void> ready;
        m_thread = std::thread([this, &make, &ready] {
            m_transport = make(m_reactor);
            ready.set_value();
            m_reactor.run();
            m_transport.reset();
        });
        ready.get_future().wait();
    }
    ~KindRun()
    {
        m_reactor.quit();
        m_thread.join();
    }

    engine::Exchange send(const engine::Request& request, int user = 0) { return begin(request, user).get(); }
    std::future<engine::Exchange> begin(const engine::Request& request, int user = 0)
    {
        auto done = std::make_shared<std::promise<engine::Exchange>>();
        m_reactor.post([this, request, user, done] {
            m_transport->send(
                user, request, [done](engine::Exchange&& exchange) { done->set_value(std::move(exchange)); });
        });
        return done->get_future();
    }
    void cancel(int user = 0)
    {
        m_reactor.post([this, user] { m_transport->cancel(user); });
    }
    void dropConnections(int user = 0)
    {
        m_reactor.post([this, user] { m_transport->dropConnections(user); });
    }

private:
    ThreadReactor m_reactor;
    std::unique_ptr<engine::Transport> m_transport;
    std::thread m_thread;
};

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transportrun.h"

#include <future>

namespace plumb::test {

using engine::Exchange;

TransportRun::TransportRun(engine::TransportFactory& factory, engine::TransportSettings settings)
    : m_prepared(factory.prepare(settings))
{
    if (!m_prepared) {
        return;
    }
    std::promise<void> ready;
    m_thread = std::thread([this, &factory, &settings, &ready] {
        m_io = *factory.make(settings);
        ready.set_value();
        m_io.reactor->run();
        m_io.transport.reset();
        m_io.reactor.reset();
    });
    ready.get_future().wait();
}

TransportRun::~TransportRun()
{
    if (m_thread.joinable()) {
        m_io.reactor->quit();
        m_thread.join();
    }
}

Exchange TransportRun::once(const engine::Request& request, int user)
{
    std::promise<Exchange> answer;
    inLoop([&](engine::Transport& transport) {
        m_sending = true;
        transport.send(user, request, [&](Exchange&& exchange) {
            m_completedInsideSend = m_completedInsideSend || m_sending;
            answer.set_value(std::move(exchange)); // throws on a second completion
        });
        m_sending = false;
    });
    return answer.get_future().get();
}

std::vector<Exchange> TransportRun::together(int users, const engine::Request& request)
{
    std::vector<Exchange> answers(static_cast<std::size_t>(users));
    std::promise<void> all;
    int open = users;
    inLoop([&](engine::Transport& transport) {
        for (int user = 0; user < users; ++user) {
            transport.send(user, request, [&, user](Exchange&& exchange) {
                answers[static_cast<std::size_t>(user)] = std::move(exchange);
                if (--open == 0) {
                    all.set_value();
                }
            });
        }
    });
    all.get_future().wait();
    return answers;
}

void TransportRun::inLoop(const std::function<void(engine::Transport&)>& task)
{
    std::promise<void> done;
    m_io.reactor->post([&] {
        task(*m_io.transport);
        done.set_value();
    });
    done.get_future().wait();
}

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/command/commandtransport.h"

#include "engine/command/commandanswer.h"

#include <csignal>

namespace plumb::engine::command {

CommandTransport::CommandTransport(Reactor& reactor, std::shared_ptr<launch::Launcher> launcher)
    : m_mailbox(std::make_shared<Mailbox>(reactor))
    , m_launcher(std::move(launcher))
{
}

CommandTransport::~CommandTransport()
{
    m_mailbox->close();
    for (std::size_t user = 0; user < m_running.size(); ++user)
        cancel(static_cast<int>(user));
}

void CommandTransport::send(int user, const Request& request, Completion completion)
{
    const auto index = static_cast<std::size_t>(user);
    if (index >= m_running.size())
        m_running.resize(index + 1);
    launch::Launcher::Handlers handlers;
    handlers.ended
        = [mailbox = m_mailbox, request, completion = std::move(completion)](launch::Ended&& ended) {
              auto exchange = std::make_shared<Exchange>(exchangeOf(request, std::move(ended)));
              mailbox->post([completion, exchange] { completion(std::move(*exchange)); });
          };
    m_running[index] = m_launcher->run(jobOf(request), std::move(handlers));
}

void CommandTransport::cancel(int user)
{
    const auto index = static_cast<std::size_t>(user);
    if (index < m_running.size() && m_running[index] != 0)
        m_launcher->kill(m_running[index], SIGKILL);
}

} // namespace plumb::engine::command

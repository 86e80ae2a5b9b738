// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/mailbox.h"
#include "engine/transport.h"
#include "launch/launcher.h"

#include <memory>
#include <vector>

namespace plumb::engine::command {

/// Runs the commands of a worker's users, through a launcher that all workers share. Requests without a
/// command are none of its business.
class CommandTransport final : public Transport
{
public:
    CommandTransport(Reactor& reactor, std::shared_ptr<launch::Launcher> launcher);
    ~CommandTransport() override; ///< kills what still runs

    void send(int user, const Request& request, Completion completion) override;
    void cancel(int user) override;
    void dropConnections(int) override { }

private:
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<launch::Launcher> m_launcher;
    std::vector<std::uint32_t> m_running; ///< by user; 0: nothing yet
};

} // namespace plumb::engine::command

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/directtransport.h"

#include "engine/direct/userline.h"

#include <algorithm>

namespace plumb::engine::direct {

namespace {
/// How late a deadline may be noticed, so that many of them one after the other are looked for together.
constexpr Nanos deadlineGrain = std::chrono::microseconds(500);
} // namespace

DirectTransport::DirectTransport(boost::asio::io_context& io, DirectSettings settings)
    : m_io(io)
    , m_settings(std::move(settings))
    , m_timer(io)
{
}

DirectTransport::~DirectTransport() = default;

UserLine& DirectTransport::lineOf(int user)
{
    const auto index = static_cast<std::size_t>(user);
    while (m_lines.size() <= index)
        m_lines.push_back(std::make_shared<UserLine>(m_io, m_settings));
    return *m_lines[index];
}

void DirectTransport::send(int user, const Request& request, Completion completion)
{
    UserLine& line = lineOf(user);
    line.send(request, std::move(completion));
    watch(line.deadline());
}

void DirectTransport::cancel(int user)
{
    lineOf(user).cancel();
}

void DirectTransport::dropConnections(int user)
{
    lineOf(user).dropConnections();
}

void DirectTransport::watch(Nanos deadline)
{
    if (deadline >= m_watched)
        return; // expire() looks at all users and watches the earliest that is left
    m_watched = deadline;
    m_timer.expires_at(std::chrono::steady_clock::time_point(deadline));
    m_timer.async_wait([this](const boost::system::error_code& error) {
        if (!error)
            expire();
    });
}

void DirectTransport::expire()
{
    const Nanos now = SteadyClock().now();
    // By index: a completion may send for a new user and so move the vector.
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const std::shared_ptr<UserLine> line = m_lines[i];
        if (line->deadline() <= now)
            line->timeOut();
    }
    Nanos next = Nanos::max();
    for (const auto& line : m_lines)
        next = std::min(next, line->deadline());
    m_watched = Nanos::max();
    watch(std::max(next, now + deadlineGrain));
}

} // namespace plumb::engine::direct

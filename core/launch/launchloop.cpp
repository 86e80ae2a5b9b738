// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch/launchloop.h"

#include "launch/launchwire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <sys/socket.h>
#include <sys/wait.h>

namespace plumb::launch {

namespace {
constexpr std::size_t readAtOnce = 64U << 10;
constexpr int helperStopMs = 5000; ///< for the helper to go once its socket is closed
} // namespace

LaunchLoop::~LaunchLoop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    [[maybe_unused]] const ssize_t woken = ::write(m_wake.write.get(), "x", 1);
    m_thread.join();
    m_socket.reset(); // the helper kills what it has and goes
    for (int waited = 0; ::waitpid(m_helper, nullptr, WNOHANG) == 0; ++waited) {
        if (waited >= helperStopMs) {
            ::kill(m_helper, SIGKILL);
            ::waitpid(m_helper, nullptr, 0);
            break;
        }
        ::usleep(1000);
    }
}

void LaunchLoop::order(Order order)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_orders.push_back(std::move(order));
    }
    [[maybe_unused]] const ssize_t woken = ::write(m_wake.write.get(), "x", 1);
}

std::uint32_t LaunchLoop::run(Job job, Launcher::Handlers handlers)
{
    Order start;
    {
        const std::scoped_lock lock(m_mutex);
        start.id = ++m_lastId;
    }
    const std::uint32_t id = start.id;
    start.flight = std::make_unique<Flight>(std::move(job), std::move(handlers));
    order(std::move(start));
    return id;
}

void LaunchLoop::kill(std::uint32_t id, int signal)
{
    order({id, nullptr, signal});
}

void LaunchLoop::loop()
{
    while (wait()) {
        takeOrders();
        // Output first: what a command wrote before it ended is there before the news of its end.
        for (auto& [id, flight] : m_flights) {
            read(id, *flight, flight->out, flight->output);
            read(id, *flight, flight->err, flight->errors);
        }
        if (!m_gone && !readReplies())
            helperGone();
        lookAtDeadlines();
    }
}

/// False once the launcher is to go.
bool LaunchLoop::wait()
{
    m_polls.assign({{m_wake.read.get(), POLLIN, 0}, {m_gone ? -1 : m_socket.get(), POLLIN, 0}});
    Nanos next = Nanos::max();
    for (const auto& [id, flight] : m_flights) {
        m_polls.push_back({flight->out.get(), POLLIN, 0});
        m_polls.push_back({flight->err.get(), POLLIN, 0});
        if (flight->deadline)
            next = std::min(next, *flight->deadline);
    }
    int timeout = -1;
    if (next < Nanos::max()) {
        const Nanos left = std::max(Nanos{}, next - SteadyClock().now());
        timeout = static_cast<int>(
            std::chrono::ceil<std::chrono::milliseconds>(std::min(left, Nanos(std::chrono::hours(1))))
                .count());
    }
    ::poll(m_polls.data(), m_polls.size(), timeout);
    std::array<char, 64> bytes{};
    while (::read(m_wake.read.get(), bytes.data(), bytes.size()) > 0) { }
    const std::scoped_lock lock(m_mutex);
    return !m_stop;
}

void LaunchLoop::takeOrders()
{
    std::deque<Order> orders;
    {
        const std::scoped_lock lock(m_mutex);
        orders.swap(m_orders);
    }
    for (Order& order : orders) {
        if (order.flight) {
            begin(order.id, std::move(order.flight));
        } else if (const auto found = m_flights.find(order.id); found != m_flights.end()) {
            if (order.signal == SIGKILL)
                stop(order.id, *found->second, Ended::Why::killed);
            else
                signalGroup(order.id, order.signal);
        }
    }
}

void LaunchLoop::begin(std::uint32_t id, std::unique_ptr<Flight> flight)
{
    const auto place = m_flights.emplace(id, std::move(flight)).first;
    Flight& made = *place->second;
    std::optional<Pipe> out = Pipe::make();
    std::optional<Pipe> err = made.job.join_errors ? std::nullopt : Pipe::make();
    const bool ready = out && (err || made.job.join_errors);
    made.end.why = Ended::Why::not_started;
    made.end.started = made.end.ended = SteadyClock().now();
    if (m_gone || !ready || made.job.argv.empty()) {
        made.end.error = m_gone ? "the helper that starts commands has gone" : "no pipe: " + errorText(errno);
        finish(place);
        return;
    }
    const std::string payload = payloadOf(made.job);
    Message message;
    message.length = static_cast<std::uint32_t>(payload.size());
    message.id = id;
    message.number = made.job.nice;
    message.argc = static_cast<std::uint32_t>(made.job.argv.size());
    message.envc = static_cast<std::uint32_t>(made.job.env.size());
    message.cpus = static_cast<std::uint32_t>(made.job.cpus.size());
    sendHeader(m_socket.get(), message, {out->write.get(), err ? err->write.get() : out->write.get()});
    sendAll(m_socket.get(), payload.data(), payload.size());
    made.out = std::move(out->read);
    if (err)
        made.err = std::move(err->read);
    if (made.job.timeout > Nanos{})
        made.deadline = made.end.started + made.job.timeout;
}

void LaunchLoop::signalGroup(std::uint32_t id, int signal)
{
    Message message;
    message.kind = Message::kill;
    message.id = id;
    message.number = signal;
    sendHeader(m_socket.get(), message, {});
}

void LaunchLoop::stop(std::uint32_t id, Flight& flight, Ended::Why why)
{
    if (std::exchange(flight.over, true))
        return;
    flight.end.why = why;
    flight.deadline.reset();
    signalGroup(id, SIGKILL);
}

bool LaunchLoop::readReplies()
{
    std::array<char, 64 * sizeof(Reply)> bytes{};
    while (true) {
        const ssize_t got = ::recv(m_socket.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got == 0)
            return false;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno == EAGAIN || errno == EWOULDBLOCK;
        m_replies.append(bytes.data(), static_cast<std::size_t>(got));
        while (m_replies.size() >= sizeof(Reply)) {
            Reply reply;
            std::memcpy(&reply, m_replies.data(), sizeof reply);
            m_replies.erase(0, sizeof reply);
            handle(reply);
        }
    }
}

void LaunchLoop::handle(const Reply& reply)
{
    const auto found = m_flights.find(reply.id);
    if (found == m_flights.end())
        return;
    Flight& flight = *found->second;
    Ended& end = flight.end;
    if (reply.kind == Reply::started) {
        end.started = Nanos{reply.at_ns};
        if (!flight.over)
            end.why = Ended::Why::exited;
        if (flight.deadline)
            flight.deadline = end.started + flight.job.timeout;
        if (flight.handlers.started)
            flight.handlers.started(reply.pid);
        return;
    }
    end.ended = Nanos{reply.at_ns};
    if (reply.kind == Reply::failed) {
        end.started = end.ended;
        end.error = startFailure(reply, flight.job);
    } else {
        end.user_cpu = std::chrono::microseconds(reply.user_us);
        end.system_cpu = std::chrono::microseconds(reply.system_us);
        end.peak_rss_kb = reply.peak_rss_kb;
        end.exit_code = WIFEXITED(reply.code) ? WEXITSTATUS(reply.code) : -1;
        end.signal = WIFSIGNALED(reply.code) ? WTERMSIG(reply.code) : 0;
        read(found->first, flight, flight.out, flight.output);
        read(found->first, flight, flight.err, flight.errors);
    }
    finish(found);
}

void LaunchLoop::read(std::uint32_t id, Flight& flight, Descriptor& from, OutputKeeper& into)
{
    std::array<char, readAtOnce> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init): it is read into
    while (from) {
        const ssize_t got = ::read(from.get(), bytes.data(), bytes.size());
        if (got > 0) {
            into.add({bytes.data(), static_cast<std::size_t>(got)});
            const std::size_t most = flight.job.most_output;
            if (&into == &flight.output && most > 0 && into.count() > static_cast<std::int64_t>(most))
                stop(id, flight, Ended::Why::too_much_output);
            // One that floods its output must not keep the others waiting.
            if (flight.over || static_cast<std::size_t>(got) < bytes.size())
                return;
        } else if (got == 0) {
            from.reset();
        } else if (errno != EINTR) {
            return;
        }
    }
}

void LaunchLoop::lookAtDeadlines()
{
    const Nanos now = SteadyClock().now();
    for (auto& [id, flight] : m_flights) {
        if (flight->deadline && now >= *flight->deadline)
            stop(id, *flight, Ended::Why::timeout);
    }
}

void LaunchLoop::finish(Flights::iterator flight)
{
    const std::unique_ptr<Flight> done = std::move(flight->second);
    m_flights.erase(flight);
    Ended& end = done->end;
    end.output_cut = done->output.cut();
    end.output_bytes = done->output.count();
    end.errors_bytes = done->errors.count();
    end.output_tail = done->output.tail();
    end.errors_tail = done->errors.tail();
    end.output = done->output.takeHead();
    done->handlers.ended(std::move(end));
}

void LaunchLoop::helperGone()
{
    m_gone = true;
    while (!m_flights.empty()) {
        Ended& end = m_flights.begin()->second->end;
        end.why = Ended::Why::launcher_gone;
        end.error = "the helper that starts commands has gone";
        end.ended = SteadyClock().now();
        finish(m_flights.begin());
    }
}

} // namespace plumb::launch

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "launch/descriptor.h"
#include "launch/launcher.h"
#include "launch/launchprotocol.h"
#include "launch/outputkeeper.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <poll.h>
#include <sys/types.h>

namespace plumb::launch {

/// A command that was asked for and has not ended.
struct Flight
{
    Flight(Job asked, Launcher::Handlers told)
        : job(std::move(asked))
        , handlers(std::move(told))
        , output(job.keep_output, job.keep_tail)
        , errors(0, job.keep_tail)
    {
    }
    Job job;
    Launcher::Handlers handlers;
    Descriptor out, err;
    OutputKeeper output, errors;
    std::optional<Nanos> deadline;
    Ended end;
    bool over = false; ///< has been killed, for end.why
};

/// Serves the commands of a launcher in a thread of its own, and talks with the helper.
class LaunchLoop
{
public:
    LaunchLoop(Descriptor socket, Pipe wake, pid_t helper)
        : m_socket(std::move(socket))
        , m_wake(std::move(wake))
        , m_helper(helper)
        , m_thread([this] { loop(); })
    {
    }
    /// Kills what still runs and waits for the helper to go.
    ~LaunchLoop();
    LaunchLoop(const LaunchLoop&) = delete;
    LaunchLoop& operator=(const LaunchLoop&) = delete;

    std::uint32_t run(Job job, Launcher::Handlers handlers);
    void kill(std::uint32_t id, int signal);

private:
    struct Order
    {
        std::uint32_t id = 0;
        std::unique_ptr<Flight> flight; ///< to start; null: to signal
        int signal = 0;
    };
    using Flights = std::map<std::uint32_t, std::unique_ptr<Flight>>;

    void order(Order order);
    void loop();
    bool wait();
    void takeOrders();
    void begin(std::uint32_t id, std::unique_ptr<Flight> flight);
    void signalGroup(std::uint32_t id, int signal);
    void stop(std::uint32_t id, Flight& flight, Ended::Why why);
    bool readReplies();
    void handle(const Reply& reply);
    void read(std::uint32_t id, Flight& flight, Descriptor& from, OutputKeeper& into);
    void lookAtDeadlines();
    void finish(Flights::iterator flight);
    void helperGone();

    Descriptor m_socket;
    Pipe m_wake;
    pid_t m_helper;
    std::mutex m_mutex;
    std::deque<Order> m_orders;
    std::uint32_t m_lastId = 0;
    bool m_stop = false;
    bool m_gone = false; ///< the helper
    Flights m_flights; ///< of the thread alone, as what follows
    std::string m_replies; ///< what came of the next one
    std::vector<pollfd> m_polls;
    std::thread m_thread;
};

} // namespace plumb::launch

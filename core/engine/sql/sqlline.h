// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sql/sqlconnection.h"
#include "engine/sql/sqlwatch.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace plumb::engine::sql {

/// The thread of one user with its connections, so that a slow database holds up nobody else.
class SqlLine
{
public:
    using Answer = std::function<void(Exchange&&)>; ///< called in the line's thread
    explicit SqlLine(SqlWatch& watch);
    /// Ends what is under way and waits for it.
    ~SqlLine();
    SqlLine(const SqlLine&) = delete;
    SqlLine& operator=(const SqlLine&) = delete;

    /// One at a time.
    void ask(const Request& request, Answer answer);
    /// What is under way ends as reset.
    void cancel();
    /// The connections are closed before the next query.
    void dropConnections();

private:
    struct Job
    {
        Request request;
        Answer answer;
    };
    enum class Ended { no, late, cancelled };
    void run();
    [[nodiscard]] bool isEnded();
    Exchange perform(const Request& request);
    SqlConnection* connect(const Request& request, Exchange& exchange);
    void interrupt(Ended why);
    void interruptLocked(Ended why);
    void setInterrupter(std::function<void()> interrupter);

    SqlWatch& m_watch;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    bool m_busy = false;
    std::optional<Job> m_job;
    bool m_stop = false;
    bool m_drop = false;
    Ended m_ended = Ended::no; ///< of the query under way
    std::function<void()> m_interrupter; ///< while one is under way on an open connection
    std::map<std::string, std::unique_ptr<SqlConnection>> m_connections; ///< of the thread alone
    std::thread m_thread;
};

} // namespace plumb::engine::sql

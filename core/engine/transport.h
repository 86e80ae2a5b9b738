// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "engine/reactor.h"
#include "engine/shortage.h"
#include "report/report.h"
#include "scenario/compiled.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace plumb::engine {

using report::Outcome;
using scenario::Headers;

/// One request on the wire, or a query or a command. Redirects are not followed here, cookies are in the
/// headers.
struct Request
{
    std::string method;
    std::string url; ///< absolute
    Headers headers;
    std::shared_ptr<const std::string> body; ///< null: no body
    Nanos timeout{}; ///< from send to the last byte
    bool fresh_connection = false; ///< open a new connection for this request
    bool close_after = false; ///< the last one on its connection: "Connection: close" is sent with it
    bool want_body = true; ///< false: but for the first keep_start bytes the body is counted and thrown away
    std::size_t keep_start = 0;
    std::size_t max_body = 64U << 20; ///< a longer body is outcome protocol; the rest is not read
    std::shared_ptr<const scenario::SqlCall> sql; ///< a query for a database
    std::shared_ptr<const scenario::CommandCall> command; ///< a command to run
    [[nodiscard]] bool isHttp() const { return !sql && !command; }
};

/// What a command and its children used until its end.
struct ProcessUse
{
    Nanos user{}, system{}; ///< CPU time
    std::int64_t peak_rss_kb = 0; ///< of the largest of them, in units of 1024 bytes
};

/// What became of it. Times are on the monotonic clock; 0 where the moment did not occur or cannot be known.
struct Exchange
{
    Outcome outcome
        = Outcome::ok; ///< ok here means: an answer came; 4xx, 5xx and checks are judged by the user
    int status = 0;
    Headers headers; ///< in the order of arrival; several Set-Cookie stay several
    std::string body;
    bool body_cut = false; ///< more came than was to be kept
    std::string error; ///< for people: "connection refused (127.0.0.1:81)"
    Nanos start{}; ///< the transport was asked (service time starts)
    /// Only on a new connection, and only as far as the transport can tell: 0 is not measured.
    Nanos connect_start{}, connected{}, tls_done{};
    Nanos sent{}, first_byte{}, end{};
    std::int64_t bytes_sent = 0; ///< head and body, best known
    std::int64_t bytes_received = 0;
    bool new_connection = false;
    int resends = 0; ///< sent again by the library underneath
    Shortage shortage = Shortage::none; ///< why it could not connect, where this machine is to blame
    std::string http_version; ///< "1.1", "2"
    // Of queries and commands. Their `body` is the rows as JSON, or the output.
    std::string failure; ///< the answer is a no, in words: an error of the database, an unexpected exit code
    std::string reason; ///< its code: "sql_23505", "exit_3"
    std::optional<std::int64_t> rows; ///< read, or changed
    std::optional<ProcessUse> use;
};

/// Sends requests of virtual users. Lives in one worker's reactor; all calls and completions happen in its
/// thread. A user has at most one request in flight; users never wait for one another inside the transport.
/// Users are numbered from 0 without gaps, and any number may come up for the first time during the run.
class Transport
{
public:
    using Completion = std::function<void(Exchange&&)>;
    virtual ~Transport() = default;
    /// @p completion is called exactly once, never from inside send().
    virtual void send(int user, const Request& request, Completion completion) = 0;
    /// Aborts the user's request; its completion is called with the outcome reset (or what had come by then).
    virtual void cancel(int user) = 0;
    /// Forgets the user's connections, so that the next request opens a new one.
    virtual void dropConnections(int user) = 0;
};

/// How to reach the target; the same for all workers.
struct TransportSettings
{
    std::string base_url; ///< scheme and host decide the pool mode
    scenario::Target target; ///< resolved: tls, proxy, http version
    std::filesystem::path folder; ///< certificate files are relative to it
    int users = 1; ///< a worker is planned to have; a live change may bring more
};

/// A worker's loop and transport, made together in the worker's own thread.
struct WorkerIo
{
    std::unique_ptr<Reactor> reactor;
    std::unique_ptr<Transport> transport;
};

/// One kind of transport. prepare() runs once before the workers start.
class TransportFactory
{
public:
    virtual ~TransportFactory() = default;
    [[nodiscard]] virtual std::string name() const = 0; ///< "qnam", "direct"
    /// Resolves the host, opens one connection to tell "unreachable" and "certificate does not verify" early
    /// with a message that says what was tried, and runs the self-test for the target's kind.
    /// ErrorKind::target.
    virtual Result<void> prepare(const TransportSettings& settings) = 0;
    /// After prepare(): how it was set up, for the report's generator section.
    [[nodiscard]] virtual std::map<std::string, std::string> describe() const = 0;
    [[nodiscard]] virtual std::string version() const = 0; ///< "Qt 6.4.2"
    /// Called in the worker's thread.
    virtual Result<WorkerIo> make(const TransportSettings& settings) = 0;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace plumb::test {

struct SeenRequest
{
    int connection = 0; ///< 1 is the first that was accepted
    int number = 0; ///< of its connection, from 1
    std::string method, target;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    [[nodiscard]] std::string header(const std::string& name) const; ///< all values, joined by ", "
};

/// PEM files of a TLS server.
struct ServerTls
{
    std::string certificate, key;
    std::string client_ca; ///< not empty: a client certificate is required
};

class FaultStream;

/// An HTTP/1.1 server on loopback that misbehaves on request; a thread per connection, so that each behaviour
/// is written down as it happens. It is a forward proxy, too: CONNECT and absolute-form targets are passed
/// on.
///
/// - /ok /bytes/N /status/N /delay/MS /echo: well-behaved; /echo answers with the request's body
/// - /stall/EVERY/MS: at once, but in the last MS of every EVERY milliseconds since the first request nothing
///   is answered
/// - /never /close /reset: no answer, but silence, FIN, RST
/// - /silent-close /announced-close: answers, then closes; without or with "Connection: close"
/// - /kill-second: each connection answers once and dies at its second request
/// - /mid-body /length-long /length-short: announced and real length differ
/// - /endless-headers /huge-header/N /garbage: no proper head; N in bytes
/// - /gzip-bomb /drip/N/MS /endless-body: 10 MB in 10 kB; N bytes, one each MS; no end
/// - /chunked /chunked-broken /chunked-cut: proper, with a wrong chunk size, without the last chunks
/// - /reset-header /reset-middle /cut-header: RST or FIN inside the head, RST inside the body
/// - /length-twice /length-absurd: two lengths, 9 GB
/// - /chunked-endless /chunked-slow: no end; byte by byte with extension and trailer
/// - /continue /hints: 100 Continue first; several 1xx first
/// - /bodiless/N: a length but no body (304, HEAD); /until-close /old-version: no length; HTTP/1.0
/// - /gzip: "hello\n", packed; /early: 413 and closes
/// - /redirect-loop /challenge /cookies/N /twice: Location to itself, 401, N Set-Cookie, a header twice
class FaultServer
{
public:
    explicit FaultServer(ServerTls tls = {});
    ~FaultServer();
    FaultServer(const FaultServer&) = delete;
    FaultServer& operator=(const FaultServer&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// "http://127.0.0.1:PORT/ok".
    [[nodiscard]] std::string url(const std::string& path = {}, const std::string& host = "127.0.0.1") const;
    [[nodiscard]] int connections() const { return m_accepted; } ///< accepted so far
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] std::vector<SeenRequest> requests() const;
    [[nodiscard]] int requestCount() const;
    void clear(); ///< forgets requests and counts

private:
    friend class FaultRoutes;
    struct Worker
    {
        std::thread thread;
        std::shared_ptr<FaultStream> stream;
        std::atomic<bool> done = false;
    };
    void accept();
    void letQueuedIn();
    void serve(Worker& worker, int connection);
    void sweep();
    /// False: the server stops.
    bool pause(int ms);
    /// Milliseconds until the stall that is on now ends; 0: none is.
    int stallLeft(int everyMs, int ms);

    ServerTls m_tls;
    std::shared_ptr<void> m_tlsContext;
    int m_listener = -1, m_port = 0;
    std::atomic<int> m_accepted = 0, m_open = 0;
    std::uint16_t m_ownPort = 0; ///< in network order; 0: none is on its way
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::vector<SeenRequest> m_requests;
    std::optional<std::chrono::steady_clock::time_point> m_stallsFrom;
    std::list<Worker> m_workers;
    std::thread m_acceptor;
};

} // namespace plumb::test

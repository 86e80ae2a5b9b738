// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultserver.h"

#include "tests/support/faultroutes.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace plumb::test {

namespace {

std::shared_ptr<void> makeContext(const ServerTls& tls)
{
    if (tls.certificate.empty()) {
        return nullptr;
    }
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (SSL_CTX_use_certificate_chain_file(context.get(), tls.certificate.c_str()) != 1
        || SSL_CTX_use_PrivateKey_file(context.get(), tls.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        throw std::runtime_error("fault server: certificate " + tls.certificate + " cannot be used");
    }
    if (!tls.client_ca.empty()) {
        SSL_CTX_load_verify_locations(context.get(), tls.client_ca.c_str(), nullptr);
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    return context;
}

} // namespace

std::string SeenRequest::header(const std::string& name) const
{
    std::string out;
    for (const auto& [key, value] : headers) {
        if (::strcasecmp(key.c_str(), name.c_str()) == 0) {
            out += (out.empty() ? "" : ", ") + value;
        }
    }
    return out;
}

FaultServer::FaultServer(ServerTls tls)
    : m_tls(std::move(tls))
    , m_tlsContext(makeContext(m_tls))
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    constexpr int backlog = 512;
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, backlog) != 0
        || ::getsockname(m_listener, generic, &size) != 0) {
        throw std::runtime_error("fault server: cannot listen on 127.0.0.1");
    }
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

FaultServer::~FaultServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (Worker& worker : m_workers) {
            if (worker.stream) {
                worker.stream->shutdown();
            }
        }
    }
    m_wake.notify_all();
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (Worker& worker : m_workers) {
        worker.thread.join();
    }
    ::close(m_listener);
}

std::string FaultServer::url(const std::string& path, const std::string& host) const
{
    return (m_tlsContext ? "https://" : "http://") + host + ":" + std::to_string(m_port) + path;
}

std::vector<SeenRequest> FaultServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int FaultServer::requestCount() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_requests.size());
}

/// Connections wait in the listener's queue until they are accepted and counted; once one of our own came
/// through it, those made before were.
void FaultServer::letQueuedIn()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(fd, plain, size) == 0 && ::getsockname(fd, plain, &size) == 0) {
        std::unique_lock lock(m_mutex);
        m_ownPort = address.sin_port;
        lock.unlock();
        address.sin_port = htons(static_cast<std::uint16_t>(m_port));
        const bool connected = ::connect(fd, plain, sizeof address) == 0;
        lock.lock();
        if (connected) {
            m_wake.wait(lock, [this] { return m_ownPort == 0; });
        }
        m_ownPort = 0;
    }
    ::close(fd);
}

void FaultServer::clear()
{
    letQueuedIn();
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_accepted = 0;
}

void FaultServer::accept()
{
    for (;;) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        const int fd = ::accept4(m_listener, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_CLOEXEC);
        const std::lock_guard lock(m_mutex);
        if (fd < 0 || m_stopping) {
            if (fd >= 0) {
                ::close(fd);
            }
            return;
        }
        if (m_ownPort != 0 && peer.sin_port == m_ownPort) {
            ::close(fd);
            m_ownPort = 0;
            m_wake.notify_all();
            continue;
        }
        sweep();
        Worker& worker = m_workers.emplace_back();
        worker.stream = std::make_shared<FaultStream>(fd);
        const int connection = ++m_accepted;
        ++m_open;
        worker.thread = std::thread([this, &worker, connection] { serve(worker, connection); });
    }
}

void FaultServer::sweep()
{
    m_workers.remove_if([](Worker& worker) {
        if (worker.done) {
            worker.thread.join();
        }
        return worker.done.load();
    });
}

void FaultServer::serve(Worker& worker, int connection)
{
    std::shared_ptr<FaultStream> stream = worker.stream;
    auto* context = static_cast<SSL_CTX*>(m_tlsContext.get());
    if (context == nullptr || stream->handshake(context)) {
        FaultRoutes(*this, *stream).run(connection);
    }
    --m_open;
    {
        const std::lock_guard lock(m_mutex);
        worker.stream.reset();
    }
    stream.reset(); // closes: with FIN, or after reset() with RST
    worker.done = true;
}

bool FaultServer::pause(int ms)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_stopping; });
}

int FaultServer::stallLeft(int everyMs, int ms)
{
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (!m_stallsFrom)
        m_stallsFrom = now;
    const auto into
        = std::chrono::duration_cast<std::chrono::milliseconds>(now - *m_stallsFrom).count() % everyMs;
    return into >= everyMs - ms ? static_cast<int>(everyMs - into) : 0;
}

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sampleservice.h"

#include "sample/certificate.h"
#include "sample/connection.h"
#include "sample/servicestate.h"
#include "sample/worker.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <thread>

namespace plumb::sample {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Failure = boost::system::error_code;

struct SampleService::Impl
{
    explicit Impl(Options given)
        : options(std::move(given))
        , state(specOf(options), options.clock ? options.clock : std::make_shared<SteadyClock>(), options.tls)
        , tls(asio::ssl::context::tls_server)
    {
        const auto count = static_cast<std::size_t>(std::clamp(options.threads, 1, 64));
        for (std::size_t i = 0; i < count; ++i) {
            workers.push_back(std::make_unique<Worker>(state, options, i, count));
            state.metrics.push_back(&workers.back()->metrics());
        }
        acceptor.emplace(workers.front()->io());
        retry.emplace(workers.front()->io());
    }

    ~Impl()
    {
        stop();
        // The acceptor's pending operation holds a socket of another worker's io_context, so its own goes
        // first.
        acceptor.reset();
        retry.reset();
        workers.front().reset();
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// The spec with what the options add.
    static ServiceSpec specOf(const Options& options)
    {
        ServiceSpec spec = options.spec;
        if (options.slow_factor != 1.0 || options.fail_rate > 0.0) {
            Disturbance added;
            added.slow_factor = options.slow_factor;
            added.fail_rate = options.fail_rate;
            added.from_s = options.from_s.value_or(added.from_s);
            added.until_s = options.until_s.value_or(added.until_s);
            spec.disturbances.push_back(added);
        }
        if (options.limit_rps > 0.0) {
            spec.limit_rps = options.limit_rps;
        }
        return spec;
    }

    Result<void> prepareTls()
    {
        const auto certificate = makeCertificate(options.address);
        if (!certificate) {
            return certificate.error();
        }
        caPem = certificate->ca_pem;
        Failure error;
        tls.use_certificate_chain(asio::buffer(certificate->chain_pem), error);
        if (!error) {
            tls.use_private_key(asio::buffer(certificate->key_pem), asio::ssl::context::pem, error);
        }
        if (error) {
            return Error{
                ErrorKind::internal, "cannot use the certificate: " + error.message(), "OpenSSL", {}};
        }
        return {};
    }

    Result<void> listen()
    {
        Failure error;
        const auto address
            = asio::ip::make_address(options.address == "localhost" ? "127.0.0.1" : options.address, error);
        if (error) {
            return Error{ErrorKind::usage, "this is no IP address", options.address, "use 127.0.0.1 or ::1"};
        }
        const Tcp::endpoint endpoint(address, options.port);
        acceptor->open(endpoint.protocol(), error);
        if (!error) {
            // Lets a service start again while old connections are in TIME_WAIT; a listening one still
            // conflicts.
            acceptor->set_option(asio::socket_base::reuse_address(true), error);
        }
        if (!error) {
            acceptor->bind(endpoint, error);
        }
        if (!error) {
            acceptor->listen(asio::socket_base::max_listen_connections, error);
        }
        if (error) {
            return listenError(error);
        }
        port = acceptor->local_endpoint().port();
        return {};
    }

    [[nodiscard]] Error listenError(const Failure& error) const
    {
        const auto number = std::to_string(options.port);
        const auto place = options.address + ":" + number;
        if (error == asio::error::address_in_use) {
            return {ErrorKind::io, "port " + number + " is in use by another program", place,
                "choose another port, or 0 for any free one"};
        }
        if (error == asio::error::access_denied) {
            return {ErrorKind::io, "no permission to use port " + number, place, "use a port above 1023"};
        }
        return {ErrorKind::io, "cannot listen: " + error.message(), place,
            "use 127.0.0.1 or another local address"};
    }

    /// One acceptor hands the connections round: SO_REUSEPORT would spread them by hash, unevenly for a few
    /// dozen, and would let a second program take the same port unnoticed.
    void accept()
    {
        Worker& worker = *workers[next++ % workers.size()];
        acceptor->async_accept(worker.io(), [this, &worker](const Failure& error, Tcp::socket socket) {
            if (error == asio::error::operation_aborted) {
                return;
            }
            if (error) {
                // Out of descriptors, most likely: wait for some to be closed.
                retry->expires_after(std::chrono::milliseconds(100));
                retry->async_wait([this](const Failure& stopped) {
                    if (!stopped) {
                        accept();
                    }
                });
                return;
            }
            asio::post(worker.io(), [this, &worker, taken = std::move(socket)]() mutable {
                if (options.tls) {
                    serveTls(worker, std::move(taken), tls);
                } else {
                    serve(worker, std::move(taken));
                }
            });
            accept();
        });
    }

    void run()
    {
        accept();
        for (auto& worker : workers) {
            threads.emplace_back([&worker] { worker->run(); });
        }
    }

    void stop()
    {
        for (auto& worker : workers) {
            worker->io().stop();
        }
        for (auto& thread : threads) {
            thread.join();
        }
        threads.clear();
        Failure ignored;
        acceptor->close(ignored);
        for (auto& worker : workers) {
            worker->closeAll();
        }
    }

    Options options;
    ServiceState state;
    asio::ssl::context tls;
    std::string caPem;
    unsigned short port = 0;
    std::size_t next = 0;
    std::vector<std::unique_ptr<Worker>> workers;
    std::optional<Tcp::acceptor> acceptor;
    std::optional<asio::steady_timer> retry;
    std::vector<std::thread> threads;
};

Result<std::unique_ptr<SampleService>> SampleService::start(Options options)
{
    auto impl = std::make_unique<Impl>(std::move(options));
    if (impl->options.tls) {
        if (const auto prepared = impl->prepareTls(); !prepared) {
            return prepared.error();
        }
    }
    if (const auto listening = impl->listen(); !listening) {
        return listening.error();
    }
    impl->run();
    return std::unique_ptr<SampleService>(new SampleService(std::move(impl)));
}

SampleService::SampleService(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

SampleService::~SampleService() = default;

std::string SampleService::baseUrl() const
{
    const auto& address = m_impl->options.address;
    const bool v6 = address.find(':') != std::string::npos;
    return (m_impl->options.tls ? "https://" : "http://") + (v6 ? "[" + address + "]" : address) + ":"
        + std::to_string(m_impl->port);
}

unsigned short SampleService::port() const
{
    return m_impl->port;
}

std::string SampleService::caPem() const
{
    return m_impl->caPem;
}

std::int64_t SampleService::requestsServed() const
{
    std::uint64_t total = 0;
    for (const auto& worker : m_impl->workers) {
        total += worker->metrics().total();
    }
    return static_cast<std::int64_t>(total);
}

void SampleService::stop()
{
    m_impl->stop();
}

} // namespace plumb::sample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/servicespec.h"

#include "base/clock.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumb::sample {

/// One request that was answered, as an access log would tell it. The texts live during the call only.
struct AccessEntry
{
    std::string_view method, target;
    int status = 0;
    Nanos took{0}; ///< from the whole request to its answer
    std::uint64_t body_bytes = 0; ///< of the answer
};

struct Options
{
    ServiceSpec spec;
    std::string address = "127.0.0.1"; ///< an IP literal, or "localhost" for 127.0.0.1
    unsigned short port = 0; ///< 0: any free one
    bool tls = false;
    double slow_factor = 1.0; ///< of waiting times
    double fail_rate = 0.0; ///< fraction answered with 503
    double limit_rps = 0.0; ///< 0: the spec's
    std::optional<double> from_s,
        until_s; ///< slow_factor and fail_rate hold in this time only, s since the start
    int threads = 1;
    std::uint64_t seed = 1; ///< latencies, statuses and sizes repeat with the seed, per thread
    std::shared_ptr<const Clock> clock; ///< for disturbances, limits and expiry; null: the steady one
    std::function<void(const AccessEntry&)> access; ///< called on the service's threads; empty: none
};

/// The built-in sample service: an HTTP/1.1 server in this process that answers as its spec says. It has
/// threads of its own and needs no event loop.
class SampleService
{
public:
    /// Listening and answering when it returns. Errors: an address that is none, a port in use or not
    /// permitted.
    static Result<std::unique_ptr<SampleService>> start(Options options);
    /// Stops and joins.
    ~SampleService();
    SampleService(const SampleService&) = delete;
    SampleService& operator=(const SampleService&) = delete;

    /// "http://127.0.0.1:8787", without a slash at the end.
    [[nodiscard]] std::string baseUrl() const;
    [[nodiscard]] unsigned short port() const;
    /// The authority to trust with tls; empty without.
    [[nodiscard]] std::string caPem() const;
    /// Answers given so far, errors included. Still there after stop().
    [[nodiscard]] std::int64_t requestsServed() const;
    /// Closes all connections and ends the threads; requests that wait for their answer get none.
    void stop();

private:
    struct Impl;
    explicit SampleService(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace plumb::sample

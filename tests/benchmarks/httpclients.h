// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace plumb::bench {

struct Load
{
    std::string url;
    int users = 16;
    double seconds = 3;
    /// Much to do for the client and little for the server: a header of 120 random numbers, 30 checks and 10
    /// extractions on the same small answer.
    bool heavy = false;
    int workers = 1; ///< threads of the engine's loops; the others have one
};

struct Measured
{
    double rps = 0;
    double p50_us = 0;
    double cpu_us = 0; ///< of the generator, per request, user and system
    double server_cpu_us = 0; ///< of a server in the benchmark's own process; else next to nothing
};

/// A whole constant-vus run without think time: engine, transport "qnam" or "direct", checks, histograms,
/// events, report.
Measured loopOnEngine(const Load& load, const std::string& transport);

struct Paced
{
    double lag_p99_us = 0; ///< of sends behind their intended time
    double sent_to_planned = 0;
    double service_p50_us = 0;
};

/// A run at constant arrival rate, with @p load.users users at most.
Paced paceOnEngine(const Load& load, const std::string& transport, double rate);
/// What a program does that just uses QNetworkAccessManager: one manager, default attributes, no proxy.
Measured loopOnPlainManager(const Load& load);
/// The same loop with all that makes the qnam transport fast, and nothing of an engine around it: no checks
/// beyond a look into the body, one histogram, no phases of a request.
Measured loopOnTunedManager(const Load& load);

/// A load generator of somebody else.
struct Outsider
{
    const char* name;
    std::string reason; ///< why there is no measurement
    std::optional<Measured> measured;
};
Outsider runWrk(const Load& load);
Outsider runHey(const Load& load);
Outsider runLocust(const Load& load);
Outsider runK6(const Load& load);

/// One of our loops in a process of its own, so that neither inherits the other's settings or memory.
std::optional<Measured> runOwnLoop(const char* name, const Load& load);

} // namespace plumb::bench

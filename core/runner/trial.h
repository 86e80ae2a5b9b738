// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/report.h"
#include "scenario/prepare.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// "Send once": one step of a scenario sent by hand, as one user would, after the set-up steps it needs. It
// makes no report.
namespace plumb::runner {

struct TrialRequest
{
    scenario::Scenario scenario;
    std::filesystem::path folder; ///< relative files of the scenario are relative to it
    std::string step; ///< JSON pointer: "/patterns/0/steps/1", "/setup/0"
    scenario::Overrides overrides;
    std::vector<std::string> confirmed_hosts;
    bool allow_commands = false; ///< what it runs and writes is allowed, and remembered for this user
};

/// One request and what came of it. Secrets are "***" everywhere.
struct TrialExchange
{
    std::string step; ///< its name
    bool setup = false; ///< sent on the way to the chosen one
    std::string kind = "http"; ///< of the step
    std::string method, url; ///< of queries "SQL" and the text, of commands "RUN" and the command line
    scenario::Headers request_headers;
    std::string request_body; ///< at most trialBody bytes
    std::string http_version;
    int status = 0; ///< 0: no answer
    scenario::Headers headers;
    std::string body; ///< at most trialBody bytes
    bool body_cut = false;
    std::int64_t bytes_received = 0;
    report::Outcome outcome = report::Outcome::ok;
    std::string message; ///< why it failed; empty if ok
    /// ms; absent where the moment did not occur or cannot be known.
    std::optional<double> connect_ms, tls_ms, wait_ms, body_ms, total_ms;
    struct Extracted
    {
        std::string name, value, message; ///< the value is masked; a message says why there is none
        bool found = false;
    };
    struct Checked
    {
        std::string name, message;
        bool passed = false;
    };
    std::optional<std::int64_t> rows; ///< of queries
    std::vector<Extracted> extracted;
    std::vector<Checked> checks;
};

struct Trial
{
    std::vector<TrialExchange> exchanges; ///< in the order sent; redirect hops are exchanges of their own
    std::string ended; ///< why the chosen step was not reached; empty: it was
};

inline constexpr std::size_t trialBody = 256U << 10;

/// Blocks until it is done or @p cancelled; call it in a thread of its own. Steps before the chosen one in
/// its pattern are sent as well where the chosen one uses what they extract. Error: the scenario cannot be
/// compiled, the target cannot be reached, its host is not confirmed.
Result<Trial> sendOnce(const TrialRequest& request, const std::shared_ptr<std::atomic_bool>& cancelled = {});

/// What @p request would run on this machine or write to databases and nobody has allowed, a line each.
std::vector<std::string> trialActs(const TrialRequest& request);

/// The host that needs a confirmation before @p request may be sent; empty: none. Looks the name up.
Result<std::string> trialHost(const TrialRequest& request);

} // namespace plumb::runner

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/command/commandanswer.h"

#include "base/units.h"

#include <cstdio>
#include <cstring>

namespace plumb::engine::command {

namespace {

constexpr std::size_t lastLines = 2048; ///< of standard error

std::string number(double value)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    return text.data();
}

double milliseconds(Nanos time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

std::string lastLineOf(const std::string& text)
{
    const std::size_t end = text.find_last_not_of(" \r\n");
    if (end == std::string::npos)
        return {};
    const std::size_t start = text.find_last_of('\n', end);
    return cleanUtf8(std::string_view(text).substr(
        start == std::string::npos ? 0 : start + 1, end - (start == std::string::npos ? 0 : start + 1) + 1));
}

/// "exit code 3, expected 0: cannot open x".
std::string unexpected(const launch::Ended& ended, int expected)
{
    std::string text = ended.signal != 0
        ? "ended by signal " + std::to_string(ended.signal) + " (" + strsignal(ended.signal)
            + ")" // NOLINT(concurrency-mt-unsafe)
        : "exit code " + std::to_string(ended.exit_code) + ", expected " + std::to_string(expected);
    const std::string why = lastLineOf(ended.errors_tail.empty() ? ended.output_tail : ended.errors_tail);
    return why.empty() ? text : text + ": " + why;
}

void setHeaders(Exchange& exchange, const launch::Ended& ended)
{
    if (ended.signal != 0)
        exchange.headers.emplace_back("signal", std::to_string(ended.signal));
    else
        exchange.headers.emplace_back("exit-code", std::to_string(ended.exit_code));
    exchange.headers.emplace_back("user-cpu-ms", number(milliseconds(ended.user_cpu)));
    exchange.headers.emplace_back("system-cpu-ms", number(milliseconds(ended.system_cpu)));
    exchange.headers.emplace_back(
        "peak-rss-mb", number(static_cast<double>(ended.peak_rss_kb) * 1024.0 / 1e6));
    if (!ended.errors_tail.empty())
        exchange.headers.emplace_back("stderr", cleanUtf8(ended.errors_tail));
}

void setEnd(Exchange& exchange, const Request& request, const launch::Ended& ended)
{
    using Why = launch::Ended::Why;
    switch (ended.why) {
    case Why::exited:
        break;
    case Why::not_started:
        exchange.outcome = Outcome::connect;
        exchange.error = ended.error;
        return;
    case Why::timeout:
        exchange.outcome = Outcome::timeout;
        exchange.error
            = "it did not end within " + formatLatency(milliseconds(request.timeout)) + " and was killed";
        return;
    case Why::too_much_output:
        exchange.outcome = Outcome::protocol;
        exchange.error = "it wrote more than " + formatBytes(static_cast<double>(request.max_body))
            + ", which its checks would have to look at, and was killed";
        return;
    case Why::killed:
    case Why::launcher_gone:
        exchange.outcome = Outcome::reset;
        exchange.error = ended.why == Why::killed ? "cancelled" : ended.error;
        return;
    }
    const int expected = request.command->expect_exit;
    if (ended.signal == 0 && ended.exit_code == expected)
        return;
    exchange.failure = unexpected(ended, expected);
    exchange.reason = ended.signal != 0 ? "signal_" + std::to_string(ended.signal)
                                        : "exit_" + std::to_string(ended.exit_code);
}

} // namespace

launch::Job jobOf(const Request& request)
{
    const scenario::CommandCall& call = *request.command;
    launch::Job job;
    job.argv = call.argv;
    job.cwd = call.cwd;
    job.env = launch::environmentWith(call.env);
    job.nice = call.nice;
    job.cpus = call.cpus;
    job.timeout = request.timeout;
    job.keep_tail = lastLines;
    job.keep_output = request.want_body ? request.max_body : request.keep_start;
    job.most_output = request.want_body ? request.max_body : 0;
    return job;
}

Exchange exchangeOf(const Request& request, launch::Ended&& ended)
{
    Exchange exchange;
    exchange.start = ended.started;
    exchange.end = ended.ended;
    exchange.bytes_received = ended.output_bytes + ended.errors_bytes;
    exchange.body = std::move(ended.output);
    exchange.body_cut = ended.output_cut;
    setEnd(exchange, request, ended);
    using Why = launch::Ended::Why;
    if (ended.why != Why::not_started && ended.why != Why::launcher_gone) {
        exchange.use = ProcessUse{ended.user_cpu, ended.system_cpu, ended.peak_rss_kb};
        setHeaders(exchange, ended);
    }
    return exchange;
}

} // namespace plumb::engine::command

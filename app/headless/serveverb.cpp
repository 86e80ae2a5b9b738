// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/files.h"
#include "sample/builtinspec.h"
#include "sample/sampleservice.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <memory>
#include <thread>

namespace plumb::headless {

namespace {

struct ServeArguments
{
    sample::Options service;
    std::string specFile, certificateFile;
    unsigned short port = 8787;
};

/// Waits for SIGINT or SIGTERM, which must be blocked in every thread.
void waitForEnd(const sigset_t& ends)
{
    int received = 0;
    while (::sigwait(&ends, &received) != 0) { }
}

/// Gives the file.
Result<std::string> writeCertificate(const sample::SampleService& service, std::string file)
{
    if (file.empty()) {
        const auto name = "plumb-serve-" + std::to_string(service.port()) + "-ca.pem";
        file = (std::filesystem::temp_directory_path() / name).string();
    }
    if (const auto written = writeFileAtomic(file, service.caPem()); !written) {
        return written.error();
    }
    return file;
}

int serve(const ServeArguments& arguments)
{
    auto options = arguments.service;
    auto spec = arguments.specFile.empty() ? sample::builtinSpec() : sample::readSpec(arguments.specFile);
    if (!spec) {
        return printError(spec.error());
    }
    options.spec = std::move(*spec);
    options.port = arguments.port;
    options.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U));

    // Threads inherit the mask, so it is set before the service starts its own.
    sigset_t ends;
    ::sigemptyset(&ends);
    ::sigaddset(&ends, SIGINT);
    ::sigaddset(&ends, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    const auto service = sample::SampleService::start(std::move(options));
    if (!service) {
        auto error = service.error();
        if (error.kind == ErrorKind::io) {
            error.remedy = "use another port, or --port 0 for any free one";
        }
        return printError(error);
    }
    std::string certificate;
    if (arguments.service.tls) {
        const auto written = writeCertificate(**service, arguments.certificateFile);
        if (!written) {
            return printError(written.error());
        }
        certificate = *written;
    }
    printLine("listening on " + (*service)->baseUrl());
    if (!certificate.empty()) {
        printLine("certificate to trust: " + certificate);
    }
    waitForEnd(ends);
    (*service)->stop();
    printMessage("served " + std::to_string((*service)->requestsServed()) + " requests");
    return static_cast<int>(ExitCode::pass);
}

} // namespace

void addServe(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<ServeArguments>();
    auto& options = arguments->service;
    auto* verb = app.add_subcommand("serve", "Run the sample service until Ctrl+C.");
    verb->add_option("--port", arguments->port, "Port on 127.0.0.1; 0 for any free one")
        ->capture_default_str();
    verb->add_option(
        "--spec", arguments->specFile, "What to answer (plumbline.service/1); default: the built-in spec");
    verb->add_flag("--tls", options.tls, "Serve https with a certificate made for this run");
    verb->add_option("--cert-out", arguments->certificateFile,
            "Where --tls writes the certificate that clients must trust")
        ->needs("--tls");
    verb->add_option("--slow", options.slow_factor, "Multiply every latency of the spec")
        ->check(CLI::Range(0.0, 1e6));
    verb->add_option("--fail-rate", options.fail_rate, "Fraction of requests answered with 503")
        ->check(CLI::Range(0.0, 1.0));
    verb->add_option("--limit-rps", options.limit_rps, "Requests a second before 429; 0: no limit")
        ->check(CLI::Range(0.0, 1e9));
    auto* from = verb->add_option("--from", options.from_s, "Second at which --slow and --fail-rate begin")
                     ->check(CLI::NonNegativeNumber);
    auto* until = verb->add_option("--until", options.until_s, "Second at which they end")
                      ->check(CLI::NonNegativeNumber);
    verb->callback([arguments, &chosen, from, until] {
        const auto& service = arguments->service;
        if ((from->count() > 0 || until->count() > 0) && service.slow_factor == 1.0
            && service.fail_rate == 0.0) {
            throw CLI::ValidationError(
                "--from and --until", "there is nothing to begin or end; add --slow or --fail-rate");
        }
        if (until->count() > 0 && *service.until_s <= service.from_s.value_or(0.0)) {
            throw CLI::ValidationError("--until", "must be later than --from");
        }
        chosen = [arguments] { return serve(*arguments); };
    });
}

} // namespace plumb::headless

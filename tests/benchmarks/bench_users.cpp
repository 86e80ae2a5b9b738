// SPDX-License-Identifier: GPL-3.0-or-later
// Many users at once: 2,000 on `direct` and 500 on `qnam`, each as fast as it can, against nginx on loopback.
// The built plumb runs them; what is printed is its own peak memory and what became of the requests.
#include "base/json.h"
#include "tests/support/nginxserver.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testfiles.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <cstdio>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace plumb;

namespace {

struct Outcome
{
    int code = -1;
    double peak_mb = 0.0;
};

/// In a process of its own, so that the kernel tells its peak.
Outcome run(const std::vector<std::string>& arguments)
{
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
        argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    return {
        WIFEXITED(status) ? WEXITSTATUS(status) : -1, static_cast<double>(usage.ru_maxrss) * 1024.0 / 1e6};
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("seconds"), QStringLiteral("of each run"), QStringLiteral("value"),
        QStringLiteral("10")});
    parser.addHelpOption();
    parser.process(application);

    test::NginxOptions options;
    options.access_log = false;
    const test::NginxServer nginx(options);
    if (!nginx.running()) {
        std::printf("skipped: %s\n", nginx.error().c_str());
        return 0;
    }
    bool reached = true;
    for (const auto& [transport, users] : {std::pair("direct", 2000), std::pair("qnam", 500)}) {
        const test::Workspace workspace;
        const Json load{{"executor", "constant-vus"}, {"vus", users},
            {"duration_s", parser.value(QStringLiteral("seconds")).toDouble()}};
        const auto file = workspace.write("users.json", test::oneStepScenario(nginx.url(), "/", load));
        const auto out = workspace.folder() / "report.json";
        const Outcome outcome = run({test::builtProgram("plumb").string(), "run", file.string(), "--library",
            workspace.library().string(), "--transport", transport, "--out", out.string(), "--json"});
        const auto report = readJsonFile(out);
        if (!report) {
            std::printf("%s: exit code %d, no report\n", transport, outcome.code);
            return 1;
        }
        const Json& totals = report->at("totals");
        std::printf(
            "%-7s %5d users: %7.1f MB at most (goal: below 300), %.0f requests/s, %lld failed, exit %d\n",
            transport, users, outcome.peak_mb, totals.at("rps").get<double>(),
            totals.at("failed").get<long long>(), outcome.code);
        reached = reached && outcome.peak_mb < 300.0 && totals.at("failed").get<std::int64_t>() == 0;
    }
    return reached ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the engine is with its transports, beside an untuned QNetworkAccessManager, wrk, hey and Locust:
// closed loops of GETs against nginx on loopback that serves 50 bytes. All run in turn within each round,
// because a machine's speed drifts; what counts is the median of the ratios of neighbours.
#include "tests/benchmarks/httpclients.h"
#include "tests/support/nginxserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace plumb::bench;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

struct Series
{
    std::vector<double> rps, p50_us, cpu_us;
    std::string reason;
    void add(const std::optional<Measured>& measured)
    {
        if (measured) {
            rps.push_back(measured->rps);
            p50_us.push_back(measured->p50_us);
            cpu_us.push_back(measured->cpu_us);
        }
    }
    void add(const Outsider& outsider)
    {
        add(outsider.measured);
        reason = outsider.reason;
    }
};

void print(const char* name, const Series& series)
{
    if (series.rps.empty()) {
        std::printf("%-22s skipped: %s\n", name, series.reason.c_str());
        return;
    }
    std::printf("%-22s %9.0f %10.0f %12.1f %4zu\n", name, median(series.rps), median(series.p50_us),
        median(series.cpu_us), series.rps.size());
}

/// Medians of the quotients of neighbours in the same round.
double ratioOf(const char* name, const Series& ours, const Series& theirs)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(ours.rps.size(), theirs.rps.size()); ++i) {
        ratios.push_back(ours.rps[i] / theirs.rps[i]);
    }
    std::sort(ratios.begin(), ratios.end());
    if (!ratios.empty()) {
        std::printf("%-22s median %.2f of %zu pairs (%.2f to %.2f)\n", name, median(ratios), ratios.size(),
            ratios.front(), ratios.back());
    }
    return median(ratios);
}

struct Ratios
{
    double qnamToUntuned = 0, directToWrk = 0;
};

Ratios compare(const Load& load, int rounds, const QStringList& clients)
{
    struct Client
    {
        const char* name;
        const char* shown;
        std::function<void(Series&)> run;
        Series series;
    };
    // wrk stands beside direct, so that the two see the machine in the same mood.
    std::vector<Client> all{
        {"untuned", "untuned manager", [&](Series& s) { s.add(runOwnLoop("untuned", load)); }, {}},
        {"qnam", "qnam", [&](Series& s) { s.add(runOwnLoop("qnam", load)); }, {}},
        {"direct", "direct", [&](Series& s) { s.add(runOwnLoop("direct", load)); }, {}},
        {"wrk", "wrk, 1 thread", [&](Series& s) { s.add(runWrk(load)); }, {}},
        {"hey", "hey", [&](Series& s) { s.add(runHey(load)); }, {}},
        {"locust", "Locust FastHttpUser", [&](Series& s) { s.add(runLocust(load)); }, {}},
    };
    std::erase_if(
        all, [&clients](const Client& c) { return !clients.contains(QString::fromLatin1(c.name)); });
    for (int round = 0; round < rounds; ++round) {
        for (Client& client : all) {
            client.run(client.series);
        }
        std::fprintf(stderr, "round %d of %d\n", round + 1, rounds);
    }
    std::printf("\n%d users, %d rounds of %.0f s, medians\n", load.users, rounds, load.seconds);
    std::printf("%-22s %9s %10s %12s %4s\n", "client", "req/s", "p50 us", "cpu us/req", "runs");
    for (const Client& client : all) {
        print(client.shown, client.series);
    }
    const auto of = [&all](const char* name) {
        const auto found = std::find_if(
            all.begin(), all.end(), [name](const Client& c) { return std::string_view(c.name) == name; });
        return found == all.end() ? Series() : found->series;
    };
    Ratios ratios;
    ratios.qnamToUntuned = ratioOf("qnam / untuned", of("qnam"), of("untuned"));
    ratios.directToWrk = ratioOf("direct / wrk", of("direct"), of("wrk"));
    ratioOf("direct / hey", of("direct"), of("hey"));
    ratioOf("direct / Locust", of("direct"), of("locust"));
    return ratios;
}

int runLoop(const QString& name, const Load& load)
{
    const bool untuned = name == QLatin1String("untuned");
    const Measured measured = untuned ? loopOnPlainManager(load) : loopOnEngine(load, name.toStdString());
    std::printf("rps=%.1f p50_us=%.1f\n", measured.rps, measured.p50_us);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    // As plumb's main does; the untuned loop runs as any program would.
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (std::find(arguments.begin(), arguments.end(), "qnam") != arguments.end()) {
        qputenv("QT_NO_THREADED_GLIB", "1");
    }
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&parser](const char* name, const char* what, const char* fallback) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("value"),
            QString::fromLatin1(fallback)});
    };
    option("users", "users of the main comparison", "16");
    option("rounds", "pairs", "9");
    option("seconds", "of each run", "3");
    option("loop", "only this loop (qnam, direct, untuned) against URL; for the benchmark's own use", "");
    option("clients", "who takes part", "untuned,qnam,direct,wrk,hey,locust");
    parser.addPositionalArgument(QStringLiteral("URL"), QStringLiteral("target of --loop"));
    parser.addHelpOption();
    parser.process(application);

    Load load;
    load.users = parser.value(QStringLiteral("users")).toInt();
    load.seconds = parser.value(QStringLiteral("seconds")).toDouble();
    if (const QString loop = parser.value(QStringLiteral("loop")); !loop.isEmpty()) {
        load.url = parser.positionalArguments().value(0).toStdString();
        return runLoop(loop, load);
    }
    plumb::test::NginxOptions options;
    options.access_log = false;
    const plumb::test::NginxServer nginx(options);
    if (!nginx.running()) {
        std::printf("skipped: %s\n", nginx.error().c_str());
        return 0;
    }
    load.url = nginx.url("/");
    const QStringList clients = parser.value(QStringLiteral("clients")).split(QLatin1Char(','));
    const Ratios ratios = compare(load, parser.value(QStringLiteral("rounds")).toInt(), clients);
    bool reached = true;
    const auto judge = [&](const char* who, const char* client, double ratio, double goal) {
        if (!clients.contains(QString::fromLatin1(client)) || ratio == 0.0) {
            return;
        }
        std::printf("goal of %s: %.1f, %s\n", who, goal, ratio >= goal ? "reached" : "missed");
        reached = reached && ratio >= goal;
    };
    judge("qnam / untuned at 16 users", "untuned", ratios.qnamToUntuned, 2.0);
    judge("direct / wrk", "wrk", ratios.directToWrk, 0.8);
    return reached ? 0 : 1;
}

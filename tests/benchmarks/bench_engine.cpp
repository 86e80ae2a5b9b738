// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the engine is with its transports, beside bare loops on QNetworkAccessManager, wrk, hey, Locust
// and k6: closed loops of GETs against nginx on loopback that serves 50 bytes. All run in turn within each
// round, because a machine's speed drifts; what counts is the median of the ratios of neighbours.
#include "sample/builtinspec.h"
#include "sample/sampleservice.h"
#include "tests/benchmarks/httpclients.h"
#include "tests/support/nginxserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string_view>
#include <thread>

using namespace plumb::bench;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

struct Series
{
    std::vector<double> rps, p50_us, cpu_us, server_cpu_us;
    std::string reason;
    void add(const std::optional<Measured>& measured)
    {
        if (measured) {
            rps.push_back(measured->rps);
            p50_us.push_back(measured->p50_us);
            cpu_us.push_back(measured->cpu_us);
            server_cpu_us.push_back(measured->server_cpu_us);
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

/// Medians of the quotients of neighbours in the same round. False where the goal is missed.
bool judge(const char* name, const Series& ours, const char* other, const Series& theirs, double least)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(ours.rps.size(), theirs.rps.size()); ++i) {
        ratios.push_back(ours.rps[i] / theirs.rps[i]);
    }
    if (ratios.empty())
        return true;
    const auto [low, high] = std::minmax_element(ratios.begin(), ratios.end());
    const double ratio = median(ratios);
    std::printf("%-10s / %-10s median %.2f of %zu pairs (%.2f to %.2f), goal %.2f %s\n", name, other, ratio,
        ratios.size(), *low, *high, least, ratio >= least ? "reached" : "missed");
    return ratio >= least;
}

/// What the issue of speed asks of two clients that ran as neighbours.
struct Goal
{
    const char* ours;
    const char* theirs;
    double least;
};

constexpr std::array goals{Goal{"qnam", "untuned", 2.0}, Goal{"qnam", "tuned", 0.88},
    Goal{"direct", "wrk", 0.8}, Goal{"direct", "hey", 2.0}, Goal{"direct", "locust", 5.0},
    Goal{"direct", "k6", 5.0}};

struct Client
{
    const char* name;
    const char* shown;
    std::function<void(Series&)> run;
    Series series;
};

void runInTurn(std::vector<Client>& clients, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        for (Client& client : clients)
            client.run(client.series);
        std::fprintf(stderr, "round %d of %d\n", round + 1, rounds);
    }
}

void printTable(const std::vector<Client>& clients)
{
    std::printf("%-22s %9s %10s %12s %4s\n", "client", "req/s", "p50 us", "cpu us/req", "runs");
    for (const Client& client : clients)
        print(client.shown, client.series);
}

const Series* seriesOf(const std::vector<Client>& clients, std::string_view name)
{
    const auto found = std::find_if(
        clients.begin(), clients.end(), [name](const Client& client) { return client.name == name; });
    return found == clients.end() || found->series.rps.empty() ? nullptr : &found->series;
}

/// True where every goal whose two clients ran is reached.
bool compare(const Load& load, int rounds, const QStringList& wanted)
{
    // Who is compared with direct stands beside it, so that the two see the machine in the same mood.
    std::vector<Client> all{
        {"untuned", "untuned manager", [&](Series& s) { s.add(runOwnLoop("untuned", load)); }, {}},
        {"tuned", "tuned bare manager", [&](Series& s) { s.add(runOwnLoop("tuned", load)); }, {}},
        {"qnam", "qnam", [&](Series& s) { s.add(runOwnLoop("qnam", load)); }, {}},
        {"k6", "k6", [&](Series& s) { s.add(runK6(load)); }, {}},
        {"direct", "direct", [&](Series& s) { s.add(runOwnLoop("direct", load)); }, {}},
        {"wrk", "wrk, 1 thread", [&](Series& s) { s.add(runWrk(load)); }, {}},
        {"hey", "hey", [&](Series& s) { s.add(runHey(load)); }, {}},
        {"locust", "Locust FastHttpUser", [&](Series& s) { s.add(runLocust(load)); }, {}},
    };
    std::erase_if(all, [&wanted](const Client& c) { return !wanted.contains(QString::fromLatin1(c.name)); });
    runInTurn(all, rounds);
    std::printf("\n%d users, %d rounds of %.0f s, medians\n", load.users, rounds, load.seconds);
    printTable(all);
    bool reached = true;
    for (const Goal& goal : goals) {
        const Series* ours = seriesOf(all, goal.ours);
        const Series* theirs = seriesOf(all, goal.theirs);
        if (ours != nullptr && theirs != nullptr)
            reached = judge(goal.ours, *ours, goal.theirs, *theirs, goal.least) && reached;
    }
    return reached;
}

bool skipWorkers(const plumb::Error& why)
{
    std::printf("workers: skipped: %s\n", why.text().c_str());
    return true;
}

/// What a second worker can bring at most, from what a request costs the generator (@p c) and the service
/// (@p s) while one worker makes them: a worker has one core, the service has one, and all share the
/// machine's.
double ceilingOfTwo(double c, double s, double cores)
{
    return std::max(c, s) * std::min({2.0 / c, 1.0 / s, cores / (c + s)});
}

/// Whether workers scale: of plain requests, whose answers cost the service about as much as they cost us,
/// and of those that give the generator several times the work.
bool compareWorkers(Load load, int rounds)
{
    auto spec = plumb::sample::builtinSpec();
    if (!spec)
        return skipWorkers(spec.error());
    plumb::sample::Options options;
    options.spec = std::move(*spec);
    const auto service = plumb::sample::SampleService::start(std::move(options));
    if (!service)
        return skipWorkers(service.error());
    load.url = (*service)->baseUrl() + "/fast";
    bool reached = true;
    for (const bool heavy : {false, true}) {
        load.heavy = heavy;
        Load two = load;
        two.workers = 2;
        std::vector<Client> clients{
            {"one", "direct, 1 worker", [&](Series& s) { s.add(runOwnLoop("direct", load)); }, {}},
            {"two", "direct, 2 workers", [&](Series& s) { s.add(runOwnLoop("direct", two)); }, {}},
        };
        runInTurn(clients, rounds);
        const unsigned cores = std::thread::hardware_concurrency();
        std::printf("\n%d users, sample service, %s requests, %u cores, %d rounds of %.0f s\n", load.users,
            heavy ? "heavy" : "plain", cores, rounds, load.seconds);
        printTable(clients);
        if (clients[0].series.rps.empty() || clients[1].series.rps.empty())
            return false;
        const Series& one = clients[0].series;
        const double c = median(one.cpu_us), s = median(one.server_cpu_us);
        const double ceiling = ceilingOfTwo(c, s, cores);
        std::printf("a request costs the generator %.1f us and the service %.1f us (with 2 workers %.1f and "
                    "%.1f): %.2f is what 2 workers can make of 1\n",
            c, s, median(clients[1].series.cpu_us), median(clients[1].series.server_cpu_us), ceiling);
        constexpr double partOfCeiling = 0.9;
        reached = judge("2 workers", clients[1].series, "1 worker", one, partOfCeiling * ceiling) && reached;
    }
    return reached;
}

int runLoop(const QString& name, const Load& load)
{
    const Measured measured = name == QLatin1String("untuned") ? loopOnPlainManager(load)
        : name == QLatin1String("tuned")                       ? loopOnTunedManager(load)
                                                               : loopOnEngine(load, name.toStdString());
    std::printf("rps=%.1f p50_us=%.1f\n", measured.rps, measured.p50_us);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    // As plumb's main does; the untuned loop runs as any program would.
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto loopIs = [&arguments](const char* name) {
        return std::find(arguments.begin(), arguments.end(), name) != arguments.end();
    };
    if (loopIs("qnam") || loopIs("tuned")) {
        qputenv("QT_NO_THREADED_GLIB", "1");
    }
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&parser](const char* name, const char* what, const char* fallback) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("value"),
            QString::fromLatin1(fallback)});
    };
    option("users", "numbers of users to compare with", "16,64");
    option("rounds", "pairs", "9");
    option("seconds", "of each run", "3");
    option("workers", "threads of the engine", "1");
    parser.addOption({QStringLiteral("heavy"), QStringLiteral("much work for each request")});
    option(
        "loop", "only this loop (qnam, direct, untuned, tuned) against URL; for the benchmark's own use", "");
    option("clients", "who takes part", "untuned,tuned,qnam,k6,direct,wrk,hey,locust,workers");
    parser.addPositionalArgument(QStringLiteral("URL"), QStringLiteral("target of --loop"));
    parser.addHelpOption();
    parser.process(application);

    Load load;
    const QStringList users = parser.value(QStringLiteral("users")).split(QLatin1Char(','));
    load.users = users.first().toInt();
    load.heavy = parser.isSet(QStringLiteral("heavy"));
    load.workers = parser.value(QStringLiteral("workers")).toInt();
    load.seconds = parser.value(QStringLiteral("seconds")).toDouble();
    if (const QString loop = parser.value(QStringLiteral("loop")); !loop.isEmpty()) {
        load.url = parser.positionalArguments().value(0).toStdString();
        return runLoop(loop, load);
    }
    const QStringList clients = parser.value(QStringLiteral("clients")).split(QLatin1Char(','));
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();
    bool reached = true;
    if (clients != QStringList(QStringLiteral("workers"))) {
        plumb::test::NginxOptions options;
        options.access_log = false;
        const plumb::test::NginxServer nginx(options);
        if (!nginx.running()) {
            std::printf("skipped: %s\n", nginx.error().c_str());
            return 0;
        }
        load.url = nginx.url("/");
        for (const QString& number : users) {
            load.users = number.toInt();
            reached = compare(load, rounds, clients) && reached;
        }
    }
    if (clients.contains(QLatin1String("workers")))
        reached = compareWorkers(load, rounds) && reached;
    return reached ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the engine with the qnam transport is, beside an untuned QNetworkAccessManager, wrk, hey and
// Locust: closed loops of GETs against nginx on loopback that serves 50 bytes. All run in turn within each
// round, because a machine's speed drifts; what counts is the median of the ratios of neighbours.
#include "tests/benchmarks/httpclients.h"
#include "tests/support/nginxserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

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

/// @return the median ratio of the two loops of ours
double compare(const Load& load, int rounds, bool others)
{
    Series untuned;
    Series qnam;
    Series wrk;
    Series hey;
    Series locust;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const auto plain = runOwnLoop("untuned", load);
        const auto tuned = runOwnLoop("qnam", load);
        untuned.add(plain);
        qnam.add(tuned);
        if (plain && tuned) {
            ratios.push_back(tuned->rps / plain->rps);
        }
        if (others) {
            wrk.add(runWrk(load));
            hey.add(runHey(load));
            locust.add(runLocust(load));
        }
        std::fprintf(
            stderr, "round %d of %d: %.2f\n", round + 1, rounds, ratios.empty() ? 0.0 : ratios.back());
    }
    std::printf("\n%d users, %d rounds of %.0f s, medians\n", load.users, rounds, load.seconds);
    std::printf("%-22s %9s %10s %12s %4s\n", "client", "req/s", "p50 us", "cpu us/req", "runs");
    print("untuned manager", untuned);
    print("qnam", qnam);
    if (others) {
        print("wrk, 1 thread", wrk);
        print("hey", hey);
        print("Locust FastHttpUser", locust);
    }
    std::sort(ratios.begin(), ratios.end());
    if (!ratios.empty()) {
        std::printf("qnam / untuned: median %.2f of %zu pairs (%.2f to %.2f)\n", median(ratios),
            ratios.size(), ratios.front(), ratios.back());
    }
    return median(ratios);
}

int runLoop(const QString& name, const Load& load)
{
    const Measured measured = name == QLatin1String("qnam") ? loopOnEngine(load) : loopOnPlainManager(load);
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
    option("loop", "only this loop (qnam, untuned) against URL; for the benchmark's own use", "");
    parser.addOption({QStringLiteral("own"), QStringLiteral("only our two loops")});
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
    const double ratio
        = compare(load, parser.value(QStringLiteral("rounds")).toInt(), !parser.isSet(QStringLiteral("own")));
    constexpr double goal = 2.0;
    std::printf("goal at 16 users: %.1f, %s\n", goal, ratio >= goal ? "reached" : "missed");
    return ratio >= goal ? 0 : 1;
}

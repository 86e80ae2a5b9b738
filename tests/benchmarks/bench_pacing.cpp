// SPDX-License-Identifier: GPL-3.0-or-later
// How exactly requests leave: 1,000 iterations/s at constant rate against nginx on loopback. Send lag, sent
// against planned, and the service time beside that of a bare socket at the same rate on the same server.
#include "base/clock.h"
#include "tests/benchmarks/httpclients.h"
#include "tests/support/nginxserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

using namespace plumb;
using namespace plumb::bench;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

struct Bare
{
    double p50_us = 0.0;
    double lag_p99_us = 0.0; ///< how late the machine wakes a thread that only sleeps and asks
};

/// Blocking request after request on one socket, paced by the clock.
Bare bareSocket(int port, const std::string& path, double rate, double seconds)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        return {};
    }
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const SteadyClock clock;
    const Nanos start = clock.now();
    std::vector<double> times;
    std::vector<double> lags;
    std::vector<char> buffer(64 * 1024);
    for (int i = 0; i < static_cast<int>(rate * seconds); ++i) {
        const Nanos due = start + Nanos{static_cast<std::int64_t>(i * 1e9 / rate)};
        std::this_thread::sleep_until(std::chrono::steady_clock::time_point(due));
        const Nanos sent = clock.now();
        lags.push_back(static_cast<double>((sent - due).count()) / 1e3);
        if (::send(fd, request.data(), request.size(), MSG_NOSIGNAL) <= 0
            || ::recv(fd, buffer.data(), buffer.size(), 0) <= 0) {
            break;
        }
        times.push_back(static_cast<double>((clock.now() - sent).count()) / 1e3);
    }
    ::close(fd);
    std::sort(lags.begin(), lags.end());
    return {median(times), lags.empty() ? 0.0 : lags[lags.size() * 99 / 100]};
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as plumb's main does
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const auto option = [&parser](const char* name, const char* what, const char* fallback) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("value"),
            QString::fromLatin1(fallback)});
    };
    option("rate", "iterations a second", "1000");
    option("seconds", "of each run", "5");
    option("runs", "of each transport", "5");
    parser.addHelpOption();
    parser.process(application);
    const double rate = parser.value(QStringLiteral("rate")).toDouble();
    const double seconds = parser.value(QStringLiteral("seconds")).toDouble();

    plumb::test::NginxOptions options;
    options.access_log = false;
    const plumb::test::NginxServer nginx(options);
    if (!nginx.running()) {
        std::printf("skipped: %s\n", nginx.error().c_str());
        return 0;
    }
    Load load;
    load.url = nginx.url("/");
    load.seconds = seconds;
    struct Series
    {
        std::vector<double> lag99, sent, p50;
    };
    Series direct;
    Series qnam;
    Series bare;
    for (int run = 0; run < parser.value(QStringLiteral("runs")).toInt(); ++run) {
        const Bare measured = bareSocket(nginx.port(), "/", rate, seconds);
        bare.lag99.push_back(measured.lag_p99_us);
        bare.p50.push_back(measured.p50_us);
        for (auto [name, series] : {std::pair("direct", &direct), std::pair("qnam", &qnam)}) {
            const Paced paced = paceOnEngine(load, name, rate);
            series->lag99.push_back(paced.lag_p99_us);
            series->sent.push_back(paced.sent_to_planned);
            series->p50.push_back(paced.service_p50_us);
        }
    }
    std::printf("%.0f iterations/s, runs of %.0f s, medians\n", rate, seconds);
    std::printf("%-12s %14s %14s %10s\n", "client", "lag p99 us", "sent/planned", "p50 us");
    std::printf("%-12s %14.0f %14s %10.1f\n", "bare socket", median(bare.lag99), "", median(bare.p50));
    for (const auto& [name, series] : {std::pair("direct", &direct), std::pair("qnam", &qnam)}) {
        std::printf("%-12s %14.0f %14.4f %10.1f\n", name, median(series->lag99), median(series->sent),
            median(series->p50));
    }
    constexpr double goal_us = 200;
    const bool reached = median(direct.lag99) <= goal_us;
    std::printf("goal of direct: 99 %% within %.0f us, %s\n", goal_us, reached ? "reached" : "missed");
    return reached ? 0 : 1;
}

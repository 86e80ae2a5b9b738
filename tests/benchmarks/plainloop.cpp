// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "stats/hdrhistogram.h"
#include "tests/benchmarks/httpclients.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <cstdio>
#include <cstdlib>
#include <functional>

namespace plumb::bench {

namespace {

const std::string expectedText = "\"ok\":true";

[[noreturn]] void give(const std::string& reason)
{
    std::fprintf(stderr, "%s\n", reason.c_str());
    std::exit(EXIT_FAILURE);
}

std::int64_t micros(Nanos time)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

} // namespace

Measured loopOnPlainManager(const Load& load)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QEventLoop eventLoop;
    const SteadyClock clock;
    const Nanos end
        = clock.now() + std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(load.seconds));
    stats::HdrHistogram response;
    int open = 0;
    const QUrl url(QString::fromStdString(load.url));
    const std::function<void()> ask = [&] {
        ++open;
        const Nanos start = clock.now();
        QNetworkReply* reply = manager.get(QNetworkRequest(url));
        QObject::connect(reply, &QNetworkReply::finished, &manager, [&, reply, start] {
            response.record(micros(clock.now() - start));
            if (reply->error() != QNetworkReply::NoError
                || !reply->readAll().contains(expectedText.c_str())) {
                give("untuned: " + reply->errorString().toStdString());
            }
            reply->deleteLater();
            --open;
            if (clock.now() < end) {
                ask();
            } else if (open == 0) {
                eventLoop.quit();
            }
        });
    };
    for (int user = 0; user < load.users; ++user) {
        ask();
    }
    eventLoop.exec();
    return {static_cast<double>(response.totalCount()) / load.seconds,
        static_cast<double>(response.valueAtPercentile(50)), 0};
}

} // namespace plumb::bench

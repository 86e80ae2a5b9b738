// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "engine/qnam/wirerequest.h"
#include "stats/hdrhistogram.h"
#include "tests/benchmarks/httpclients.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

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

/// The buffered socket path, as the transport has it (core/engine/qnam/qnamtransport.cpp says why).
class BufferedPath final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery&) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

/// One request for each user; they differ in the pool they use.
std::vector<QNetworkRequest> plainRequests(const Load& load)
{
    return std::vector<QNetworkRequest>(
        static_cast<std::size_t>(load.users), QNetworkRequest(QUrl(QString::fromStdString(load.url))));
}

std::vector<QNetworkRequest> tunedRequests(const Load& load)
{
    engine::Request request;
    request.method = "GET";
    request.url = load.url;
    const engine::qnam::WireRequest wire = engine::qnam::makeWireRequest(request, false, {});
    if (!wire.valid) {
        give(wire.error);
    }
    std::vector<QNetworkRequest> requests;
    for (int user = 0; user < load.users; ++user) {
        requests.push_back(wire.request);
        requests.back().setPeerVerifyName(QString::fromStdString(wire.pools.key(user, 0)));
    }
    return requests;
}

/// Every user asks again as soon as its answer is there.
Measured loop(QNetworkAccessManager& manager, const std::vector<QNetworkRequest>& requests, double seconds)
{
    QEventLoop eventLoop;
    const SteadyClock clock;
    const Nanos end = clock.now() + std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(seconds));
    stats::HdrHistogram response;
    int open = 0;
    const std::function<void(const QNetworkRequest&)> ask = [&](const QNetworkRequest& request) {
        ++open;
        const Nanos start = clock.now();
        QNetworkReply* reply = manager.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &manager, [&, reply, start] {
            response.record(micros(clock.now() - start));
            if (reply->error() != QNetworkReply::NoError
                || !reply->readAll().contains(expectedText.c_str())) {
                give("a bare manager: " + reply->errorString().toStdString());
            }
            reply->deleteLater();
            --open;
            if (clock.now() < end) {
                ask(request);
            } else if (open == 0) {
                eventLoop.quit();
            }
        });
    };
    for (const QNetworkRequest& request : requests) {
        ask(request);
    }
    eventLoop.exec();
    return {static_cast<double>(response.totalCount()) / seconds,
        static_cast<double>(response.valueAtPercentile(50)), 0};
}

} // namespace

Measured loopOnPlainManager(const Load& load)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    return loop(manager, plainRequests(load), load.seconds);
}

Measured loopOnTunedManager(const Load& load)
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QNetworkAccessManager manager;
    manager.setProxyFactory(new BufferedPath); // owned by the manager
    manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return loop(manager, tunedRequests(load), load.seconds);
}

} // namespace plumb::bench

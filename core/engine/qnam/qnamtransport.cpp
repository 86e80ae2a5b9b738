// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/qnamtransport.h"

#include "engine/qnam/userflight.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

namespace plumb::engine::qnam {

namespace {

/// Returning DefaultProxy while the application proxy is NoProxy connects directly but through
/// QAbstractSocket's buffer. With setProxy(NoProxy) the socket is unbuffered and every byte of a response
/// head is a read(2) of its own (qhttpnetworkconnectionchannel.cpp, QHttpNetworkReply::readHeader): 4,000
/// requests/s instead of 9,000.
class FixedProxy final : public QNetworkProxyFactory
{
public:
    explicit FixedProxy(QNetworkProxy proxy)
        : m_proxies{std::move(proxy)}
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery&) override { return m_proxies; }

private:
    QList<QNetworkProxy> m_proxies;
};

} // namespace

QnamTransport::QnamTransport(WireSettings settings)
    : m_settings(std::move(settings))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { expire(); });
}

QnamTransport::~QnamTransport()
{
    m_flights.clear(); // aborts what is in flight before the managers go
}

QNetworkAccessManager* QnamTransport::makeManager()
{
    auto* manager = new QNetworkAccessManager(&m_owner);
    manager->setProxyFactory(new FixedProxy(m_settings.proxy)); // owned by the manager
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

UserFlight& QnamTransport::flightOf(int user)
{
    const auto [place, added] = m_indexOfUser.try_emplace(user, static_cast<int>(m_flights.size()));
    if (added) {
        m_flights.push_back(std::make_unique<UserFlight>(place->second, m_settings));
    }
    return *m_flights[static_cast<std::size_t>(place->second)];
}

QNetworkAccessManager& QnamTransport::managerFor(
    UserFlight& flight, const PoolPlan& pools, const std::string& key)
{
    if (key.empty() && (flight.generation() > 0 || m_settings.fresh_pools)) {
        if (flight.solo == nullptr) {
            flight.solo = makeManager();
        }
        return *flight.solo;
    }
    std::vector<QNetworkAccessManager*>& managers = m_managers[pools.users_per_manager];
    const auto index = static_cast<std::size_t>(pools.managerOf(flight.index()));
    if (managers.size() <= index) {
        managers.resize(index + 1, nullptr);
    }
    if (managers[index] == nullptr) {
        managers[index] = makeManager();
    }
    return *managers[index];
}

void QnamTransport::send(int user, const Request& request, Completion completion)
{
    UserFlight& flight = flightOf(user);
    if (request.fresh_connection && !flight.connectionClosed()) {
        flight.nextPool();
    }
    WireRequest& wire = flight.wireFor(request);
    if (!wire.valid) {
        flight.refuse(Outcome::protocol, wire.error, std::move(completion));
        return;
    }
    if (wire.manager == nullptr) {
        const std::string key = wire.pools.key(flight.index(), flight.generation());
        if (!key.empty()) {
            wire.request.setPeerVerifyName(QString::fromStdString(key));
        }
        wire.manager = &managerFor(flight, wire.pools, key);
    }
    flight.start(*wire.manager, wire, request, std::move(completion));
    watch(flight.deadline());
}

void QnamTransport::cancel(int user)
{
    flightOf(user).cancel();
}

void QnamTransport::dropConnections(int user)
{
    UserFlight& flight = flightOf(user);
    if (!flight.connectionClosed()) {
        flight.nextPool();
    }
}

void QnamTransport::watch(Nanos deadline)
{
    if (deadline >= m_watched) {
        return; // expire() looks at all users and watches the earliest that is left
    }
    m_watched = deadline;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock().now());
    m_timer.start(std::max(left, std::chrono::milliseconds(0)));
}

void QnamTransport::expire()
{
    const Nanos now = SteadyClock().now();
    Nanos next = Nanos::max();
    // By index: a completion may send for a new user and so move the vector.
    for (std::size_t i = 0; i < m_flights.size(); ++i) {
        if (m_flights[i]->deadline() <= now) {
            m_flights[i]->timeOut();
        }
    }
    for (const auto& flight : m_flights) {
        next = std::min(next, flight->deadline());
    }
    m_watched = Nanos::max();
    watch(next);
}

} // namespace plumb::engine::qnam

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qnam/wirerequest.h"
#include "engine/transport.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

class QNetworkAccessManager;

namespace plumb::engine::qnam {

class UserFlight;

/// QNetworkAccessManager with a connection pool per user, so that nothing queues inside it. Lives in the
/// thread of its reactor. Destroying it forgets requests in flight without completing them.
class QnamTransport final : public Transport
{
public:
    explicit QnamTransport(WireSettings settings);
    ~QnamTransport() override;

    void send(int user, const Request& request, Completion completion) override;
    void cancel(int user) override;
    void dropConnections(int user) override;

private:
    UserFlight& flightOf(int user);
    QNetworkAccessManager& managerFor(UserFlight& flight, const PoolPlan& pools, const std::string& key);
    QNetworkAccessManager* makeManager();
    void watch(Nanos deadline);
    void expire();

    const WireSettings m_settings;
    QObject m_owner; ///< of all managers
    /// By users per manager, then in order; made when first needed.
    std::map<int, std::vector<QNetworkAccessManager*>> m_managers;
    std::vector<std::unique_ptr<UserFlight>> m_flights;
    std::unordered_map<int, int> m_indexOfUser;
    Nanos m_watched = Nanos::max(); ///< when the timer fires
    QTimer m_timer;
};

} // namespace plumb::engine::qnam

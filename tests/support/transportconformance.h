// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "tests/support/faultserver.h"
#include "tests/support/testca.h"

#include <QObject>

#include <memory>

namespace plumb::test {

/// What every transport has to do, against the fault server. A transport's test program derives from this,
/// gives the factory, and may add tests of its own.
class TransportConformance : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] virtual std::unique_ptr<engine::TransportFactory> makeFactory() const = 0;
    /// What a transport makes of a fault where the library underneath hides it; @p outcome is what it should
    /// be.
    [[nodiscard]] virtual engine::Outcome expected(const QString& path, engine::Outcome outcome) const
    {
        Q_UNUSED(path)
        return outcome;
    }

    [[nodiscard]] engine::TransportSettings settingsFor(const std::string& baseUrl, int users = 1) const;
    [[nodiscard]] static engine::Request get(const std::string& url);
    [[nodiscard]] static engine::Request post(const std::string& url, std::string body);
    /// One request to a fresh plain server; the server is kept in m_server.
    engine::Exchange askOnce(
        const std::string& path, const std::function<void(engine::Request&)>& change = {});

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<TestCa> m_ca;

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void faults_data();
    void faults();
    void answers_data();
    void answers();
    void answersToHead_data();
    void answersToHead();
    void connectionOutlivesTheAnswer_data();
    void connectionOutlivesTheAnswer();
    void surplusIsNobodysAnswer();
    void packedStaysPacked();
    void refusedConnection();
    void unknownHostOfOneRequest();
    void notAUrl();

    void headers();
    void duplicateHeadersAreKept();
    void everyCookieIsKept();
    void bodies_data();
    void bodies();
    void emptyPostSaysSo();
    void unwantedBodyIsCounted();
    void startOfAnUnwantedBodyIsKept();
    void longBodyIsCut();
    void bytesAreCounted();

    void timesAreInOrder();
    void timeoutCountsItsAge();
    void cancel();
    void completionsComeLater();

    void oneSocketPerUser();
    void nobodyWaitsForAnother();
    void connectionIsReused();
    void droppedConnectionsAreRenewed();
    void freshConnections();
    void connectionPerRequest();
    void closedKeepAliveIsRenewed();
    void idleConnectionThatClosedIsNoFailure();
    void severalHosts();

    void prepareNamesWhatItTried();
    void prepareRejectsUrls_data();
    void prepareRejectsUrls();

    void tlsByNameAndByAddress_data();
    void tlsByNameAndByAddress();
    void badCertificates_data();
    void badCertificates();
    void brokenTlsOfOneRequest_data();
    void brokenTlsOfOneRequest();
    void clientCertificates();
    void serverName();
    void missingCertificateFiles();

    void forwardProxy();
    void tunnelThroughProxy();
    void proxyThatRefuses();
    void proxyThatIsNotThere();
};

} // namespace plumb::test

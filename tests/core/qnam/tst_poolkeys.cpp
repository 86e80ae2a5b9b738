// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/outcomes.h"
#include "engine/qnam/poolkeys.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace plumb::engine::qnam;
using plumb::report::Outcome;

class PoolKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, bool encrypted, HostKind kind) {
            QTest::newRow(name) << encrypted << QString::fromLatin1(name) << static_cast<int>(kind);
        };
        row("127.0.0.1", true, HostKind::httpsAddress);
        row("::1", true, HostKind::httpsAddress);
        row("[::1]", true, HostKind::httpsAddress);
        row("example.com", true, HostKind::httpsName);
        row("example.org", false, HostKind::http);
        row("10.0.0.1", false, HostKind::http);
    }
    void kinds()
    {
        QFETCH(bool, encrypted);
        QFETCH(QString, name);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(hostKind(encrypted, name.toStdString())), kind);
    }

    void variants()
    {
        QCOMPARE(variantCount("localhost"), 512U);
        QCOMPARE(variantCount("a1.b2"), 4U);
        QCOMPARE(variantCount("127.0.0.1"), 1U);
        QCOMPARE(caseVariant("LocalHost", 0), std::string("localhost"));
        QCOMPARE(caseVariant("localhost", 0b101), std::string("LoCalhost"));
        QCOMPARE(caseVariant("a1.b2", 3), std::string("A1.B2"));
        QSet<QString> seen;
        for (std::uint64_t i = 0; i < variantCount("localhost"); ++i) {
            const QString variant = QString::fromStdString(caseVariant("localhost", i));
            QCOMPARE(variant.toLower(), QStringLiteral("localhost"));
            seen.insert(variant);
        }
        QCOMPARE(seen.size(), 512);
    }

    void punycodeStaysAsItIs()
    {
        QCOMPARE(variantCount("xn--bcher-kva.de"), 4U);
        QCOMPARE(caseVariant("xn--bcher-kva.de", 3), std::string("xn--bcher-kva.DE"));
    }

    void plainHttpHasAKeyPerUser()
    {
        const PoolPlan plan = planPools(HostKind::http, "anything");
        QCOMPARE(plan.managersFor(64), 1);
        QCOMPARE(plan.managersFor(129), 2);
        QCOMPARE(plan.key(17, 0), std::string("vu-17"));
        QCOMPARE(plan.key(17, 3), std::string("vu-17#3"));
        QVERIFY(plan.key(17, 0) != plan.key(145, 0));
    }

    void namesRunOutOfVariants()
    {
        const PoolPlan plan = planPools(HostKind::httpsName, "localhost");
        QCOMPARE(plan.users_per_manager, 128);
        QSet<QString> seen;
        for (int user = 0; user < 128; ++user) {
            for (std::uint64_t generation = 0; generation < 4; ++generation) {
                seen.insert(QString::fromStdString(plan.key(user, generation)));
            }
        }
        QCOMPARE(seen.size(), 512);
        QVERIFY(!seen.contains(QString()));
        QVERIFY(plan.key(0, 4).empty());
        QCOMPARE(plan.managerOf(128), 1);
    }

    void shortNamesTakeMoreManagers()
    {
        const PoolPlan five = planPools(HostKind::httpsName, "api.io");
        QCOMPARE(five.users_per_manager, 32);
        QCOMPARE(five.managersFor(64), 2);
        const PoolPlan two = planPools(HostKind::httpsName, "a.b");
        QCOMPARE(two.keys, 0U);
        QCOMPARE(two.users_per_manager, 6);
        QVERIFY(two.key(0, 0).empty());
    }

    void addressesAndFailedSelfTestsTakeManagersOfSix()
    {
        for (const PoolPlan& plan : {planPools(HostKind::httpsAddress, "127.0.0.1"),
                 planPools(HostKind::http, "x", false), planPools(HostKind::httpsName, "localhost", false)}) {
            QCOMPARE(plan.users_per_manager, 6);
            QCOMPARE(plan.managersFor(6), 1);
            QCOMPARE(plan.managersFor(7), 2);
            QVERIFY(plan.key(3, 0).empty());
        }
    }

    void statusErrorsAreAnswers()
    {
        QVERIFY(classify(QNetworkReply::ContentNotFoundError, 404, true, "x").outcome == Outcome::ok);
        QVERIFY(classify(QNetworkReply::InternalServerError, 500, true, "x").outcome == Outcome::ok);
        QVERIFY(
            classify(QNetworkReply::ProxyAuthenticationRequiredError, 407, true, "x").outcome == Outcome::ok);
        QVERIFY(classify(QNetworkReply::RemoteHostClosedError, 404, true, "x").outcome == Outcome::reset);
        QVERIFY(classify(QNetworkReply::NoError, 0, true, "x").outcome == Outcome::protocol);
    }

    void networkErrors()
    {
        QVERIFY(classify(QNetworkReply::HostNotFoundError, 0, false, "x").outcome == Outcome::dns);
        QVERIFY(classify(QNetworkReply::ConnectionRefusedError, 0, false, "x").outcome == Outcome::connect);
        QVERIFY(classify(QNetworkReply::UnknownNetworkError, 0, false, "x").outcome == Outcome::connect);
        QVERIFY(classify(QNetworkReply::UnknownNetworkError, 0, true, "x").outcome == Outcome::reset);
        QVERIFY(classify(QNetworkReply::SslHandshakeFailedError, 0, false, "x").outcome == Outcome::tls);
        QVERIFY(classify(QNetworkReply::ProtocolFailure, 0, true, "x").outcome == Outcome::protocol);
    }
};

PLUMB_TEST_MAIN(PoolKeysTest)
#include "tst_poolkeys.moc"

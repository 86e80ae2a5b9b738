// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/selfcert.h"
#include "engine/qnam/selftest.h"
#include "tests/support/testmain.h"

#include <QNetworkProxy>

using namespace plumb::engine::qnam;

class QnamSelfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); }

    void aSocketPerUser_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("http") << static_cast<int>(HostKind::http);
        QTest::newRow("https name") << static_cast<int>(HostKind::httpsName);
        QTest::newRow("https address") << static_cast<int>(HostKind::httpsAddress);
    }
    void aSocketPerUser()
    {
        QFETCH(int, kind);
        const SelfTest test = runSelfTest(static_cast<HostKind>(kind));
        QCOMPARE(test.trouble, std::string());
        QCOMPARE(test.sockets, 8);
        QVERIFY(test.passed());
        QCOMPARE(test.text(), std::string("8 users, 8 sockets"));
    }

    void certificate()
    {
        const auto own = makeSelfCertificate();
        QVERIFY(own);
        QVERIFY(own->certificate.isSelfSigned());
        QVERIFY(!own->key.isNull());
        QVERIFY(own->certificate.subjectAlternativeNames()
                    .values(QSsl::DnsEntry)
                    .contains(QStringLiteral("localhost")));
    }
};

PLUMB_TEST_MAIN(QnamSelfTest)
#include "tst_qnamselftest.moc"

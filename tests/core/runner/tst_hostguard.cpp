// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/hostguard.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace plumb;
using namespace plumb::runner;

namespace {

/// No look-up leaves the test: what is named "inside" is loopback, "gone" is nowhere.
Reach lookUp(const std::string& host)
{
    if (host.starts_with("inside")) {
        return Reach::loopback;
    }
    return host.starts_with("gone") ? Reach::unknown : Reach::elsewhere;
}

} // namespace

class TestHostGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsAndLocalhost_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("v4") << "http://127.0.0.1:80/x" << true;
        QTest::newRow("v4 other") << "http://127.8.9.1" << true;
        QTest::newRow("v6") << "https://[::1]:8443" << true;
        QTest::newRow("name") << "http://localhost:8000" << true;
        QTest::newRow("documentation net") << "http://192.0.2.7" << false;
        QTest::newRow("lookalike") << "http://127.0.0.1@192.0.2.7/" << false;
    }
    void literalsAndLocalhost()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowed);
        const HostGuard guard{{}};
        QCOMPARE(guard.check(url.toStdString(), {}).has_value(), allowed);
        QCOMPARE(guard.allows(hostOf(url.toStdString())), allowed);
    }

    void confirmedHostsPass_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("before"); // the run
        QTest::addColumn<bool>("during");
        QTest::newRow("loopback by look-up") << "inside.example" << true << true;
        QTest::newRow("confirmed") << "stage.example" << true << true;
        QTest::newRow("confirmed, other case and a dot") << "STAGE.example." << true << true;
        QTest::newRow("a host below it") << "a.stage.example" << false << false;
        QTest::newRow("nowhere yet") << "gone.example" << true << false;
        QTest::newRow("somewhere") << "evil.example" << false << false;
    }
    void confirmedHostsPass()
    {
        QFETCH(QString, host);
        QFETCH(bool, before);
        QFETCH(bool, during);
        const HostGuard guard({"Stage.example", "192.0.2.7"}, lookUp);
        QCOMPARE(guard.check("http://" + host.toStdString() + ":81/x", {}).has_value(), before);
        QCOMPARE(guard.allows(host.toStdString()), during);
    }

    void refusalNamesHostPlaceAndRemedy()
    {
        const auto refused = HostGuard({}, lookUp).check("http://evil.example/", "step pay, path");
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == ErrorKind::usage);
        for (const char* part : {"evil.example", "step pay, path", "--confirm-host evil.example"}) {
            QVERIFY2(refused.error().text().find(part) != std::string::npos, refused.error().text().c_str());
        }
    }
};

PLUMB_TEST_MAIN(TestHostGuard)
#include "tst_hostguard.moc"

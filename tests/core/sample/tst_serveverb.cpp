// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sample/sampleclient.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::sample;
using namespace plumb::sample::test;

namespace {

/// `plumb serve` as a user starts it.
class Serve
{
public:
    explicit Serve(const QStringList& arguments)
    {
        m_process.start(QString::fromStdString(plumb::test::builtProgram("plumb").string()),
            QStringList{QStringLiteral("serve")} + arguments);
    }
    ~Serve()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QString line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    bool end(bool interrupt)
    {
        if (interrupt) {
            m_process.terminate();
        }
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit;
    }
    int code() { return m_process.exitCode(); }
    QString errors() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    QProcess m_process;
};

} // namespace

class TestServeVerb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesUntilItIsToldToStop()
    {
        Serve serve({QStringLiteral("--port"), QStringLiteral("0")});
        const auto line = serve.line();
        QVERIFY2(line.startsWith(QLatin1String("listening on http://127.0.0.1:")), qPrintable(line));
        const auto port = line.mid(line.lastIndexOf(QLatin1Char(':')) + 1).toUShort();
        Client client(port);
        QCOMPARE(client.get("/api/health").result_int(), 200U);
        QCOMPARE(client.get("/none").result_int(), 404U);
        QVERIFY(serve.end(true));
        QCOMPARE(serve.code(), 0);
        QCOMPARE(serve.errors(), QStringLiteral("served 2 requests\n"));
    }

    void tlsWritesTheCertificateToTrust()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("ca.pem"));
        Serve serve({QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--tls"),
            QStringLiteral("--cert-out"), file});
        const auto line = serve.line();
        QVERIFY2(line.startsWith(QLatin1String("listening on https://127.0.0.1:")), qPrintable(line));
        QVERIFY(serve.line().endsWith(file));
        QFile pem(file);
        QVERIFY(pem.open(QIODevice::ReadOnly));
        Client client(line.mid(line.lastIndexOf(QLatin1Char(':')) + 1).toUShort(),
            pem.readAll().toStdString(), "localhost");
        QCOMPARE(client.get("/fast").result_int(), 200U);
        QVERIFY(serve.end(true));
    }

    void badInputEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QStringList port{QStringLiteral("--port"), QStringLiteral("0")};
        QTest::newRow("no such spec")
            << port + QStringList{QStringLiteral("--spec"), QStringLiteral("/none.json")}
            << QStringLiteral("/none.json");
        QTest::newRow("port is no number")
            << QStringList{QStringLiteral("--port"), QStringLiteral("x")} << QStringLiteral("--port");
        QTest::newRow("port too large")
            << QStringList{QStringLiteral("--port"), QStringLiteral("70000")} << QStringLiteral("--port");
        QTest::newRow("fail rate") << port + QStringList{QStringLiteral("--fail-rate"), QStringLiteral("2")}
                                   << QStringLiteral("--fail-rate");
        QTest::newRow("nothing to begin")
            << port + QStringList{QStringLiteral("--from"), QStringLiteral("2")} << QStringLiteral("--slow");
        QTest::newRow("until before from") << port
                + QStringList{QStringLiteral("--slow"), QStringLiteral("2"), QStringLiteral("--from"),
                    QStringLiteral("5"), QStringLiteral("--until"), QStringLiteral("3")}
                                           << QStringLiteral("--until");
        QTest::newRow("certificate cannot be written") << port
                + QStringList{QStringLiteral("--tls"), QStringLiteral("--cert-out"),
                    QStringLiteral("/proc/none/ca.pem")}
                                                       << QStringLiteral("/proc/none");
    }
    void badInputEndsWithTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        Serve serve(arguments);
        QVERIFY(serve.end(false));
        QCOMPARE(serve.code(), 2);
        QCOMPARE(serve.line(), QString());
        const auto errors = serve.errors();
        QVERIFY2(errors.contains(says), qPrintable(errors));
    }

    void aPortInUseNamesTheRemedy()
    {
        const auto service = startService("[{'path':'/a'}]");
        const auto port = QString::number(service->port());
        Serve serve({QStringLiteral("--port"), port});
        QVERIFY(serve.end(false));
        QCOMPARE(serve.code(), 2);
        const auto errors = serve.errors();
        QVERIFY2(errors.contains(port) && errors.contains(QLatin1String("--port 0")), qPrintable(errors));
    }
};

PLUMB_TEST_MAIN(TestServeVerb)
#include "tst_serveverb.moc"

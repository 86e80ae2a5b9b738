// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "runner/runserver.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace plumb;
using namespace plumb::runner;

class TestRunServer : public QObject
{
    Q_OBJECT

private:
    QString m_path;
    const test::Workspace m_workspace;

private Q_SLOTS:
    void init() { m_path = socketPath(QString::fromStdString(newUuid())); }

    void lateReadersGetEverythingOnce()
    {
        RunServer server;
        QVERIFY(server.listen(m_path).has_value());
        // The journal is ahead of what was published: the rest comes live, not twice.
        server.setJournal(m_workspace.write("j.ndjson", std::string("one\ntwo\nthree\n")));
        server.publish("one\n");
        server.publish("two\n");
        QLocalSocket late;
        late.connectToServer(m_path);
        late.write(encodeCommand(AttachCommand{}));
        QTRY_COMPARE(late.bytesAvailable(), 8);
        server.publish("three\n");
        QTRY_COMPARE(late.bytesAvailable(), 14);
        QCOMPARE(late.readAll(), QByteArray("one\ntwo\nthree\n"));
    }

    void commandsArrive()
    {
        RunServer server;
        QVERIFY(server.listen(m_path).has_value());
        std::vector<Command> commands;
        connect(&server, &RunServer::command, this,
            [&commands](const Command& command) { commands.push_back(command); });
        QLocalSocket client;
        client.connectToServer(m_path);
        client.write("nonsense\n" + encodeCommand(MarkCommand{"m"}) + encodeCommand(StopCommand{}).left(5));
        QTRY_COMPARE(commands.size(), std::size_t(1));
        client.write(encodeCommand(StopCommand{}).mid(5));
        QTRY_COMPARE(commands.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<StopCommand>(commands.back()));
    }

    void aReaderThatStopsReadingIsDropped()
    {
        RunServer server;
        QVERIFY(server.listen(m_path).has_value());
        // A plain socket that nobody reads from: the kernel's buffer fills, then the server's.
        const int lazy = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const auto path = m_path.toLocal8Bit();
        std::copy(path.begin(), path.end(), address.sun_path);
        QCOMPARE(::connect(lazy, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        const auto attach = encodeCommand(AttachCommand{});
        QCOMPARE(::write(lazy, attach.constData(), static_cast<std::size_t>(attach.size())), attach.size());
        QSignalSpy commands(&server, &RunServer::command);
        QTRY_COMPARE(commands.count(), 1);
        const QByteArray line = QByteArray(1 << 20, 'x') + '\n';
        for (int i = 0; i < 64; ++i) {
            server.publish(line); // returns at once, however lazy the reader
        }
        // Dropped: what the kernel holds can be read, then the stream ends.
        std::vector<char> block(1 << 20);
        qint64 got = 0;
        ssize_t count = 0;
        while ((count = ::read(lazy, block.data(), block.size())) > 0) {
            got += count;
        }
        ::close(lazy);
        QVERIFY2(got < 64 * line.size(), qPrintable(QString::number(got)));
    }

    void aDeadRunnersSocketIsReplaced()
    {
        {
            QFile stale(m_path);
            QVERIFY(stale.open(QIODevice::WriteOnly));
        }
        RunServer server;
        QVERIFY(server.listen(m_path).has_value());
    }

    void refusalReachesEverybody()
    {
        RunServer server;
        QVERIFY(server.listen(m_path).has_value());
        QLocalSocket client;
        client.connectToServer(m_path);
        client.write(encodeCommand(AttachCommand{}));
        QSignalSpy arrived(&client, &QLocalSocket::readyRead);
        QSignalSpy commands(&server, &RunServer::command);
        QTRY_COMPARE(commands.count(), 1);
        server.refuse({"no such scenario", 2});
        QTRY_VERIFY(client.canReadLine());
        QVERIFY(client.readAll().contains("no such scenario"));
    }
};

PLUMB_TEST_MAIN(TestRunServer)
#include "tst_runserver.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connectionsource.h"
#include "monitor/hostsource.h"
#include "monitor/processsource.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTest>
#include <QUuid>

#include <cmath>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace plumb;
using namespace plumb::monitor;

namespace {

/// A process of our own that can be told apart from all others on the machine.
class Monitored
{
public:
    explicit Monitored(const QString& mark, int megabytes = 1, bool child = false)
    {
        QStringList arguments{mark, QString::number(megabytes)};
        if (child) {
            arguments << QStringLiteral("child");
        }
        m_process.start(QString::fromStdString(test::builtProgram("monitored").string()), arguments);
        waitForLine();
    }
    ~Monitored() { end(); }
    void end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    void compute()
    {
        m_process.write("x");
        waitForLine();
    }
    [[nodiscard]] int pid() const { return static_cast<int>(m_process.processId()); }

private:
    void waitForLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        m_process.readLine();
    }
    QProcess m_process;
};

QString newMark()
{
    return QStringLiteral("monitored-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Reads with a clock that is moved by hand.
class Reader
{
public:
    explicit Reader(Source& source)
        : m_source(source)
    {
    }
    std::vector<double> read(Nanos later = std::chrono::milliseconds(500))
    {
        m_at += later;
        notices.clear();
        m_source.read(m_at, m_values, notices);
        return m_values;
    }
    [[nodiscard]] bool told(const char* part) const
    {
        return std::any_of(notices.begin(), notices.end(),
            [part](const std::string& notice) { return notice.find(part) != std::string::npos; });
    }
    std::vector<std::string> notices;

private:
    Source& m_source;
    Nanos m_at{std::chrono::seconds(100)};
    std::vector<double> m_values;
};

ProcessPick matching(const QString& mark)
{
    ProcessPick pick;
    pick.match = mark.toStdString();
    return pick;
}

} // namespace

/// Real processes that allocate, fork, end and are started again.
class TestProcessSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProcessIsFoundByItsCommandLine()
    {
        const auto mark = newMark();
        const Monitored process(mark, 40);
        ProcessSource source(matching(mark));
        Reader reader(source);
        const auto values = reader.read();
        QVERIFY(reader.notices.empty());
        QVERIFY2(values[ProcessSource::Rss] > 40.0 && values[ProcessSource::Rss] < 80.0,
            qPrintable(QString::number(values[ProcessSource::Rss])));
        QVERIFY(values[ProcessSource::Vms] >= values[ProcessSource::Rss]);
        QVERIFY2(std::isnan(values[ProcessSource::Cpu]), "one reading tells of no time");
        QCOMPARE(values[ProcessSource::Threads], 1.0);
        QCOMPARE(values[ProcessSource::Processes], 1.0);
        QVERIFY(values[ProcessSource::OpenFiles] >= 3.0);
        QCOMPARE(source.label(), mark.toStdString());
    }

    void childrenAreSummed()
    {
        const auto mark = newMark();
        const Monitored process(mark, 30, true);
        ProcessSource with(matching(mark));
        QCOMPARE(Reader(with).read()[ProcessSource::Processes], 2.0);
        QVERIFY(Reader(with).read()[ProcessSource::Rss] > 60.0);
        ProcessPick alone;
        alone.pid = process.pid();
        alone.children = false;
        ProcessSource without(alone);
        const auto values = Reader(without).read();
        QCOMPARE(values[ProcessSource::Processes], 1.0);
        QVERIFY(values[ProcessSource::Rss] < 60.0);
    }

    void severalMatchesAreSummedAndCounted()
    {
        const auto mark = newMark();
        const Monitored first(mark, 20);
        Monitored second(mark, 20);
        ProcessSource source(matching(mark));
        Reader reader(source);
        const auto both = reader.read();
        QCOMPARE(both[ProcessSource::Processes], 2.0);
        QVERIFY(both[ProcessSource::Rss] > 40.0);
        second.end();
        const auto one = reader.read();
        QCOMPARE(one[ProcessSource::Processes], 1.0);
        QVERIFY2(reader.told("lost a process"), reader.notices.empty() ? "" : reader.notices[0].c_str());
    }

    void cpuTimeIsOfTheTimeBetween()
    {
        const auto mark = newMark();
        Monitored process(mark);
        ProcessSource source(matching(mark));
        Reader reader(source);
        reader.read();
        QCOMPARE(reader.read()[ProcessSource::Cpu], 0.0);
        process.compute();
        // It computed for some tenths of a second at least; on the clock of this test 10 s have passed.
        const double cpu = reader.read(std::chrono::seconds(10))[ProcessSource::Cpu];
        QVERIFY2(cpu > 0.2 && cpu < 100.0, qPrintable(QString::number(cpu)));
    }

    void oneThatIsNotThereYetIsWaitedFor()
    {
        const auto mark = newMark();
        ProcessSource source(matching(mark));
        Reader reader(source);
        for (const double value : reader.read()) {
            QVERIFY2(std::isnan(value), "absent is not 0");
        }
        QVERIFY(reader.told("no process matches"));
        const Monitored process(mark);
        reader.read(std::chrono::seconds(1));
        QVERIFY2(reader.told("is there (pid"), "told when it comes");
        QVERIFY(std::isfinite(reader.read()[ProcessSource::Rss]));
        QVERIFY(reader.notices.empty());
    }

    void oneThatVanishesLeavesAGap()
    {
        const auto mark = newMark();
        Monitored process(mark);
        ProcessSource source(matching(mark));
        Reader reader(source);
        reader.read();
        process.end();
        for (const double value : reader.read()) {
            QVERIFY(std::isnan(value));
        }
        QVERIFY2(reader.told("is gone (pid"), reader.notices.empty() ? "" : reader.notices[0].c_str());
        reader.read();
        QVERIFY2(reader.notices.empty(), "told once");
    }

    void aRestartIsAnEventAndAGap()
    {
        const auto mark = newMark();
        auto process = std::make_unique<Monitored>(mark, 30);
        ProcessSource source(matching(mark));
        Reader reader(source);
        reader.read();
        process->end();
        process = std::make_unique<Monitored>(mark, 10);
        for (const double value : reader.read()) {
            QVERIFY2(std::isnan(value), "neither of the old process nor of the new one");
        }
        QVERIFY2(reader.told("was restarted: pid"), reader.notices.empty() ? "" : reader.notices[0].c_str());
        const auto values = reader.read();
        QVERIFY(values[ProcessSource::Rss] < 30.0);
        QVERIFY(values[ProcessSource::Cpu] >= 0.0);
    }

    void ownProcessesAreLeftOut()
    {
        ProcessPick pick;
        pick.match = QCoreApplication::arguments().constFirst().toStdString();
        ProcessSource left(pick);
        QVERIFY(std::isnan(Reader(left).read()[ProcessSource::Rss]));
        pick.leaveOutOwn = false;
        ProcessSource kept(pick);
        QVERIFY(std::isfinite(Reader(kept).read()[ProcessSource::Rss]));
    }

    void theListenerOfAPortAndItsConnections()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        QCOMPARE(::bind(listener, reinterpret_cast<sockaddr*>(&address), length), 0);
        QCOMPARE(::listen(listener, 8), 0);
        QCOMPARE(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);
        const int port = ntohs(address.sin_port);

        ProcessPick pick;
        pick.port = port;
        ProcessSource process(pick);
        const auto values = Reader(process).read();
        QVERIFY2(values[ProcessSource::Processes] >= 1.0, "this very process listens");

        ConnectionSource byPort(port);
        Reader connections(byPort);
        QCOMPARE(connections.read()[0], 0.0);
        const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::connect(client, reinterpret_cast<sockaddr*>(&address), length), 0);
        const int accepted = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        QVERIFY(accepted >= 0);
        QCOMPARE(connections.read()[0], 1.0);
        ProcessPick self;
        self.pid = ::getpid();
        self.children = false;
        ConnectionSource ofProcess(self);
        QVERIFY(Reader(ofProcess).read()[0] >= 2.0); // both ends are ours
        for (const int socket : {client, accepted, listener}) {
            ::close(socket);
        }
    }

    void theHostIsAlwaysThere()
    {
        HostSource source;
        Reader reader(source);
        QVERIFY(std::isnan(reader.read()[HostSource::Cpu]));
        // CPU time is counted in hundredths of a second: until one has passed there is nothing to tell.
        std::vector<double> values;
        const auto known = [&values] { return !values.empty() && std::isfinite(values[HostSource::Cpu]); };
        QTRY_VERIFY((values = known() ? values : reader.read(), known()));
        QVERIFY(values[HostSource::Cpu] >= 0.0 && values[HostSource::Cpu] <= 100.0);
        QVERIFY(values[HostSource::MemoryUsed] > 10.0);
        QVERIFY(values[HostSource::MemoryPercent] > 0.0 && values[HostSource::MemoryPercent] <= 100.0);
        QVERIFY(values[HostSource::Load] >= 0.0);
        QVERIFY(values[HostSource::RunQueue] >= 0.0);
    }
};

PLUMB_TEST_MAIN(TestProcessSource)
#include "tst_processsource.moc"

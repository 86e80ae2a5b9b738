// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch/launcher.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <csignal>
#include <fstream>
#include <future>

#include <sys/resource.h>
#include <unistd.h>

using namespace plumb;
using namespace plumb::launch;
using namespace std::chrono_literals;

namespace {

Job shell(const std::string& script)
{
    Job job;
    job.argv = {"sh", "-c", script};
    job.cwd = "/";
    job.env = environmentWith({});
    job.keep_output = 1000;
    return job;
}

/// Runs a job to its end.
Ended finished(Launcher& launcher, Job job)
{
    std::promise<Ended> end;
    launcher.run(std::move(job), {{}, [&end](Ended&& ended) { end.set_value(std::move(ended)); }});
    return end.get_future().get();
}

/// A process that is there and no zombie.
bool isAlive(int pid)
{
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), std::istreambuf_iterator<char>());
    const auto name = text.rfind(')');
    return name != std::string::npos && text.size() > name + 2 && text[name + 2] != 'Z';
}

} // namespace

/// Commands through the helper process: how they end, what they used, and that nothing of them stays.
class TestLauncher : public QObject
{
    Q_OBJECT

    std::unique_ptr<Launcher> m_launcher;

private Q_SLOTS:
    void init()
    {
        auto started = Launcher::start();
        QVERIFY2(started, started ? "" : started.error().text().c_str());
        m_launcher = std::move(*started);
    }
    void cleanup() { m_launcher.reset(); }

    void tellsHowItEnded()
    {
        const auto good = finished(*m_launcher, shell("echo out; echo err >&2; exit 3"));
        QCOMPARE(good.why, Ended::Why::exited);
        QCOMPARE(good.exit_code, 3);
        QCOMPARE(good.output, std::string("out\n"));
        QCOMPARE(good.errors_tail, std::string("err\n"));
        QCOMPARE(good.errors_bytes, 4);
        QVERIFY(good.ended > good.started);
        const auto killed = finished(*m_launcher, shell("kill -SEGV $$"));
        QCOMPARE(killed.signal, SIGSEGV);
        QCOMPARE(killed.exit_code, -1);
    }

    void startsInItsPlace()
    {
        auto job = shell("pwd; echo $COLOUR; nice; cat; echo end");
        job.cwd = "/usr";
        job.env = environmentWith({{"COLOUR", "ochre"}});
        job.nice = 3;
        const auto base = getpriority(PRIO_PROCESS, 0);
        const auto ended = finished(*m_launcher, std::move(job));
        QCOMPARE(ended.output, "/usr\nochre\n" + std::to_string(base + 3 > 19 ? 19 : 3) + "\nend\n");
    }

    void joinsErrorsToTheOutput()
    {
        auto job = shell("echo a; echo b >&2; echo c");
        job.join_errors = true;
        QCOMPARE(finished(*m_launcher, std::move(job)).output, std::string("a\nb\nc\n"));
    }

    void saysWhyItCannotStart_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("error");
        QTest::newRow("program") << "/no/such/program"
                                 << "/"
                                 << "the program /no/such/program cannot be run: No such";
        QTest::newRow("not executable") << "/etc/passwd"
                                        << "/"
                                        << "the program /etc/passwd cannot be run: Permission";
        QTest::newRow("folder") << "sh"
                                << "/no/such/folder"
                                << "cannot work in the folder /no/such/folder: No such";
    }
    void saysWhyItCannotStart()
    {
        QFETCH(QString, program);
        QFETCH(QString, folder);
        QFETCH(QString, error);
        auto job = shell("true");
        job.argv.front() = program.toStdString();
        job.cwd = folder.toStdString();
        const auto ended = finished(*m_launcher, std::move(job));
        QCOMPARE(ended.why, Ended::Why::not_started);
        QVERIFY2(ended.error.starts_with(error.toStdString()), ended.error.c_str());
    }

    void aHangIsKilledWithItsChildren()
    {
        auto job = shell("sleep 300 & echo $!; wait");
        job.timeout = 300ms;
        const auto ended = finished(*m_launcher, std::move(job));
        QCOMPARE(ended.why, Ended::Why::timeout);
        QVERIFY(ended.ended - ended.started >= 300ms);
        const int child = std::stoi(ended.output);
        QTRY_VERIFY(!isAlive(child));
    }

    void whatItLeavesBehindIsKilled()
    {
        const auto ended = finished(*m_launcher, shell("sleep 300 >/dev/null 2>&1 & echo $!"));
        QCOMPARE(ended.why, Ended::Why::exited);
        const int child = std::stoi(ended.output);
        QTRY_VERIFY(!isAlive(child));
    }

    void aFloodIsCountedOrEnded()
    {
        auto counted = shell("head -c 50000000 /dev/zero | tr '\\0' x");
        const auto all = finished(*m_launcher, std::move(counted));
        QCOMPARE(all.why, Ended::Why::exited);
        QCOMPARE(all.output_bytes, 50'000'000);
        QCOMPARE(all.output.size(), std::size_t(1000));
        QVERIFY(all.output_cut);
        QVERIFY(all.output_tail.size() <= 4096);
        auto bounded = shell("yes");
        bounded.most_output = 1'000'000;
        QCOMPARE(finished(*m_launcher, std::move(bounded)).why, Ended::Why::too_much_output);
    }

    void usesAreOfTheCommandAlone()
    {
        // This process is far larger than what it starts.
        const std::vector<char> ballast(200'000'000, 'x');
        const auto small = finished(*m_launcher, shell("true"));
        QVERIFY2(
            small.peak_rss_kb > 0 && small.peak_rss_kb < 20'000, std::to_string(small.peak_rss_kb).c_str());
        const auto large
            = finished(*m_launcher, shell("head -c 60000000 /dev/zero | tail -c 60000000 >/dev/null"));
        QVERIFY2(large.peak_rss_kb > 55'000 && large.peak_rss_kb < 150'000,
            std::to_string(large.peak_rss_kb).c_str());
        const auto busy = finished(*m_launcher, shell("i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"));
        QVERIFY(busy.user_cpu > 10ms);
        QVERIFY(busy.user_cpu + busy.system_cpu <= busy.ended - busy.started + 50ms);
        QCOMPARE(ballast.back(), 'x');
    }

    void manyAtOnce()
    {
        constexpr int jobs = 60;
        std::mutex mutex;
        std::promise<void> done;
        int ended = 0, right = 0;
        for (int i = 0; i < jobs; ++i) {
            m_launcher->run(
                shell("sleep 0.1; exit " + std::to_string(i)), {{}, [&, i](Ended&& end) {
                                                                    const std::scoped_lock lock(mutex);
                                                                    right += end.exit_code == i ? 1 : 0;
                                                                    if (++ended == jobs)
                                                                        done.set_value();
                                                                }});
        }
        done.get_future().get();
        QCOMPARE(right, jobs);
    }

    void killReachesTheGroup()
    {
        std::promise<Ended> end;
        std::promise<int> started;
        const auto id = m_launcher->run(
            shell("trap 'echo caught; exit 7' TERM; echo ready; while :; do sleep 0.05; done"),
            {[&started](int pid) { started.set_value(pid); },
                [&end](Ended&& ended) { end.set_value(std::move(ended)); }});
        const int pid = started.get_future().get();
        // The trap is there once the shell waits for its first child.
        QTRY_VERIFY(
            std::ifstream("/proc/" + std::to_string(pid) + "/task/" + std::to_string(pid) + "/children")
                .peek()
            != EOF);
        m_launcher->kill(id, SIGTERM);
        const auto ended = end.get_future().get();
        QCOMPARE(ended.exit_code, 7);
        QVERIFY(ended.output.ends_with("caught\n"));
    }

    void nothingOutlivesIt()
    {
        std::promise<int> started;
        m_launcher->run(
            shell("sleep 300"), {[&started](int pid) { started.set_value(pid); }, [](Ended&&) {}});
        const int pid = started.get_future().get();
        QVERIFY(isAlive(pid));
        m_launcher.reset();
        QVERIFY(!isAlive(pid));
    }

    void aMissingHelperIsAnError()
    {
        const auto started = Launcher::start("/no/such/plumb-launch");
        QVERIFY(!started);
        QVERIFY(started.error().text().find("/no/such/plumb-launch") != std::string::npos);
    }
};

PLUMB_TEST_MAIN(TestLauncher)
#include "tst_launcher.moc"

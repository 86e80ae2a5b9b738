// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/command/commandtransport.h"
#include "tests/support/kindrun.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <csignal>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

Request shell(const std::string& script, int expectExit = 0)
{
    auto call = std::make_shared<scenario::CommandCall>();
    call->argv = {"sh", "-c", script};
    call->cwd = "/";
    call->expect_exit = expectExit;
    Request request;
    request.method = "RUN";
    request.timeout = 20s;
    request.keep_start = 1000;
    request.command = std::move(call);
    return request;
}

std::string headerOf(const Exchange& exchange, const std::string& name)
{
    for (const auto& [key, value] : exchange.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

/// Commands as exchanges: each end has its outcome, its failure or its reason.
class TestCommandTransport : public QObject
{
    Q_OBJECT

    std::shared_ptr<launch::Launcher> m_launcher;
    std::unique_ptr<KindRun> m_run;

private Q_SLOTS:
    void init()
    {
        auto started = launch::Launcher::start();
        QVERIFY2(started, started ? "" : started.error().text().c_str());
        m_launcher = std::move(*started);
        m_run = std::make_unique<KindRun>([this](Reactor& reactor) {
            return std::make_unique<command::CommandTransport>(reactor, m_launcher);
        });
    }
    void cleanup()
    {
        m_run.reset();
        m_launcher.reset();
    }

    void aGoodOne()
    {
        const auto exchange = m_run->send(shell("echo '{\"p95\": 12}'; exit 4", 4));
        QCOMPARE(outcomeOf(exchange), QStringLiteral("ok"));
        QVERIFY(exchange.failure.empty());
        QCOMPARE(exchange.body, std::string("{\"p95\": 12}\n"));
        QCOMPARE(headerOf(exchange, "exit-code"), std::string("4"));
        QVERIFY(std::stod(headerOf(exchange, "peak-rss-mb")) > 0.1);
        QVERIFY(exchange.use && exchange.use->peak_rss_kb > 0);
        QVERIFY(exchange.end > exchange.start);
        QCOMPARE(exchange.bytes_received, 12);
    }

    void badEnds_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("failure");
        QTest::addColumn<QString>("reason");
        QTest::newRow("code") << "echo first >&2; echo no input >&2; exit 3"
                              << "exit code 3, expected 0: no input"
                              << "exit_3";
        QTest::newRow("code, nothing said") << "exit 9"
                                            << "exit code 9, expected 0"
                                            << "exit_9";
        QTest::newRow("signal") << "kill -KILL $$"
                                << "ended by signal 9 (Killed)"
                                << "signal_9";
    }
    void badEnds()
    {
        QFETCH(QString, script);
        QFETCH(QString, failure);
        QFETCH(QString, reason);
        const auto exchange = m_run->send(shell(script.toStdString()));
        QCOMPARE(outcomeOf(exchange),
            QStringLiteral("ok")); // an answer came; its check says that it is none we want
        QCOMPARE(QString::fromStdString(exchange.failure), failure);
        QCOMPARE(QString::fromStdString(exchange.reason), reason);
        QVERIFY(exchange.use.has_value());
    }

    void hangsAndFloods()
    {
        auto hang = shell("sleep 300");
        hang.timeout = 200ms;
        const auto late = m_run->send(hang);
        QCOMPARE(outcomeOf(late), QStringLiteral("timeout"));
        QVERIFY(late.end - late.start >= 200ms);
        QVERIFY(late.error.find("200 ms") != std::string::npos);
        auto flood = shell("yes");
        flood.want_body = true;
        flood.max_body = 1U << 20;
        const auto drowned = m_run->send(flood);
        QCOMPARE(outcomeOf(drowned), QStringLiteral("protocol"));
        QVERIFY(drowned.body.size() <= flood.max_body);
        auto unread = shell("head -c 3000000 /dev/zero");
        unread.want_body = false;
        const auto counted = m_run->send(unread);
        QCOMPARE(outcomeOf(counted), QStringLiteral("ok"));
        QCOMPARE(counted.bytes_received, 3'000'000);
        QCOMPARE(counted.body.size(), std::size_t(1000));
    }

    void whatCannotStart()
    {
        auto missing = shell("");
        auto call = std::make_shared<scenario::CommandCall>(*missing.command);
        call->argv = {"./no-such-benchmark"};
        missing.command = call;
        const auto exchange = m_run->send(missing);
        QCOMPARE(outcomeOf(exchange), QStringLiteral("connect"));
        QVERIFY(exchange.error.find("./no-such-benchmark") != std::string::npos);
        QVERIFY(!exchange.use);
    }

    void cancelledOrLeftAlone()
    {
        auto running = m_run->begin(shell("sleep 300"));
        // Until it runs there is nothing to cancel.
        QCOMPARE(outcomeOf(m_run->send(shell("true"), 1)), QStringLiteral("ok"));
        m_run->cancel();
        QCOMPARE(outcomeOf(running.get()), QStringLiteral("reset"));
    }
};

PLUMB_TEST_MAIN(TestCommandTransport)
#include "tst_commandtransport.moc"

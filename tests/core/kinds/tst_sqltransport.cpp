// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqltransport.h"
#include "tests/support/kindrun.h"
#include "tests/support/testmain.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

/// A query that goes on for ever.
constexpr auto endless
    = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

} // namespace

/// Queries to SQLite as exchanges.
class TestSqlTransport : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KindRun> m_run;

    [[nodiscard]] std::string file() const
    {
        return m_folder->filePath(QStringLiteral("t.sqlite")).toStdString();
    }

    [[nodiscard]] Request query(const std::string& text, bool write = false,
        std::vector<std::pair<std::string, scenario::SqlValue>> params = {}) const
    {
        auto call = std::make_shared<scenario::SqlCall>();
        call->driver = "QSQLITE";
        call->database = file();
        call->query = text;
        call->write = write;
        call->params = std::move(params);
        Request request;
        request.method = "SQL";
        request.timeout = 10s;
        request.sql = std::move(call);
        return request;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = std::make_unique<KindRun>(
            [](Reactor& reactor) { return std::make_unique<sql::SqlTransport>(reactor); });
        QCOMPARE(m_run->send(query("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price REAL)", true))
                     .failure,
            std::string());
        QCOMPARE(
            *m_run->send(query("INSERT INTO item VALUES (1, 'rope', 2.5), (2, 'lead', NULL)", true)).rows, 2);
    }
    void cleanup() { m_run.reset(); }

    void readsRows()
    {
        const auto exchange = m_run->send(query("SELECT id, name, price FROM item ORDER BY id"));
        QCOMPARE(outcomeOf(exchange), QStringLiteral("ok"));
        QCOMPARE(exchange.failure, std::string());
        QCOMPARE(*exchange.rows, 2);
        QCOMPARE(exchange.body,
            std::string("[{\"id\":1,\"name\":\"rope\",\"price\":2.5},\n "
                        "{\"id\":2,\"name\":\"lead\",\"price\":null}]"));
        QVERIFY(exchange.new_connection && exchange.connected >= exchange.connect_start);
        QVERIFY(exchange.first_byte > Nanos{} && exchange.end >= exchange.first_byte);
        QVERIFY(!m_run->send(query("SELECT 1")).new_connection);
        m_run->dropConnections();
        QVERIFY(m_run->send(query("SELECT 1")).new_connection);
    }

    void bindsParameters()
    {
        QCOMPARE(
            *m_run->send(query("SELECT * FROM item WHERE id = ?", false, {{"", std::int64_t{2}}})).rows, 1);
        QCOMPARE(
            *m_run->send(query("SELECT * FROM item WHERE id = ?", false, {{"", std::string("1")}})).rows, 1);
        QCOMPARE(*m_run
                      ->send(query("SELECT * FROM item WHERE name = :n OR id = :i", false,
                          {{"n", std::string("x' OR '1'='1")}, {"i", std::int64_t{7}}}))
                      .rows,
            0);
        QCOMPARE(
            *m_run->send(query("SELECT * FROM item WHERE :p IS NULL", false, {{"p", std::monostate()}})).rows,
            2);
    }

    void aReadingConnectionDoesNotWrite()
    {
        const auto exchange = m_run->send(query("DELETE FROM item"));
        QCOMPARE(outcomeOf(exchange), QStringLiteral("ok"));
        QVERIFY2(exchange.failure.find("the step only reads") != std::string::npos, exchange.failure.c_str());
        QCOMPARE(exchange.reason, std::string("sqlite_8"));
        QCOMPARE(*m_run->send(query("SELECT * FROM item")).rows, 2);
    }

    void errorsOfTheDatabaseAreAnswers()
    {
        const auto twice = m_run->send(query("INSERT INTO item VALUES (1, 'again', 0)", true));
        QCOMPARE(outcomeOf(twice), QStringLiteral("ok"));
        QCOMPARE(twice.reason, std::string("sqlite_19"));
        QVERIFY(twice.failure.find("UNIQUE") != std::string::npos);
        const auto unknown = m_run->send(query("SELECT * FROM nowhere"));
        QVERIFY2(
            unknown.failure.find("no such table: nowhere") != std::string::npos, unknown.failure.c_str());
    }

    void whatIsNoDatabase()
    {
        auto missing = query("SELECT * FROM item");
        auto call = std::make_shared<scenario::SqlCall>(*missing.sql);
        call->database = m_folder->filePath(QStringLiteral("none.sqlite")).toStdString();
        missing.sql = call;
        const auto exchange = m_run->send(missing);
        QCOMPARE(outcomeOf(exchange), QStringLiteral("connect"));
        QVERIFY(!exchange.error.empty());
        QVERIFY(!QFile::exists(QString::fromStdString(call->database)));
        QFile text(QString::fromStdString(call->database));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(4096, 'x'));
        text.close();
        QCOMPARE(outcomeOf(m_run->send(missing)), QStringLiteral("protocol"));
    }

    void aLockThatIsNotGotIsATimeout()
    {
        {
            auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(QString::fromStdString(file()));
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN EXCLUSIVE")));
            m_run->dropConnections();
            auto request = query("SELECT * FROM item");
            request.timeout = 100ms;
            const auto exchange = m_run->send(request);
            QCOMPARE(outcomeOf(exchange), QStringLiteral("timeout"));
            QVERIFY(exchange.end - exchange.start >= 100ms);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }

    void anEndlessQueryEndsInTime()
    {
        auto request = query(endless);
        request.timeout = 150ms;
        const auto exchange = m_run->send(request);
        QCOMPARE(outcomeOf(exchange), QStringLiteral("timeout"));
        QVERIFY(exchange.end - exchange.start >= 150ms);
        QCOMPARE(*m_run->send(query("SELECT 1")).rows, 1); // the user goes on
    }

    void cancellingEndsIt()
    {
        auto running = m_run->begin(query(endless));
        QCOMPARE(
            outcomeOf(m_run->send(query("SELECT 1"), 1)), QStringLiteral("ok")); // others are not held up
        m_run->cancel();
        QCOMPARE(outcomeOf(running.get()), QStringLiteral("reset"));
        // And one that is still under way when everything ends does not keep it from ending.
        m_run->begin(query(endless));
        QCOMPARE(outcomeOf(m_run->send(query("SELECT 1"), 1)), QStringLiteral("ok"));
    }

    void manyRowsAreCountedAndBounded()
    {
        auto request = query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                             "50000) SELECT i FROM n");
        request.want_body = false;
        request.keep_start = 1000;
        const auto exchange = m_run->send(request);
        QCOMPARE(*exchange.rows, 50000);
        QVERIFY(exchange.body_cut && exchange.body.size() < 4000);
        request.want_body = true;
        request.max_body = 10'000;
        QCOMPARE(outcomeOf(m_run->send(request)), QStringLiteral("protocol"));
    }
};

PLUMB_TEST_MAIN(TestSqlTransport)
#include "tst_sqltransport.moc"

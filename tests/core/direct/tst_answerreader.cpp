// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/answerreader.h"
#include "tests/support/testmain.h"

using namespace plumb::engine;
using namespace plumb::engine::direct;
using State = AnswerReader::Taken::State;

namespace {

constexpr AnswerReader::Limits roomy{1 << 20, 1 << 20, false};

struct Read
{
    State state = State::more;
    Exchange exchange;
    std::string error;
    std::size_t rest = 0; ///< bytes that were not used
};

/// Gives @p text in pieces of @p piece bytes, as a socket may.
Read read(
    const std::string& text, std::size_t piece, AnswerReader::Limits limits = roomy, bool closes = false)
{
    Read out;
    AnswerReader reader(out.exchange, limits);
    std::size_t begin = 0;
    for (std::size_t end = 0; end < text.size() && out.state == State::more;) {
        end = std::min(end + piece, text.size());
        const auto taken = reader.take(std::string_view(text).substr(begin, end - begin));
        begin += taken.bytes;
        out.state = taken.state;
    }
    if (out.state == State::more && closes)
        out.state = reader.end();
    out.error = reader.error();
    out.rest = text.size() - begin;
    return out;
}

} // namespace

class AnswerReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyPieces()
    {
        const std::string text = "HTTP/1.1 201 Made\r\nA: 1\r\nSet-Cookie: x=1\r\nSet-Cookie: y=2\r\n"
                                 "Content-Length:  5 \r\n\r\nhello";
        for (std::size_t piece = 1; piece <= text.size(); ++piece) {
            const Read got = read(text + "x", piece);
            QVERIFY(got.state == State::complete);
            QCOMPARE(got.exchange.status, 201);
            QCOMPARE(got.exchange.body, std::string("hello"));
            QCOMPARE(got.exchange.headers.size(), 4U);
            QCOMPARE(got.exchange.headers[2].second, std::string("y=2"));
            QCOMPARE(got.exchange.headers[3].second, std::string("5"));
            QCOMPARE(got.rest, 1U);
        }
    }

    void chunksInAnyPieces()
    {
        const std::string text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                 "5;a=b\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: x\r\n\r\n";
        for (std::size_t piece = 1; piece <= text.size(); ++piece) {
            const Read got = read(text, piece);
            QVERIFY(got.state == State::complete);
            QCOMPARE(got.exchange.body, std::string("hello world"));
            QCOMPARE(got.exchange.headers.size(), 1U);
        }
    }

    void memoryServesAgain()
    {
        Exchange exchange;
        exchange.headers = {{"Old", "1"}, {"Older", "2"}, {"Oldest", "3"}};
        AnswerReader reader(exchange, roomy);
        QVERIFY(reader.take("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").state == State::complete);
        QCOMPARE(exchange.headers, (Headers{{"Content-Length", "0"}}));
    }

    void broken_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray(text); };
        row("no HTTP", "hello world\r\n\r\n");
        row("status", "HTTP/1.1 2x0 OK\r\n\r\n");
        row("version", "HTTP/9.9 200 OK\r\n\r\n");
        row("header", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n");
        row("length", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n");
        row("negative", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        row("chunk size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        row("chunk end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n");
        row("long", "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n");
    }
    void broken()
    {
        QFETCH(QByteArray, text);
        for (std::size_t piece = 1; piece <= static_cast<std::size_t>(text.size()); ++piece) {
            const Read got = read(text.toStdString(), piece);
            QVERIFY(got.state == State::broken);
            QVERIFY(!got.error.empty());
        }
    }

    void bodyToTheEnd()
    {
        const Read got = read("HTTP/1.1 200 OK\r\n\r\nall of it", 4, roomy, true);
        QVERIFY(got.state == State::complete);
        QCOMPARE(got.exchange.body, std::string("all of it"));
    }

    void cutShort_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("nothing") << QByteArray() << QByteArray("before an answer came");
        QTest::newRow("head") << QByteArray("HTTP/1.1 20")
                              << QByteArray("in the middle of the answer's header");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
                              << QByteArray("after 3 of 9 bytes");
        QTest::newRow("chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
                               << QByteArray("before the last chunk");
    }
    void cutShort()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, error);
        const Read got = read(text.toStdString(), 100, roomy, true);
        QVERIFY(got.state == State::broken);
        QVERIFY2(got.error.find(error.toStdString()) != std::string::npos, got.error.c_str());
    }

    void onlyTheStartIsKept()
    {
        const Read got = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 1, {100, 2, false});
        QVERIFY(got.state == State::complete);
        QCOMPARE(got.exchange.body, std::string("he"));
        QVERIFY(got.exchange.body_cut);
    }

    void noBodyAfterHead()
    {
        const Read got = read("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", 1, {100, 100, true});
        QVERIFY(got.state == State::complete);
    }
};

PLUMB_TEST_MAIN(AnswerReaderTest)
#include "tst_answerreader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/curlcommand.h"
#include "scenario/partsjson.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace plumb;

class TestCurlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAsAShell_data();
    void splitsAsAShell();
    void readsCommands_data();
    void readsCommands();
    void saysWhatIsLeftOut();
    void refuses_data();
    void refuses();
};

void TestCurlCommand::splitsAsAShell_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words"); // joined by |
    QTest::newRow("plain") << QByteArray("curl  -X\tPOST") << QByteArray("curl|-X|POST");
    QTest::newRow("single") << QByteArray("a 'b c'd ''") << QByteArray("a|b cd|");
    QTest::newRow("double") << QByteArray("\"a \\\"b\\\" \\n\"") << QByteArray("a \"b\" \\n");
    QTest::newRow("lines") << QByteArray("curl \\\n  x \\\r\n y") << QByteArray("curl|x|y");
    QTest::newRow("dollar") << QByteArray("$'it\\'s\\u00e4\\n\\x41'") << QByteArray("it's\xc3\xa4\nA");
}

void TestCurlCommand::splitsAsAShell()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    const auto split = interop::shellWords(text.toStdString());
    QVERIFY(split);
    QByteArrayList list;
    for (const auto& word : *split)
        list << QByteArray::fromStdString(word);
    QCOMPARE(list.join('|'), words);
}

void TestCurlCommand::readsCommands_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("request");
    const auto row = [](const char* name, const char* command, const char* base, const char* request) {
        QTest::newRow(name) << QByteArray(command) << QByteArray(base) << QByteArray(request);
    };
    row("get", "curl -L 'https://h:8443/a/b?x=1&y=a%20b'", "https://h:8443",
        "{\"path\":\"/a/b\",\"query\":{\"x\":\"1\",\"y\":\"a b\"}}");
    row("json",
        "curl -L http://h/x -H 'Content-Type: application/json' -H 'Host: h' --data-raw '{\"a\":[1]}'",
        "http://h",
        "{\"method\":\"POST\",\"path\":\"/x\",\"headers\":{\"Content-Type\":\"application/json\"},\"json\":{"
        "\"a\":[1]}}");
    row("form", "curl -sL -d a=1 -d 'b=x y' h/f", "http://h",
        "{\"method\":\"POST\",\"path\":\"/f\",\"form\":{\"a\":\"1\",\"b\":\"x y\"}}");
    row("joined", "curl -L -XPUT -Tx http://h", "http://h", "{\"method\":\"PUT\",\"path\":\"/\"}");
    row("multipart", "curl -L -F 'f=@a.png;type=image/png' -F n=1 http://h/u", "http://h",
        "{\"method\":\"POST\",\"path\":\"/u\",\"multipart\":[{\"name\":\"f\",\"file\":\"a.png\","
        "\"content_type\":\"image/png\"},{\"name\":\"n\",\"value\":\"1\"}]}");
    row("basic", "curl -L -u me:pw http://h/", "http://h",
        "{\"path\":\"/\",\"auth\":{\"basic\":{\"user\":\"me\",\"password\":\"pw\"}}}");
    row("bearer", "curl -L -H 'authorization: Bearer abc' http://h/", "http://h",
        "{\"path\":\"/\",\"auth\":{\"bearer\":\"abc\"}}");
    row("query", "curl -L -G --data-urlencode 'q=a b' http://h/s", "http://h",
        "{\"path\":\"/s\",\"query\":{\"q\":\"a b\"}}");
    row("no redirects", "curl -m 5 http://h/", "http://h",
        "{\"path\":\"/\",\"timeout_ms\":5000,\"follow_redirects\":false}");
}

void TestCurlCommand::readsCommands()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, request);
    const auto made = interop::stepFromCurl(command.toStdString());
    QVERIFY2(made, made ? "" : made.error().text().c_str());
    QCOMPARE(QByteArray::fromStdString(made->base_url), base);
    std::vector<scenario::Problem> problems;
    const auto expected = scenario::readRequest(Json::parse(request.toStdString()), {}, problems);
    QCOMPARE(QByteArray::fromStdString(scenario::toJson(made->step.request).dump()),
        QByteArray::fromStdString(scenario::toJson(expected).dump()));
    QVERIFY(!made->step.name.empty());
}

void TestCurlCommand::saysWhatIsLeftOut()
{
    const auto made = interop::stepFromCurl(
        "curl -k --compressed -H 'Host: x' -u a:b --proxy p:1 --tcp-nodelay http://h/ http://second/");
    QVERIFY(made);
    std::string all;
    for (const auto& note : made->notes)
        all += note + "\n";
    for (const auto* word : {"--insecure", "Host", "password", "--proxy", "--tcp-nodelay", "second"})
        QVERIFY2(all.find(word) != std::string::npos, word);
    QVERIFY(all.find("compressed") == std::string::npos);
}

void TestCurlCommand::refuses_data()
{
    QTest::addColumn<QByteArray>("command");
    for (const auto* command :
        {"", "wget http://h", "curl", "curl 'http://h", "curl -H", "curl -X POST", "curl http://"})
        QTest::newRow(command) << QByteArray(command);
}

void TestCurlCommand::refuses()
{
    QFETCH(QByteArray, command);
    QVERIFY(!interop::stepFromCurl(command.toStdString()));
}

PLUMB_TEST_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/prometheussource.h"
#include "monitor/sources.h"
#include "tests/support/faultserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::monitor;

namespace {

const std::string page = R"(# HELP http_requests_total Requests.
# TYPE http_requests_total counter
http_requests_total{code="200",method="GET"} 100
http_requests_total{code="500",method="GET"} 7 1700000000000
http_requests_total{code="500",method="POST"} 3
# TYPE queue_depth gauge
queue_depth 4.5
go_memstats_alloc_bytes 1.5e+06
broken_gauge NaN
wide_gauge +Inf
# TYPE rpc_seconds histogram
rpc_seconds_bucket{le="0.1"} 5
rpc_seconds_bucket{le="+Inf"} 9
rpc_seconds_sum 1.25
rpc_seconds_count 9
)";

std::vector<SeriesChoice> choices(const std::vector<std::string>& texts)
{
    std::vector<SeriesChoice> all;
    for (const auto& text : texts) {
        const auto choice = parseSeriesChoice(text);
        if (!choice) {
            qFatal("%s", choice.error().text().c_str());
        }
        all.push_back(*choice);
    }
    return all;
}

/// A source over pages that a test writes.
class Pages
{
public:
    explicit Pages(const std::vector<std::string>& series)
        : source("p", choices(series), [this] { return next; })
    {
    }
    std::vector<double> read(const Result<std::string>& text, Nanos later = std::chrono::seconds(1))
    {
        next = text;
        m_at += later;
        notices.clear();
        std::vector<double> values;
        source.read(m_at, values, notices);
        return values;
    }
    Result<std::string> next{std::string()};
    PrometheusSource source;
    std::vector<std::string> notices;

private:
    Nanos m_at{std::chrono::seconds(50)};
};

} // namespace

class TestPrometheus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesSumOrPick()
    {
        const auto reading = readPage(page,
            choices({"http_requests_total", R"(http_requests_total{code="500"})",
                R"(http_requests_total{code="500", method!="GET"})", "queue_depth", "nothing",
                R"(rpc_seconds_bucket{le="+Inf"})", "broken_gauge", R"(queue_depth{shard=""})"}));
        QCOMPARE(reading.samples, 11);
        QVERIFY2(reading.wrong.empty(), reading.wrong.c_str());
        QCOMPARE(reading.values[0].sum, std::optional(110.0));
        QVERIFY(reading.values[0].counter);
        QCOMPARE(reading.values[1].sum, std::optional(10.0));
        QCOMPARE(reading.values[2].sum, std::optional(3.0));
        QCOMPARE(reading.values[3].sum, std::optional(4.5));
        QVERIFY(!reading.values[3].counter);
        QVERIFY(!reading.values[4].sum);
        QCOMPARE(reading.values[5].sum, std::optional(9.0));
        QVERIFY(reading.values[5].counter);
        QVERIFY2(!reading.values[6].sum, "NaN is no value");
        QCOMPARE(reading.values[7].sum, std::optional(4.5));
    }

    void labelValuesAreUnescaped()
    {
        const auto sample = parseSample("a{b=\"x\\\"y\\\\z\\n\"} 1");
        QVERIFY(sample.has_value());
        QCOMPARE(sample->labels.at(0).second, std::string("x\"y\\z\n"));
    }

    void wrongChoicesAreSaid_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto* text :
            {"", "7up", "a{", "a{b}", "a{b=c}", "a{b=\"c\"", "a{b=\"c\" d=\"e\"}", "a b", "{x=\"y\"}"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void wrongChoicesAreSaid()
    {
        QFETCH(const QString, text);
        const auto choice = parseSeriesChoice(text.toStdString());
        QVERIFY(!choice);
        QVERIFY(choice.error().text().find("http_requests_total{code=\"500\"}") != std::string::npos);
    }

    void samplesThatAreNone_data()
    {
        QTest::addColumn<QString>("line");
        for (const auto* line :
            {"<html>", "a", "a{", "a{b=\"c\"", "a{b=\"c\"} x", "a 1x", "a{b=\"c\\", "{b=\"c\"} 1"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void samplesThatAreNone()
    {
        QFETCH(const QString, line);
        QVERIFY(!parseSample(line.toStdString()));
    }

    void unitsComeFromNames()
    {
        QCOMPARE(unitOf("go_memstats_alloc_bytes", false), std::string("B"));
        QCOMPARE(unitOf("sent_bytes_total", true), std::string("B/s"));
        QCOMPARE(unitOf("process_cpu_seconds_total", true), std::string("s/s"));
        QCOMPARE(unitOf("http_requests_total", true), std::string("1/s"));
        QCOMPARE(unitOf("queue_depth", false), std::string());
    }

    void countersBecomeRates()
    {
        Pages pages({"c_total", "g"});
        const auto first = pages.read(std::string("c_total 100\ng 3\n"));
        QVERIFY2(std::isnan(first[0]), "one reading is no rate");
        QCOMPARE(first[1], 3.0);
        const auto second = pages.read(std::string("c_total 150\ng 4\n"), std::chrono::milliseconds(500));
        QCOMPARE(second[0], 100.0);
        QCOMPARE(second[1], 4.0);
        QVERIFY(pages.notices.empty());
    }

    void aServiceStartedAnewIsNoNegativeRate()
    {
        Pages pages({"c_total"});
        pages.read(std::string("c_total 1000\n"));
        const auto fallen = pages.read(std::string("c_total 5\n"));
        QVERIFY(std::isnan(fallen[0]));
        QCOMPARE(pages.notices.size(), std::size_t(1));
        QVERIFY(pages.notices[0].find("started anew") != std::string::npos);
        QCOMPARE(pages.read(std::string("c_total 25\n"))[0], 20.0);
    }

    void aPageThatFailsIsToldOnceAndLeavesAGap()
    {
        Pages pages({"c_total"});
        pages.read(std::string("c_total 1\n"));
        QVERIFY(std::isnan(pages.read(Error{ErrorKind::target, "connection refused", {}, {}})[0]));
        QCOMPARE(pages.notices, std::vector<std::string>{"p cannot be read: connection refused"});
        pages.read(Error{ErrorKind::target, "connection refused", {}, {}});
        QVERIFY(pages.notices.empty());
        QVERIFY2(
            std::isnan(pages.read(std::string("c_total 100\n"))[0]), "nobody knows what happened in between");
        QCOMPARE(pages.notices, std::vector<std::string>{"p can be read again"});
        QCOMPARE(pages.read(std::string("c_total 103\n"))[0], 3.0);
    }

    void textOfAnotherKindIsNotMistaken()
    {
        Pages pages({"c_total"});
        QVERIFY(std::isnan(pages.read(std::string("<html><body>hello</body></html>"))[0]));
        QVERIFY2(pages.notices[0].find("no Prometheus text: \"<html>") != std::string::npos,
            pages.notices[0].c_str());
    }

    void aMisspeltSeriesIsToldWithItsNeighbour()
    {
        Pages pages({"http_request_total"});
        pages.read(page);
        QCOMPARE(pages.notices.size(), std::size_t(1));
        QVERIFY2(pages.notices[0].find("did you mean http_requests_total?") != std::string::npos,
            pages.notices[0].c_str());
    }

    void aPageOfManySeriesIsReadFast()
    {
        std::string large;
        for (int i = 0; i < 100'000; ++i) {
            large += "some_metric_of_a_large_service{shard=\"" + std::to_string(i) + "\"} 1\n";
        }
        Pages pages({R"(some_metric_of_a_large_service{shard="77"})", "x"});
        QCOMPARE(pages.read(large)[0], 1.0);
    }

    void hostilePagesEnd_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("never") << "/never"
                               << "no answer within 700 ms";
        QTest::newRow("close") << "/close"
                               << "could not read the answer";
        QTest::newRow("reset") << "/reset"
                               << "could not read the answer";
        QTest::newRow("garbage") << "/garbage"
                                 << "could not read the answer";
        QTest::newRow("endless headers") << "/endless-headers"
                                         << "http://127.0.0.1";
        QTest::newRow("endless body") << "/endless-body"
                                      << "the page is too large";
        QTest::newRow("slow bytes") << "/drip/100/100"
                                    << "no answer within 700 ms";
        QTest::newRow("cut") << "/length-long"
                             << "no answer within 700 ms";
        QTest::newRow("500") << "/status/500"
                             << "the answer is 500";
        QTest::newRow("redirect") << "/redirect-loop"
                                  << "a redirect";
    }
    void hostilePagesEnd()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, says);
        const test::FaultServer server;
        const auto got
            = fetchPage({server.url(path.toStdString()), true, {}}, std::chrono::milliseconds(700), 1U << 20);
        QVERIFY(!got);
        const auto text = QString::fromStdString(got.error().text());
        QVERIFY2(text.contains(says), qPrintable(text));
    }

    void goodPagesCome()
    {
        const test::FaultServer server;
        for (const auto* path : {"/ok", "/chunked", "/silent-close"}) {
            const auto got = fetchPage({server.url(path), true, {}}, std::chrono::seconds(5), 1U << 20);
            QVERIFY2(got.has_value(), got ? "" : got.error().text().c_str());
            QVERIFY(!got->empty());
        }
        const auto refused
            = fetchPage({"http://127.0.0.1:1/metrics", true, {}}, std::chrono::seconds(5), 1000);
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().find("could not connect") != std::string::npos,
            refused.error().text().c_str());
    }

    void theAddressOfAPage()
    {
        scenario::MonitorSpec spec;
        QCOMPARE(pageUrl(spec, "http://127.0.0.1:8080"), std::string("http://127.0.0.1:8080/metrics"));
        QCOMPARE(pageUrl(spec, "https://h/base/"), std::string("https://h/metrics"));
        spec.path = "/stats?format=prometheus";
        QCOMPARE(pageUrl(spec, "http://h:1"), std::string("http://h:1/stats?format=prometheus"));
        spec.url = "http://other:9100/metrics";
        QCOMPARE(pageUrl(spec, "http://h:1"), std::string("http://other:9100/metrics"));
    }
};

PLUMB_TEST_MAIN(TestPrometheus)
#include "tst_prometheus.moc"

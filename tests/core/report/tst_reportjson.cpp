// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace plumb;
using namespace plumb::report;

class TestReportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripIsTheSameText()
    {
        const auto first = toJson(test::madeUpReport({}));
        const auto again = reportFromJson(first, "a.json");
        QVERIFY2(again, again ? "" : again.error().text().c_str());
        QCOMPARE(dumpJson(toJson(*again), 1), dumpJson(first, 1));
    }

    void fieldsStandInTheDocumentedOrder()
    {
        const auto json = toJson(test::madeUpReport({}));
        std::vector<std::string> keys;
        for (const auto& [key, value] : json.items()) {
            keys.push_back(key);
        }
        const std::vector<std::string> documented{"schema", "id", "operation", "environment",
            "target_version", "note", "tags", "facts", "started_at", "duration_s", "partial", "ended_by",
            "users_max", "engine", "scenario", "scenario_sha256", "fingerprint", "totals", "iterations",
            "skipped", "unfinished_ages", "latency_ms", "latency_ok_ms", "service_ms", "steps", "phases",
            "events", "monitors", "generator", "samples", "verdict", "judgement", "series"};
        auto from = keys.begin();
        for (const auto& key : documented) {
            from = std::find(from, keys.end(), key);
            QVERIFY2(from != keys.end(), ("missing or out of order: " + key).c_str());
        }
        QCOMPARE(keys.back(), std::string("series"));
        const auto& step = json["steps"][0];
        for (const char* key : {"name", "pattern", "method", "count", "failed", "rps", "error_rate",
                 "latency_ms", "latency_ok_ms", "service_ms", "ttfb_ms", "outcomes", "statuses", "reasons",
                 "checks", "histogram", "ok_histogram", "service_histogram", "ttfb_histogram", "windows"}) {
            QVERIFY2(step.contains(key), key);
        }
        QVERIFY(step["latency_ms"].contains("p99_9"));
        QVERIFY(json["phases"][0]["name"] == Json("setup"));
        const auto& generator = json["generator"];
        for (const char* key : {"cpu_pct", "busiest_pct", "demand_pct", "wait_pct", "lag_ms", "waited_ms",
                 "loop_ms", "machine", "threads", "floor_ms", "connects", "handshakes", "resends",
                 "port_errors", "file_errors", "verdict", "reasons", "reason_codes"}) {
            QVERIFY2(generator.contains(key), key);
        }
        QVERIFY(generator["lag_ms"].contains("p99"));
        QCOMPARE(generator["demand_pct"].get<double>(), 17.0);
        QVERIFY(generator["threads"][0]["name"] == Json("worker 1"));
    }

    void reasonsOfOlderReportsHaveNoCodes()
    {
        auto json = toJson(test::madeUpReport({}));
        json["generator"]["reasons"] = Json::array({"Late.", "Busy."});
        json["generator"].erase("reason_codes");
        const auto report = reportFromJson(json, "a.json");
        QVERIFY(report);
        QCOMPARE(report->generator.reasons.size(), std::size_t(2));
        QCOMPARE(report->generator.reasons[1].text, std::string("Busy."));
        QVERIFY(report->generator.reasons[1].code.empty());
        json["generator"]["reason_codes"] = Json::array({"late", "busy"});
        const auto newer = reportFromJson(json, "a.json");
        QCOMPARE(newer->generator.reasons[1].code, std::string("busy"));
        QVERIFY(toJson(*newer)["generator"]["reasons"] == json["generator"]["reasons"]);
    }

    void unknownFieldsAreKeptAtAnyDepth()
    {
        auto json = toJson(test::madeUpReport({}));
        json["site"] = "Berlin";
        json["totals"]["tokens"] = 7;
        json["steps"][1]["owner"] = Json{{"team", "core"}};
        const auto report = reportFromJson(json, "a.json");
        QVERIFY(report);
        const auto written = toJson(*report);
        QVERIFY(written["site"] == Json("Berlin"));
        QVERIFY(written["totals"]["tokens"] == Json(7));
        QVERIFY(written["steps"][1]["owner"]["team"] == Json("core"));
        QVERIFY(!written["steps"][0].contains("owner"));
        std::string last;
        for (const auto& [key, value] : written.items()) {
            last = key;
        }
        QCOMPARE(last, std::string("series"));
    }

    void absentIsNull()
    {
        auto report = test::madeUpReport({});
        report.series.p95[0] = std::nan("");
        report.totals.error_rate.reset();
        const auto json = toJson(report);
        QVERIFY(json["series"]["p95"][0].is_null());
        QVERIFY(!json["totals"].contains("error_rate"));
        const auto again = reportFromJson(json, "a.json");
        QVERIFY(again);
        QVERIFY(std::isnan(again->series.p95[0]));
        QVERIFY(!again->totals.error_rate);
    }

    void errorsNameFileAndPlace_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        QTest::newRow("type") << "/steps/0/count"
                              << "\"many\""
                              << "a.json, /steps/0/count";
        QTest::newRow("fraction") << "/totals/sent"
                                  << "1.5"
                                  << "a.json, /totals/sent";
        QTest::newRow("too large") << "/totals/sent"
                                   << "18446744073709551615"
                                   << "/totals/sent";
        QTest::newRow("int") << "/users_max"
                             << "99999999999"
                             << "/users_max";
        QTest::newRow("word") << "/verdict"
                              << "\"splendid\""
                              << "a.json, /verdict";
        QTest::newRow("array") << "/steps"
                               << "{}"
                               << "a.json, /steps";
        QTest::newRow("object") << "/totals"
                                << "[]"
                                << "a.json, /totals";
        QTest::newRow("column") << "/series/p95"
                                << "[1,2]"
                                << "a.json, /series/p95";
        QTest::newRow("counts of a reason") << "/series/reasons/cache_miss"
                                            << "[1,2]"
                                            << "a.json, /series/reasons/cache_miss";
        QTest::newRow("newer") << "/schema"
                               << "\"plumbline.report/2\""
                               << "newer version";
        QTest::newRow("other") << "/schema"
                               << "\"plumbline.scenario/1\""
                               << "expected \"plumbline.report/1\"";
    }

    void errorsNameFileAndPlace()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, message);
        auto json = toJson(test::madeUpReport({}));
        json[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const auto report = reportFromJson(json, "a.json");
        QVERIFY(!report);
        const auto text = QString::fromStdString(report.error().text());
        QVERIFY2(text.contains(message), qPrintable(text));
        QVERIFY(!report.error().remedy.empty());
    }

    void missingIdIsAnError()
    {
        auto json = toJson(test::madeUpReport({}));
        json.erase("id");
        const auto report = reportFromJson(json, "a.json");
        QVERIFY(!report);
        QCOMPARE(report.error().where, std::string("a.json, /id"));
    }

    /// Any JSON in any place gives a report or an error, never a crash.
    void hostileValues()
    {
        const auto good = toJson(test::madeUpReport({.measure = 3}));
        const auto flat = good.flatten();
        const std::vector<Json> bad{nullptr, true, -1, 1e300, "x", Json::array(), Json::object()};
        int refused = 0;
        for (const auto& [pointer, old] : flat.items()) {
            for (const auto& value : bad) {
                auto json = good;
                json[Json::json_pointer(pointer)] = value;
                const auto report = reportFromJson(json, "a.json");
                refused += report ? 0 : 1;
            }
        }
        QVERIFY(refused > 100);
    }

    void eventsRoundTrip()
    {
        auto events = test::madeUpEvents({});
        Stored stored;
        stored.report_id = "r";
        stored.path = "/library/reports/x.json";
        stored.verdict = metric::Verdict::warn;
        stored.exit_code = 1;
        events.emplace_back(stored);
        for (const auto& event : events) {
            const auto json = toJson(event);
            const auto again = runEventFromJson(json);
            QVERIFY2(again, again ? "" : again.error().text().c_str());
            QCOMPARE(again->index(), event.index());
            QCOMPARE(dumpJson(toJson(*again)), dumpJson(json));
        }
        QVERIFY(toJson(events[3])["event"] == Json("tick"));
    }

    void unknownEventsAreErrors()
    {
        QVERIFY(!runEventFromJson(Json{{"event", "party"}}));
        QVERIFY(!runEventFromJson(Json::array()));
        const auto wrong = runEventFromJson(Json{{"event", "tick"}, {"vus", "ten"}});
        QVERIFY(!wrong);
        QVERIFY(wrong.error().where.find("/vus") != std::string::npos);
        const auto tolerant = runEventFromJson(Json{{"event", "tick"}, {"vus", 10}, {"moon", "full"}});
        QVERIFY(tolerant);
        QCOMPARE(std::get<Tick>(*tolerant).vus, 10);
    }

    void percentilesAreTrustedFromTenBeyond()
    {
        QVERIFY(percentileTrusted(99, 1000));
        QVERIFY(!percentileTrusted(99, 999));
        QVERIFY(percentileTrusted(99.9, 10000));
        QVERIFY(!percentileTrusted(99.9, 9999));
        QVERIFY(percentileTrusted(50, 20));
        QVERIFY(!percentileTrusted(100, 1'000'000));
    }

    void summaryOfNothingIsAbsent()
    {
        const auto summary = Summary::of(stats::HdrHistogram());
        QCOMPARE(summary.count, 0);
        QVERIFY(!summary.p95);
        QVERIFY(!summary.value("mean"));
        stats::HdrHistogram histogram;
        histogram.record(1500);
        QCOMPARE(Summary::of(histogram).value("p99_9"), std::optional<double>(1.5));
    }
};

PLUMB_TEST_MAIN(TestReportJson)
#include "tst_reportjson.moc"

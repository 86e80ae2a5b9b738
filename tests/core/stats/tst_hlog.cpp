// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "stats/hlog.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

using namespace plumb;
using stats::HdrHistogram;

class TestHlog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharedLogsGiveTheirFigures_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("intervals");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("p50");
        QTest::addColumn<qint64>("p99");
        QTest::addColumn<qint64>("p99_9");
        QTest::addColumn<qint64>("max");
        QTest::newRow("white space") << "HdrHistogram__HdrHistogramJS__bug-whitespace" << 1 << 0LL << 0LL
                                     << 0LL << 0LL << 0LL;
        QTest::newRow("base time") << "HdrHistogram__HdrHistogramJS__jHiccup-with-basetime-2.0.7S.logV2" << 62
                                   << 48'761LL << 344'063LL << 1'434'451'967LL << 1'753'219'071LL
                                   << 1'803'550'719LL;
        QTest::newRow("V0") << "HdrHistogram__HdrHistogram__jHiccup-2.0.1.logV0" << 81 << 61'256LL
                            << 393'215LL << 1'107'296'255LL << 1'518'338'047LL << 1'577'058'303LL;
        QTest::newRow("V2") << "HdrHistogram__HdrHistogram__jHiccup-2.0.7S.logV2" << 62 << 48'761LL
                            << 344'063LL << 1'434'451'967LL << 1'753'219'071LL << 1'803'550'719LL;
        QTest::newRow("tagged") << "HdrHistogram__HdrHistogram__tagged-Log.logV2" << 42 << 32'290LL
                                << 360'447LL << 1'392'508'927LL << 1'543'503'871LL << 1'551'892'479LL;
        QTest::newRow("1.3") << "HdrHistogram__HdrHistogram_c__jHiccup-2.0.7S.logV3" << 62 << 48'761LL
                             << 344'063LL << 1'434'451'967LL << 1'753'219'071LL << 1'803'550'719LL;
        QTest::newRow("four") << "marmartins__com.marcsys.benchmark__readme" << 4 << 40LL << 10'944'511LL
                              << 26'083'327LL << 26'083'327LL << 26'083'327LL;
    }
    /// Sums in the logs' own buckets, upper edges: recomputed outside this program, and as SOURCES.md gives
    /// them.
    void sharedLogsGiveTheirFigures()
    {
        QFETCH(QString, file);
        const auto path = test::sharedFile("samples/hdr-hlog/" + file.toStdString() + ".hlog");
        if (path.empty()) {
            QSKIP("the shared samples are not here");
        }
        const auto sum = stats::sumHlog(*readFile(path), path.filename().string());
        QVERIFY2(sum.has_value(), sum ? "" : sum.error().text().c_str());
        QVERIFY(sum->info.problems.empty());
        QTEST(static_cast<int>(sum->info.intervals), "intervals");
        QTEST(static_cast<qint64>(sum->total.totalCount()), "total");
        QTEST(static_cast<qint64>(sum->total.valueAtPercentile(50.0)), "p50");
        QTEST(static_cast<qint64>(sum->total.valueAtPercentile(99.0)), "p99");
        QTEST(static_cast<qint64>(sum->total.valueAtPercentile(99.9)), "p99_9");
        QTEST(static_cast<qint64>(sum->total.max()), "max");
    }

    /// A row's own maximum column stands for the same value as the histogram.
    void maximaAgreeWithTheColumn()
    {
        const auto path
            = test::sharedFile("samples/hdr-hlog/HdrHistogram__HdrHistogram__jHiccup-2.0.7S.logV2.hlog");
        if (path.empty()) {
            QSKIP("the shared samples are not here");
        }
        const auto info = stats::readHlog(
            *readFile(path), "f", [](const stats::HlogInterval& interval, const HdrHistogram& histogram) {
                const double ms = static_cast<double>(histogram.max()) / 1e6;
                QVERIFY(std::abs(ms - interval.max) <= 0.0006);
            });
        QVERIFY(info.has_value());
        QCOMPARE(info->version, std::string("1.2"));
        QCOMPARE(info->startTime_s.value_or(0), 1441812279.474);
        QCOMPARE(info->baseTime_s, 1441812279.474); // starts are offsets here
    }

    void tagsAreKeptApart()
    {
        const auto path
            = test::sharedFile("samples/hdr-hlog/HdrHistogram__HdrHistogram__tagged-Log.logV2.hlog");
        if (path.empty()) {
            QSKIP("the shared samples are not here");
        }
        const std::string text = *readFile(path);
        const auto tagged = stats::sumHlog(text, "f", "A");
        const auto untagged = stats::sumHlog(text, "f", "");
        QVERIFY(tagged && untagged);
        QVERIFY(tagged->total == untagged->total);
        QCOMPARE(tagged->total.totalCount(), 32'290 / 2);
        QVERIFY(stats::sumHlog(text, "f", "B")->total.empty());
    }

    void baseTimeWins()
    {
        const auto path = test::sharedFile(
            "samples/hdr-hlog/HdrHistogram__HdrHistogramJS__jHiccup-with-basetime-2.0.7S.logV2.hlog");
        if (path.empty()) {
            QSKIP("the shared samples are not here");
        }
        QCOMPARE(stats::sumHlog(*readFile(path), "f")->info.baseTime_s, 1441812123.123);
    }

    void absoluteStartsNeedNoBase()
    {
        HdrHistogram histogram;
        histogram.record(5);
        const auto text = stats::hlogHead(1'700'000'000.0, {})
            + stats::hlogRow({}, 1'700'000'001.0, 1.0, histogram, 1000);
        QCOMPARE(stats::sumHlog(text, "f")->info.baseTime_s, 0.0);
    }

    void malformedLinesAreNamed()
    {
        HdrHistogram histogram;
        histogram.record(1000, 4);
        const std::string good = stats::hlogRow("ok", 0.0, 1.0, histogram, 1000.0);
        const std::string text = "#[Histogram log format version 1.3]\n" // 1
            + good // 2
            + "1.0,1.0\n" // 3
              "x,1.0,1.0,HISTFAAAA\n" // 4
              "Tag=lost\n" // 5
              "2.0,1.0,1.0,HISTFAAAA\n" // 6
              "\n" // 7
              "3.0,inf,1.0,HISTFAAAA\n" // 8
            + good;
        const auto sum = stats::sumHlog(text, "broken.hlog");
        QVERIFY(sum.has_value());
        QCOMPARE(sum->info.intervals, 2U);
        QCOMPARE(sum->total.totalCount(), 8);
        std::vector<std::size_t> lines;
        for (const auto& problem : sum->info.problems) {
            lines.push_back(problem.line);
            QVERIFY(!problem.what.empty());
        }
        QCOMPARE(lines, (std::vector<std::size_t>{3, 4, 5, 6, 8}));
    }

    void unreadableLogsAreErrors()
    {
        const auto text = [](const char* log) {
            const auto sum = stats::sumHlog(log, "f.hlog");
            return sum ? std::string() : sum.error().text();
        };
        QVERIFY(text("").find("f.hlog") != std::string::npos);
        QVERIFY(text("hello\nworld\n").find("f.hlog, line 1") != std::string::npos);
        QVERIFY(text("#[Histogram log format version 2.0]\n").find("2.0") != std::string::npos);
        QVERIFY(text("#[Histogram log format version 1.3]\n").empty()); // no interval yet is no error
    }

    void writtenLogsAreReadBack()
    {
        HdrHistogram first, second;
        first.record(1234, 5);
        second.record(999'999, 2);
        const std::string log = stats::hlogHead(1'700'000'000.5, "made by\na test")
            + stats::hlogRow({}, 0.0, 1.0, first, 1000.0) + stats::hlogRow("a, b", 1.0, 0.5, second, 1000.0);
        std::vector<stats::HlogInterval> intervals;
        std::vector<HdrHistogram> histograms;
        const auto info = stats::readHlog(log, "f", [&](const auto& interval, const auto& histogram) {
            intervals.push_back(interval);
            histograms.push_back(histogram);
        });
        QVERIFY(info && info->problems.empty());
        QCOMPARE(info->version, std::string("1.3"));
        QCOMPARE(info->baseTime_s, 1'700'000'000.5);
        QCOMPARE(histograms.size(), 2U);
        QVERIFY(histograms.at(0) == first && histograms.at(1) == second);
        QCOMPARE(intervals.at(1).tag, std::string("a__b"));
        QCOMPARE(intervals.at(1).start_s, 1.0);
        QCOMPARE(intervals.at(1).length_s, 0.5);
        QVERIFY(std::abs(intervals.at(0).max - 1.234) < 0.001);
    }
};

PLUMB_TEST_MAIN(TestHlog)
#include "tst_hlog.moc"

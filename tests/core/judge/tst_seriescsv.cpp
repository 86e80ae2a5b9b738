// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "judge/seriescsv.h"
#include "judge/trend.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace plumb;

namespace {

Result<judge::TrendInput> parse(std::string_view text, const std::string& column = "v")
{
    return judge::parseSeriesCsv(text, "f.csv", column);
}

std::vector<double> valuesOf(const judge::TrendInput& input)
{
    std::vector<double> values;
    for (const auto& point : input.points) {
        if (point.value) {
            values.push_back(*point.value);
        }
    }
    return values;
}

} // namespace

class TestSeriesCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otavasOwnFiles()
    {
        const auto plain = test::sharedFile("samples/statistics/changepoint/csv/otava_sample.csv");
        const auto semicolons
            = test::sharedFile("samples/statistics/changepoint/csv/otava_sample-semicolons.csv");
        if (plain.empty() || semicolons.empty()) {
            QSKIP("the shared samples are not here");
        }
        for (const auto& file : {plain, semicolons}) {
            const auto input = judge::readSeriesCsv(file, "metric2");
            QVERIFY2(input, input ? "" : input.error().text().c_str());
            QCOMPARE(input->points.size(), 10U);
            QCOMPARE(input->points.front().id, std::string("aaa0"));
            judge::TrendOptions options;
            options.method = judge::TrendOptions::Method::otava;
            const auto trend = *judge::trend(*input, options);
            QCOMPARE(trend.changes.size(), 1U);
            QCOMPARE(trend.changes.front().index, 6U);
            QCOMPARE(std::lround(*trend.changes.front().change * 1000.0), -129L);
        }
    }

    void cellsAreReadAsTheyWereMeant()
    {
        const auto input = *parse("a,v\nx,1\ny, 2.5 \nz,+3e2\n\"q,r\",-4\n");
        QCOMPARE(valuesOf(input), (std::vector<double>{1.0, 2.5, 300.0, -4.0}));
        QCOMPARE(valuesOf(*parse("v;t\n1,5;x\n2;y\n")), (std::vector<double>{1.5, 2.0}));
        QCOMPARE(valuesOf(*parse("v\tt\n1.5\tx\n")), (std::vector<double>{1.5}));
        QCOMPARE(valuesOf(*parse("\xEF\xBB\xBFv\r\n7\r\n\r\n8")), (std::vector<double>{7.0, 8.0}));
        QCOMPARE(valuesOf(*parse(" v ,w\n7,1\n")), (std::vector<double>{7.0}));
    }

    void missingAndInfiniteValuesAreKeptAndDoNotCount()
    {
        const auto input
            = *parse("n,v\n0,1\n1,\n2,NaN\n3,inf\n4,-Infinity\n5,null\n6,NA\n7,-\n8,1e999\n9,-nan\n10,2\n");
        QCOMPARE(input.points.size(), 11U);
        QCOMPARE(valuesOf(input), (std::vector<double>{1.0, 2.0}));
        QCOMPARE(input.points[1].passedOver, std::string("no value"));
        QCOMPARE(input.points[3].passedOver, std::string("not finite"));
        QCOMPARE(input.points[8].passedOver, std::string("out of range"));
        QVERIFY(input.points[10].passedOver.empty());
        QVERIFY(!input.remarks.empty());
        const auto nothing = *parse("v\nNaN\nNaN\n");
        QVERIFY(judge::trend(nothing)->direction == judge::TrendDirection::tooFew);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, QByteArray text, const char* says) {
            QTest::newRow(name) << text << QString::fromUtf8(says);
        };
        row("empty", "", "the file is empty");
        row("only line ends", "\n\n\r\n", "the file is empty");
        row("no rows", "v\n", "there are no rows");
        row("no such column", "a,b\n1,2\n", "there is no column \"v\"");
        row("a word", "v\n1\nfast\n", "line 3: \"fast\" in column \"v\" is no number");
        row("hexadecimal", "v\n0x10\n", "is no number");
        row("a thousand's comma", "v\n\"1,000\"\n", "is no number");
        row("two numbers", "v\n1 2\n", "is no number");
        row("a short row", "a,v\n1\n", "line 2: 1 column, expected 2");
        row("an open quote", "v\n\"1\n", "a quote is not closed");
        row("UTF-16", QByteArray("\xFF\xFEv\0\n\0", 6), "UTF-16");
        row("no text", QByteArray("\x00\x01\x02\x03", 4), "no text at all");
        row("Latin-1", "v,gr\xFC\xDF\n1,2\n", "not UTF-8");
    }
    void faults()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto input = parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!input);
        const auto error = QString::fromStdString(input.error().text());
        QVERIFY2(error.contains(says) && error.contains(QStringLiteral("f.csv")), qPrintable(error));
    }

    void timesDoNotDecideTheOrder()
    {
        const auto equal = *parse("time,v\n2026-01-01T00:00:00Z,1\n2026-01-01T00:00:00Z,2\n");
        QCOMPARE(valuesOf(equal), (std::vector<double>{1.0, 2.0}));
        QCOMPARE(equal.remarks.size(), 1U);
        const auto backwards = *parse("Time,v\n2126-01-01T00:00:00Z,1\n2026-01-01T00:00:00Z,2\n");
        QCOMPARE(valuesOf(backwards), (std::vector<double>{1.0, 2.0}));
        QVERIFY(backwards.remarks.front().find("not in order") != std::string::npos);
        QCOMPARE(backwards.points[0].started_at, std::string("2126-01-01T00:00:00Z"));
    }

    void aColumnNamedLikeAMetricIsOne()
    {
        const auto rate = *parse("rps,v\n1,2\n", "rps");
        QVERIFY(rate.better == metric::Better::higher);
        QCOMPARE(rate.unit, std::string("1/s"));
        QVERIFY(parse("v\n1\n")->better == metric::Better::lower);
        QVERIFY(parse("v\n1\n")->unit.empty());
    }

    void files()
    {
        const QTemporaryDir dir;
        QVERIFY(!judge::readSeriesCsv(dir.path().toStdString() + "/missing.csv", "v"));
        QVERIFY(!judge::readSeriesCsv(dir.path().toStdString(), "v"));
        const auto file = std::filesystem::path(dir.path().toStdString()) / "x.csv";
        std::string text = "v\n";
        for (int i = 0; i < 100'000; ++i) {
            text += std::to_string(100 + i % 3) + '\n';
        }
        QVERIFY(writeFileAtomic(file, text));
        const auto input = judge::readSeriesCsv(file, "v");
        QVERIFY(input && input->points.size() == 100'000);
        const auto trend = *judge::trend(*input);
        QVERIFY(trend.direction == judge::TrendDirection::stable);
        QVERIFY(trend.changes.empty());
    }
};

PLUMB_TEST_MAIN(TestSeriesCsv)
#include "tst_seriescsv.moc"

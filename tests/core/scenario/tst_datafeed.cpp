// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/datafeed.h"

#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <algorithm>
#include <mutex>
#include <set>
#include <thread>

using namespace plumb;
using namespace plumb::scenario;
namespace fs = std::filesystem;

namespace {

using Pick = DataFeed::Pick;
using AtEnd = DataFeed::AtEnd;

/// "a|b;1|2": columns and rows.
QString shown(const Result<DataTable>& table)
{
    if (!table) {
        return QString::fromStdString(table.error().text());
    }
    std::string text;
    for (const auto& column : table->columns) {
        text += (text.empty() ? "" : "|") + column;
    }
    for (const auto& row : table->rows) {
        text += ';';
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "" : "|") + row[i].text;
        }
    }
    return QString::fromStdString(text);
}

std::shared_ptr<DataSource> feedOf(Pick pick, AtEnd atEnd, int rows, std::uint64_t seed = 1)
{
    DataFeed feed;
    feed.name = "f";
    feed.pick = pick;
    feed.at_end = atEnd;
    DataTable table{{"n"}, {}};
    for (int i = 0; i < rows; ++i) {
        table.rows.push_back({Value{std::to_string(i), false, false}});
    }
    return makeFeed(feed, std::move(table), seed);
}

/// The next @p count rows of a user; "-" where there is none.
QString drawn(DataSource& source, int count, int user = 0, std::uint64_t seed = 1)
{
    RandomStream random(seed, static_cast<std::uint64_t>(user));
    QStringList values;
    for (int i = 0; i < count; ++i) {
        const auto row = source.next(user, random);
        values += row ? QString::fromStdString(row->at(0).second.text) : QStringLiteral("-");
    }
    return values.join(QLatin1Char(' '));
}

} // namespace

class TestDataFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("plain", "a,b\n1,2\n3,4\n", "a|b;1|2;3|4");
        row("no last line end", "a,b\n1,2", "a|b;1|2");
        row("crlf", "a,b\r\n1,2\r\n", "a|b;1|2");
        row("cr", "a,b\r1,2\r", "a|b;1|2");
        row("mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            "a|b;1|2");
        row("quotes", "a,b\n\"1,x\",\"say \"\"hi\"\"\"\n", "a|b;1,x|say \"hi\"");
        row("line in quotes", "a,b\n\"1\r\n2\",3\n4,5\n", "a|b;1\r\n2|3;4|5");
        row("empty values", "a,b\n,\n\"\",x\n", "a|b;|;|x");
        row("empty lines", "a,b\n\n1,2\n\r\n\n3,4\n\n", "a|b;1|2;3|4");
        row("blanks stay", "a,b\n 1 , 2\n", "a|b; 1 | 2");
        row("no rows", "a,b\n", "a|b");
        row("too few", "a,b\n1,2\n3\n", "f.csv, line 3: 1 column, expected 2; add what is missing");
        row("too many", "a,b\n1,2\n\n3,4,5\n",
            "f.csv, line 4: 3 columns, expected 2; put values with a comma in quotes");
        row("line after quotes", "a,b\n\"1\n\n\",2\n3\n",
            "f.csv, line 5: 1 column, expected 2; add what is missing");
        row("open quote", "a,b\n1,2\n\"3,4\n5,6",
            "f.csv, line 3: a quote is not closed; add the closing quote");
        row("after quote", "a\n\"1\"2\n",
            "f.csv, line 2: text after a closing quote; write a quote inside a quoted value twice");
        row("unnamed", "a,\n1,2\n", "f.csv, line 1: column 2 has no name; name every column");
        row("twice", "a,a\n1,2\n", "f.csv, line 1: the column \"a\" is there twice; give it another name");
        row("empty", "\n\n",
            "f.csv: the file is empty; its first line names the columns, each further line is a row");
        row("not UTF-8", "a\n\xFFz\n", "a;\uFFFDz");
    }
    void csv()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(
            shown(parseCsv({text.constData(), static_cast<std::size_t>(text.size())}, "f.csv")), expected);
    }

    void json_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("objects") << QByteArray(R"([{"a":"x","b":1},{"b":true,"a":null}])")
                                 << QStringLiteral("a|b;x|1;null|true");
        QTest::newRow("no list") << QByteArray("{}")
                                 << QStringLiteral("f.json: expected a list of objects, found an "
                                                   "object; write it as [{\"name\": \"value\"}, ...]");
        QTest::newRow("no object")
            << QByteArray(R"([{"a":1},2])")
            << QStringLiteral("f.json, /1: expected an object, found a number; write it as { ... }");
        QTest::newRow("missing")
            << QByteArray(R"([{"a":1},{}])")
            << QStringLiteral("f.json, /1: there is no \"a\"; give every row the fields of the first");
    }
    void json()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(shown(parseDataJson(text.toStdString(), "f.json")), expected);
    }

    void numbersOfJsonStayRaw()
    {
        const auto table = parseDataJson(R"([{"a":"1","b":1}])", "f").value();
        QVERIFY(!table.rows[0][0].raw);
        QVERIFY(table.rows[0][1].raw);
    }

    void rowsComeInOrder()
    {
        QCOMPARE(drawn(*feedOf(Pick::sequential, AtEnd::recycle, 3), 7), QStringLiteral("0 1 2 0 1 2 0"));
        QCOMPARE(drawn(*feedOf(Pick::sequential, AtEnd::stop, 3), 5), QStringLiteral("0 1 2 - -"));
        QCOMPARE(drawn(*feedOf(Pick::sequential, AtEnd::unique, 2), 3), QStringLiteral("0 1 -"));
    }

    void usersShareTheSequence()
    {
        const auto feed = feedOf(Pick::sequential, AtEnd::stop, 3);
        QCOMPARE(drawn(*feed, 2, 0), QStringLiteral("0 1"));
        QCOMPARE(drawn(*feed, 2, 1), QStringLiteral("2 -"));
    }

    void usersKeepTheirRow()
    {
        const auto feed = feedOf(Pick::perUser, AtEnd::recycle, 3);
        QVERIFY(feed->perUserOnce());
        QCOMPARE(drawn(*feed, 2, 1), QStringLiteral("1 1"));
        QCOMPARE(drawn(*feed, 1, 4), QStringLiteral("1"));
        QCOMPARE(drawn(*feedOf(Pick::perUser, AtEnd::stop, 3), 1, 3), QStringLiteral("-"));
        QVERIFY(feedOf(Pick::sequential, AtEnd::unique, 3)->perUserOnce());
        QVERIFY(!feedOf(Pick::sequential, AtEnd::recycle, 3)->perUserOnce());
    }

    void randomRowsFollowTheSeed()
    {
        const auto rows = [](std::uint64_t seed) {
            return drawn(*feedOf(Pick::random, AtEnd::recycle, 50), 40, 0, seed);
        };
        QCOMPARE(rows(5), rows(5));
        QVERIFY(rows(5) != rows(6));
    }

    void randomRowsThatMustNotRepeatDoNot()
    {
        const auto feed = feedOf(Pick::random, AtEnd::stop, 50, 9);
        auto values = drawn(*feed, 50).split(QLatin1Char(' '));
        QVERIFY(values != drawn(*feedOf(Pick::sequential, AtEnd::stop, 50), 50).split(QLatin1Char(' ')));
        QCOMPARE(values, drawn(*feedOf(Pick::random, AtEnd::stop, 50, 9), 50).split(QLatin1Char(' ')));
        values.removeDuplicates();
        QCOMPARE(values.size(), 50);
        QCOMPARE(drawn(*feed, 1), QStringLiteral("-"));
    }

    void threadsNeverGetTheSameRow()
    {
        constexpr int rows = 2000;
        const auto feed = feedOf(Pick::sequential, AtEnd::unique, rows);
        std::mutex mutex;
        std::multiset<std::string> seen;
        std::vector<std::thread> threads;
        for (int user = 0; user < 4; ++user) {
            threads.emplace_back([&, user] {
                RandomStream random(1, static_cast<std::uint64_t>(user));
                while (const auto row = feed->next(user, random)) {
                    const std::lock_guard lock(mutex);
                    seen.insert(row->at(0).second.text);
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(seen.size(), std::size_t{rows});
        QCOMPARE(std::set<std::string>(seen.begin(), seen.end()).size(), std::size_t{rows});
    }

    void secretColumnsAreMarked()
    {
        const QTemporaryDir dir;
        const fs::path folder = dir.path().toStdString();
        QVERIFY(writeFileAtomic(folder / "u.csv", "user,pw\na,one\nb,two\n").has_value());
        DataFeed feed;
        feed.name = "u";
        feed.file = "u.csv";
        feed.secret_columns = {"pw"};
        const auto opened = openFeed(feed, folder, 1);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().text().c_str());
        QVERIFY((opened->secrets == std::vector<std::string>{"one", "two"}));
        RandomStream random(1, 0);
        const auto row = opened->source->next(0, random).value();
        QVERIFY(!row[0].second.secret);
        QVERIFY(row[1].second.secret);
        feed.secret_columns = {"pv"};
        QVERIFY(openFeed(feed, folder, 1).error().text().find("did you mean \"pw\"?") != std::string::npos);
        feed.file = "none.csv";
        QVERIFY(!openFeed(feed, folder, 1));
    }

    void filesWithoutRowsAreRefused()
    {
        const QTemporaryDir dir;
        const fs::path file = fs::path(dir.path().toStdString()) / "u.csv";
        QVERIFY(writeFileAtomic(file, "user,pw\n").has_value());
        QVERIFY(readDataFile(file).error().text().find("there are no rows") != std::string::npos);
    }
};

PLUMB_TEST_MAIN(TestDataFeed)
#include "tst_datafeed.moc"

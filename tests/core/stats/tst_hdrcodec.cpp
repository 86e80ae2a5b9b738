// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/hdrhistogram.h"
#include "tests/support/testmain.h"

#include <random>
#include <zlib.h>

using plumb::stats::HdrHistogram;

namespace {

std::string bytesOf(std::initializer_list<std::pair<std::uint64_t, int>> numbers)
{
    std::string out;
    for (const auto& [value, size] : numbers) {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            out += static_cast<char>((value >> shift) & 0xff);
        }
    }
    return out;
}

constexpr std::uint64_t ratio = 0x3ff0000000000000; // 1.0

std::string v2(const std::string& counts, std::uint64_t claimed, std::uint64_t digits = 3,
    std::uint64_t lowest = 1, std::uint64_t highest = 3'600'000'000)
{
    return bytesOf(
               {{0x1c849313, 4}, {claimed, 4}, {0, 4}, {digits, 4}, {lowest, 8}, {highest, 8}, {ratio, 8}})
        + counts;
}

std::string base64(const std::string& bytes)
{
    return QByteArray::fromStdString(bytes).toBase64().toStdString();
}

std::string compressed(const std::string& plain, std::uint64_t cookie)
{
    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    std::string packed(size, '\0');
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(plain.data()),
        static_cast<uLong>(plain.size()));
    packed.resize(size);
    return bytesOf({{cookie, 4}, {packed.size(), 4}}) + packed;
}

HdrHistogram randomHistogram(std::mt19937_64& random)
{
    HdrHistogram histogram;
    const auto values = random() % 400;
    for (std::uint64_t i = 0; i < values; ++i) {
        histogram.record(static_cast<std::int64_t>(random() >> (random() % 32 + 32)),
            static_cast<std::int64_t>(random() % 5 == 0 ? random() >> 24 : random() % 100 + 1));
    }
    return histogram;
}

} // namespace

class TestHdrCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomHistogramsSurvive()
    {
        std::mt19937_64 random(11);
        for (int i = 0; i < 200; ++i) {
            const auto histogram = randomHistogram(random);
            const std::string text = histogram.encode();
            QVERIFY(text.starts_with("HISTFA"));
            const auto again = HdrHistogram::decode(" \n" + text + "\r\n ");
            QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
            QVERIFY(*again == histogram);
            QCOMPARE(again->min(), histogram.min());
            QCOMPARE(again->max(), histogram.max());
        }
    }

    void otherConfigurationsSurvive()
    {
        HdrHistogram histogram({20'000, 3'600'000'000'000, 2});
        histogram.record(1'000'000'000, 12);
        const auto again = HdrHistogram::decode(histogram.encode());
        QVERIFY(again && *again == histogram);
        QVERIFY(again->config() == histogram.config());
    }

    void emptyEncodesToo()
    {
        const auto again = HdrHistogram::decode(HdrHistogram().encode());
        QVERIFY(again && *again == HdrHistogram());
    }

    void plainAndOldFormsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(base64(bytes));
        };
        // Value 3 twice: index 3. V2 as varints: run of three zeros (-3 -> 5), count 2 (-> 4).
        const std::string varints("\x05\x04", 2);
        const std::string words2 = bytesOf({{0, 2}, {0, 2}, {0, 2}, {2, 2}});
        const std::string words4 = bytesOf({{0, 4}, {0, 4}, {0, 4}, {2, 4}});
        const std::string words8 = bytesOf({{0, 8}, {0, 8}, {0, 8}, {2, 8}});
        const auto v1 = [](std::uint64_t cookie, const std::string& counts) {
            return bytesOf({{cookie, 4}, {counts.size(), 4}, {0, 4}, {3, 4}, {1, 8}, {3'600'000'000, 8},
                       {ratio, 8}})
                + counts;
        };
        const auto v0 = [](std::uint64_t cookie, const std::string& counts) {
            return bytesOf({{cookie, 4}, {3, 4}, {1, 8}, {3'600'000'000, 8}, {2, 8}}) + counts;
        };
        row("v2 plain", v2(varints, varints.size()));
        row("v2 of a shifted array",
            bytesOf({{0x1c849313, 4}, {2, 4}, {4, 4}, {3, 4}, {1, 8}, {3'600'000'000, 8}, {ratio, 8}})
                + varints);
        row("v2 compressed", compressed(v2(varints, varints.size()), 0x1c849314));
        row("v1 plain, 2 bytes", v1(0x1c849321, words2));
        row("v1 plain, 4 bytes", v1(0x1c849341, words4));
        row("v1 compressed, 8 bytes", compressed(v1(0x1c849381, words8), 0x1c849382));
        row("v0 plain, 8 bytes", v0(0x1c849388, words8));
        row("v0 compressed, 4 bytes", compressed(v0(0x1c849348, words4), 0x1c849349));
    }
    void plainAndOldFormsAreRead()
    {
        QFETCH(QByteArray, text);
        HdrHistogram expected;
        expected.record(3, 2);
        const auto histogram = HdrHistogram::decode(text.toStdString());
        QVERIFY2(histogram.has_value(), histogram ? "" : histogram.error().text().c_str());
        QVERIFY(*histogram == expected);
    }

    void longVarintsAreRead()
    {
        // The largest allowed total, 2^48, at value 0, followed by 1 at value 1.
        HdrHistogram big;
        big.record(0, (std::int64_t{1} << 48) - 1);
        big.record(1);
        const auto again = HdrHistogram::decode(big.encode());
        QVERIFY(again && *again == big);
    }

    void hostileInputGivesAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        const std::string overlong(9, '\xff');
        row("empty", "");
        row("blank", " \n ");
        row("not base64", "HIST!!!!");
        row("too short", base64("abc"));
        row("wrong cookie", base64(std::string(60, 'x')));
        row("header only, cut", base64(v2("", 0).substr(0, 30)));
        row("claims more than it has", base64(v2("\x04", 100)));
        row("claims a negative length", base64(v2("\x04", 0xffffffff)));
        row("claims more than fits", base64(v2("\x04", 0x7fffffff)));
        row("varint cut", base64(v2("\x84", 1)));
        row("varint of nine set bytes", base64(v2(overlong, 9)));
        row("run of zeros past the end", base64(v2(std::string("\xff\xff\xff\x7f", 4), 4)));
        row("longest run of zeros", base64(v2(std::string(8, '\xff') + "\xff", 9)));
        row("total overflows", base64(v2(std::string(8, '\xfe') + "\x7f", 9)));
        row("negative word",
            base64(bytesOf({{0x1c849381, 4}, {8, 4}, {0, 4}, {3, 4}, {1, 8}, {1000, 8}, {ratio, 8},
                {0x8000000000000000, 8}})));
        row("digits 0", base64(v2("", 0, 0)));
        row("digits 6", base64(v2("", 0, 6)));
        row("digits huge", base64(v2("", 0, 0x7fffffff)));
        row("lowest 0", base64(v2("", 0, 3, 0)));
        row("lowest negative", base64(v2("", 0, 3, 0xffffffffffffffff)));
        row("highest below lowest", base64(v2("", 0, 3, 1000, 1500)));
        row("huge layout", base64(v2("", 0, 5, 1, 0x7fffffffffffffff)));
        row("unit too large", base64(v2("", 0, 5, std::uint64_t{1} << 50, 0x7fffffffffffffff)));
        row("words of 6 bytes",
            base64(bytesOf({{0x1c849361, 4}, {0, 4}, {0, 4}, {3, 4}, {1, 8}, {1000, 8}, {ratio, 8}})));
        row("compressed length lies", base64(bytesOf({{0x1c849314, 4}, {1000, 4}}) + "abc"));
        row("no zlib inside", base64(bytesOf({{0x1c849314, 4}, {20, 4}}) + std::string(20, 'z')));
        row("zip bomb", base64(compressed(v2(std::string(50'000'000, '\0'), 50'000'000), 0x1c849314)));
        row("zip bomb, V0",
            base64(compressed(bytesOf({{0x1c849388, 4}, {3, 4}, {1, 8}, {1000, 8}, {0, 8}})
                    + std::string(50'000'000, '\x01'),
                0x1c849389)));
    }
    void hostileInputGivesAnError()
    {
        QFETCH(QByteArray, text);
        const auto histogram = HdrHistogram::decode(text.toStdString());
        QVERIFY(!histogram);
        QCOMPARE(histogram.error().kind, plumb::ErrorKind::input);
        QVERIFY(!histogram.error().what.empty());
    }

    /// Whatever is done to a valid text: an error, or a histogram whose parts agree.
    void mutationsNeverHarm()
    {
        std::mt19937_64 random(5);
        int read = 0;
        for (int i = 0; i < 6000; ++i) {
            const auto original = randomHistogram(random).encode();
            QByteArray bytes = QByteArray::fromBase64(QByteArray::fromStdString(original));
            if (i % 2 == 0) {
                // Damage below the compression, so that it reaches the counts.
                const auto plain = qUncompress(QByteArray::fromHex("00100000") + bytes.mid(8));
                bytes = plain;
            }
            const auto damages = random() % 4 + 1;
            for (std::uint64_t d = 0; d < damages && !bytes.isEmpty(); ++d) {
                const auto at = static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bytes.size()));
                switch (random() % 4) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.truncate(at);
                    break;
                case 2:
                    bytes.insert(at, static_cast<char>(random()));
                    break;
                default:
                    bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
                }
            }
            const auto histogram = HdrHistogram::decode(bytes.toBase64().toStdString());
            if (!histogram) {
                continue;
            }
            ++read;
            std::int64_t sum = 0;
            for (const auto& bucket : histogram->buckets()) {
                QVERIFY(bucket.count > 0 && bucket.lowest <= bucket.highest);
                sum += bucket.count;
            }
            QCOMPARE(sum, histogram->totalCount());
            QVERIFY(histogram->min() <= histogram->valueAtPercentile(50.0));
            QVERIFY(histogram->valueAtPercentile(50.0) <= histogram->max());
        }
        QVERIFY(read > 0);
    }
};

PLUMB_TEST_MAIN(TestHdrCodec)
#include "tst_hdrcodec.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The encodings of HdrHistogram (https://github.com/HdrHistogram/HdrHistogram, AbstractHistogram.java,
// ZigZagEncoding.java): all numbers big endian.
#include "stats/hdrhistogram.h"
#include "stats/sparsehistogram.h"

#include <QByteArray>

#include <zlib.h>

#include <cstring>
#include <type_traits>

namespace plumb::stats {

namespace {

// The low byte's upper half is the size of a count in bytes: 1 for V2's variable length, else 2, 4 or 8.
constexpr std::uint32_t sizeMask = 0xf0;
constexpr std::uint32_t v0Plain = 0x1c849308, v0Compressed = 0x1c849309;
constexpr std::uint32_t v1Plain = 0x1c849301, v1Compressed = 0x1c849302;
constexpr std::uint32_t v2Plain = 0x1c849303, v2Compressed = 0x1c849304;
constexpr std::uint32_t v2Size = 0x10;
constexpr std::size_t v0HeaderSize = 32, headerSize = 40;
constexpr std::size_t longestVarint = 9; ///< its ninth byte carries 8 bits

/// Layouts above this are refused: 16 MiB of counts, eight times what 1 ns to 1 h needs at 4 digits.
constexpr std::size_t maxCounts = std::size_t{1} << 21;
/// No measurement has more values; below it sums of thousands of histograms stay exact.
constexpr std::int64_t maxTotal = std::int64_t{1} << 48;
/// The longest text a histogram of maxCounts can be.
constexpr std::size_t maxText = 4 * (headerSize + longestVarint * maxCounts) / 3 + 1024;

Error broken(const std::string& what)
{
    return {ErrorKind::input, "not a readable HdrHistogram: " + what, {},
        "encode it again, as HdrHistogram V2 (compressed, base64)"};
}

template <class T>
void append(std::string& out, T value)
{
    const auto bits = static_cast<std::make_unsigned_t<T>>(value);
    for (int shift = 8 * (static_cast<int>(sizeof(T)) - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>((bits >> shift) & 0xff);
    }
}

template <class T>
T numberAt(std::string_view bytes, std::size_t offset)
{
    std::make_unsigned_t<T> value = 0;
    for (const char c : bytes.substr(offset, sizeof(T))) {
        value = static_cast<std::make_unsigned_t<T>>(
            (std::uint64_t{value} << 8) | static_cast<unsigned char>(c));
    }
    return static_cast<T>(value);
}

/// ZigZag LEB128 of at most nine bytes.
void appendVarint(std::string& out, std::int64_t value)
{
    auto bits = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    for (std::size_t i = 1; i < longestVarint && bits >= 0x80; ++i) {
        out += static_cast<char>((bits & 0x7f) | 0x80);
        bits >>= 7;
    }
    out += static_cast<char>(bits);
}

/// Takes one number off the front of @p bytes; nothing where they end within it.
std::optional<std::int64_t> takeVarint(std::string_view& bytes)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < longestVarint && i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const bool last = i + 1 == longestVarint || byte < 0x80;
        const std::uint64_t part = i + 1 == longestVarint ? byte : byte & 0x7f;
        bits |= part << (7 * i);
        if (last) {
            bytes.remove_prefix(i + 1);
            return static_cast<std::int64_t>(bits >> 1) ^ -static_cast<std::int64_t>(bits & 1);
        }
    }
    return std::nullopt;
}

/// Reads a zlib stream in portions, so that nobody unpacks more than was asked for.
class Inflater
{
public:
    explicit Inflater(std::string_view packed)
        : m_stream(state().stream)
        , m_ready(state().ready && inflateReset(&m_stream) == Z_OK)
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        m_stream.avail_in = static_cast<uInt>(packed.size());
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Up to @p size more bytes, fewer at the end or where the stream is damaged.
    std::string read(std::size_t size)
    {
        std::string out;
        while (m_ready && out.size() < size) {
            const std::size_t before = out.size();
            const std::size_t portion = std::min<std::size_t>(size - before, 64 * 1024);
            out.resize(before + portion);
            m_stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
            m_stream.avail_out = static_cast<uInt>(portion);
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            out.resize(before + portion - m_stream.avail_out);
            if (code != Z_OK || out.size() == before) {
                break;
            }
        }
        return out;
    }

private:
    /// Setting one up takes longer than most histograms take to read, so each thread has one, for one
    /// Inflater at a time.
    struct State
    {
        State() { ready = inflateInit(&stream) == Z_OK; }
        ~State()
        {
            if (ready) {
                inflateEnd(&stream);
            }
        }
        State(const State&) = delete;
        State& operator=(const State&) = delete;
        z_stream stream{};
        bool ready = false;
    };
    static State& state()
    {
        static thread_local State state;
        return state;
    }

    z_stream& m_stream;
    bool m_ready;
};

std::string deflated(const std::string& plain)
{
    uLongf size = compressBound(static_cast<uLong>(plain.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(plain.data()),
        static_cast<uLong>(plain.size()), Z_DEFAULT_COMPRESSION);
    packed.resize(size);
    return packed;
}

} // namespace

/// Reads and writes the counts of a histogram.
class HdrCodec
{
public:
    static std::string plainV2(const HdrHistogram& histogram)
    {
        std::string counts;
        // As the Java library does: counts up to the largest value's, a run of zeros as its negative length.
        const std::size_t end = histogram.empty() ? 1 : histogram.m_lastUsed + 1;
        for (std::size_t i = 0; i < end;) {
            if (histogram.m_counts[i] != 0) {
                appendVarint(counts, histogram.m_counts[i]);
                ++i;
                continue;
            }
            const std::size_t start = i;
            while (i < end && histogram.m_counts[i] == 0) {
                ++i;
            }
            const auto zeros = static_cast<std::int64_t>(i - start);
            appendVarint(counts, zeros == 1 ? 0 : -zeros);
        }
        std::string out;
        append(out, v2Plain | v2Size);
        append(out, static_cast<std::int32_t>(counts.size()));
        append(out, std::int32_t{0}); // normalizing index offset
        append(out, static_cast<std::int32_t>(histogram.m_config.digits));
        append(out, histogram.m_config.lowest);
        append(out, histogram.m_config.highest);
        append(out, std::bit_cast<std::int64_t>(1.0)); // integer to double conversion ratio
        return out + counts;
    }

    /// The plain form, taken apart: its range is sound, its counts are not read yet.
    struct Parts
    {
        HdrHistogram::Config config;
        std::size_t length = 0; ///< counts the range has
        std::size_t word = 0; ///< bytes of a count; 0: of variable length
        std::string counts;
    };

    /// @p read gives up to so many more bytes of the plain form.
    template <class Read>
    static Result<Parts> takeApart(Read read)
    {
        std::string header = read(v0HeaderSize);
        if (header.size() < v0HeaderSize) {
            return broken("it is cut short");
        }
        const auto cookie = numberAt<std::uint32_t>(header, 0);
        const std::uint32_t base = cookie & ~sizeMask;
        const bool v0 = base == v0Plain;
        if (!v0 && base != v1Plain && base != v2Plain) {
            return broken("its first bytes name no known version");
        }
        if (!v0) {
            header += read(headerSize - v0HeaderSize);
            if (header.size() < headerSize) {
                return broken("it is cut short");
            }
        }
        Parts parts;
        auto& config = parts.config;
        config.digits = numberAt<std::int32_t>(header, v0 ? 4 : 12);
        config.lowest = numberAt<std::int64_t>(header, v0 ? 8 : 16);
        config.highest = numberAt<std::int64_t>(header, v0 ? 16 : 24);
        parts.length = HdrHistogram::countsLength(config);
        if (parts.length == 0 || parts.length > maxCounts) {
            return broken("its range or precision is out of bounds (digits " + std::to_string(config.digits)
                + ", values " + std::to_string(config.lowest) + " to " + std::to_string(config.highest)
                + ")");
        }
        // The normalizing index offset at byte 8 only says how the writer kept its array: counts are written
        // in the order of their values whatever it is. The low bit of the size says "variable length
        // possible" and is no part of it.
        parts.word = base == v2Plain ? 0 : ((cookie & sizeMask) >> 4) & 0xe;
        if (base != v2Plain && parts.word != 2 && parts.word != 4 && parts.word != 8) {
            return broken("its counts have a size of " + std::to_string(parts.word) + " bytes");
        }
        const std::size_t most = parts.length * (parts.word == 0 ? longestVarint : parts.word);
        std::size_t expected = most;
        if (!v0) {
            const auto claimed = numberAt<std::int32_t>(header, 4);
            if (claimed < 0 || static_cast<std::size_t>(claimed) > most) {
                return broken(
                    "it claims " + std::to_string(claimed) + " bytes of counts, more than its range holds");
            }
            expected = static_cast<std::size_t>(claimed);
        }
        parts.counts = read(expected);
        if (!v0 && parts.counts.size() < expected) {
            return broken("it is cut short");
        }
        return parts;
    }

    static Result<HdrHistogram> histogram(const Parts& parts)
    {
        HdrHistogram histogram(parts.config);
        const auto put = [&histogram](std::size_t index, std::int64_t count) { histogram.add(index, count); };
        return forEachCount(parts, put) ? Result<HdrHistogram>(std::move(histogram)) : damagedCounts();
    }

    static Result<std::vector<HdrHistogram::Bucket>> buckets(const Parts& parts)
    {
        // Only for where its buckets begin and end; nearly all histograms have one layout.
        static thread_local HdrHistogram layout;
        if (layout.m_config != parts.config) {
            layout = HdrHistogram(parts.config);
        }
        std::vector<HdrHistogram::Bucket> buckets;
        const auto put = [&buckets](std::size_t index, std::int64_t count) {
            buckets.push_back({layout.lowestAt(index), layout.highestAt(index), count});
        };
        return forEachCount(parts, put) ? Result<std::vector<HdrHistogram::Bucket>>(std::move(buckets))
                                        : damagedCounts();
    }

private:
    static Error damagedCounts() { return broken("its counts are damaged"); }

    /// Calls @p put for every count above 0, in rising order. False: they are damaged.
    template <class Put>
    static bool forEachCount(const Parts& parts, Put put)
    {
        std::int64_t total = 0;
        const auto checked = [&](std::size_t index, std::int64_t count) {
            if (count < 0 || index >= parts.length || count > maxTotal - total) {
                return false;
            }
            total += count;
            put(index, count);
            return true;
        };
        return parts.word == 0 ? readV2(parts, checked) : readWords(parts, checked);
    }

    template <class Put>
    static bool readV2(const Parts& parts, Put put)
    {
        std::string_view bytes = parts.counts;
        std::size_t index = 0;
        while (!bytes.empty()) {
            const auto number = takeVarint(bytes);
            if (!number) {
                return false;
            }
            if (*number > 0 && !put(index, *number)) {
                return false;
            }
            const std::uint64_t step
                = *number < 0 ? ~static_cast<std::uint64_t>(*number) + 1 : std::uint64_t{1};
            if (step > parts.length - index) {
                return false;
            }
            index += step;
        }
        return true;
    }

    template <class Put>
    static bool readWords(const Parts& parts, Put put)
    {
        const std::size_t word = parts.word;
        for (std::size_t index = 0; (index + 1) * word <= parts.counts.size(); ++index) {
            const std::size_t at = index * word;
            const std::int64_t count = word == 2 ? numberAt<std::int16_t>(parts.counts, at)
                : word == 4                      ? numberAt<std::int32_t>(parts.counts, at)
                                                 : numberAt<std::int64_t>(parts.counts, at);
            if (count != 0 && !put(index, count)) {
                return false;
            }
        }
        return true;
    }
};

namespace {

/// The plain form within a text, taken apart.
Result<HdrCodec::Parts> partsOf(std::string_view base64)
{
    static constexpr std::string_view space = " \t\r\n";
    base64.remove_prefix(std::min(base64.find_first_not_of(space), base64.size()));
    base64 = base64.substr(0, base64.find_last_not_of(space) + 1);
    if (base64.empty()) {
        return broken("it is empty");
    }
    if (base64.size() > maxText) {
        return broken("it is longer than any histogram");
    }
    const auto text = QByteArray::fromRawData(base64.data(), static_cast<qsizetype>(base64.size()));
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        return broken("it is not base64");
    }
    std::string_view bytes(decoded.decoded.constData(), static_cast<std::size_t>(decoded.decoded.size()));
    if (bytes.size() < 8) {
        return broken("it is cut short");
    }
    const auto base = numberAt<std::uint32_t>(bytes, 0) & ~sizeMask;
    if (base == v0Compressed || base == v1Compressed || base == v2Compressed) {
        const auto length = numberAt<std::int32_t>(bytes, 4);
        bytes.remove_prefix(8);
        if (length < 0 || static_cast<std::size_t>(length) > bytes.size()) {
            return broken("it is cut short");
        }
        Inflater inflater(bytes.substr(0, static_cast<std::size_t>(length)));
        return HdrCodec::takeApart([&inflater](std::size_t size) { return inflater.read(size); });
    }
    return HdrCodec::takeApart([&bytes](std::size_t size) {
        const std::string part(bytes.substr(0, size));
        bytes.remove_prefix(part.size());
        return part;
    });
}

} // namespace

std::string HdrHistogram::encode() const
{
    const std::string packed = deflated(HdrCodec::plainV2(*this));
    std::string out;
    append(out, v2Compressed | v2Size);
    append(out, static_cast<std::int32_t>(packed.size()));
    out += packed;
    return QByteArray::fromRawData(out.data(), static_cast<qsizetype>(out.size())).toBase64().toStdString();
}

Result<HdrHistogram> HdrHistogram::decode(std::string_view base64)
{
    const auto parts = partsOf(base64);
    return parts ? HdrCodec::histogram(*parts) : parts.error();
}

Result<std::vector<HdrHistogram::Bucket>> decodeBuckets(std::string_view base64)
{
    const auto parts = partsOf(base64);
    return parts ? HdrCodec::buckets(*parts) : parts.error();
}

} // namespace plumb::stats

// SPDX-License-Identifier: GPL-3.0-or-later
// The format of HistogramLogWriter.java and HistogramLogReader.java of HdrHistogram; the C library prints the
// end of the interval where its length belongs, so this follows Java.
#include "stats/hlog.h"

#include <array>
#include <charconv>
#include <cmath>

namespace plumb::stats {

namespace {

constexpr std::string_view versionMark = "#[Histogram log format version ";
constexpr std::string_view startMark = "#[StartTime: ";
constexpr std::string_view baseMark = "#[BaseTime: ";
constexpr std::string_view tagMark = "Tag=";
constexpr double secondsOfYear = 365.0 * 24 * 3600;

std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view space = " \t\r";
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    return text.substr(0, text.find_last_not_of(space) + 1);
}

/// A finite number at the start of @p text; what follows it does not matter where @p whole is false.
std::optional<double> number(std::string_view text, bool whole)
{
    text = trimmed(text);
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || !std::isfinite(value) || (whole && end != text.data() + text.size())) {
        return std::nullopt;
    }
    return value;
}

std::string_view takeLine(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

struct Row
{
    HlogInterval interval;
    std::string_view payload;
};

Result<Row> readRow(std::string_view line)
{
    const auto bad = [](const std::string& what) { return Error{ErrorKind::input, what, {}, {}}; };
    Row row;
    const auto takeField = [&line]() -> std::optional<std::string_view> {
        const auto comma = line.find(',');
        if (comma == std::string_view::npos) {
            return std::nullopt;
        }
        const auto field = line.substr(0, comma);
        line.remove_prefix(comma + 1);
        return field;
    };
    if (line.starts_with(tagMark)) {
        const auto tag = takeField();
        if (!tag) {
            return bad("a tag without a comma after it");
        }
        row.interval.tag = std::string(tag->substr(tagMark.size()));
    }
    const std::array targets{&row.interval.start_s, &row.interval.length_s, &row.interval.max};
    static constexpr std::array names{"start", "interval length", "maximum"};
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto field = takeField();
        if (!field) {
            return bad(std::string("4 columns expected, the ") + names.at(i) + " is the last one here");
        }
        const auto value = number(*field, true);
        if (!value) {
            return bad(std::string("the ") + names.at(i) + " is not a number");
        }
        *targets.at(i) = *value;
    }
    row.payload = trimmed(line);
    return row;
}

/// Reads one line of the head; false where it is the mark of a version this reader does not know.
bool readHead(std::string_view line, HlogInfo& info, std::optional<double>& baseTime)
{
    if (line.starts_with(versionMark)) {
        const auto version = line.substr(versionMark.size());
        info.version = std::string(version.substr(0, version.find(']')));
        // "1.01" is what early writers called 1.0.
        return info.version.starts_with("1.") && number(info.version, true).value_or(9.0) < 1.4;
    }
    if (line.starts_with(startMark)) {
        info.startTime_s = number(line.substr(startMark.size()), false);
    } else if (line.starts_with(baseMark)) {
        baseTime = number(line.substr(baseMark.size()), false);
    }
    return true;
}

std::string fixed3(double value)
{
    std::array<char, 400> buffer{};
    const auto [end, code]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3);
    return code == std::errc() ? std::string(buffer.data(), end) : std::string("0.000");
}

} // namespace

Result<HlogInfo> readHlog(std::string_view text, const std::string& fileName,
    const std::function<void(const HlogInterval&, const HdrHistogram&)>& interval)
{
    HlogInfo info;
    std::optional<double> baseTime;
    for (std::size_t lineNumber = 1; !text.empty(); ++lineNumber) {
        const auto line = trimmed(takeLine(text));
        if (line.empty() || line.starts_with("\"StartTimestamp\"")) {
            continue;
        }
        if (line.starts_with('#')) {
            if (!readHead(line, info, baseTime)) {
                return Error{ErrorKind::input, "histogram log version \"" + info.version + "\" is not known",
                    fileName + ", line " + std::to_string(lineNumber), "versions 1.0 to 1.3 are read"};
            }
            continue;
        }
        const auto row = readRow(line);
        const auto histogram = row ? HdrHistogram::decode(row->payload) : row.error();
        if (!histogram) {
            if (info.problems.size() < HlogInfo::maxProblems) {
                info.problems.push_back({lineNumber, histogram.error().what});
            }
            continue;
        }
        if (info.intervals == 0) {
            // A start more than a year before the log's own is a distance from it, not a time.
            const double start = info.startTime_s.value_or(0.0);
            info.baseTime_s = baseTime.value_or(row->interval.start_s < start - secondsOfYear ? start : 0.0);
        }
        ++info.intervals;
        interval(row->interval, *histogram);
    }
    if (info.intervals == 0 && !info.problems.empty()) {
        return Error{ErrorKind::input, "no readable interval: " + info.problems.front().what,
            fileName + ", line " + std::to_string(info.problems.front().line),
            "check that this is an .hlog file"};
    }
    if (info.intervals == 0 && info.version.empty()) {
        return Error{
            ErrorKind::input, "this is no histogram log", fileName, "check that this is an .hlog file"};
    }
    return info;
}

Result<HlogSum> sumHlog(
    std::string_view text, const std::string& fileName, const std::optional<std::string>& tag)
{
    std::optional<HdrHistogram> total;
    const auto info = readHlog(
        text, fileName, [&total, &tag](const HlogInterval& interval, const HdrHistogram& histogram) {
            if (tag && *tag != interval.tag) {
                return;
            }
            if (total) {
                total->merge(histogram);
            } else {
                total = histogram;
            }
        });
    if (!info) {
        return info.error();
    }
    return HlogSum{*info, total ? *std::move(total) : HdrHistogram()};
}

std::string hlogHead(double startTime_s, std::string_view comment)
{
    std::string head;
    if (!comment.empty()) {
        head += "#[";
        for (const char c : comment) {
            head += c == '\n' || c == '\r' ? ' ' : c;
        }
        head += "]\n";
    }
    head += std::string(versionMark) + "1.3]\n";
    head += std::string(startMark) + fixed3(startTime_s) + " (seconds since epoch)]\n";
    return head
        + "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"\n";
}

std::string hlogRow(
    std::string_view tag, double start_s, double length_s, const HdrHistogram& histogram, double maxRatio)
{
    std::string row;
    if (!tag.empty()) {
        row += tagMark;
        for (const char c : tag) {
            row += c == ',' || c == ' ' || c == '\t' || c == '\n' || c == '\r' ? '_' : c;
        }
        row += ',';
    }
    row += fixed3(start_s) + ',' + fixed3(length_s) + ',';
    row += fixed3(static_cast<double>(histogram.max()) / maxRatio) + ',';
    return row + histogram.encode() + '\n';
}

} // namespace plumb::stats

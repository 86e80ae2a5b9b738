// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/seriescsv.h"

#include "base/csvreader.h"
#include "base/files.h"
#include "base/timestamp.h"
#include "judge/trendmetric.h"
#include "metric/metricname.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace plumb::judge {

namespace {

Error fault(const std::string& what, const std::string& where, const std::string& remedy)
{
    return {ErrorKind::input, what, where, remedy};
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::size_t> columnNamed(
    const std::vector<std::string>& columns, std::initializer_list<std::string_view> names)
{
    for (const auto name : names) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (lower(trimmed(columns[i])) == name) {
                return i;
            }
        }
    }
    return std::nullopt;
}

/// The separator that stands most often in the first line.
char separatorOf(std::string_view text)
{
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char separator : {';', '\t'}) {
        if (std::count(line.begin(), line.end(), separator) > std::count(line.begin(), line.end(), best)) {
            best = separator;
        }
    }
    return best;
}

/// A cell as it was meant.
struct Cell
{
    std::optional<double> value;
    std::string passedOver;
    bool wrong = false;
};

Cell cellOf(std::string_view text, char separator)
{
    static constexpr std::array<std::string_view, 7> none{"", "nan", "null", "none", "na", "n/a", "-"};
    static constexpr std::array<std::string_view, 2> infinite{"inf", "infinity"};
    std::string word = lower(trimmed(text));
    if (std::find(none.begin(), none.end(), word) != none.end() || word == "-nan" || word == "+nan") {
        return {std::nullopt, "no value", false};
    }
    const auto unsignedWord
        = std::string_view(word).substr(word.front() == '-' || word.front() == '+' ? 1 : 0);
    if (std::find(infinite.begin(), infinite.end(), unsignedWord) != infinite.end()) {
        return {std::nullopt, "not finite", false};
    }
    if (separator == ';' && word.find('.') == std::string::npos) {
        std::replace(word.begin(), word.end(), ',', '.');
    }
    double value = 0.0;
    const char* begin = word.data() + (word.front() == '+' ? 1 : 0);
    const char* end = word.data() + word.size();
    const auto read = std::from_chars(begin, end, value);
    if (read.ptr != end) {
        return {std::nullopt, {}, true};
    }
    if (read.ec == std::errc::result_out_of_range) {
        return {std::nullopt, "out of range", false};
    }
    return read.ec == std::errc() ? Cell{value, {}, false} : Cell{std::nullopt, {}, true};
}

Result<void> checkEncoding(std::string_view text, const std::string& fileName)
{
    const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")
        || text.substr(0, 1024).find('\0') != std::string_view::npos;
    if (wide || cleanUtf8(text) != text) {
        return fault(wide ? "this is UTF-16 or no text at all" : "this is not UTF-8", fileName,
            "save the file as UTF-8");
    }
    return {};
}

/// Remarks on times that are not what one expects of a history; rows keep their order all the same.
void lookAtTimes(TrendInput& input)
{
    std::optional<std::int64_t> last;
    bool backwards = false, equal = false;
    for (const auto& point : input.points) {
        const auto at = parseIsoTimestamp(point.started_at);
        backwards = backwards || (at && last && *at < *last);
        equal = equal || (at && last && *at == *last);
        last = at ? at : last;
    }
    if (backwards) {
        input.remarks.emplace_back("the times are not in order; the rows are taken as they stand");
    } else if (equal) {
        input.remarks.emplace_back("some rows have one time; they are taken as they stand");
    }
}

} // namespace

Result<TrendInput> parseSeriesCsv(
    std::string_view text, const std::string& fileName, const std::string& column)
{
    if (const auto encoded = checkEncoding(text, fileName); !encoded) {
        return encoded.error();
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const char separator = separatorOf(text);
    CsvReader reader(text, fileName, separator);
    std::vector<std::string> columns, fields;
    auto more = reader.next(columns);
    if (!more) {
        return more.error();
    }
    if (!*more) {
        return fault(
            "the file is empty", fileName, "its first line names the columns, each further line is a row");
    }
    const auto found = std::find_if(columns.begin(), columns.end(),
        [&column](const std::string& name) { return trimmed(name) == column; });
    if (found == columns.end()) {
        std::string known;
        for (const auto& name : columns) {
            known += (known.empty() ? "" : ", ") + std::string(trimmed(name));
        }
        return fault("there is no column \"" + column + "\"", fileName, "there are " + known);
    }
    const auto wanted = static_cast<std::size_t>(found - columns.begin());
    const auto time = columnNamed(columns, {"started_at", "timestamp", "time", "date"});
    const auto label = columnNamed(columns, {"commit", "version", "run", "id", "name"});

    TrendInput input;
    input.metric = column;
    describeMetric(input, column);
    std::size_t missing = 0;
    while (true) {
        more = reader.next(fields);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        const auto where = fileName + ", line " + std::to_string(reader.line());
        if (fields.size() != columns.size()) {
            return fault(std::to_string(fields.size()) + (fields.size() == 1 ? " column" : " columns")
                    + ", expected " + std::to_string(columns.size()),
                where, "give every row the columns of the first line");
        }
        const auto cell = cellOf(fields[wanted], separator);
        if (cell.wrong) {
            return fault("\"" + fields[wanted].substr(0, 60) + "\" in column \"" + column + "\" is no number",
                where, "leave the cell empty where there is no value");
        }
        TrendPoint point;
        point.value = cell.value;
        point.passedOver = cell.passedOver;
        missing += cell.value ? 0 : 1;
        if (time) {
            point.started_at = fields[*time];
        }
        point.id = label ? fields[*label] : std::to_string(input.points.size());
        input.points.push_back(std::move(point));
    }
    if (input.points.empty()) {
        return fault("there are no rows", fileName, "add a row for each run");
    }
    if (missing > 0) {
        input.remarks.push_back(std::to_string(missing) + " of " + std::to_string(input.points.size())
            + " rows have no finite value and do not count");
    }
    lookAtTimes(input);
    return input;
}

Result<TrendInput> readSeriesCsv(const std::filesystem::path& file, const std::string& column)
{
    const auto text = readFile(file);
    if (!text) {
        return text.error();
    }
    return parseSeriesCsv(*text, file.string(), column);
}

} // namespace plumb::judge

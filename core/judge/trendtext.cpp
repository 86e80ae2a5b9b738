// SPDX-License-Identifier: GPL-3.0-or-later
// Trends as a table. A change stands as a row of its own between the two runs where it happened, as in Apache
// Otava's report.
#include "base/units.h"
#include "judge/sentence.h"
#include "judge/trend.h"
#include "judge/trendwords.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace plumb::judge {

namespace {

using Row = std::array<std::string, 4>;

/// A run, or what stands between two.
struct TableRow
{
    Row cells;
    std::string between; ///< text in the column of values, between dotted lines; empty: a run
};

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// As it was measured, to six digits.
std::string plainNumber(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), roundSignificant(value, 6)).ptr;
    return {text.data(), end};
}

std::string remarkOf(const TrendInput& input, const Trend& trend, std::size_t index)
{
    const auto& point = input.points[index];
    std::vector<std::string> words;
    if (!point.passedOver.empty()) {
        words.push_back("(" + point.passedOver + ")");
    }
    if (std::binary_search(trend.outliers.begin(), trend.outliers.end(), index)) {
        words.emplace_back("outlier");
    }
    if (point.expected) {
        words.emplace_back("expected");
    }
    if (input.baseline && input.baseline->index == index) {
        words.emplace_back("baseline");
    }
    return joined(words);
}

std::string changeText(const TrendInput& input, const TrendChange& change)
{
    const auto text
        = change.change ? signedPercent(change.change) : valueText(change.after - change.before, input.unit);
    return text + (change.provisional ? " ?" : "");
}

std::vector<TableRow> rowsOf(const TrendInput& input, const Trend& trend, std::size_t from)
{
    std::vector<TableRow> rows;
    auto change = trend.changes.begin();
    auto boundary = trend.breaks.begin();
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        for (; boundary != trend.breaks.end() && boundary->index == i; ++boundary) {
            if (i >= from) {
                rows.push_back({{}, "new " + joined(boundary->changed)});
            }
        }
        for (; change != trend.changes.end() && change->index == i; ++change) {
            if (i >= from) {
                rows.push_back({{}, changeText(input, *change)});
            }
        }
        if (i >= from) {
            const auto& point = input.points[i];
            const auto value = point.value ? plainNumber(*point.value) : std::string("-");
            rows.push_back({{pointName(point),
                                point.started_at.empty()           ? std::string()
                                    : point.target_version.empty() ? point.id
                                                                   : point.target_version,
                                value, remarkOf(input, trend, i)},
                {}});
        }
    }
    return rows;
}

Row headOf(const TrendInput& input)
{
    return {"run", input.operation.empty() ? "label" : "version",
        trendSubject(input) + (input.unit.empty() ? "" : " (" + input.unit + ")"), ""};
}

/// Columns as people count them: UTF-8 continuation bytes take no room.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(const std::string& text, std::size_t room, bool right)
{
    const std::string space(room > width(text) ? room - width(text) : 0, ' ');
    return right ? space + text : text + space;
}

std::string repeated(const char* text, std::size_t times)
{
    std::string result;
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

void endLine(std::string& text)
{
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

std::string answerText(const TrendInput& input, const Trend& trend, const std::string& bullet)
{
    std::string text;
    for (const auto& change : trend.changes) {
        text += bullet + "change: " + changeSentence(input, change) + '\n';
    }
    for (const auto& one : trend.breaks) {
        text += bullet + "not compared across " + pointName(input.points[one.index]) + ": another "
            + joined(one.changed) + '\n';
    }
    if (trend.creep) {
        text += bullet + "newest runs against "
            + (trend.creep->afterExpected ? "the level after the expected change" : "the baseline") + ": "
            + valueText(trend.creep->now, input.unit) + " against "
            + valueText(trend.creep->reference, input.unit) + " (" + signedPercent(trend.creep->change) + ")"
            + (trend.creep->creeping ? ", a slow creep" : "") + '\n';
    }
    for (const auto& remark : input.remarks) {
        text += bullet + "note: " + remark + '\n';
    }
    return text;
}

std::size_t firstShown(const TrendInput& input, std::size_t most)
{
    return input.points.size() > most ? input.points.size() - most : 0;
}

std::string earlierText(std::size_t count)
{
    return count == 0 ? std::string() : counted(count, "earlier run") + " not shown";
}

std::string escaped(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        result += c == '|' ? "\\|" : c == '\n' || c == '\r' ? std::string(" ") : std::string(1, c);
    }
    return result;
}

} // namespace

std::string trendText(const TrendInput& input, const Trend& trend, std::size_t most)
{
    const std::size_t from = firstShown(input, most);
    const auto rows = rowsOf(input, trend, from);
    const Row head = headOf(input);
    std::array<std::size_t, 4> widths{};
    for (std::size_t column = 0; column < head.size(); ++column) {
        widths[column] = width(head[column]);
        for (const auto& row : rows) {
            widths[column] = std::max(
                widths[column], width(column == 2 && !row.between.empty() ? row.between : row.cells[column]));
        }
    }
    std::string text;
    const auto line = [&](const Row& cells) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            text += padded(cells[column], widths[column], column == 2) + "  ";
        }
        endLine(text);
    };
    if (from > 0) {
        text += earlierText(from) + '\n';
    }
    line(head);
    line({repeated("-", widths[0]), repeated("-", widths[1]), repeated("-", widths[2]), ""});
    for (const auto& row : rows) {
        if (row.between.empty()) {
            line(row.cells);
            continue;
        }
        const auto dots = repeated("·", width(row.between));
        line({"", "", dots, ""});
        line({"", "", row.between, ""});
        line({"", "", dots, ""});
    }
    text += '\n' + answerText(input, trend, "");
    return text + trend.sentence + '\n';
}

std::string trendMarkdown(const TrendInput& input, const Trend& trend, std::size_t most)
{
    const std::size_t from = firstShown(input, most);
    std::string text = "# Trend of " + escaped(trendSubject(input));
    text += input.operation.empty() ? "\n\n"
                                    : " in " + escaped(input.operation)
            + (input.environment.empty() ? "" : " (" + escaped(input.environment) + ")") + "\n\n";
    text += "**" + escaped(trend.sentence) + "**\n\n";
    const auto answer = answerText(input, trend, "- ");
    text += answer + (answer.empty() ? "" : "\n");
    if (from > 0) {
        text += earlierText(from) + ".\n\n";
    }
    const Row head = headOf(input);
    text += "| " + head[0] + " | " + head[1] + " | " + escaped(head[2]) + " | |\n|---|---|---:|---|\n";
    for (const auto& row : rowsOf(input, trend, from)) {
        text += row.between.empty() ? "| " + escaped(row.cells[0]) + " | " + escaped(row.cells[1]) + " | "
                + row.cells[2] + " | " + escaped(row.cells[3]) + " |\n"
                                    : "| | | **" + escaped(row.between) + "** | |\n";
    }
    return text;
}

} // namespace plumb::judge

// SPDX-License-Identifier: GPL-3.0-or-later
// https://prometheus.io/docs/instrumenting/exposition_formats/ (text format 0.0.4).
#include "monitor/prometheustext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace plumb::monitor {

namespace {

constexpr std::size_t mostNames = 200;
constexpr std::size_t shownOfLine = 60;

bool isNameByte(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'
        || (!first && c >= '0' && c <= '9');
}

std::string_view takeName(std::string_view& text)
{
    std::size_t length = 0;
    while (length < text.size() && isNameByte(text[length], length == 0)) {
        ++length;
    }
    const auto name = text.substr(0, length);
    text.remove_prefix(length);
    return name;
}

void skipBlanks(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

bool take(std::string_view& text, std::string_view word)
{
    skipBlanks(text);
    if (!text.starts_with(word)) {
        return false;
    }
    text.remove_prefix(word.size());
    return true;
}

/// A quoted label value with \\, \" and \n.
std::optional<std::string> takeQuoted(std::string_view& text)
{
    if (!take(text, "\"")) {
        return std::nullopt;
    }
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        }
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            value += text[i] == 'n' ? '\n' : text[i];
        } else {
            value += text[i];
        }
    }
    return std::nullopt;
}

std::optional<double> numberOf(std::string_view word)
{
    if (word.starts_with('+')) {
        word.remove_prefix(1);
    }
    std::string lower(word.substr(0, 9));
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower == "inf" || lower == "-inf" || lower == "nan") {
        return lower == "nan" ? std::numeric_limits<double>::quiet_NaN()
                              : (lower[0] == '-' ? -1 : 1) * std::numeric_limits<double>::infinity();
    }
    double value = 0.0;
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    return code == std::errc() && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

bool chosen(const SeriesChoice& choice, const PrometheusSample& sample)
{
    return std::all_of(
        choice.labels.begin(), choice.labels.end(), [&sample](const SeriesChoice::Label& label) {
            const auto found = std::find_if(sample.labels.begin(), sample.labels.end(),
                [&label](const auto& known) { return known.first == label.name; });
            // A label that is not there is an empty one.
            const bool same
                = found == sample.labels.end() ? label.value.empty() : found->second == label.value;
            return same == label.equal;
        });
}

/// "# TYPE name kind".
std::optional<std::pair<std::string_view, std::string_view>> typeLine(std::string_view line)
{
    if (!take(line, "#") || !take(line, "TYPE ")) {
        return std::nullopt;
    }
    skipBlanks(line);
    const auto name = takeName(line);
    skipBlanks(line);
    const auto kind = line.substr(0, line.find_first_of(" \t\r"));
    return name.empty() ? std::nullopt : std::optional(std::pair(name, kind));
}

std::optional<std::string_view> without(std::string_view name, std::string_view suffix)
{
    return name.ends_with(suffix) ? std::optional(name.substr(0, name.size() - suffix.size())) : std::nullopt;
}

/// Whether a series only goes up: its type says so, or, without one, its name.
bool isCounter(const std::string& name, const std::map<std::string, std::string, std::less<>>& types)
{
    if (const auto found = types.find(name); found != types.end()) {
        return found->second == "counter";
    }
    for (const auto suffix : {"_count", "_sum", "_bucket"}) {
        const auto family = without(name, suffix);
        const auto found = family ? types.find(*family) : types.end();
        if (found != types.end() && (found->second == "histogram" || found->second == "summary")) {
            return true;
        }
    }
    if (const auto family = without(name, "_total")) {
        const auto found = types.find(*family); // OpenMetrics names the family without it
        return found == types.end() || found->second == "counter";
    }
    return false;
}

} // namespace

Result<SeriesChoice> parseSeriesChoice(const std::string& text)
{
    const auto wrong = [&text](const std::string& what) {
        return Error{ErrorKind::input, "\"" + text + "\" chooses no series: " + what, {},
            "write http_requests_total or http_requests_total{code=\"500\"}"};
    };
    SeriesChoice choice;
    choice.text = text;
    std::string_view rest = text;
    skipBlanks(rest);
    choice.name = takeName(rest);
    if (choice.name.empty()) {
        return wrong("it begins with no name");
    }
    if (take(rest, "{")) {
        while (!take(rest, "}")) {
            SeriesChoice::Label label;
            skipBlanks(rest);
            label.name = takeName(rest);
            label.equal = !take(rest, "!=");
            if (label.name.empty() || (label.equal && !take(rest, "="))) {
                return wrong("labels are written name=\"value\" or name!=\"value\"");
            }
            auto value = takeQuoted(rest);
            if (!value) {
                return wrong("the value of " + label.name + " stands in no quotes");
            }
            label.value = std::move(*value);
            choice.labels.push_back(std::move(label));
            if (!take(rest, ",") && !rest.starts_with('}')) {
                skipBlanks(rest);
                if (!rest.starts_with('}')) {
                    return wrong("there is no } at its end");
                }
            }
        }
    }
    skipBlanks(rest);
    if (!rest.empty()) {
        return wrong("\"" + std::string(rest) + "\" follows");
    }
    return choice;
}

std::optional<PrometheusSample> parseSample(std::string_view line)
{
    skipBlanks(line);
    PrometheusSample sample;
    sample.name = takeName(line);
    if (sample.name.empty()) {
        return std::nullopt;
    }
    const bool ended = line.empty() || line.front() == ' ' || line.front() == '\t';
    if (take(line, "{")) {
        while (!take(line, "}")) {
            skipBlanks(line);
            const auto name = takeName(line);
            auto value = !name.empty() && take(line, "=") ? takeQuoted(line) : std::nullopt;
            if (!value) {
                return std::nullopt;
            }
            sample.labels.emplace_back(name, std::move(*value));
            skipBlanks(line);
            if (!take(line, ",") && !line.starts_with('}')) {
                return std::nullopt;
            }
        }
    } else if (!ended) {
        return std::nullopt;
    }
    skipBlanks(line);
    const auto value = numberOf(line.substr(0, line.find_first_of(" \t\r")));
    if (!value) {
        return std::nullopt;
    }
    sample.value = *value;
    return sample;
}

PageReading readPage(std::string_view page, const std::vector<SeriesChoice>& choices)
{
    PageReading reading;
    reading.values.resize(choices.size());
    std::map<std::string, std::string, std::less<>> types;
    while (!page.empty()) {
        auto line = page.substr(0, page.find('\n'));
        page.remove_prefix(std::min(line.size() + 1, page.size()));
        skipBlanks(line);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty()) {
            continue;
        }
        if (line.starts_with('#')) {
            const auto type = typeLine(line);
            // Only what may be asked for is kept: a page may be large.
            if (type && std::any_of(choices.begin(), choices.end(), [&type](const SeriesChoice& choice) {
                    return choice.name.starts_with(type->first);
                })) {
                types.insert_or_assign(std::string(type->first), std::string(type->second));
            }
            continue;
        }
        auto rest = line;
        const auto name = takeName(rest);
        const bool wanted = std::any_of(choices.begin(), choices.end(),
            [name](const SeriesChoice& choice) { return choice.name == name; });
        if (!wanted && !name.empty() && !rest.empty()
            && (rest[0] == '{' || rest[0] == ' ' || rest[0] == '\t')) {
            // What was not asked for is not looked at any closer.
            ++reading.samples;
            if (reading.names.size() < mostNames && (reading.names.empty() || reading.names.back() != name)) {
                reading.names.emplace_back(name);
            }
            continue;
        }
        const auto sample = parseSample(line);
        if (!sample) {
            if (reading.wrong.empty()) {
                reading.wrong = line.substr(0, shownOfLine);
            }
            continue;
        }
        ++reading.samples;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (choices[i].name == sample->name && chosen(choices[i], *sample)
                && std::isfinite(sample->value)) {
                auto& value = reading.values[i];
                value.sum = value.sum.value_or(0.0) + sample->value;
                ++value.samples;
            }
        }
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        reading.values[i].counter = isCounter(choices[i].name, types);
    }
    return reading;
}

std::string unitOf(std::string_view name, bool counter)
{
    const auto plain = without(name, "_total").value_or(name);
    const bool bytes = plain.ends_with("_bytes") || name.ends_with("_bytes_sum");
    const bool seconds = plain.ends_with("_seconds") || name.ends_with("_seconds_sum");
    if (counter) {
        return bytes ? "B/s" : seconds ? "s/s" : "1/s";
    }
    return bytes ? "B" : seconds ? "s" : "";
}

} // namespace plumb::monitor

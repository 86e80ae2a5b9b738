// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/baselines.h"

#include "base/json.h"
#include "base/timestamp.h"
#include "library/jsonlines.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

using Kind = BaselineLine::Kind;

constexpr const char* schema = "plumbline.baseline/1";
constexpr std::size_t maxText = 64 * 1024;

std::string lineText(const BaselineLine& line)
{
    Json json = Json::object();
    json["schema"] = schema;
    json["kind"] = toString(line.kind);
    json["operation"] = line.operation;
    json["environment"] = line.environment;
    if (line.kind == Kind::pin) {
        json["reports"] = line.reports;
    }
    json["writer"] = line.writer;
    json["at"] = line.at;
    json["why"] = line.why;
    return dumpJson(json);
}

std::string stringField(const Json& json, const char* name)
{
    const auto field = json.find(name);
    return field != json.end() && field->is_string() ? field->get<std::string>() : std::string();
}

Result<BaselineLine> parseLine(std::string_view text, const std::string& place)
{
    const auto json = parseJson(text, place);
    if (!json) {
        return json.error();
    }
    if (const auto fits = checkSchema(*json, "plumbline.baseline", 1, place); !fits) {
        return fits.error();
    }
    const auto wrong = [&place](const char* what) {
        return Error{ErrorKind::input, what, place, "correct or remove the line"};
    };
    BaselineLine line;
    const auto kind = stringField(*json, "kind");
    if (kind != "pin" && kind != "unpin") {
        return wrong("the kind is neither pin nor unpin");
    }
    line.kind = kind == "pin" ? Kind::pin : Kind::unpin;
    line.operation = stringField(*json, "operation");
    line.environment = stringField(*json, "environment");
    line.writer = stringField(*json, "writer");
    line.at = stringField(*json, "at");
    line.why = stringField(*json, "why");
    if (line.operation.empty() || !parseIsoTimestamp(line.at)) {
        return wrong("no operation or no time");
    }
    if (line.kind == Kind::pin) {
        const auto reports = json->find("reports");
        const bool fits = reports != json->end() && reports->is_array() && !reports->empty()
            && std::all_of(reports->begin(), reports->end(), [](const Json& id) { return id.is_string(); });
        if (!fits) {
            return wrong("\"reports\" is no list of ids");
        }
        line.reports = reports->get<std::vector<std::string>>();
    }
    return line;
}

} // namespace

std::string_view toString(Kind kind)
{
    return kind == Kind::pin ? "pin" : "unpin";
}

const BaselineLine* Baselines::find(std::string_view operation, std::string_view environment) const
{
    const auto found = std::find_if(pinned.begin(), pinned.end(), [&](const BaselineLine& line) {
        return line.operation == operation && line.environment == environment;
    });
    return found == pinned.end() ? nullptr : &*found;
}

bool Baselines::holds(std::string_view report) const
{
    return std::any_of(pinned.begin(), pinned.end(), [report](const BaselineLine& line) {
        return std::find(line.reports.begin(), line.reports.end(), report) != line.reports.end();
    });
}

fs::path baselinesFile(const fs::path& library)
{
    return library / "baselines.jsonl";
}

Baselines readBaselines(const fs::path& library)
{
    Baselines all;
    all.damaged = eachLine(baselinesFile(library), [&all](std::string_view text, const std::string& place) {
        auto line = parseLine(text, place);
        if (!line) {
            return line.error().text();
        }
        all.history.push_back(std::move(*line));
        return std::string();
    });
    std::stable_sort(
        all.history.begin(), all.history.end(), [](const BaselineLine& a, const BaselineLine& b) {
            return parseIsoTimestamp(a.at) < parseIsoTimestamp(b.at);
        });
    std::map<std::pair<std::string, std::string>, const BaselineLine*> latest;
    for (const auto& line : all.history) {
        latest[{line.operation, line.environment}] = &line;
    }
    for (const auto& [key, line] : latest) {
        if (line->kind == Kind::pin) {
            all.pinned.push_back(*line);
        }
    }
    return all;
}

Result<void> appendBaseline(const fs::path& library, const BaselineLine& line)
{
    const auto refused = [](const char* what, const char* remedy) {
        return Error{ErrorKind::input, what, {}, remedy};
    };
    if (line.operation.empty() || line.writer.empty() || !parseIsoTimestamp(line.at)) {
        return refused("a baseline has an operation, a writer and a time", "give all three");
    }
    const std::set<std::string> different(line.reports.begin(), line.reports.end());
    if (line.kind == Kind::pin
        && (line.reports.empty() || different.contains("") || different.size() != line.reports.size())) {
        return refused("a baseline is one report or more, each once and with an id", "name the reports");
    }
    const auto text = lineText(line);
    if (text.size() > maxText) {
        return refused("the line is too long", "write at most 64 KiB");
    }
    return appendLine(baselinesFile(library), text, "the baseline");
}

} // namespace plumb::library

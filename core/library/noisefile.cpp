// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/noisefile.h"

#include "base/json.h"
#include "base/timestamp.h"
#include "library/earlierruns.h"
#include "library/jsonlines.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

constexpr const char* schema = "plumbline.noise/1";
constexpr std::size_t fewestRounds = 3;

Json rowJson(const judge::NoiseRow& row)
{
    Json json = Json::object();
    json["of"] = row.of;
    json["metric"] = row.metric;
    json["unit"] = row.unit;
    json["value"] = row.value;
    json["sigma"] = row.spread.sigma;
    json["df"] = row.spread.df;
    json["round_sigma"] = row.round_sigma;
    json["floor"] = row.floor;
    json["floor_from"] = stats::toString(row.reason);
    if (row.detectable) {
        json["detectable"] = *row.detectable;
    }
    return json;
}

/// Throws where a field is missing or of another type.
judge::NoiseRow rowFrom(const Json& json)
{
    judge::NoiseRow row;
    row.of = json.at("of").get<std::string>();
    row.metric = json.at("metric").get<std::string>();
    row.unit = json.value("unit", std::string());
    row.value = json.at("value").get<double>();
    row.spread = {json.at("sigma").get<double>(), json.at("df").get<double>()};
    row.round_sigma = json.value("round_sigma", row.spread.sigma);
    row.floor = json.at("floor").get<double>();
    const auto from = json.value("floor_from", std::string());
    for (const auto reason : {stats::FloorReason::usual, stats::FloorReason::spread,
             stats::FloorReason::resolution, stats::FloorReason::absolute}) {
        if (stats::toString(reason) == from) {
            row.reason = reason;
        }
    }
    if (json.contains("detectable")) {
        row.detectable = json.at("detectable").get<double>();
    }
    const auto metric = metric::parseMetricName(row.metric);
    row.points = metric && judge::inPoints(*metric->metric);
    return row;
}

bool plausible(const judge::NoiseRow& row)
{
    return !row.of.empty() && std::isfinite(row.spread.sigma) && row.spread.sigma >= 0.0
        && std::isfinite(row.spread.df) && row.spread.df > 0.0 && std::isfinite(row.floor)
        && row.floor >= 0.0;
}

Result<NoiseLine> parseLine(std::string_view text, const std::string& place)
{
    const auto json = parseJson(text, place);
    if (!json) {
        return json.error();
    }
    if (const auto fits = checkSchema(*json, "plumbline.noise", 1, place); !fits) {
        return fits.error();
    }
    const auto wrong = [&place](const std::string& what) {
        return Error{ErrorKind::input, what, place, "correct or remove the line"};
    };
    try {
        NoiseLine line;
        line.operation = json->at("operation").get<std::string>();
        line.environment = json->value("environment", std::string());
        line.reports = json->at("reports").get<std::vector<std::string>>();
        line.writer = json->value("writer", std::string());
        line.at = json->at("at").get<std::string>();
        for (const auto& row : json->at("metrics")) {
            line.rows.push_back(rowFrom(row));
            if (!plausible(line.rows.back())) {
                return wrong("the figures of " + line.rows.back().metric + " cannot be");
            }
        }
        if (line.operation.empty() || !parseIsoTimestamp(line.at)) {
            return wrong("no operation or no time");
        }
        return line;
    } catch (const nlohmann::json::exception& error) {
        return wrong(std::string("no measurement of noise: ") + error.what());
    }
}

/// The latest of @p line's reports that can be read, against @p like.
bool stillFits(const NoiseLine& line, const std::vector<ReportRow>& rows, const report::Report& like)
{
    for (const auto& id : line.reports) {
        const auto row = std::find_if(rows.begin(), rows.end(),
            [&id](const ReportRow& r) { return r.id == id && r.unreadable.empty(); });
        if (row == rows.end()) {
            continue;
        }
        const auto report = report::readReport(row->file);
        if (!report) {
            continue;
        }
        const auto differences = judge::differencesBetween(*report, like);
        return std::all_of(differences.begin(), differences.end(), [](const judge::Difference& difference) {
            return difference.weight != judge::Difference::Weight::blocks || difference.what == "run";
        });
    }
    return true;
}

} // namespace

fs::path noiseFile(const fs::path& library)
{
    return library / "noise.jsonl";
}

const NoiseLine* NoiseMeasurements::find(std::string_view operation, std::string_view environment) const
{
    const auto found = std::find_if(lines.rbegin(), lines.rend(), [&](const NoiseLine& line) {
        return line.operation == operation && line.environment == environment;
    });
    return found == lines.rend() ? nullptr : &*found;
}

NoiseMeasurements readNoise(const fs::path& library)
{
    NoiseMeasurements all;
    all.damaged = eachLine(noiseFile(library), [&all](std::string_view text, const std::string& place) {
        auto line = parseLine(text, place);
        if (!line) {
            return line.error().text();
        }
        all.lines.push_back(std::move(*line));
        return std::string();
    });
    std::stable_sort(all.lines.begin(), all.lines.end(), [](const NoiseLine& a, const NoiseLine& b) {
        return parseIsoTimestamp(a.at) < parseIsoTimestamp(b.at);
    });
    return all;
}

Result<void> appendNoise(const fs::path& library, const NoiseLine& line)
{
    if (line.operation.empty() || line.writer.empty() || !parseIsoTimestamp(line.at)
        || line.reports.size() < fewestRounds) {
        return Error{ErrorKind::input,
            "a measurement of noise has an operation, a writer, a time and 3 rounds at least", {},
            "measure with 3 rounds or more"};
    }
    Json json = Json::object();
    json["schema"] = schema;
    json["operation"] = line.operation;
    json["environment"] = line.environment;
    json["reports"] = line.reports;
    json["rounds"] = line.reports.size();
    json["writer"] = line.writer;
    json["at"] = line.at;
    json["metrics"] = Json::array();
    for (const auto& row : line.rows) {
        json["metrics"].push_back(rowJson(row));
    }
    return appendLine(noiseFile(library), dumpJson(json), "the noise");
}

std::optional<judge::NoiseBook> knownNoise(const fs::path& library, const std::vector<ReportRow>& rows,
    const std::vector<ReportRow>& earlier, const report::Report& like, std::span<const std::string> without)
{
    auto book = noiseOfHistory(earlier, like, without);
    const auto measurements = readNoise(library);
    const auto* line = measurements.find(like.operation, like.environment);
    if (line == nullptr || !stillFits(*line, rows, like)) {
        return book;
    }
    auto measured = judge::noiseBookOf(line->rows,
        std::to_string(line->reports.size()) + " rounds of the same thing, measured "
            + line->at.substr(0, 10));
    if (!book) {
        return measured;
    }
    book->source = measured.source + ", and " + book->source;
    for (auto& [key, entry] : measured.entries) {
        auto& known = book->entries[key];
        known.floor = entry.floor;
        if (entry.spread.df > known.spread.df) {
            known.spread = entry.spread;
        }
    }
    return book;
}

} // namespace plumb::library

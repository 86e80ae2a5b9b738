// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

#include <QCryptographicHash>

#include <algorithm>

namespace plumb::scenario {

namespace {

/// Scenarios are written by people; 64 MiB leaves room for large bodies and stops mistakes such as a core
/// dump.
constexpr std::uintmax_t maxScenarioBytes = 64ULL << 20;

Error firstError(const std::vector<Problem>& problems, const std::string& fileName)
{
    const auto isError = [](const Problem& problem) { return !problem.warning; };
    const auto first = std::find_if(problems.begin(), problems.end(), isError);
    const auto more = std::count_if(problems.begin(), problems.end(), isError) - 1;
    std::string remedy = first->remedy;
    if (more > 0) {
        remedy += (remedy.empty() ? "" : "; ") + std::to_string(more)
            + (more == 1 ? " more problem" : " more problems") + ", see plumb scenario validate";
    }
    return Error{ErrorKind::input, first->message,
        fileName + ", " + (first->path.empty() ? "/" : first->path), remedy};
}

Result<Json> parse(const std::string& text, const std::filesystem::path& file)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Error{ErrorKind::input, "the file is empty", file.string(),
            "write a scenario into it, or begin with a template: plumb scenario new minimal"};
    }
    return parseJson(text, file.string());
}

} // namespace

Result<Scenario> scenarioFromJson(const Json& json, const std::string& fileName)
{
    if (const auto schema = checkSchema(json, "plumbline.scenario", 1, fileName); !schema) {
        return schema.error();
    }
    std::vector<Problem> problems;
    auto scenario = readScenario(json, problems);
    if (std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return !p.warning; })) {
        return firstError(problems, fileName);
    }
    return scenario;
}

Result<Json> readScenarioJson(const std::filesystem::path& file)
{
    const auto text = readFile(file, maxScenarioBytes);
    return text ? parse(*text, file) : Result<Json>(text.error());
}

Result<LoadedScenario> loadScenario(const std::filesystem::path& file)
{
    const auto text = readFile(file, maxScenarioBytes);
    if (!text) {
        return text.error();
    }
    const auto json = parse(*text, file);
    if (!json) {
        return json.error();
    }
    auto scenario = scenarioFromJson(*json, file.string());
    if (!scenario) {
        return scenario.error();
    }
    const QByteArrayView bytes(text->data(), static_cast<qsizetype>(text->size()));
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return LoadedScenario{std::move(*scenario), file, hash.toStdString()};
}

} // namespace plumb::scenario

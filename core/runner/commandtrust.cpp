// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/commandtrust.h"

#include "base/files.h"
#include "scenario/commandline.h"
#include "scenario/templates.h"
#include "scenario/visit.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace plumb::runner {

namespace {

constexpr auto templatesRoot = ":/plumbline/templates";

std::string sha256Of(const Json& json)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(dumpJson(json)), QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

/// The step's part of the scenario's document.
Json partOf(const Json& document, const std::string& path, const char* kind)
{
    return document.at(nlohmann::ordered_json::json_pointer(path + '/' + kind));
}

/// $XDG_DATA_HOME/plumbline/allowed-commands.json
std::filesystem::path allowedFile()
{
    const auto given = qEnvironmentVariable("XDG_DATA_HOME");
    const auto folder
        = given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) : given;
    return std::filesystem::path(folder.toStdString()) / "plumbline" / "allowed-commands.json";
}

std::vector<std::string> readAllowed()
{
    std::vector<std::string> list;
    const auto json = readJsonFile(allowedFile());
    const bool readable
        = json && json->is_object() && json->contains("allowed") && (*json)["allowed"].is_array();
    for (const auto& hash : readable ? (*json)["allowed"] : Json::array()) {
        if (hash.is_string()) {
            list.push_back(hash.get<std::string>());
        }
    }
    return list;
}

bool writes(const scenario::Step& step)
{
    return step.kind == "sql" && step.sql
        && (step.sql->write.get(false) || !step.sql->write.expression.empty());
}

} // namespace

LocalActs localActs(const scenario::Scenario& scenario)
{
    LocalActs acts;
    const Json document = scenario::toJson(scenario);
    Json hashed = Json::array();
    if (scenario.target.start) {
        acts.lines.push_back("target.start: " + scenario::commandLine(scenario.target.start->argv));
        hashed.push_back(document["target"]["start"]);
    }
    scenario::forEachStep(scenario, [&](const std::string& path, const scenario::Step& step) {
        if (!step.enabled) {
            return;
        }
        if (step.kind == "command" && step.command) {
            acts.lines.push_back("step " + step.name + ": " + scenario::commandLine(step.command->argv));
            hashed.push_back(partOf(document, path, "command"));
        } else if (writes(step)) {
            acts.lines.push_back(
                "step " + step.name + " writes to " + step.sql->database + ": " + step.sql->query);
            hashed.push_back(partOf(document, path, "sql"));
        }
    });
    if (acts.lines.empty()) {
        return acts;
    }
    // Variables may stand in all of them, and what they mean would change with the values.
    for (const char* part : {"variables", "environments", "data"}) {
        if (document.contains(part)) {
            hashed.push_back(document[part]);
        }
    }
    acts.sha256 = sha256Of(hashed);
    return acts;
}

bool isShipped(const LocalActs& acts)
{
    const auto templates = scenario::listTemplates(QString::fromLatin1(templatesRoot));
    if (!templates) {
        return false;
    }
    return std::any_of(templates->begin(), templates->end(), [&acts](const scenario::ScenarioTemplate& one) {
        if (one.files.empty()) {
            return false;
        }
        QFile file(QLatin1String(templatesRoot) + QLatin1Char('/')
            + QString::fromStdString(one.name + "/" + one.files.front()));
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const auto json = parseJson(file.readAll().toStdString(), one.name);
        const auto scenario
            = json ? scenario::scenarioFromJson(*json, one.name) : Result<scenario::Scenario>(json.error());
        return scenario && localActs(*scenario).sha256 == acts.sha256;
    });
}

bool isAllowed(const LocalActs& acts)
{
    const auto list = readAllowed();
    return std::find(list.begin(), list.end(), acts.sha256) != list.end();
}

Result<void> allowActs(const LocalActs& acts)
{
    auto list = readAllowed();
    if (acts.lines.empty() || isAllowed(acts)) {
        return {};
    }
    list.push_back(acts.sha256);
    Json document = Json::object();
    document["allowed"] = list;
    std::error_code code;
    std::filesystem::create_directories(allowedFile().parent_path(), code);
    return writeFileAtomic(allowedFile(), dumpJson(document, 1) + '\n');
}

Result<void> checkAllowed(const LocalActs& acts, const std::string& where)
{
    if (acts.lines.empty() || isAllowed(acts) || isShipped(acts)) {
        return {};
    }
    std::string what
        = "the scenario would run commands here or write to databases, and nobody has allowed that";
    for (const auto& line : acts.lines) {
        what += "\n  " + line;
    }
    return Error{ErrorKind::usage, what + "\n", where,
        "allow it once with --allow-commands if you trust where it comes from; it asks again only if this "
        "changes"};
}

} // namespace plumb::runner

// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/rulesets.h"

#include "judge/effectverdict.h"

#include <QFile>

#include <algorithm>

namespace plumb::judge {

namespace {

Result<Thresholds> shipped(const std::string& name)
{
    const std::string path = ":/plumbline/thresholds/" + name + ".json";
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::internal, "the rule set is not part of this program", path, {}};
    }
    const auto json = parseJson(file.readAll().toStdString(), path);
    if (!json) {
        return json.error();
    }
    auto thresholds = thresholdsFromJson(*json, path);
    if (thresholds) {
        thresholds->name = name;
    }
    return thresholds;
}

std::string listed()
{
    std::string names;
    for (const auto& name : ruleSetNames()) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

Result<RuleSet> fromFile(const std::string& file)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code)) {
        return Error{ErrorKind::usage, "there is no rule set of this name, and no such file", file,
            "use one of " + listed() + ", or a thresholds file"};
    }
    auto thresholds = readThresholds(file);
    if (!thresholds) {
        return thresholds.error();
    }
    std::erase_if(thresholds->rules, [](const Rule& rule) { return !isRelative(rule); });
    if (thresholds->rules.empty()) {
        return Error{ErrorKind::input, "none of its rules is about a change", file,
            "write one as {\"metric\": \"latency_ms.p95\", \"against\": \"baseline\", \"fail\": \"> +20%\"}"};
    }
    return RuleSet{thresholds->name, {*thresholds}, std::nullopt};
}

} // namespace

std::vector<std::string> ruleSetNames()
{
    return {"default", "alerts", "regression", "bands"};
}

Result<RuleSet> readRuleSet(const std::string& nameOrFile)
{
    const auto names = ruleSetNames();
    if (std::find(names.begin(), names.end(), nameOrFile) == names.end()) {
        return fromFile(nameOrFile);
    }
    RuleSet set;
    set.name = nameOrFile;
    std::vector<std::string> files{nameOrFile};
    if (nameOrFile == "default") {
        files = {"alerts", "regression"};
    }
    for (const auto& file : files) {
        auto thresholds = shipped(file);
        if (!thresholds) {
            return thresholds.error();
        }
        set.thresholds.push_back(std::move(*thresholds));
    }
    auto bands = shipped("bands");
    if (!bands) {
        return bands.error();
    }
    set.bands = std::move(*bands);
    return set;
}

} // namespace plumb::judge

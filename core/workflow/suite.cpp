// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/suite.h"

#include "base/units.h"
#include "scenario/jsonfields.h"

#include <algorithm>
#include <cmath>

namespace fs = std::filesystem;

namespace plumb::workflow {

using scenario::Problem;

namespace {

constexpr const char* schemaName = "plumbline.suite";
constexpr double longestPause_s = 3600.0;
constexpr double narrowest = 0.001;

/// Reads the fields of one object, with a sentence for each that does not fit.
class Fields
{
public:
    Fields(const Json& json, std::string path, std::vector<Problem>& problems)
        : m_json(json)
        , m_path(std::move(path))
        , m_problems(problems)
    {
    }

    const Json* find(const char* key)
    {
        m_known.emplace_back(key);
        const auto found = m_json.find(key);
        return found == m_json.end() || found->is_null() ? nullptr : &*found;
    }

    void text(const char* key, std::string& out)
    {
        if (const auto* json = find(key)) {
            if (json->is_string()) {
                out = json->get<std::string>();
            } else {
                wrong(key, "a text", *json);
            }
        }
    }

    void flag(const char* key, bool& out)
    {
        if (const auto* json = find(key)) {
            if (json->is_boolean()) {
                out = json->get<bool>();
            } else {
                wrong(key, "true or false", *json);
            }
        }
    }

    std::optional<int> whole(const char* key, int least, int most)
    {
        const auto* json = find(key);
        if (json == nullptr) {
            return std::nullopt;
        }
        if (!json->is_number_integer() || *json < least || *json > most) {
            problem(key,
                "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most)
                    + ", found " + dumpJson(*json));
            return std::nullopt;
        }
        return json->get<int>();
    }

    std::optional<double> number(const char* key, double least, double most, scenario::Unit unit)
    {
        const auto* json = find(key);
        if (json == nullptr) {
            return std::nullopt;
        }
        scenario::Bound<double> bound;
        const auto message = scenario::readBound(*json, unit, bound);
        if (message.empty() && bound.value && *bound.value >= least && *bound.value <= most) {
            return bound.value;
        }
        problem(key,
            "expected a number from " + formatNumber(least) + " to " + formatNumber(most) + ", found "
                + dumpJson(*json));
        return std::nullopt;
    }

    void problem(const std::string& key, std::string message, std::string remedy = {})
    {
        m_problems.push_back(
            {key.empty() ? m_path : scenario::childPath(m_path, key), std::move(message), std::move(remedy)});
    }

    void wrong(const std::string& key, const std::string& expected, const Json& found)
    {
        problem(key, "expected " + expected + ", found " + std::string(scenario::kindOf(found)));
    }

    /// The fields that nobody asked for, each with a warning.
    Json rest()
    {
        Json extra = Json::object();
        for (const auto& [key, value] : m_json.items()) {
            if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) {
                extra[key] = value;
                const auto near = scenario::nearest(key, m_known);
                m_problems.push_back({scenario::childPath(m_path, key), "there is no such field",
                    near.empty() ? "" : "did you mean \"" + near + "\"?", true});
            }
        }
        return extra;
    }

private:
    const Json& m_json;
    std::string m_path;
    std::vector<Problem>& m_problems;
    std::vector<std::string> m_known;
};

SuiteScenario scenarioFrom(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    SuiteScenario one;
    if (json.is_string()) {
        one.scenario = json.get<std::string>();
    } else if (json.is_object()) {
        Fields fields(json, path, problems);
        fields.text("scenario", one.scenario);
        if (const auto* set = fields.find("set")) {
            if (set->is_object()) {
                one.set = *set;
            } else {
                fields.wrong("set", "an object of names and values", *set);
            }
        }
        one.extra = fields.rest();
    } else {
        problems.push_back({path,
            "expected a path, or {\"scenario\": PATH, \"set\": {...}}, found "
                + std::string(scenario::kindOf(json)),
            {}});
        return one;
    }
    if (one.scenario.empty()) {
        problems.push_back({path, "which scenario?", "write the path of a scenario file"});
    }
    return one;
}

Suite read(const Json& json, std::vector<Problem>& problems)
{
    Suite suite;
    if (!json.is_object()) {
        problems.push_back({{}, "expected an object, found " + std::string(scenario::kindOf(json)), {}});
        return suite;
    }
    Fields fields(json, {}, problems);
    fields.find("schema");
    suite.rounds = fields.whole("rounds", 1, Suite::mostRounds).value_or(suite.rounds);
    suite.pause_s
        = fields.number("pause_s", 0.0, longestPause_s, scenario::Unit::seconds).value_or(suite.pause_s);
    std::string warmup = "each";
    fields.text("warmup", warmup);
    if (warmup != "each" && warmup != "once") {
        fields.problem("warmup", "\"" + warmup + "\" is not known", "write \"each\" or \"once\"");
    }
    suite.warmup = warmup == "once" ? Warmup::once : Warmup::each;
    fields.flag("interleave", suite.interleave);
    const auto* scenarios = fields.find("scenarios");
    if (scenarios == nullptr || !scenarios->is_array() || scenarios->empty()) {
        fields.problem("scenarios", "a suite has a list of one scenario or more",
            "write \"scenarios\": [\"scenario.json\"]");
    } else {
        for (std::size_t i = 0; i < scenarios->size(); ++i) {
            suite.scenarios.push_back(
                scenarioFrom((*scenarios)[i], "/scenarios/" + std::to_string(i), problems));
        }
    }
    fields.text("thresholds", suite.thresholds);
    suite.stop_when_ci_within = fields.number("stop_when_ci_within", narrowest, 1.0, scenario::Unit::none);
    suite.max_rounds = fields.whole("max_rounds", 1, Suite::mostRounds);
    if (suite.max_rounds && *suite.max_rounds < suite.rounds) {
        fields.problem("max_rounds",
            std::to_string(*suite.max_rounds) + " is fewer than \"rounds\", " + std::to_string(suite.rounds),
            "raise it, or lower \"rounds\"");
    }
    if (suite.max_rounds && json.find("stop_when_ci_within") == json.end()) {
        problems.push_back({"/max_rounds", "it has no effect without \"stop_when_ci_within\"",
            "add that, or say the number of rounds in \"rounds\"", true});
    }
    suite.extra = fields.rest();
    return suite;
}

} // namespace

int Suite::cap() const
{
    if (!stop_when_ci_within) {
        return rounds;
    }
    return std::max(rounds, max_rounds.value_or(std::min(3 * rounds, mostRounds)));
}

std::vector<Problem> validateSuite(const Json& json)
{
    std::vector<Problem> problems;
    read(json, problems);
    return problems;
}

Result<Suite> suiteFromJson(const Json& json, const std::string& fileName)
{
    if (const auto fits = checkSchema(json, schemaName, 1, fileName); !fits) {
        return fits.error();
    }
    std::vector<Problem> problems;
    auto suite = read(json, problems);
    std::erase_if(problems, [](const Problem& problem) { return problem.warning; });
    if (!problems.empty()) {
        const auto& first = problems.front();
        return Error{ErrorKind::input, first.message,
            fileName + (first.path.empty() ? "" : ", " + first.path), first.remedy};
    }
    suite.name = fs::path(fileName).stem().string();
    return suite;
}

Result<Suite> readSuite(const fs::path& file)
{
    const auto json = readJsonFile(file);
    if (!json) {
        return json.error();
    }
    return suiteFromJson(*json, file.string());
}

Json toJson(const Suite& suite)
{
    const Suite usual;
    Json json = Json::object();
    json["schema"] = std::string(schemaName) + "/1";
    json["rounds"] = suite.rounds;
    if (suite.pause_s != usual.pause_s) {
        json["pause_s"] = scenario::numberJson(suite.pause_s);
    }
    if (suite.warmup != usual.warmup) {
        json["warmup"] = "once";
    }
    if (suite.interleave != usual.interleave) {
        json["interleave"] = suite.interleave;
    }
    json["scenarios"] = Json::array();
    for (const auto& one : suite.scenarios) {
        if (one.set.empty() && one.extra.empty()) {
            json["scenarios"].push_back(one.scenario);
            continue;
        }
        Json out = Json::object();
        out["scenario"] = one.scenario;
        if (!one.set.empty()) {
            out["set"] = one.set;
        }
        out.update(one.extra);
        json["scenarios"].push_back(std::move(out));
    }
    if (!suite.thresholds.empty()) {
        json["thresholds"] = suite.thresholds;
    }
    if (suite.stop_when_ci_within) {
        json["stop_when_ci_within"] = *suite.stop_when_ci_within;
    }
    if (suite.max_rounds) {
        json["max_rounds"] = *suite.max_rounds;
    }
    json.update(suite.extra);
    return json;
}

bool isSuite(const Json& json)
{
    const auto schema = json.is_object() ? json.find("schema") : json.end();
    return json.is_object() && schema != json.end() && schema->is_string()
        && schema->get<std::string>().starts_with(std::string(schemaName) + '/');
}

} // namespace plumb::workflow

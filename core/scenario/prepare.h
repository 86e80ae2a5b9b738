// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/compiled.h"

#include <functional>

// The road from a file to what the engine runs:
//   loadScenario -> (overrides) -> validate -> resolve -> compile
namespace plumb::scenario {

/// A problem found in a scenario, by JSON path.
struct Problem
{
    std::string path; ///< JSON pointer: "/patterns/0/steps/1/request/path"
    std::string message, remedy;
    bool warning = false; ///< can run, but probably not meant
};

/// A scenario with the place it came from.
struct LoadedScenario
{
    Scenario scenario;
    std::filesystem::path file; ///< relative files of the scenario are relative to its folder
    std::string sha256; ///< of the file's bytes
};

/// Reads, checks schema and types. Type errors name file and JSON path.
Result<LoadedScenario> loadScenario(const std::filesystem::path& file);
/// The JSON of a scenario file, for validateDocument(); at most 64 MiB.
Result<Json> readScenarioJson(const std::filesystem::path& file);
Result<Scenario> scenarioFromJson(const Json& json, const std::string& fileName);
/// Stable key order; unknown fields kept; defaults that were not written are not written.
Json toJson(const Scenario& scenario);

/// Every problem of the document, types included, not only the first. @p folder: where relative files are
/// looked up.
std::vector<Problem> validateDocument(const Json& json, const std::filesystem::path& folder);

/// What the command line and the Run page may change.
struct Overrides
{
    std::string environment_name; ///< --env; empty: none
    std::string base_url, target_version, note;
    std::vector<std::string> tags;
    std::vector<std::pair<std::string, std::string>> set; ///< --set k=v: beats environment beats default
    std::optional<Load> load; ///< replaces the scenario's load (and drops loads of patterns)
    Json stop_when
        = Json::array(); ///< goes with `load`; used where the scenario has no stop rules of its own
    std::optional<std::int64_t> seed;
    std::map<std::string, std::string> secrets; ///< values typed in by the user or sent over the socket
};

/// Where variables from the process environment come from (passed in for tests).
using EnvironmentLookup = std::function<std::optional<std::string>(const std::string& name)>;

/// Applies environment and overrides, finds every variable's value and puts numbers in place of "{{var}}".
/// Errors: an unknown environment, a required variable without a value, "{{var}}" that is no number, base URL
/// that is no URL.
struct Resolved
{
    Scenario scenario;
    std::shared_ptr<const VariableScope> variables;
    std::vector<std::string> secrets;
};
Result<Resolved> resolve(
    const LoadedScenario& loaded, const Overrides& overrides, const EnvironmentLookup& lookup);

/// Compiles templates, pointers, regexes; opens data files. @p baseUrl replaces "builtin:".
Result<CompiledScenario> compile(const Resolved& resolved, const std::filesystem::path& folder,
    const std::string& baseUrl, std::uint64_t seed);

/// A preset of PRODUCT.md section 4 ("smoke", "baseline", ...) as a load; nothing if there is no such preset.
std::optional<Load> preset(std::string_view name);
std::vector<std::string> presetNames();

/// What ends a run of the preset, as `stop_when` of a scenario: a stress test goes on until it breaks. Empty
/// for presets that end by themselves.
Json presetStopRules(std::string_view name);

/// Replaces secrets by "***" in texts, headers and JSON. Thread-safe; extracted values are added while
/// running.
class Masker
{
public:
    Masker();
    ~Masker();
    /// Texts under 3 bytes are not masked (they would hide everything).
    void add(std::string_view secret);
    [[nodiscard]] std::string mask(std::string_view text) const;
    /// Authorization, Proxy-Authorization, Cookie, Set-Cookie become "***"; others are masked as texts.
    [[nodiscard]] Headers maskHeaders(const Headers& headers) const;
    [[nodiscard]] Json maskJson(const Json& json) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The scenario as JSON with declared secrets, auth and tokens as "***": what reports embed.
Json maskedJson(const Scenario& scenario, const Masker& masker);

} // namespace plumb::scenario

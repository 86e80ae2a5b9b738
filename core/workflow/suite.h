// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "scenario/prepare.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumb::workflow {

/// A scenario of a suite.
struct SuiteScenario
{
    std::string scenario; ///< path, relative to the suite's folder
    Json set = Json::object(); ///< variables and their values, as --set gives them
    Json extra = Json::object(); ///< unknown fields, kept
    bool operator==(const SuiteScenario&) const = default;
};

enum class Warmup {
    each, ///< every round warms up as its load says
    once, ///< only the first round of each scenario does
};

/// `plumbline.suite/1` (PRODUCT.md section 5): rounds of one or several scenarios, judged together.
struct Suite
{
    static constexpr int mostRounds = 1000;

    std::string name; ///< file stem; not in the file
    int rounds = 5; ///< of each scenario, 1 to mostRounds
    double pause_s = 2.0; ///< between runs, 0 to 3600
    Warmup warmup = Warmup::each;
    bool interleave = true; ///< a round of each scenario in turn; else all rounds of one after another
    std::vector<SuiteScenario> scenarios; ///< at least one
    std::string thresholds; ///< path, instead of those of the scenarios; empty: theirs
    /// Further rounds until the 95 % interval of every figure looked at (roundinterval.h) reaches at most so
    /// far, as a fraction, 0.001 to 1; nothing: just `rounds`.
    std::optional<double> stop_when_ci_within;
    std::optional<int> max_rounds; ///< with stop_when_ci_within; nothing: three times `rounds`
    Json extra = Json::object(); ///< unknown fields, kept

    /// The most rounds a scenario may get.
    [[nodiscard]] int cap() const;
    bool operator==(const Suite&) const = default;
};

/// Every problem of a suite's document, unknown fields as warnings.
std::vector<scenario::Problem> validateSuite(const Json& json);

/// Error: the schema, or the first problem, with its JSON path.
Result<Suite> suiteFromJson(const Json& json, const std::string& fileName);
Result<Suite> readSuite(const std::filesystem::path& file);
/// Defaults are not written.
Json toJson(const Suite& suite);

/// Whether the document says that it is a suite.
bool isSuite(const Json& json);

} // namespace plumb::workflow

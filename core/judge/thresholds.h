// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "metric/limit.h"
#include "metric/metricname.h"
#include "report/report.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plumb::judge {

/// One rule of `plumbline.thresholds/1`.
struct Rule
{
    std::string name; ///< empty: made from metric and scope
    std::string tier; ///< "primary", "secondary", free text
    metric::MetricName metric;
    std::string of = "run"; ///< "run", "step:NAME", "pattern:NAME"
    std::optional<metric::Limit> warn, fail;
    std::string against; ///< empty: absolute; "baseline", "previous", ..., see references.h
    std::string environment; ///< only for runs of this environment; empty: all
    std::int64_t min_samples = 0; ///< fewer: not-measured
    bool near = false; ///< a rule with only `fail` warns within 10 % of it
    std::string rounds = "median"; ///< over several reports, see judgeRounds(): "median", "worst", "all"
    /// A known breach: shows warn instead of fail in runs that started until that day.
    struct Accepted
    {
        std::string why;
        std::string until; ///< "2026-12-31"
    };
    std::optional<Accepted> accepted;
    std::string warn_text, fail_text; ///< the limits as written, for rewriting; ignored where they disagree
    Json extra = Json::object(); ///< at_least and unknown fields, kept
    /// The name, or "latency_ms.p95 of step:validate".
    [[nodiscard]] std::string title() const;
};

struct References; // references.h

struct Thresholds
{
    std::string name; ///< file stem
    std::string sha256; ///< of the file's bytes
    std::vector<Rule> rules;
    Json extra = Json::object();
};

Result<Thresholds> thresholdsFromJson(const Json& json, const std::string& fileName);
Result<Thresholds> readThresholds(const std::filesystem::path& file);
Json toJson(const Thresholds& thresholds);

/// A problem of a thresholds document, by JSON path ("/rules/0/metric").
struct ThresholdsProblem
{
    std::string path, message, remedy;
};
std::vector<ThresholdsProblem> validateThresholds(const Json& json);

/// An amount of a metric as `at_least` says it: a number in its unit, "5ms", or "1pt" of a fraction. Nothing
/// where it is none, or negative.
std::optional<double> amountOf(const Json& json, const metric::Metric& metric);

/// Judges a report (PRODUCT.md sections 4 and 5). Without any rule that covers errors of the whole run, the
/// built-in rule applies: success rate under 99 % fails. @p thresholds null: the built-in rule alone. Missing
/// steps are not-measured, steps the report lists as skipped are skipped, percentiles with too few samples
/// are marked in the reason. A report whose generator was the limit is invalid; one without a measured
/// request is never a pass.
/// Rules with `against` are judged against @p references; without, or where these lack it, no-baseline.
report::Judgement judge(
    const report::Report& report, const Thresholds* thresholds, const References* references = nullptr);

/// Judges reports of the same thing, rounds, together. A rule looks at the median of the reports' values, or,
/// with `rounds`, at the worst of them ("worst": one bad round fails) or the best ("all": fails where all
/// rounds do). A rule without a value in some report is not-measured; with @p allowMissing the other reports
/// decide it.
/// @p reports must not be empty.
report::Judgement judgeRounds(std::span<const report::Report> reports, const Thresholds* thresholds,
    bool allowMissing = false, const References* references = nullptr);

/// The value a rule looks at; nullopt where the report has none. Step and pattern by scope text.
struct Measured
{
    std::optional<double> value;
    std::int64_t samples = 0;
    bool skipped = false; ///< the step was skipped
    bool known = true; ///< false: there is no such step or pattern in the report
};
Measured measure(const report::Report& report, const metric::MetricName& metric, const std::string& of);

/// Exit code of `plumb run` and `plumb evaluate` for a verdict; @p failOnWarn for --fail-on warn. @p
/// allowMissing excuses skipped and not-measured.
int exitCodeOf(metric::Verdict verdict, bool failOnWarn, bool allowMissing);

} // namespace plumb::judge

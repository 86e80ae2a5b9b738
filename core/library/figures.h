// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "metric/metricname.h"
#include "report/report.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the index keeps of a report so that trends need not open it: figures of the run and of its steps, and
// what it ran with.
namespace plumb::library {

/// Collects figures as text, a line each: scope, name, value.
class FigureWriter
{
public:
    /// @p scope "run" or "step:NAME"; values that are no finite numbers are left out.
    void put(std::string_view scope, std::string_view name, double value);
    void put(std::string_view scope, std::string_view name, std::optional<double> value);
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

/// The figures of a report that is at hand.
std::string figuresOf(const report::Report& report);

/// The figure of @p metric for @p of ("run", "step:NAME"), as judge::measure() gives it; nothing where the
/// report has none, or where the index does not keep it (of steps it keeps rps, error_rate and latency_ms
/// with mean, p50, p75, p90, p95, p99, max).
std::optional<double> figure(
    const std::string& figures, const metric::MetricName& metric, std::string_view of);

/// Whether the index keeps figures of @p metric for @p of at all.
bool keepsFigure(const metric::MetricName& metric, std::string_view of);

/// Statistics of latency_ms that are kept of steps.
bool keptOfSteps(std::string_view statistic);

/// What a run ran with: a change in one of these ends what its figures can be compared with.
struct RunSetup
{
    std::string cpu, cores, kernel, engine; ///< empty: not known
    std::string load; ///< a digest of steps, load, data and variables of the scenario

    /// What differs from @p earlier, as words for people: {"kernel", "load"}. What one of the two does not
    /// know is no difference.
    [[nodiscard]] std::vector<std::string> differences(const RunSetup& earlier) const;
    /// What this one knows, else what @p earlier knew.
    [[nodiscard]] RunSetup orElse(const RunSetup& earlier) const;
    bool operator==(const RunSetup&) const = default;
};
RunSetup setupOf(const report::Report& report);
/// As RunSetup::engine has it; empty where neither transport nor version is known.
std::string engineText(const std::string& name, const std::string& transport, const std::string& version);
std::string packSetup(const RunSetup& setup);
RunSetup unpackSetup(const std::string& text);

/// The digest of a scenario as reports hold it: of what makes the load, not of notes, thresholds, names and
/// addresses. Empty for none.
std::string loadDigest(const Json& scenario);

} // namespace plumb::library

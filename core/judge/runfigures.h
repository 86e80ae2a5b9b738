// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric/metricname.h"
#include "report/report.h"
#include "stats/quantileinterval.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumb::judge {

/// A metric of one run with what is known of its certainty inside that run.
struct Figure
{
    stats::Estimated estimate; ///< in the metric's unit; without an interval both ends are the value
    bool interval = false; ///< there is one, from the run's windows or assumed
    bool approximate = false; ///< the interval rests on an assumed design effect: the report has no windows
    /// Of a quantile: effective values beyond it. With fewer than stats::leastBeyond in all rounds it carries
    /// no verdict.
    std::optional<double> beyond;
    std::int64_t samples = 0; ///< values or requests behind it
    std::optional<double> n_eff; ///< of quantiles and shares
    double correlation = 0.0; ///< of neighbouring windows, of quantiles
    std::int64_t needed = 0; ///< of a quantile: effective values it should have
};

/// What the figures of a run are of: the run, one of its patterns, or one of its steps.
struct ScopeKey
{
    std::string step, pattern; ///< both empty: the run; without a step: all steps of the pattern
    [[nodiscard]] bool isRun() const { return step.empty() && pattern.empty(); }
    [[nodiscard]] bool isStep() const { return !step.empty(); }
    [[nodiscard]] std::string of() const
    {
        return isRun() ? "run" : isStep() ? "step:" + step : "pattern:" + pattern;
    }
    auto operator<=>(const ScopeKey&) const = default;
};

/// The figures of a report for comparing, each with its interval inside the run (stats.md section 1.3).
/// Points and intervals of quantiles interpolate within histogram buckets by one rule, so they may differ in
/// the last digits from the report's own nearest-rank ones. Histograms are decoded once per scope, when they
/// are first asked for. The report must outlive it.
class RunFigures
{
public:
    explicit RunFigures(const report::Report& report);
    ~RunFigures();
    RunFigures(RunFigures&&) noexcept;
    RunFigures& operator=(RunFigures&&) noexcept;

    [[nodiscard]] const report::Report& report() const { return *m_report; }
    /// The run, then its steps in their order.
    [[nodiscard]] const std::vector<ScopeKey>& scopes() const { return m_scopes; }
    [[nodiscard]] bool has(const ScopeKey& scope) const;

    /// Reads the histograms of all scopes now. Different objects may do so in different threads.
    void prepare();

    /// Nothing where the run has no such value, or one that is no finite number.
    std::optional<Figure> figure(const metric::MetricName& metric, const ScopeKey& scope);

    /// Response times of a scope in ms; empty where the report keeps no histogram of them. Of a pattern
    /// without windows: intervals are approximate.
    const stats::Distribution& distribution(const ScopeKey& scope);
    /// The quantiles of stats::shiftProbabilities() with intervals; empty without a histogram.
    const std::vector<stats::QuantileInterval>& quantiles(const ScopeKey& scope);

    /// Requests of a scope that came to an end in the measure phase, and how many of them were ok.
    struct Requests
    {
        std::int64_t ended = 0, ok = 0;
    };
    [[nodiscard]] Requests requests(const ScopeKey& scope) const;

private:
    struct Windowed;

    [[nodiscard]] const report::StepReport* stepOf(const ScopeKey& scope) const;
    Windowed& windowed(const ScopeKey& scope);
    void readWindows(Windowed& target, const report::Windows& windows, const std::string& pattern) const;
    std::optional<Figure> latency(const metric::MetricName& metric, const ScopeKey& scope);
    std::optional<Figure> rate(const ScopeKey& scope);
    std::optional<Figure> errors(const ScopeKey& scope);
    std::optional<Figure> achieved();
    /// The rows of the series that lie within the measure phase.
    [[nodiscard]] std::vector<std::size_t> measuredRows() const;

    const report::Report* m_report;
    std::vector<ScopeKey> m_scopes;
    std::map<ScopeKey, std::unique_ptr<Windowed>> m_windowed;
};

} // namespace plumb::judge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::metric {

enum class Better { lower, higher, neither };

/// Where a metric can be asked for; a bit set.
enum Scope : unsigned { scopeRun = 1, scopeStep = 2, scopePattern = 4 };

/// How a family's members are named.
enum class Family {
    single, ///< the name itself: "rps"
    summary, ///< name.{min,mean,p50,...}: "latency_ms.p95"
    open, ///< name.<anything>: "errors.timeout", "reasons.cache_miss", "checks.status", "prom.x"
    maxMean, ///< name.{max,mean}: "process.rss_mb.max"
};

/// One entry of the catalogue: the only place where a metric's name, unit, direction and words are written.
struct Metric
{
    std::string_view name; ///< "latency_ms", "rps", "errors"
    Family family = Family::single;
    std::string_view unit; ///< "ms", "1/s", "", "fraction", "MB", ...
    Better better = Better::lower;
    unsigned scopes = scopeRun;
    std::string_view title; ///< "Response time"
    std::string_view help; ///< one or two sentences: what it is, from when to when, what is counted
};

/// All metrics in the order screens show them.
std::span<const Metric> catalogue();

/// Whether a metric is known of a window while a run goes on, as stop rules need it: figures of requests and
/// iterations and of monitors are, those of probes and of a run as a whole are not.
bool knownDuringRun(const Metric& metric);

/// The statistics of a summary family, in order: min mean p50 p75 p90 p95 p99 p99_9 max stddev.
std::span<const std::string_view> summaryStatistics();

/// A parsed and known metric name: "latency_ms.p95" is metric latency_ms, member "p95".
struct MetricName
{
    const Metric* metric = nullptr;
    std::string member; ///< empty for single metrics
    [[nodiscard]] std::string text() const;
    /// The percentile a member such as "p99_9" stands for, in percent; any of p1 to p99_999 is known.
    [[nodiscard]] std::optional<double> percentile() const;
    bool operator==(const MetricName&) const = default;
};

/// Which figure of which monitor's series a metric asks for.
struct MonitorFigure
{
    std::string_view kind; ///< of the monitor: "process", "host", "connections", "prometheus"
    std::string series; ///< "rss_mb"
    bool mean = false; ///< else the highest reading
};
/// "process.rss_mb.max", "host.cpu_pct.mean", "prom.queue_depth" (the highest), "connections.open"; nothing
/// for other metrics.
std::optional<MonitorFigure> monitorFigure(const MetricName& name);

/// Error: an unknown name, with the nearest known one as remedy.
Result<MetricName> parseMetricName(std::string_view text);

} // namespace plumb::metric

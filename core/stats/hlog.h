// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hdrhistogram.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::stats {

/// One row of an HdrHistogram log (.hlog). The unit of the values is not in the file: jHiccup logs
/// nanoseconds, YCSB microseconds.
struct HlogInterval
{
    std::string tag; ///< empty: untagged
    double start_s = 0.0; ///< as written; HlogInfo::baseTime_s is to be added
    double length_s = 0.0;
    double max = 0.0; ///< as written, in the unit the writer chose
};

/// A line that could not be read.
struct HlogProblem
{
    std::size_t line = 0; ///< from 1
    std::string what;
};

/// What the head of a log says, and how reading went.
struct HlogInfo
{
    std::string version; ///< "1.3"; empty where the log has no head
    std::optional<double> startTime_s; ///< seconds since 1970
    double baseTime_s
        = 0.0; ///< add to an interval's start for seconds since 1970; 0 where starts are absolute
    std::size_t intervals = 0; ///< readable ones
    std::vector<HlogProblem> problems; ///< at most maxProblems
    static constexpr std::size_t maxProblems = 100;
};

/// Reads versions 1.0 to 1.3 with histograms of V0 to V2 and calls @p interval for each row, in order.
/// Malformed lines are reported and left out. Errors: a newer version; problems and not one readable
/// interval; no line of an .hlog at all.
Result<HlogInfo> readHlog(std::string_view text, const std::string& fileName,
    const std::function<void(const HlogInterval&, const HdrHistogram&)>& interval);

/// A log read as a whole: the exact sum of its intervals, in the configuration of the first one.
struct HlogSum
{
    HlogInfo info;
    HdrHistogram total;
};
/// @p tag: only intervals of this tag ("": the untagged ones); nothing: all.
Result<HlogSum> sumHlog(
    std::string_view text, const std::string& fileName, const std::optional<std::string>& tag = std::nullopt);

/// The head of a log, version 1.3. @p startTime_s in seconds since 1970; interval starts are relative to it.
std::string hlogHead(double startTime_s, std::string_view comment);

/// A row. @p maxRatio divides the histogram's maximum for the third column (1000: µs shown as ms). Commas and
/// white space in @p tag become '_', as the format cannot hold them.
std::string hlogRow(
    std::string_view tag, double start_s, double length_s, const HdrHistogram& histogram, double maxRatio);

} // namespace plumb::stats

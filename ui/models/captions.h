// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/latencyheatmap.h"
#include "ui/models/livesnapshot.h"
#include "ui/models/reportrange.h"

#include <QString>

#include <vector>

// One sentence per chart that says what it shows.
namespace plumb::models {

/// "p95 stayed between 12.1 ms and 18.0 ms", or where and from what to what it rose.
[[nodiscard]] QString latencyCaption(const std::vector<double>& t, const std::vector<double>& p95);
/// "achieved 49.8 of 50 iterations/s planned"; without a plan the mean rate. Means are over the known rows.
[[nodiscard]] QString rateCaption(const std::vector<double>& achieved, const std::vector<double>& planned);
/// The same of a run on the screen: once something was measured, of the measure phase alone, as the tiles
/// are.
[[nodiscard]] QString liveRateCaption(const LiveSnapshot& run);
[[nodiscard]] QString usersCaption(const std::vector<double>& users);
struct CourseCaptions
{
    QString latency, rate, users;
};
/// Of a stored report's courses: what they say of the part of the run that is chosen, or of the measure
/// phase.
[[nodiscard]] CourseCaptions courseCaptions(const report::Report& report, const RangeFigures* range);
/// "1,590 requests finished, none failed", or the share that failed; and how many arrivals were dropped. The
/// counts are those of all that the chart shows.
[[nodiscard]] QString outcomeCaption(std::int64_t finished, std::int64_t failed, std::int64_t dropped = 0);
/// What a cell is, and how many answers the fullest stands for.
[[nodiscard]] QString heatMapCaption(const LatencyHeatMap& map);
[[nodiscard]] QString percentileCaption(const report::Summary& response, bool closedModel);
/// For the status bar: "generator trusted: send lag p99 0.08 ms, 12 % CPU of one core".
[[nodiscard]] QString generatorCaption(const report::GeneratorReport& generator);

} // namespace plumb::models

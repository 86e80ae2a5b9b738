// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/reportrange.h"

#include <QString>

#include <memory>
#include <vector>

namespace plumb::models {

using MonitorList = std::shared_ptr<const std::vector<report::MonitorSeries>>;

/// Series of monitors that share a chart: one figure of all processes that are watched, CPU of the host.
struct MonitorGroup
{
    struct Line
    {
        std::size_t series = 0; ///< place in the list
        QString name;
    };
    QString key; ///< "process.cpu_pct": the same for every run
    QString title; ///< "CPU of the process"
    QString unit; ///< for people: bytes are shown in MB
    double scale = 1.0; ///< from the series' unit to this one
    std::vector<Line> lines;
};

/// In the order of the list.
[[nodiscard]] std::vector<MonitorGroup> monitorGroups(const std::vector<report::MonitorSeries>& series);

/// What to look at first: places of a group of CPU and of one of memory, where there are such; else the first
/// ones. -1: there are not that many.
struct FirstGroups
{
    int left = -1, right = -1;
};
[[nodiscard]] FirstGroups firstGroups(const std::vector<MonitorGroup>& groups);

/// A line as a chart draws it: from the start of the run on, in the group's unit.
struct MonitorCourse
{
    std::vector<double> t, value, highest; ///< highest: of merged rows; else empty
};
[[nodiscard]] MonitorCourse monitorCourse(const MonitorGroup& group, const report::MonitorSeries& series);

/// "41 to 63 MB, 50 in the mean", of the measure phase where it has begun; and what could not be read.
[[nodiscard]] QString monitorCaption(
    const MonitorGroup& group, const std::vector<report::MonitorSeries>& series);
/// The same of a part of the run.
[[nodiscard]] QString monitorCaption(
    const MonitorGroup& group, const std::vector<report::MonitorSeries>& series, const TimeRange& part);

/// The series with the summaries of a part of the run, from its rows.
[[nodiscard]] std::vector<report::MonitorSeries> monitorsInRange(
    const std::vector<report::MonitorSeries>& series, double from_s, double to_s);

/// "process.rss_mb", as rules name it without the figure at its end.
[[nodiscard]] QString monitorMetric(const report::MonitorSeries& series);

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/monitorgroups.h"

#include "ui/models/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>

namespace plumb::models {

namespace {

struct Monitors
{
    Q_DECLARE_TR_FUNCTIONS(Monitors)
};

/// Which chart a series stands on, and how its line is called there.
struct Place
{
    const char* kind;
    const char* name;
    const char* group;
    const char* title;
    const char* line; ///< null: by what is watched
};

constexpr std::array places{
    Place{"process", "cpu_pct", "process.cpu_pct", QT_TRANSLATE_NOOP("Monitors", "CPU of the process"),
        nullptr},
    Place{"process", "rss_mb", "process.rss_mb", QT_TRANSLATE_NOOP("Monitors", "Memory of the process"),
        nullptr},
    Place{"process", "vms_mb", "process.vms_mb",
        QT_TRANSLATE_NOOP("Monitors", "Virtual memory of the process"), nullptr},
    Place{"process", "threads", "process.threads", QT_TRANSLATE_NOOP("Monitors", "Threads of the process"),
        nullptr},
    Place{"process", "open_files", "process.open_files",
        QT_TRANSLATE_NOOP("Monitors", "Open files of the process"), nullptr},
    Place{"process", "processes", "process.processes",
        QT_TRANSLATE_NOOP("Monitors", "Processes that are watched"), nullptr},
    Place{"host", "cpu_pct", "host.cpu_pct", QT_TRANSLATE_NOOP("Monitors", "CPU of this machine"),
        QT_TRANSLATE_NOOP("Monitors", "busy")},
    Place{"host", "iowait_pct", "host.cpu_pct", nullptr, QT_TRANSLATE_NOOP("Monitors", "waiting for disks")},
    Place{"host", "steal_pct", "host.cpu_pct", nullptr, QT_TRANSLATE_NOOP("Monitors", "taken by others")},
    Place{"host", "mem_used_mb", "host.mem_used_mb", QT_TRANSLATE_NOOP("Monitors", "Memory of this machine"),
        QT_TRANSLATE_NOOP("Monitors", "used")},
    Place{"host", "swap_used_mb", "host.mem_used_mb", nullptr, QT_TRANSLATE_NOOP("Monitors", "swapped out")},
    Place{"host", "mem_used_pct", "host.mem_used_pct",
        QT_TRANSLATE_NOOP("Monitors", "Memory of this machine, share"),
        QT_TRANSLATE_NOOP("Monitors", "used")},
    Place{"host", "load_1m", "host.load_1m", QT_TRANSLATE_NOOP("Monitors", "Load of this machine"),
        QT_TRANSLATE_NOOP("Monitors", "load of 1 min")},
    Place{"host", "run_queue", "host.load_1m", nullptr,
        QT_TRANSLATE_NOOP("Monitors", "running or waiting for a core")},
    Place{"connections", "open", "connections.open", QT_TRANSLATE_NOOP("Monitors", "Open connections"),
        nullptr},
};

const Place* placeOf(const report::MonitorSeries& series)
{
    const auto found = std::find_if(places.begin(), places.end(),
        [&series](const Place& place) { return series.kind == place.kind && series.name == place.name; });
    return found == places.end() ? nullptr : &*found;
}

/// Lines are labelled at their end, where there is little room.
QString shortened(const std::string& text)
{
    constexpr qsizetype most = 28;
    const auto whole = QString::fromStdString(text);
    return whole.size() <= most ? whole : whole.left(most - 1) + QStringLiteral("…");
}

QString valueText(double value, const QString& unit)
{
    auto text = rate(value);
    return unit.isEmpty() ? text : text + QLatin1Char(' ') + unit;
}

report::MonitorSummary summaryOfRows(const report::MonitorSeries& series, double from_s, double to_s)
{
    report::MonitorSummary summary;
    double sum = 0.0;
    for (std::size_t i = 0; i < std::min(series.t.size(), series.value.size()); ++i) {
        const auto value = series.value[i];
        if (series.t[i] < from_s || series.t[i] > to_s)
            continue;
        if (!std::isfinite(value)) {
            ++summary.missing;
            continue;
        }
        const auto low = i < series.min.size() ? series.min[i] : value;
        const auto high = i < series.max.size() ? series.max[i] : value;
        summary.min = summary.count == 0 ? low : std::min(*summary.min, low);
        summary.max = summary.count == 0 ? high : std::max(*summary.max, high);
        summary.last = value;
        sum += value;
        ++summary.count;
    }
    if (summary.count > 0)
        summary.mean = sum / static_cast<double>(summary.count);
    return summary;
}

} // namespace

QString monitorMetric(const report::MonitorSeries& series)
{
    const auto kind = series.kind == "prometheus" ? std::string("prom") : series.kind;
    return QString::fromStdString(kind + "." + series.name);
}

std::vector<MonitorGroup> monitorGroups(const std::vector<report::MonitorSeries>& series)
{
    std::vector<MonitorGroup> groups;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto* place = placeOf(series[i]);
        const auto key = place ? QString::fromLatin1(place->group) : monitorMetric(series[i]);
        auto group = std::find_if(
            groups.begin(), groups.end(), [&key](const MonitorGroup& known) { return known.key == key; });
        if (group == groups.end()) {
            MonitorGroup fresh;
            fresh.key = key;
            fresh.title
                = place && place->title ? Monitors::tr(place->title) : QString::fromStdString(series[i].name);
            fresh.unit = QString::fromStdString(series[i].unit);
            if (fresh.unit == QLatin1String("B") || fresh.unit == QLatin1String("B/s")) {
                fresh.unit.prepend(QLatin1Char('M'));
                fresh.scale = 1e-6;
            }
            groups.push_back(std::move(fresh));
            group = std::prev(groups.end());
        }
        const auto source = series[i].source.empty() ? series[i].name : series[i].source;
        group->lines.push_back({i, place && place->line ? Monitors::tr(place->line) : shortened(source)});
    }
    return groups;
}

FirstGroups firstGroups(const std::vector<MonitorGroup>& groups)
{
    const auto find = [&groups](std::initializer_list<const char*> keys, int not_this) {
        for (const auto* key : keys) {
            for (std::size_t i = 0; i < groups.size(); ++i) {
                if (groups[i].key == QLatin1String(key))
                    return static_cast<int>(i);
            }
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (static_cast<int>(i) != not_this)
                return static_cast<int>(i);
        }
        return -1;
    };
    FirstGroups first;
    first.left = find({"process.cpu_pct", "host.cpu_pct"}, -1);
    first.right = find({"process.rss_mb", "host.mem_used_mb"}, first.left);
    return first;
}

MonitorCourse monitorCourse(const MonitorGroup& group, const report::MonitorSeries& series)
{
    MonitorCourse course;
    for (std::size_t i = 0; i < std::min(series.t.size(), series.value.size()); ++i) {
        // All charts of a run begin with it; what was read before is in the report.
        if (series.t[i] < 0.0)
            continue;
        course.t.push_back(series.t[i]);
        course.value.push_back(series.value[i] * group.scale);
        if (i < series.max.size())
            course.highest.push_back(series.max[i] * group.scale);
    }
    return course;
}

namespace {

QString captionOf(const MonitorGroup& group, const std::vector<report::MonitorSeries>& series,
    const std::function<report::MonitorSummary(const report::MonitorSeries& one)>& summaryOf)
{
    QStringList parts;
    std::int64_t missing = 0;
    for (const auto& line : group.lines) {
        const auto summary = summaryOf(series[line.series]);
        missing += summary.missing;
        QString text = Monitors::tr("nothing was read");
        if (summary.count > 0) {
            text = Monitors::tr("%1 to %2, %3 in the mean")
                       .arg(valueText(*summary.min * group.scale, QString()),
                           valueText(*summary.max * group.scale, group.unit),
                           valueText(*summary.mean * group.scale, group.unit));
        }
        parts << (group.lines.size() > 1 ? Monitors::tr("%1: %2").arg(line.name, text) : text);
    }
    auto caption = parts.join(QStringLiteral("; "));
    if (missing > 0)
        caption += QStringLiteral("; ")
            + Monitors::tr("%n reading(s) gave no value", nullptr, static_cast<int>(missing));
    return caption;
}

} // namespace

QString monitorCaption(const MonitorGroup& group, const std::vector<report::MonitorSeries>& series)
{
    return captionOf(group, series, [](const report::MonitorSeries& one) {
        const auto measured = one.summary.count + one.summary.missing > 0;
        return measured ? one.summary : summaryOfRows(one, 0.0, 1e9);
    });
}

QString monitorCaption(
    const MonitorGroup& group, const std::vector<report::MonitorSeries>& series, const TimeRange& part)
{
    return captionOf(group, series,
        [&part](const report::MonitorSeries& one) { return summaryOfRows(one, part.from_s, part.to_s); });
}

std::vector<report::MonitorSeries> monitorsInRange(
    const std::vector<report::MonitorSeries>& series, double from_s, double to_s)
{
    auto part = series;
    for (auto& one : part)
        one.summary = summaryOfRows(one, from_s, to_s);
    return part;
}

} // namespace plumb::models

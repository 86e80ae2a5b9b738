// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/steptablemodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/words.h"

#include <algorithm>
#include <map>

namespace plumb::models {

namespace {

constexpr int cpuDecimals = 3; ///< of seconds
constexpr int memoryDecimals = 1; ///< of MB

/// In the order in which they pass. What a receiving side calls "time to first byte" holds the first four.
constexpr report::Series partsInOrder[]{report::Series::connect, report::Series::tls, report::Series::send,
    report::Series::wait, report::Series::ttfb, report::Series::receive};

/// What was asked or run.
QString requestText(const report::StepReport& step)
{
    if (step.kind == "sql" || step.kind == "command")
        return QString::fromStdString(step.path).simplified();
    return QString::fromStdString(step.method.empty() ? step.kind : step.method + " " + step.path);
}

/// Names are not looked up for each request: said in words where the times of connecting stand.
QString lookupText(const report::Report& report)
{
    const auto found = report.generator.settings.find("probe_resolve");
    return found == report.generator.settings.end()
        ? StepTableModel::tr("dns: not measured apart from connecting")
        : StepTableModel::tr("dns: looked up once for the run, %1")
              .arg(QString::fromStdString(found->second));
}

StepLine lineOf(const report::StepReport& step, int place)
{
    StepLine line;
    line.step = place;
    line.name = QString::fromStdString(step.name);
    line.pattern = QString::fromStdString(step.pattern);
    line.request = requestText(step);
    line.count = step.count;
    line.failed = step.failed;
    line.error_rate = step.error_rate;
    if (step.count > 0)
        line.rps = step.rps;
    line.latency = step.summary(report::Series::response);
    if (step.kind == "sql" && step.count > 0)
        line.rows_per_s = step.rows_per_s;
    if (step.command.count > 0) {
        line.user_cpu_s = step.command.user_cpu_s.mean;
        line.system_cpu_s = step.command.system_cpu_s.mean;
        line.peak_mb = step.command.peak_rss_mb.max;
    }
    return line;
}

} // namespace

StepTableModel::StepTableModel(QObject* parent)
    : TableModel(
        {{tr("Step"), {}, false}, {tr("Request"), {}, false},
            {tr("Count"), tr("Finished requests in the measure phase; of a part of the run: answers in it"),
                true},
            {tr("Failed"), {}, true},
            {tr("Errors"), tr("Failed of all finished requests"), true, QStringLiteral("error_rate")},
            {tr("Requests/s"), {}, true, QStringLiteral("rps")},
            {tr("mean (ms)"), {}, true, QStringLiteral("latency_ms.mean")},
            {tr("p50 (ms)"), {}, true, QStringLiteral("latency_ms.p50")},
            {tr("p95 (ms)"), {}, true, QStringLiteral("latency_ms.p95")},
            {tr("p99 (ms)"), {}, true, QStringLiteral("latency_ms.p99")},
            {tr("max (ms)"), {}, true, QStringLiteral("latency_ms.max")},
            {tr("Rows/s"), {}, true, QStringLiteral("rows_per_s")},
            {tr("User CPU (s)"), {}, true, QStringLiteral("command.user_cpu_s.mean")},
            {tr("System CPU (s)"), {}, true, QStringLiteral("command.system_cpu_s.mean")},
            {tr("Peak memory (MB)"), {}, true, QStringLiteral("command.peak_rss_mb.max")}},
        parent)
{
}

void StepTableModel::setReport(const report::Report& report)
{
    m_steps.clear();
    m_range.clear();
    m_ranged = false;
    double largest = 0.0;
    const auto lookup = lookupText(report);
    const auto add = [&](const report::StepReport& report) {
        const auto place = static_cast<int>(m_steps.size());
        Step step{lineOf(report, place), {}};
        largest = std::max(largest, step.whole.latency.max.value_or(0.0));
        for (const auto part : partsInOrder) {
            const auto& summary = report.summary(part);
            if (summary.count == 0)
                continue;
            StepLine line;
            line.step = place;
            line.part = part;
            line.name = partWord(part);
            if (part == report::Series::connect && report.kind == "http")
                line.request = lookup;
            line.count = summary.count;
            line.latency = summary;
            step.parts.push_back(std::move(line));
        }
        step.whole.hasParts = !step.parts.empty();
        m_steps.push_back(std::move(step));
    };
    for (const auto& step : report.steps)
        add(step);
    for (const auto& step : report.setup_steps)
        add(step);
    m_decimals = decimalsFor(largest);
    setRows(lines());
}

void StepTableModel::setRange(const RangeFigures* range)
{
    m_ranged = range != nullptr;
    m_range = range ? range->steps : std::vector<report::Summary>();
    m_range_s = range ? range->range.to_s - range->range.from_s : 0.0;
    updateRows(lines());
}

bool StepTableModel::shows(int column) const
{
    const auto any = [this](auto figure) {
        return std::any_of(m_steps.begin(), m_steps.end(),
            [figure](const Step& step) { return (step.whole.*figure).has_value(); });
    };
    switch (column) {
    case RowsPerS:
        return any(&StepLine::rows_per_s);
    case UserCpu:
        return any(&StepLine::user_cpu_s);
    case SystemCpu:
        return any(&StepLine::system_cpu_s);
    case PeakMemory:
        return any(&StepLine::peak_mb);
    default:
        return column >= Name && column < RowsPerS;
    }
}

void StepTableModel::toggle(const QModelIndex& index)
{
    if (const auto* line = rowAt(index))
        setExpanded(index, !line->expanded);
}

void StepTableModel::setExpanded(const QModelIndex& index, bool expanded)
{
    const auto* line = rowAt(index);
    if (!line || line->part || !line->hasParts || line->expanded == expanded)
        return;
    m_steps[static_cast<std::size_t>(line->step)].whole.expanded = expanded;
    const auto parts = static_cast<int>(m_steps[static_cast<std::size_t>(line->step)].parts.size());
    const auto after = index.row() + 1;
    if (expanded)
        insertLines(after, parts, lines());
    else
        removeLines(after, parts, lines());
}

std::vector<StepLine> StepTableModel::lines() const
{
    std::vector<StepLine> all;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const auto& step = m_steps[i];
        all.push_back(step.whole);
        if (m_ranged) {
            auto& line = all.back();
            line.failed.reset();
            line.error_rate.reset();
            line.rps.reset();
            line.count.reset();
            line.rows_per_s.reset();
            line.user_cpu_s.reset();
            line.system_cpu_s.reset();
            line.peak_mb.reset();
            line.latency = i < m_range.size() ? m_range[i] : report::Summary();
            if (i < m_range.size()) {
                line.count = line.latency.count;
                if (m_range_s > 0.0 && line.latency.count > 0)
                    line.rps = static_cast<double>(line.latency.count) / m_range_s;
            }
        }
        if (!step.whole.expanded)
            continue;
        for (const auto& part : step.parts) {
            all.push_back(part);
            if (m_ranged) {
                all.back().count.reset();
                all.back().latency = {};
            }
        }
    }
    return all;
}

namespace {

/// What the column's figure is of a part of the time; the catalogue knows two of the parts.
QString partHelp(report::Series part, int column)
{
    using Column = StepTableModel::Column;
    static const std::map<int, QString> members{{Column::Mean, QStringLiteral(".mean")},
        {Column::P50, QStringLiteral(".p50")}, {Column::P95, QStringLiteral(".p95")},
        {Column::P99, QStringLiteral(".p99")}, {Column::Max, QStringLiteral(".max")}};
    const auto member = members.find(column);
    const auto of = [&](const char* family) {
        return metricHelp(QLatin1String(family) + (member == members.end() ? QString() : member->second));
    };
    switch (part) {
    case report::Series::connect:
        return of("connect_ms");
    case report::Series::ttfb:
        return of("ttfb_ms");
    case report::Series::tls:
        return StepTableModel::tr("The TLS handshake, of requests that opened a connection.");
    case report::Series::send:
        return StepTableModel::tr("From the first byte of the request to the last one handed over.");
    case report::Series::wait:
        return StepTableModel::tr("From the request's last byte to the answer's first.");
    case report::Series::receive:
        return StepTableModel::tr("From the answer's first byte to its last.");
    default:
        return {};
    }
}

} // namespace

QVariant StepTableModel::cell(const StepLine& line, int column, int role) const
{
    if (role == Qt::WhatsThisRole && line.part)
        return partHelp(*line.part, column);
    const auto percentile = [&](double percent, std::optional<double> ms) {
        return percentileCell(ms, report::percentileTrusted(percent, line.latency.count), m_decimals, role);
    };
    const auto whole = [role](std::optional<std::int64_t> value) {
        if (value)
            return countCell(*value, role);
        return role == Qt::DisplayRole ? QVariant(absent()) : QVariant();
    };
    switch (column) {
    case Name:
        if (role == Qt::ToolTipRole && line.hasParts)
            return line.pattern.isEmpty()
                ? tr("Enter or a double click opens the parts of its time")
                : tr("Pattern %1; Enter or a double click opens the parts of its time").arg(line.pattern);
        if (role == Qt::AccessibleTextRole)
            return line.part     ? tr("%1, a part of the step's time").arg(line.name)
                : !line.hasParts ? line.name
                : line.expanded  ? tr("%1, open").arg(line.name)
                                 : tr("%1, closed").arg(line.name);
        if (role == Qt::DisplayRole) {
            if (line.part)
                return QString(QLatin1String("      ") + line.name);
            const auto arrow = !line.hasParts ? QString()
                : line.expanded               ? QString(QChar(0x25BE)) + QLatin1Char(' ')
                                              : QString(QChar(0x25B8)) + QLatin1Char(' ');
            return QString(arrow + (line.pattern.isEmpty() ? tr("%1 (setup)").arg(line.name) : line.name));
        }
        return textCell(line.name, role);
    case Request:
        return role == Qt::ToolTipRole ? QVariant(line.request) : textCell(line.request, role);
    case Count:
        return whole(line.count);
    case Failed:
        return line.part ? QVariant() : whole(line.failed);
    case ErrorRate:
        return line.part ? QVariant() : percentCell(line.error_rate, role);
    case Rps:
        return line.part ? QVariant() : rateCell(line.rps, role);
    case Mean:
        return figureCell(line.latency.mean, m_decimals, role);
    case P50:
        return percentile(50.0, line.latency.p50);
    case P95:
        return percentile(95.0, line.latency.p95);
    case P99:
        return percentile(99.0, line.latency.p99);
    case Max:
        return figureCell(line.latency.max, m_decimals, role);
    case RowsPerS:
        return line.part ? QVariant() : rateCell(line.rows_per_s, role);
    case UserCpu:
        return line.part ? QVariant() : figureCell(line.user_cpu_s, cpuDecimals, role);
    case SystemCpu:
        return line.part ? QVariant() : figureCell(line.system_cpu_s, cpuDecimals, role);
    case PeakMemory:
        return line.part ? QVariant() : figureCell(line.peak_mb, memoryDecimals, role);
    default:
        return {};
    }
}

} // namespace plumb::models

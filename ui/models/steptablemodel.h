// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// A line of the table of steps: a step, or below it one of the parts its time is made of.
struct StepLine
{
    int step = 0; ///< place among the report's steps, those of the setup last
    std::optional<report::Series> part;
    bool hasParts = false, expanded = false;
    QString name, pattern, request;
    std::optional<std::int64_t> count, failed;
    std::optional<double> error_rate, rps;
    report::Summary latency;
    std::optional<double> rows_per_s; ///< of queries
    std::optional<double> user_cpu_s, system_cpu_s, peak_mb; ///< of commands: means, and the most of any
};

/// The steps of a stored report, of its whole measure phase or of a part of the run. A step opens into
/// connect, TLS, send, wait and receive, as far as they were recorded.
class StepTableModel final : public TableModel<StepLine>
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Request,
        Count,
        Failed,
        ErrorRate,
        Rps,
        Mean,
        P50,
        P95,
        P99,
        Max,
        RowsPerS,
        UserCpu,
        SystemCpu,
        PeakMemory
    };
    explicit StepTableModel(QObject* parent = nullptr);

    /// Setup steps come after the others. Everything is closed and of the whole run again.
    void setReport(const report::Report& report);
    /// Null: the whole run. What a part of the run does not tell (failed, parts of the time) is absent then.
    void setRange(const RangeFigures* range);
    /// Whether any step has a figure for @p column: few have queries or commands.
    [[nodiscard]] bool shows(int column) const;
    /// Opens or closes a step; a line without parts stays as it is.
    void toggle(const QModelIndex& index);
    void setExpanded(const QModelIndex& index, bool expanded);

private:
    struct Step
    {
        StepLine whole;
        std::vector<StepLine> parts;
    };
    [[nodiscard]] std::vector<StepLine> lines() const;
    [[nodiscard]] QVariant cell(const StepLine& line, int column, int role) const override;

    std::vector<Step> m_steps;
    std::vector<report::Summary> m_range;
    double m_range_s = 0.0;
    bool m_ranged = false;
    int m_decimals = 3; ///< of all latencies, so that they align
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"
#include "stats/hdrhistogram.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace plumb::engine {

using report::Outcome;
using report::Phase;
using report::Series;
using stats::HdrHistogram;

/// What is the same for all intervals of a run.
struct IntervalLayout
{
    std::vector<std::vector<std::string>> checks; ///< names by step
    std::vector<bool> setup; ///< by step
    bool secure = false; ///< TLS times may occur
    bool closed = false; ///< response = service: the service histogram is the response histogram
};

/// Reason codes seen and how often; at most 100, then "other". The names stay over a reset, so that a reason
/// costs an allocation once and not once a second.
class ReasonTable
{
public:
    void add(const std::string& code, std::int64_t count = 1);
    void reset();
    struct Entry
    {
        std::string code;
        std::int64_t count = 0;
    };
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

/// Counts of one step in one phase.
class StepCell
{
public:
    StepCell(std::size_t checks, bool secure, bool closed);

    std::int64_t sent = 0;
    std::array<std::int64_t, report::outcomeCount> outcomes{};
    std::array<std::int32_t, 600> statuses{}; ///< by code; what is outside 100..599 at index 0
    ReasonTable reasons;
    std::vector<std::array<std::int64_t, 2>> checks; ///< failed, passed
    std::int64_t sent_bytes = 0, received_bytes = 0;
    std::int64_t rows = 0; ///< of queries
    report::CommandUse command; ///< of commands

    void record(Series series, std::int64_t micros);
    [[nodiscard]] const HdrHistogram* histogram(Series series) const;
    void merge(const StepCell& other);
    void reset();
    [[nodiscard]] bool empty() const;

private:
    std::array<std::unique_ptr<HdrHistogram>, report::seriesCount> m_histograms;
};

/// Iteration counts of one phase.
struct IterationCell
{
    std::int64_t planned = 0, started = 0, completed = 0, aborted = 0, dropped = 0;
    std::int64_t planned_requests = 0;
    HdrHistogram duration;
    void merge(const IterationCell& other);
    void reset();
    [[nodiscard]] bool empty() const;
};

/// All a worker records between two ticks. A cell weighs about 1.5 MB (188 kB a histogram), so cells stand
/// only for the phases that may be recorded in the interval: prepare() makes and drops them while the
/// interval is not in use, in the coordinator's thread. cell() makes a missing one, so a phase that comes as
/// a surprise costs an allocation, never a count.
class Interval
{
public:
    explicit Interval(std::shared_ptr<const IntervalLayout> layout);

    /// Empties the interval and keeps cells exactly for @p phases (set-up cells only for set-up steps).
    void prepare(const std::array<bool, report::phaseCount>& phases);
    StepCell& cell(int step, Phase phase);
    IterationCell& iterations(Phase phase);
    HdrHistogram lag; ///< late sends that had a free user
    HdrHistogram waited; ///< arrivals that had no free user, until they had one
    HdrHistogram loop; ///< how late the event loop came to its heartbeat
    std::int64_t connects = 0, resends = 0;
    std::int64_t handshakes = 0; ///< of TLS
    std::int64_t port_errors = 0, file_errors = 0; ///< see Shortage

    void merge(const Interval& other);
    [[nodiscard]] const StepCell* find(int step, Phase phase) const;
    [[nodiscard]] const IterationCell* findIterations(Phase phase) const;
    [[nodiscard]] const IntervalLayout& layout() const { return *m_layout; }

private:
    std::shared_ptr<const IntervalLayout> m_layout;
    std::vector<std::array<std::unique_ptr<StepCell>, report::phaseCount>> m_steps;
    std::array<std::unique_ptr<IterationCell>, report::phaseCount> m_iterations;
};

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <memory>

namespace plumb::report {

/// Sums of one step in one phase.
class StepAccumulator
{
public:
    void add(const StepTick& tick);

    [[nodiscard]] std::int64_t count() const; ///< completed + failed
    [[nodiscard]] std::int64_t outcome(Outcome outcome) const;
    [[nodiscard]] std::int64_t sentBytes() const { return m_sums.sent_bytes; }
    [[nodiscard]] std::int64_t receivedBytes() const { return m_sums.received_bytes; }
    [[nodiscard]] std::int64_t rows() const { return m_sums.rows; }
    [[nodiscard]] const CommandUse& command() const { return m_sums.command; }
    /// Null where nothing was recorded.
    [[nodiscard]] const stats::HdrHistogram* histogram(Series series) const;
    /// Everything but windows. @p seconds: length of the phase, for rps.
    [[nodiscard]] StepReport build(const StepInfo& info, double seconds) const;

private:
    StepTick m_sums; ///< its histograms stay empty
    std::array<std::unique_ptr<stats::HdrHistogram>, seriesCount> m_histograms; ///< made when first needed
};

} // namespace plumb::report

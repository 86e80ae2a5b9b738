// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <string>

namespace plumb::headless {

/// What `plumb run` prints at the end: the answer, the totals (runtime, requests, RPS, RPM, bytes/s, KiB/s),
/// the steps. Several lines.
std::string runSummary(const report::Report& report, bool colour);

/// "01:12 of 03:00 (ETA 01:48)  49.8 requests/s  p95 41.7 ms  0.2 % errors": what a terminal shows while
/// running.
class ProgressLine
{
public:
    /// Takes every event; gives the line after a tick, empty after others.
    std::string add(const report::RunEvent& event);

private:
    std::optional<double> m_plannedDuration;
    std::optional<std::int64_t> m_plannedIterations;
    std::int64_t m_iterations = 0;
    std::string m_state;
};

} // namespace plumb::headless

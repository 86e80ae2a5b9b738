// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <map>
#include <vector>

namespace plumb::report {

/// Keeps a bounded choice of the kept exchanges: of each step the slowest, and of each way to fail the first
/// ones.
class SampleKeeper
{
public:
    void add(const Sample& sample);
    /// In the order of time.
    [[nodiscard]] std::vector<Sample> samples() const;

private:
    std::map<std::string, std::vector<Sample>> m_slow; ///< by pattern and step, slowest first
    std::map<std::string, std::vector<Sample>> m_failed; ///< by pattern, step and way to fail
    std::size_t m_failedCount = 0;
};

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/readruns.h"

#include "base/parallel.h"

#include <optional>

namespace plumb::judge {

Result<std::deque<report::Report>> readRuns(std::span<const std::filesystem::path> files)
{
    std::vector<std::optional<Result<report::Report>>> read(files.size());
    onAllCores(files.size(), [&](std::size_t i) { read[i] = report::readReport(files[i]); });
    std::deque<report::Report> reports;
    for (auto& one : read) {
        if (!*one) {
            return one->error();
        }
        reports.push_back(std::move(**one));
    }
    return reports;
}

} // namespace plumb::judge

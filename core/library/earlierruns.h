// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparison.h"
#include "library/library.h"

#include <deque>
#include <span>

namespace plumb::library {

/// Runs of an operation in an environment that can stand as a reference: readable, ended as planned, not
/// invalid, and started before @p before_wall_ms. Oldest first; equal times in the order of their files.
std::vector<ReportRow> earlierRuns(const std::vector<ReportRow>& rows, const std::string& operation,
    const std::string& environment, std::int64_t before_wall_ms);

/// The latest of @p earlier (oldest first) that are on one level: those since the last change of their p95,
/// as change points behind gates find it (stats/gatedchanges.h).
std::vector<ReportRow> currentLevel(const std::vector<ReportRow>& earlier);

/// Most earlier runs the spread between runs is taken from.
inline constexpr std::size_t mostNoiseRuns = 10;

/// The spread between runs from the current level of @p earlier (oldest first): of its latest runs that
/// compare with @p like, at most mostNoiseRuns; those of @p without, by id, are left out. Nothing where fewer
/// than 3 remain. Reads the reports.
std::optional<judge::NoiseBook> noiseOfHistory(
    const std::vector<ReportRow>& earlier, const report::Report& like, std::span<const std::string> without);

} // namespace plumb::library

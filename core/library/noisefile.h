// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/noisetable.h"
#include "library/library.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

// What A/A suites measured: LIBRARY/noise.jsonl, append-only, a line per measurement:
//   {"schema":"plumbline.noise/1","operation":"checkout","environment":"stage","reports":["<id>", ...],
//    "rounds":5,"writer":"ada-workstation","at":ISO8601,"metrics":[{"of":"run","metric":"latency_ms.p95",
//    "unit":"ms","value":41.7,"sigma":0.021,"df":4,"round_sigma":0.024,"floor":0.059,"floor_from":"spread",
//    "detectable":0.05}, ...]}
// sigma, round_sigma: standard deviation between rounds, of logarithms or (error rates) of fractions, without
// and with what happens inside a run. floor, detectable: fractions of the value, or of 1 for error rates.
// The latest line of an operation and environment counts (by "at", then place in the file).
namespace plumb::library {

struct NoiseLine
{
    std::string operation, environment;
    std::vector<std::string> reports; ///< ids of the rounds, at least 3
    std::string writer; ///< who, as annotationWriter() gives it
    std::string at; ///< ISO 8601
    std::vector<judge::NoiseRow> rows;
};

/// LIBRARY/noise.jsonl.
std::filesystem::path noiseFile(const std::filesystem::path& library);

/// All that it says.
struct NoiseMeasurements
{
    std::vector<NoiseLine> lines; ///< oldest first
    std::vector<std::string> damaged; ///< a sentence for each line that cannot be read and was passed over
    /// The latest of an operation in an environment; null where none was measured.
    [[nodiscard]] const NoiseLine* find(std::string_view operation, std::string_view environment) const;
};
NoiseMeasurements readNoise(const std::filesystem::path& library);

/// Appends @p line. Errors: no operation, writer or time, fewer than 3 reports, a folder that cannot be
/// written.
Result<void> appendNoise(const std::filesystem::path& library, const NoiseLine& line);

/// What comparisons with @p like know of the noise: measured by an A/A suite, and the spread of @p earlier
/// runs (noiseOfHistory()), of each metric the one that rests on more runs. A measurement whose runs cannot
/// be compared with @p like, by the first of them that is still there, is passed over. Nothing where neither
/// is known.
std::optional<judge::NoiseBook> knownNoise(const std::filesystem::path& library,
    const std::vector<ReportRow>& rows, const std::vector<ReportRow>& earlier, const report::Report& like,
    std::span<const std::string> without);

} // namespace plumb::library

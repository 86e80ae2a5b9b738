// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// What runs are compared with: LIBRARY/baselines.jsonl, append-only, a line per pin or unpin:
//   {"schema":"plumbline.baseline/1","kind":"pin","operation":"checkout","environment":"stage",
//    "reports":["<id>", ...],"writer":"ada-workstation","at":ISO8601,"why":"release 1.4"}
//   {"schema":"plumbline.baseline/1","kind":"unpin","operation":"checkout","environment":"stage",
//    "writer":"...","at":ISO8601,"why":"the machine was replaced"}
// The latest line of an operation and environment counts (by "at", then place in the file), so that files
// which git merged read the same. A pin is one report, or the rounds of a suite as a list of reports.
namespace plumb::library {

struct BaselineLine
{
    enum class Kind { pin, unpin };
    Kind kind = Kind::pin;
    std::string operation, environment;
    std::vector<std::string> reports; ///< ids, at least one of a pin; several are rounds
    std::string writer; ///< who, as annotationWriter() gives it
    std::string at; ///< ISO 8601
    std::string why; ///< may be empty
};
std::string_view toString(BaselineLine::Kind kind); ///< "pin", "unpin"

/// All that baselines.jsonl says.
struct Baselines
{
    std::vector<BaselineLine> pinned; ///< what counts now, sorted by operation and environment
    std::vector<BaselineLine> history; ///< every pin and unpin, oldest first
    std::vector<std::string> damaged; ///< a sentence for each line that cannot be read and was passed over

    /// The pin of an operation in an environment; null where nothing is pinned.
    [[nodiscard]] const BaselineLine* find(std::string_view operation, std::string_view environment) const;
    /// Whether @p report is pinned now.
    [[nodiscard]] bool holds(std::string_view report) const;
};

/// LIBRARY/baselines.jsonl.
std::filesystem::path baselinesFile(const std::filesystem::path& library);

/// Reads them; a missing file is empty. Never fails: what cannot be read is told in `damaged`.
Baselines readBaselines(const std::filesystem::path& library);

/// Appends @p line. Errors: an empty operation, writer or time, a pin without reports or with a report twice,
/// a text beyond 64 KiB, a folder that cannot be written.
Result<void> appendBaseline(const std::filesystem::path& library, const BaselineLine& line);

} // namespace plumb::library

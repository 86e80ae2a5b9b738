// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What people say about reports, beside them: reports are never rewritten. Each writer appends lines to a
// file of its own, LIBRARY/annotations/<report id>.<writer>.jsonl, so that shared folders and git lose
// nothing; readers merge the files of all writers. A line is one of
//   {"schema":"plumbline.annotation/1","report":ID,"writer":W,"at":ISO8601,"kind":"note","id":UUID,
//    "state":"noise","text":"...","from_s":30,"to_s":60,"metric":"latency_ms.p95"}
//   {..., "kind":"withdraw","id":UUID}            takes a note back; the note again brings it back
//   {..., "kind":"tag","tag":"nightly"}  and  {..., "kind":"untag","tag":"nightly"}
// Where lines speak of one note or one tag the latest counts (by "at", then writer, then place in the file).
namespace plumb::library {

enum class AnnotationState { note, real, noise, expected, fixed, investigating };
std::string_view toString(AnnotationState state);
std::optional<AnnotationState> annotationStateFromString(std::string_view text);

struct Annotation
{
    std::string id; ///< UUID; an edit keeps it
    std::string report; ///< id of the report
    std::string writer; ///< who
    std::string at; ///< ISO 8601: when this was said
    AnnotationState state = AnnotationState::note;
    std::string text;
    std::optional<double> from_s, to_s; ///< since the start of the run; both absent: the run as a whole
    std::string metric; ///< of a chart point, as rules name it; empty: none
};

/// One line of a file.
struct AnnotationLine
{
    enum class Kind { note, withdraw, tag, untag };
    Kind kind = Kind::note;
    Annotation note; ///< `report`, `writer`, `at` of every line; the rest for notes, `id` for withdrawals too
    std::string tag;
};

/// All that stands about one report.
struct ReportAnnotations
{
    std::vector<Annotation> notes; ///< oldest first
    std::vector<std::string> tagsAdded, tagsRemoved; ///< against those in the report
    std::vector<std::string> damaged; ///< a sentence for each line that cannot be read and was passed over
    [[nodiscard]] bool empty() const { return notes.empty() && tagsAdded.empty() && tagsRemoved.empty(); }
};

/// The user and host of this process, safe in file names: "ada-workstation".
std::string annotationWriter();

/// Appends @p line to its writer's file in one write, without a lock: other programs may append to and read
/// the same file at the same time. A line that a crash cut before is closed first, so that it damages no
/// other. Errors: the folder cannot be written, an empty report id, a text beyond 64 KiB.
Result<void> appendAnnotation(const std::filesystem::path& library, const AnnotationLine& line);

/// The files of all writers on one report, merged. A report nobody wrote about is empty; a file that cannot
/// be opened is told in `damaged`.
ReportAnnotations readAnnotations(const std::filesystem::path& library, const std::string& report);
/// The same of several files, by the report they are about.
std::map<std::string, ReportAnnotations> readAnnotationFiles(const std::vector<std::filesystem::path>& files);

/// The report's own tags with what was added and removed beside it, in this order.
std::vector<std::string> taggedWith(std::vector<std::string> own, const ReportAnnotations& annotations);

/// Where annotations stand, and the report id (as in file names) that a file there is about.
std::filesystem::path annotationFolder(const std::filesystem::path& library);
std::string annotatedReport(const std::filesystem::path& file);

} // namespace plumb::library

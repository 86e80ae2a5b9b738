// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/annotations.h"

#include "base/files.h"
#include "base/json.h"
#include "base/timestamp.h"
#include "library/jsonlines.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <pwd.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

using Kind = AnnotationLine::Kind;

constexpr const char* schema = "plumbline.annotation/1";
constexpr std::size_t maxText = 64 * 1024;
constexpr std::array<std::string_view, 6> stateNames{
    "note", "real", "noise", "expected", "fixed", "investigating"};
constexpr std::array<std::string_view, 4> kindNames{"note", "withdraw", "tag", "untag"};

std::string fileStem(const std::string& report)
{
    // A dot would end the id where the writer begins.
    auto stem = safeName(report);
    std::replace(stem.begin(), stem.end(), '.', '_');
    return stem;
}

fs::path fileOf(const fs::path& library, const Annotation& about)
{
    return annotationFolder(library) / (fileStem(about.report) + '.' + safeName(about.writer) + ".jsonl");
}

std::string lineText(const AnnotationLine& line)
{
    const auto& note = line.note;
    Json json = Json::object();
    json["schema"] = schema;
    json["report"] = note.report;
    json["writer"] = note.writer;
    json["at"] = note.at;
    json["kind"] = kindNames[static_cast<std::size_t>(line.kind)];
    if (line.kind == Kind::tag || line.kind == Kind::untag) {
        json["tag"] = line.tag;
        return dumpJson(json);
    }
    json["id"] = note.id;
    if (line.kind == Kind::note) {
        json["state"] = toString(note.state);
        json["text"] = note.text;
        if (note.from_s) {
            json["from_s"] = *note.from_s;
        }
        if (note.to_s) {
            json["to_s"] = *note.to_s;
        }
        if (!note.metric.empty()) {
            json["metric"] = note.metric;
        }
    }
    return dumpJson(json);
}

std::string stringField(const Json& json, const char* name)
{
    const auto field = json.find(name);
    return field != json.end() && field->is_string() ? field->get<std::string>() : std::string();
}

std::optional<double> numberField(const Json& json, const char* name)
{
    const auto field = json.find(name);
    return field != json.end() && field->is_number() ? std::optional<double>(field->get<double>())
                                                     : std::nullopt;
}

Result<AnnotationLine> parseLine(std::string_view text, const std::string& place)
{
    const auto json = parseJson(text, place);
    if (!json) {
        return json.error();
    }
    if (const auto fits = checkSchema(*json, "plumbline.annotation", 1, place); !fits) {
        return fits.error();
    }
    AnnotationLine line;
    auto& note = line.note;
    note.report = stringField(*json, "report");
    note.writer = stringField(*json, "writer");
    note.at = stringField(*json, "at");
    note.id = stringField(*json, "id");
    line.tag = stringField(*json, "tag");
    const auto wrong = [&place](const char* what) {
        return Error{ErrorKind::input, what, place, "correct or remove the line"};
    };
    const auto kind = std::find(kindNames.begin(), kindNames.end(), stringField(*json, "kind"));
    if (kind == kindNames.end()) {
        return wrong("the kind is none of note, withdraw, tag, untag");
    }
    line.kind = static_cast<Kind>(kind - kindNames.begin());
    if (note.report.empty() || !parseIsoTimestamp(note.at)) {
        return wrong("no report or no time");
    }
    if (line.kind == Kind::tag || line.kind == Kind::untag) {
        return line.tag.empty() ? Result<AnnotationLine>(wrong("an empty tag")) : line;
    }
    if (note.id.empty()) {
        return wrong("a note without an id");
    }
    const auto state = annotationStateFromString(stringField(*json, "state"));
    if (line.kind == Kind::note && !state) {
        return wrong("the state is none of note, real, noise, expected, fixed, investigating");
    }
    note.state = state.value_or(AnnotationState::note);
    note.text = stringField(*json, "text");
    note.from_s = numberField(*json, "from_s");
    note.to_s = numberField(*json, "to_s");
    note.metric = stringField(*json, "metric");
    return line;
}

struct FileLines
{
    std::vector<AnnotationLine> lines;
    std::vector<std::string> damaged;
};

FileLines readLines(const fs::path& file)
{
    FileLines result;
    result.damaged = eachLine(file, [&result](std::string_view text, const std::string& place) {
        auto line = parseLine(text, place);
        if (!line) {
            return line.error().text();
        }
        result.lines.push_back(std::move(*line));
        return std::string();
    });
    return result;
}

/// The lines about one report, in whatever order they were read.
ReportAnnotations merge(std::vector<AnnotationLine> lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const AnnotationLine& a, const AnnotationLine& b) {
        const auto timeA = parseIsoTimestamp(a.note.at);
        const auto timeB = parseIsoTimestamp(b.note.at);
        return timeA != timeB ? timeA < timeB : a.note.writer < b.note.writer;
    });
    ReportAnnotations result;
    std::map<std::string, bool> tags;
    for (const auto& line : lines) {
        const auto same = std::find_if(result.notes.begin(), result.notes.end(),
            [&line](const Annotation& note) { return note.id == line.note.id; });
        const bool known = same != result.notes.end();
        if (line.kind == Kind::tag || line.kind == Kind::untag) {
            tags[line.tag] = line.kind == Kind::tag;
        } else if (line.kind == Kind::withdraw && known) {
            result.notes.erase(same);
        } else if (line.kind == Kind::note && known) {
            *same = line.note;
        } else if (line.kind == Kind::note) {
            result.notes.push_back(line.note);
        }
    }
    for (const auto& [tag, added] : tags) {
        (added ? result.tagsAdded : result.tagsRemoved).push_back(tag);
    }
    return result;
}

} // namespace

std::string_view toString(AnnotationState state)
{
    return stateNames[static_cast<std::size_t>(state)];
}

std::optional<AnnotationState> annotationStateFromString(std::string_view text)
{
    const auto found = std::find(stateNames.begin(), stateNames.end(), text);
    return found == stateNames.end()
        ? std::nullopt
        : std::optional(static_cast<AnnotationState>(found - stateNames.begin()));
}

std::string annotationWriter()
{
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* user = nullptr;
    ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &user);
    const auto name = user != nullptr ? std::string(user->pw_name) : std::to_string(::getuid());
    return safeName(name + '-' + host.data());
}

fs::path annotationFolder(const fs::path& library)
{
    return library / "annotations";
}

std::string annotatedReport(const fs::path& file)
{
    const auto name = file.filename().string();
    return name.substr(0, name.find('.'));
}

Result<void> appendAnnotation(const fs::path& library, const AnnotationLine& line)
{
    if (line.note.report.empty() || line.note.writer.empty()) {
        return Error{ErrorKind::input, "this report has no id, so nothing can be noted about it", {}, {}};
    }
    if (line.note.text.size() > maxText || line.tag.size() > 200) {
        return Error{
            ErrorKind::input, "the text is too long", {}, "write at most 64 KiB, and tags of 200 bytes"};
    }
    const auto file = fileOf(library, line.note);
    return appendLine(file, lineText(line), "the note");
}

std::map<std::string, ReportAnnotations> readAnnotationFiles(const std::vector<fs::path>& files)
{
    std::map<std::string, std::vector<AnnotationLine>> lines;
    std::map<std::string, std::vector<std::string>> damaged;
    for (const auto& file : files) {
        auto read = readLines(file);
        // A line that cannot be read is of the report that its file is about.
        const auto about = read.lines.empty() ? annotatedReport(file) : read.lines.front().note.report;
        for (auto& line : read.lines) {
            lines[line.note.report].push_back(std::move(line));
        }
        if (!read.damaged.empty()) {
            auto& told = damaged[about];
            told.insert(told.end(), read.damaged.begin(), read.damaged.end());
        }
    }
    std::map<std::string, ReportAnnotations> all;
    for (auto& [report, some] : lines) {
        all[report] = merge(std::move(some));
    }
    for (auto& [report, told] : damaged) {
        all[report].damaged = std::move(told);
    }
    return all;
}

ReportAnnotations readAnnotations(const fs::path& library, const std::string& report)
{
    const auto prefix = fileStem(report) + '.';
    std::vector<fs::path> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(annotationFolder(library), code)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(".jsonl")) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return std::move(readAnnotationFiles(files)[report]);
}

std::vector<std::string> taggedWith(std::vector<std::string> own, const ReportAnnotations& annotations)
{
    std::erase_if(own, [&annotations](const std::string& tag) {
        return std::find(annotations.tagsRemoved.begin(), annotations.tagsRemoved.end(), tag)
            != annotations.tagsRemoved.end();
    });
    for (const auto& tag : annotations.tagsAdded) {
        if (std::find(own.begin(), own.end(), tag) == own.end()) {
            own.push_back(tag);
        }
    }
    return own;
}

} // namespace plumb::library

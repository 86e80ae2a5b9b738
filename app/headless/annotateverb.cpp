// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/findreport.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/timestamp.h"
#include "base/units.h"
#include "library/library.h"
#include "library/reporthead.h"

#include <CLI/CLI.hpp>

#include <nlohmann/json.hpp>

#include <memory>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

struct AnnotateArguments
{
    std::string report, text, state = "note", at, library;
    bool json = false;
};

/// Seconds since the start of the run; equal for a moment.
struct Span
{
    double from_s = 0.0, to_s = 0.0;
};

Result<Span> parseSpan(const std::string& text, double duration_s)
{
    const auto dash = text.find('-');
    const auto from = parseDuration(text.substr(0, dash));
    const auto to = dash == std::string::npos ? from : parseDuration(text.substr(dash + 1));
    if (!from || !to || *from < 0.0 || *to < *from) {
        return Error{ErrorKind::usage, "\"" + text + "\" is no time of a run", "--at",
            "give seconds or durations since its start: 30, 1m30s, 30-45"};
    }
    if (*to > duration_s) {
        return Error{ErrorKind::usage,
            "the run took " + formatNumber(duration_s) + " s, so it has no " + text, "--at",
            "give a time within the run"};
    }
    return Span{*from, *to};
}

Json noteJson(const library::Annotation& note, const fs::path& report, const fs::path& library)
{
    Json json = Json::object();
    json["id"] = note.id;
    json["report"] = note.report;
    json["file"] = report.string();
    json["library"] = library.string();
    json["writer"] = note.writer;
    json["at"] = note.at;
    json["state"] = std::string(toString(note.state));
    json["text"] = note.text;
    json["from_s"] = note.from_s ? Json(*note.from_s) : Json(nullptr);
    json["to_s"] = note.to_s ? Json(*note.to_s) : Json(nullptr);
    return json;
}

int annotate(const AnnotateArguments& arguments)
{
    const auto file = findReport(arguments.library, arguments.report);
    if (!file) {
        return printError(file.error());
    }
    const auto head = library::readReportHead(*file);
    if (!head) {
        return printError(head.error());
    }
    auto opened = openLibraryOf(arguments.library, arguments.report);
    if (!opened) {
        return printError(opened.error());
    }
    const auto known = (*opened)->refresh();
    if (!known) {
        return printError(known.error());
    }
    const auto row = (*opened)->find(head->id);
    if (!row || !row->has_value()) {
        return printError(row ? Error{ErrorKind::input, "this report is not in the library", file->string(),
                              "notes stand in the library beside their report: name its library with "
                              "--library"}
                              : row.error());
    }
    library::AnnotationLine line;
    auto& note = line.note;
    note.id = newUuid();
    note.report = head->id;
    note.writer = library::annotationWriter();
    note.at = isoTimestamp(wallClockMs());
    note.state = *library::annotationStateFromString(arguments.state);
    note.text = arguments.text;
    if (!arguments.at.empty()) {
        const auto span = parseSpan(arguments.at, head->duration_s);
        if (!span) {
            return printError(span.error());
        }
        note.from_s = span->from_s;
        note.to_s = span->to_s;
    }
    if (const auto written = (*opened)->annotate(line); !written) {
        return printError(written.error());
    }
    if (arguments.json) {
        printJson(noteJson(note, *file, (*opened)->folder()));
    } else {
        printLine("noted: " + file->string());
    }
    return static_cast<int>(ExitCode::pass);
}

} // namespace

void addAnnotate(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<AnnotateArguments>();
    auto* verb
        = app.add_subcommand("annotate", "Pin a note to a report of a library, or to a time of its run.");
    verb->add_option("report", arguments->report, "Report file in a library, or the id of a report")
        ->required();
    verb->add_option("--text", arguments->text, "What to say")->required()->check(notEmpty());
    verb->add_option("--state", arguments->state, "What you make of it")
        ->check(CLI::IsMember({"note", "real", "noise", "expected", "fixed", "investigating"}))
        ->capture_default_str();
    verb->add_option("--at", arguments->at,
            "A moment of the run, or a part of it, since its start: 30, 1m30s, 30-45; default: the whole run")
        ->check(notEmpty());
    verb->add_option("--library", arguments->library,
            "Library folder; default: the one the file is in, for an id the nearest folder upwards with "
            "plumbline.json, else $PLUMBLINE_LIBRARY, else among the user's data")
        ->check(notEmpty());
    verb->add_flag("--json", arguments->json, "Print the note as one JSON document on stdout");
    verb->footer("The report itself is never changed: notes stand in annotations/ of the library.\n"
                 "Exit codes: 0 noted, 2 no such report, or its library cannot be written.");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return annotate(*arguments); }; });
}

} // namespace plumb::headless

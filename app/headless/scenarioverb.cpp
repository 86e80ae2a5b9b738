// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/outputs.h"
#include "app/headless/verbs.h"
#include "base/exitcode.h"
#include "base/json.h"
#include "judge/thresholds.h"
#include "runner/runplan.h"
#include "scenario/prepare.h"
#include "scenario/templates.h"

#include <CLI/CLI.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace plumb::headless {

namespace {

const QString templateRoot = QStringLiteral(":/plumbline/templates");

struct ScenarioArguments
{
    std::vector<std::string> files;
    std::string name, out;
    bool json = false;
};

/// The rules that a run would be judged by; a file that is not there is a problem of the scenario's.
void checkThresholds(
    const Json& json, const std::filesystem::path& folder, std::vector<scenario::Problem>& problems)
{
    const auto name = json.is_object() ? json.find("thresholds") : json.end();
    if (name == json.end() || !name->is_string() || name->get_ref<const std::string&>().empty()) {
        return;
    }
    const auto found = runner::findThresholds(name->get<std::string>(), folder, folder.parent_path());
    if (found.empty()) {
        return;
    }
    if (const auto thresholds = judge::readThresholds(found); !thresholds) {
        const auto& error = thresholds.error();
        problems.push_back({"/thresholds", error.where + ": " + error.what, error.remedy});
    }
}

/// The problems of one file; what keeps it from being read at all is a problem as well.
std::vector<scenario::Problem> problemsOf(const std::string& file)
{
    const auto json = scenario::readScenarioJson(file);
    if (!json) {
        const auto& error = json.error();
        // "s.json, line 2, column 5": every line names the file already.
        std::string place = error.where.starts_with(file) ? error.where.substr(file.size()) : error.where;
        place.erase(0, std::min(place.find_first_not_of(", "), place.size()));
        return {{{}, place.empty() ? error.what : place + ": " + error.what, error.remedy}};
    }
    const auto folder = std::filesystem::path(file).parent_path();
    auto problems = scenario::validateDocument(*json, folder);
    checkThresholds(*json, folder, problems);
    return problems;
}

std::string lineOf(const std::string& file, const scenario::Problem& problem)
{
    return file + ": " + (problem.path.empty() ? "" : problem.path + ": ")
        + (problem.warning ? "warning: " : "") + problem.message
        + (problem.remedy.empty() ? "" : "; " + problem.remedy);
}

int validate(const ScenarioArguments& arguments)
{
    Json files = Json::array();
    bool allValid = true;
    for (const auto& file : arguments.files) {
        const auto problems = problemsOf(file);
        const bool valid = std::none_of(problems.begin(), problems.end(),
            [](const scenario::Problem& problem) { return !problem.warning; });
        allValid = allValid && valid;
        Json list = Json::array();
        for (const auto& problem : problems) {
            if (!arguments.json) {
                printLine(lineOf(file, problem));
                continue;
            }
            Json one = Json::object();
            one["path"] = problem.path;
            one["severity"] = problem.warning ? "warning" : "error";
            one["message"] = problem.message;
            one["remedy"] = problem.remedy;
            list.push_back(std::move(one));
        }
        if (!arguments.json && valid) {
            printLine(file + ": valid");
        }
        Json one = Json::object();
        one["file"] = file;
        one["valid"] = valid;
        one["problems"] = std::move(list);
        files.push_back(std::move(one));
    }
    if (arguments.json) {
        Json document = Json::object();
        document["valid"] = allValid;
        document["files"] = std::move(files);
        printJson(document);
    }
    return static_cast<int>(allValid ? ExitCode::pass : ExitCode::badInput);
}

int templates(const ScenarioArguments& arguments)
{
    const auto found = scenario::listTemplates(templateRoot);
    if (!found) {
        return printError(found.error());
    }
    Json list = Json::array();
    for (const auto& one : *found) {
        if (!arguments.json) {
            printLine(one.name + ": " + one.title);
            printLine("    " + one.description);
            continue;
        }
        Json json = Json::object();
        json["name"] = one.name;
        json["title"] = one.title;
        json["description"] = one.description;
        json["files"] = one.files;
        list.push_back(std::move(json));
    }
    if (arguments.json) {
        Json document = Json::object();
        document["templates"] = std::move(list);
        printJson(document);
    }
    return static_cast<int>(ExitCode::pass);
}

int create(const ScenarioArguments& arguments)
{
    const auto written = scenario::copyTemplate(
        templateRoot, arguments.name, arguments.out.empty() ? arguments.name : arguments.out);
    if (!written) {
        return printError(written.error());
    }
    printLine(written->string());
    return static_cast<int>(ExitCode::pass);
}

} // namespace

void addScenario(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<ScenarioArguments>();
    auto* verb
        = app.add_subcommand("scenario", "Check scenarios, list the shipped templates, start from one");
    verb->require_subcommand(1);

    auto* check = verb->add_subcommand("validate", "List every problem of scenario files with its JSON path");
    check->add_option("FILE", arguments->files, "Scenario files")->required();
    check->add_flag("--json", arguments->json, "Print one JSON document");
    check->callback([arguments, &chosen] { chosen = [arguments] { return validate(*arguments); }; });

    auto* list = verb->add_subcommand("templates", "List the scenarios that are shipped");
    list->add_flag("--json", arguments->json, "Print one JSON document");
    list->callback([arguments, &chosen] { chosen = [arguments] { return templates(*arguments); }; });

    auto* fresh = verb->add_subcommand("new", "Copy a template's files; existing files are never replaced");
    auto* name = fresh->add_option(
        "TEMPLATE", arguments->name, "Name of the template, see plumb scenario templates");
    fresh->add_option("--template", arguments->name, "The same as TEMPLATE")->excludes(name);
    fresh
        ->add_option(
            "--out", arguments->out, "Folder, or path of the new scenario file (default: ./TEMPLATE)")
        ->check(notEmpty());
    fresh->callback([arguments, &chosen] {
        if (arguments->name.empty()) {
            throw CLI::ValidationError("TEMPLATE", "which one? see plumb scenario templates");
        }
        chosen = [arguments] { return create(*arguments); };
    });
}

} // namespace plumb::headless

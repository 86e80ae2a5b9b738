// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/stepcheck.h"

#include "scenario/commandline.h"
#include "scenario/jsonfields.h"
#include "scenario/sqlstatement.h"
#include "scenario/visit.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

namespace fs = std::filesystem;

class ProblemList
{
public:
    ProblemList(std::string path, std::vector<Problem>& problems)
        : m_path(std::move(path))
        , m_problems(problems)
    {
    }
    void error(const std::string& field, std::string message, std::string remedy)
    {
        m_problems.push_back({m_path + field, std::move(message), std::move(remedy)});
    }
    void warn(const std::string& field, std::string message, std::string remedy)
    {
        m_problems.push_back({m_path + field, std::move(message), std::move(remedy), true});
    }

private:
    std::string m_path;
    std::vector<Problem>& m_problems;
};

/// Some step writes into this database, so that its file may come to be.
bool isMadeByTheRun(const Scenario& scenario, const SqlQuery& sql)
{
    bool made = false;
    forEachStep(scenario, [&](const std::string&, const Step& step) {
        made = made || step.kind == "command"
            || (step.kind == "sql" && step.sql && step.sql->database == sql.database
                && (step.sql->write.get(false) || !step.sql->write.expression.empty()));
    });
    return made;
}

void checkPlace(const Scenario& scenario, const SqlQuery& sql, const fs::path& folder, ProblemList& found)
{
    const std::vector<std::string> drivers{"QSQLITE", "QPSQL"};
    if (std::find(drivers.begin(), drivers.end(), sql.driver) == drivers.end()) {
        const auto near = nearest(sql.driver, drivers);
        found.error("/driver",
            sql.driver.empty() ? "there is no driver" : "there is no driver \"" + sql.driver + "\" here",
            near.empty() ? "write QSQLITE or QPSQL" : "did you mean \"" + near + "\"?");
        return;
    }
    if (sql.database.empty()) {
        found.error(
            "/database", "there is no database", sql.driver == "QSQLITE" ? "name its file" : "name it");
        return;
    }
    if (sql.driver == "QPSQL") {
        // libpq takes several hosts in one text, of which nobody would have confirmed the others.
        if (sql.host.find_first_of(", \t\n") != std::string::npos) {
            found.error("/host", "\"" + sql.host + "\" is no single host", "write one name or address");
        }
        return;
    }
    if (!sql.host.empty() || sql.port.set() || !sql.user.empty() || !sql.password.empty()) {
        found.warn("", "SQLite knows no host, port, user and password", "leave them out");
    }
    std::error_code code;
    if (sql.database != ":memory:" && !isTemplate(sql.database) && !isMadeByTheRun(scenario, sql)
        && !fs::is_regular_file(folder / sql.database, code)) {
        found.error("/database", "there is no file \"" + sql.database + "\"",
            "it is looked up in the folder of the scenario; a set-up step with \"write\": true can make it");
    }
}

void checkParams(const SqlQuery& sql, const SqlStatement& statement, ProblemList& found)
{
    const auto marks = std::count(statement.placeholders.begin(), statement.placeholders.end(), "?");
    const auto given = static_cast<std::ptrdiff_t>(sql.params.size());
    for (const auto& [key, value] : sql.params.items()) {
        if (value.is_structured()) {
            found.error("/params/" + key, "a parameter is a text, a number, true, false or null",
                "write JSON as a text");
        }
    }
    if (marks > 0 && marks != std::ssize(statement.placeholders)) {
        found.error("/query", "the query mixes \"?\" and names", "write one kind of parameter");
        return;
    }
    if (!sql.params.is_object()) {
        if (marks != given || marks != std::ssize(statement.placeholders)) {
            found.error("/params",
                "the query has " + std::to_string(statement.placeholders.size()) + " parameters, but "
                    + std::to_string(given) + " values are given",
                "give a value for each, in order: \"params\": [1, \"{{name}}\"]");
        }
        return;
    }
    for (const auto& name : statement.placeholders) {
        if (!sql.params.contains(name)) {
            found.error("/params", "the parameter :" + name + " has no value", "add \"" + name + "\": ...");
        }
    }
    for (const auto& [key, value] : sql.params.items()) {
        if (std::find(statement.placeholders.begin(), statement.placeholders.end(), key)
            == statement.placeholders.end()) {
            found.error("/params/" + key, "the query has no parameter :" + key, "remove it");
        }
    }
}

void checkQuery(const SqlQuery& sql, ProblemList& found)
{
    const auto statement = readSqlStatement(sql.query);
    if (statement.statements == 0) {
        found.error("/query", "there is no query", "write one SQL statement");
        return;
    }
    if (statement.statements > 1) {
        found.error("/query", "there are " + std::to_string(statement.statements) + " statements",
            "write a step for each, so that each has figures of its own");
    }
    const bool mayWrite = sql.write.get(false) || !sql.write.expression.empty();
    if (statement.writes && !mayWrite && !isTemplate(sql.query)) {
        found.error("/query", "the statement may write (" + statement.verb + "), but the step only reads",
            "add \"write\": true if it may change this database");
    }
    checkParams(sql, statement, found);
}

/// Checks and extraction that look at what only HTTP has.
void checkAnswer(
    const Step& step, const std::string& path, const std::string& instead, std::vector<Problem>& problems)
{
    for (std::size_t i = 0; i < step.checks.size(); ++i) {
        if (step.checks[i].kind == Check::Kind::status) {
            problems.push_back({childPath(path + "/checks", i),
                "a step of kind \"" + step.kind + "\" has no status", instead});
        }
    }
    for (std::size_t i = 0; i < step.extract.size(); ++i) {
        if (step.extract[i].from == Extract::From::cookie) {
            problems.push_back({childPath(path + "/extract", i),
                "a step of kind \"" + step.kind + "\" has no cookies", "use json, regex or header"});
        }
    }
}

void checkProgram(const std::vector<std::string>& argv, const fs::path& folder, ProblemList& found)
{
    if (argv.empty() || argv.front().empty()) {
        found.error("/argv", "there is no program to run", "write [\"./program\", \"argument\"]");
        return;
    }
    if (!isTemplate(argv.front()) && findProgram(argv.front(), folder).empty()) {
        found.warn("/argv/0", "there is no program \"" + argv.front() + "\" here",
            argv.front().find('/') == std::string::npos
                ? "install it, or write its path"
                : "a path is looked up in the folder of the scenario, or in \"cwd\"");
    }
}

void checkFolder(const std::string& cwd, const fs::path& folder, ProblemList& found)
{
    std::error_code code;
    if (!cwd.empty() && !isTemplate(cwd) && !fs::is_directory(folder / cwd, code)) {
        found.warn(
            "/cwd", "there is no folder \"" + cwd + "\"", "it is looked up in the folder of the scenario");
    }
}

} // namespace

void checkSqlStep(const Scenario& scenario, const Step& step, const std::string& path, const fs::path& folder,
    std::vector<Problem>& problems)
{
    ProblemList found(path + "/sql", problems);
    if (!step.sql) {
        found.error("", "the step does not say what to ask", "add \"sql\": {\"driver\": \"QSQLITE\", ...}");
        return;
    }
    checkPlace(scenario, *step.sql, folder, found);
    checkQuery(*step.sql, found);
    checkAnswer(step, path, "check the rows: {\"json\": \"/0/name\", \"equals\": 1}, {\"header\": \"rows\"}",
        problems);
}

void checkCommandStep(
    const Step& step, const std::string& path, const fs::path& folder, std::vector<Problem>& problems)
{
    ProblemList found(path + "/command", problems);
    if (!step.command) {
        found.error("", "the step does not say what to run", "add \"command\": {\"argv\": [...]}");
        return;
    }
    const auto& command = *step.command;
    checkProgram(command.argv, folder / (isTemplate(command.cwd) ? std::string() : command.cwd), found);
    checkFolder(command.cwd, folder, found);
    if (const auto cpus = processorList(command.cpus); !cpus) {
        found.error("/cpus", cpus.error().what, cpus.error().remedy);
    }
    checkAnswer(step, path, "write the exit code you expect into \"expect_exit\"", problems);
}

void checkTargetStart(const Target& target, const fs::path& folder, std::vector<Problem>& problems)
{
    ProblemList found("/target/start", problems);
    const auto& start = *target.start;
    checkProgram(start.argv, folder / (isTemplate(start.cwd) ? std::string() : start.cwd), found);
    checkFolder(start.cwd, folder, found);
    if (target.base_url.starts_with("builtin:")) {
        found.error("", "the built-in sample service starts by itself",
            "write the address of your service into \"base_url\", or remove \"start\"");
    }
    if (!start.ready.empty() && !isTemplate(start.ready) && !start.ready.starts_with("/")
        && !start.ready.starts_with(":")) {
        found.error("/ready", "\"" + start.ready + "\" is neither a path nor a port",
            "write \"/health\" or \":8080\"");
    }
}

} // namespace plumb::scenario

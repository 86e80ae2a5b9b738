// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlprobe.h"

#include "engine/sql/sqlconnection.h"

#include <QSqlDatabase>

#include <cmath>
#include <filesystem>
#include <set>

namespace plumb::engine::sql {

namespace {

struct Asked
{
    std::string step;
    scenario::RenderedRequest request;
};

/// Every query as it would be asked; those with values that are known later are left out.
std::vector<Asked> queriesOf(const scenario::CompiledScenario& scenario)
{
    std::vector<Asked> all;
    scenario::RandomStream random(scenario.seed, 0);
    std::uint64_t sequence = 0;
    const scenario::RenderContext context{scenario.variables.get(), &random, &sequence, 0};
    const auto look = [&](const std::shared_ptr<const scenario::CompiledStep>& step) {
        if (step->step().kind != "sql")
            return;
        if (Result<scenario::RenderedRequest> rendered = step->render(context))
            all.push_back({step->step().name, std::move(*rendered)});
    };
    for (const auto& setup : scenario.setup) {
        look(setup.step);
        std::for_each(setup.on_failure.begin(), setup.on_failure.end(), look);
    }
    for (const auto& pattern : scenario.patterns)
        std::for_each(pattern.steps.begin(), pattern.steps.end(), look);
    return all;
}

/// Some step may make tables and files that later ones ask for.
bool isPrepared(const scenario::CompiledScenario& scenario)
{
    return std::any_of(
        scenario.setup.begin(), scenario.setup.end(), [](const scenario::CompiledSetup& setup) {
            const scenario::Step& step = setup.step->step();
            return step.kind == "command" || (step.sql && step.sql->write.get(false));
        });
}

std::string placeOf(const scenario::SqlCall& call)
{
    return call.driver + ' ' + call.database + (call.host.empty() ? "" : " on " + call.host)
        + (call.port > 0 ? ':' + std::to_string(call.port) : std::string());
}

Result<void> checkDrivers(const std::vector<Asked>& queries)
{
    for (const Asked& asked : queries) {
        const QString driver = QString::fromStdString(asked.request.sql->driver);
        if (QSqlDatabase::isDriverAvailable(driver))
            continue;
        return Error{ErrorKind::input,
            "the database driver " + asked.request.sql->driver + " is not installed", "step " + asked.step,
            "install Qt's plugin for it (on Debian: libqt6sql6-psql or libqt6sql6-sqlite)"};
    }
    return {};
}

} // namespace

Result<void> probeDatabases(const scenario::CompiledScenario& scenario)
{
    const std::vector<Asked> queries = queriesOf(scenario);
    if (Result<void> there = checkDrivers(queries); !there)
        return there;
    const bool prepared = isPrepared(scenario);
    std::map<std::string, std::unique_ptr<SqlConnection>> connections;
    for (const Asked& asked : queries) {
        const scenario::SqlCall& call = *asked.request.sql;
        std::error_code code;
        // A file that a step makes is not there yet; opening it to write would make it.
        if (call.driver == "QSQLITE" && !std::filesystem::exists(call.database, code))
            continue;
        auto& connection = connections[SqlConnection::keyOf(call)];
        if (!connection) {
            connection = std::make_unique<SqlConnection>();
            Exchange exchange;
            const Nanos timeout{std::llround(asked.request.timeout_ms * 1e6)};
            if (!connection->open(call, timeout, exchange)) {
                return Error{ErrorKind::target, "the database cannot be opened: " + exchange.error,
                    "step " + asked.step + ", " + placeOf(call),
                    "check that it runs, and its name, user and password"};
            }
        }
        if (prepared)
            continue;
        if (const std::string fault = connection->faultOf(call); !fault.empty()) {
            return Error{ErrorKind::input, "the database does not take the query: " + fault,
                "step " + asked.step + ", " + placeOf(call),
                "correct the query, or add a set-up step that makes its tables"};
        }
    }
    return {};
}

std::string databasesOf(const scenario::CompiledScenario& scenario)
{
    std::set<std::string> places;
    for (const Asked& asked : queriesOf(scenario))
        places.insert(placeOf(*asked.request.sql));
    std::string text;
    for (const std::string& place : places)
        text += (text.empty() ? "" : "; ") + place;
    return text;
}

} // namespace plumb::engine::sql

// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of steps that are no requests.
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

namespace plumb::scenario {

namespace {

void putJson(ObjectWriter& writer, std::string_view key, const Json& value)
{
    if (value.is_null()) {
        writer.leave(key);
    } else {
        writer.put(key, value);
    }
}

} // namespace

Json toJson(const SqlQuery& sql)
{
    ObjectWriter writer(sql.extra);
    writer.text("driver", sql.driver);
    writer.text("database", sql.database);
    writer.text("host", sql.host);
    writer.number("port", sql.port);
    writer.text("user", sql.user);
    writer.text("password", sql.password);
    writer.text("query", sql.query);
    putJson(writer, "params", sql.params);
    writer.number("timeout_ms", sql.timeout_ms);
    writer.number("write", sql.write);
    return writer.take();
}

SqlQuery readSql(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    SqlQuery sql;
    ObjectReader reader(json, path, problems);
    reader.text("driver", sql.driver);
    reader.text("database", sql.database);
    reader.text("host", sql.host);
    reader.number("port", sql.port);
    reader.text("user", sql.user);
    reader.text("password", sql.password);
    reader.text("query", sql.query);
    if (const Json* params = reader.find("params")) {
        if (params->is_structured()) {
            sql.params = *params;
        } else {
            reader.wrongType("params", "a list or an object", *params);
        }
    }
    reader.number("timeout_ms", sql.timeout_ms, Unit::milliseconds);
    reader.number("write", sql.write);
    sql.extra = reader.remainder(toJson(sql));
    return sql;
}

Json toJson(const Command& command)
{
    ObjectWriter writer(command.extra);
    writer.texts("argv", command.argv);
    writer.text("cwd", command.cwd);
    writer.pairs("env", command.env);
    writer.number("timeout_s", command.timeout_s);
    writer.number("expect_exit", command.expect_exit);
    writer.number("nice", command.nice);
    putJson(writer, "cpus", command.cpus);
    return writer.take();
}

Command readCommand(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Command command;
    ObjectReader reader(json, path, problems);
    reader.texts("argv", command.argv);
    reader.text("cwd", command.cwd);
    reader.pairs("env", command.env);
    reader.number("timeout_s", command.timeout_s, Unit::seconds);
    reader.number("expect_exit", command.expect_exit);
    reader.number("nice", command.nice);
    if (const Json* cpus = reader.find("cpus")) {
        command.cpus = *cpus;
    }
    command.extra = reader.remainder(toJson(command));
    return command;
}

} // namespace plumb::scenario

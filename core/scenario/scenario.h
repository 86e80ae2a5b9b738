// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// `plumbline.scenario/1` as plain values. Every struct keeps the fields it does not know in `extra`, so that
// a rewrite loses nothing. Parsing lives in scenariojson.h, checking in validate.h, substitution in
// resolve.h, what the engine runs in compiled.h.
namespace plumb::scenario {

/// A number or boolean that may also be written as "{{var}}". After resolve() it always has a value.
template <class T>
struct Bound
{
    std::optional<T> value;
    std::string expression; ///< "{{var}}" as written; empty for a literal
    Bound() = default;
    Bound(T literal)
        : value(literal)
    {
    }
    /// The value, or @p fallback where nothing was written or resolved.
    [[nodiscard]] T get(T fallback = T{}) const { return value.value_or(fallback); }
    [[nodiscard]] bool set() const { return value.has_value() || !expression.empty(); }
    bool operator==(const Bound&) const = default;
};

using Pairs = std::vector<std::pair<std::string, std::string>>; ///< ordered, templates allowed in values

struct Tls
{
    Bound<bool> verify; ///< default true
    std::string ca_file, client_cert, client_key, server_name; ///< PEM files; empty: none
    Json extra = Json::object();
    bool operator==(const Tls&) const = default;
};

struct Auth
{
    enum class Kind { none, basic, bearer, oauth2 };
    Kind kind = Kind::none;
    std::string user, password; ///< basic
    std::string token; ///< bearer
    std::string token_url, client_id, client_secret, scope; ///< oauth2_client_credentials
    Json details_extra = Json::object(); ///< unknown fields inside "basic" or "oauth2_client_credentials"
    Json extra = Json::object();
    bool operator==(const Auth&) const = default;
};

enum class Connection { keepAlive, perIteration, perRequest };

/// The user's own service: started, awaited, watched and stopped with the run.
struct TargetStart
{
    std::vector<std::string> argv;
    /// "/health": a path asked until it answers below 500; ":8080": a TCP port of this machine that accepts;
    /// empty: the port of the base URL.
    std::string ready;
    Bound<double> timeout_s; ///< default 30
    std::string cwd; ///< relative to the scenario's folder; empty: that folder
    Pairs env; ///< over the environment of the runner
    Json extra = Json::object();
    bool operator==(const TargetStart&) const = default;
};

struct Target
{
    std::string base_url; ///< "builtin:", "http://...", "https://..."
    Bound<double> timeout_ms; ///< default 30000
    std::string http = "1.1"; ///< "1.1" or "2"
    std::string proxy; ///< "http://host:port", "socks5://..."; empty: none
    Tls tls;
    Auth auth;
    Connection connection = Connection::keepAlive;
    std::optional<TargetStart> start;
    Json extra = Json::object();
    bool operator==(const Target&) const = default;
};

struct Variable
{
    Json default_value; ///< null: none
    std::string from_env; ///< name of an environment variable
    std::string from_keychain;
    bool required
        = true; ///< only meaningful without default: false leaves it unset, steps that require it skip
    bool secret = false;
    bool shorthand = false; ///< written as a bare value: "resolution": 120
    Json extra = Json::object();
    bool operator==(const Variable&) const = default;
};

struct Environment
{
    std::string base_url; ///< empty: the target's
    std::vector<std::pair<std::string, Json>> variables;
    Json target = Json::object(); ///< further target fields, merged over the target
    Json extra = Json::object();
    bool operator==(const Environment&) const = default;
};

/// A CSV (header line) or JSON (array of objects) file; its row's columns are variables "NAME.COLUMN".
struct DataFeed
{
    enum class Pick { sequential, random, perUser };
    enum class AtEnd { recycle, stop, unique };
    std::string name, file;
    Pick pick = Pick::sequential;
    AtEnd at_end = AtEnd::recycle;
    std::vector<std::string> secret_columns;
    Json extra = Json::object();
    bool operator==(const DataFeed&) const = default;
};

struct MultipartPart
{
    std::string name, value, file, filename, content_type; ///< value or file
    Json extra = Json::object();
    bool operator==(const MultipartPart&) const = default;
};

struct Body
{
    enum class Kind { none, json, text, file, form, multipart, graphql };
    Kind kind = Kind::none;
    Json json; ///< json; graphql: {"query":..., "variables":{...}, "operationName":...}
    std::string text; ///< text; file: its path
    Pairs form;
    std::vector<MultipartPart> multipart;
    bool operator==(const Body&) const = default;
};

struct HttpRequest
{
    std::string method = "GET";
    std::string path; ///< relative to base_url, or an absolute URL
    Pairs query, headers;
    Body body;
    Bound<double> timeout_ms; ///< default: the target's
    std::optional<Auth> auth; ///< overrides the target's
    Bound<bool> follow_redirects; ///< default true, at most 10 hops, each a request of its own
    bool traceparent = false; ///< send a W3C traceparent header
    Json extra = Json::object();
    bool operator==(const HttpRequest&) const = default;
};

struct Extract
{
    enum class From { json, header, cookie, regex };
    std::string as; ///< name of the variable
    From from = From::json;
    std::string
        expression; ///< JSON pointer, header name, cookie name, or regex (group 1, else the whole match)
    bool optional = false; ///< a missing value is no failure
    Json extra = Json::object();
    bool operator==(const Extract&) const = default;
};

struct Check
{
    enum class Kind { status, json, header, bodyContains, bodyRegex, maxMs, maxBytes };
    std::string name; ///< empty: made from the rest, "status", "json /ok"
    Kind kind = Kind::status;
    std::vector<int> statuses;
    std::string expression; ///< JSON pointer, header name, text or regex
    std::optional<Json> equals; ///< json, header
    std::optional<bool> exists; ///< json, header
    Bound<double> limit; ///< maxMs in ms, maxBytes in bytes
    Json extra = Json::object();
    bool operator==(const Check&) const = default;
};

/// Where a reason code stands in the response.
struct Reason
{
    Extract::From from = Extract::From::json;
    std::string expression;
    Json extra = Json::object();
    bool operator==(const Reason&) const = default;
};

/// Think time, ms.
struct Think
{
    enum class Kind { none, fixed, range, exponential, normal, lognormal };
    Kind kind = Kind::none;
    Bound<double> a; ///< fixed: the time; range: from; exponential: mean; normal: mean; lognormal: median
    Bound<double> b; ///< range: to; normal: standard deviation (ms); lognormal: sigma
    Json extra = Json::object();
    bool operator==(const Think&) const = default;
};

enum class OnFail { goOn, endIteration, stop };

/// What a step of kind "sql" asks a database. All but `password` and `params` get their values once, before
/// the run.
struct SqlQuery
{
    std::string driver; ///< "QSQLITE" or "QPSQL"
    std::string database; ///< QSQLITE: a file, relative to the scenario's folder, or ":memory:"
    std::string host; ///< empty: a socket of this machine
    Bound<int> port; ///< default 5432
    std::string user, password;
    std::string query; ///< one statement; "?" or ":name" for each parameter
    Json params; ///< an array (by position) or an object (by name) of plain values; null: none
    Bound<double> timeout_ms; ///< default: the target's
    Bound<bool> write; ///< default false: statements that write are refused
    Json extra = Json::object();
    bool operator==(const SqlQuery&) const = default;
};

/// What a step of kind "command" runs.
struct Command
{
    std::vector<std::string> argv;
    std::string cwd; ///< relative to the scenario's folder; empty: that folder
    Pairs env; ///< over the environment of the runner
    Bound<double> timeout_s; ///< default 600
    Bound<int> expect_exit; ///< default 0
    Bound<int> nice; ///< default 0
    Json cpus; ///< processors it may use: [0, 2], "0-3,5", 1; null: all
    Json extra = Json::object();
    bool operator==(const Command&) const = default;
};

struct Step
{
    std::string name;
    std::string kind = "http"; ///< "http", "sql", "command"
    bool enabled = true;
    HttpRequest request;
    std::optional<SqlQuery> sql;
    std::optional<Command> command;
    std::vector<std::string> requires_variables; ///< "requires" in JSON
    Bound<int> every; ///< run on each Nth iteration of the user, starting with the first; default 1
    Bound<int> weight; ///< in weighted patterns; default 1
    Bound<int> repeat; ///< default 1
    std::string group;
    std::vector<Extract> extract;
    std::vector<Check> checks;
    std::optional<Reason> reason;
    std::optional<OnFail> on_fail; ///< default: end-iteration after a failed extract, else continue
    std::optional<Think> think; ///< after this step; default the pattern's
    Bound<int> cold_first;
    Json extra = Json::object();
    bool operator==(const Step&) const = default;
};

struct SetupStep
{
    bool per_user = true; ///< "per":"user"; "per":"run" runs once before all users
    Step step;
    std::vector<Step> on_failure; ///< run in order if the step fails; then the step is tried once more
    bool operator==(const SetupStep&) const = default;
};

struct Stage
{
    Bound<double> duration_s;
    Bound<double> target;
    Json extra = Json::object();
    bool operator==(const Stage&) const = default;
};

/// The executors of PRODUCT.md section 4 in one struct; which fields count depends on the executor.
struct Load
{
    std::string executor = "constant-vus";
    Bound<int> vus, start_vus, users, max_vus, pre_allocated_vus, backlog, size, repeat, workers,
        warmup_iterations;
    Bound<std::int64_t> iterations, seed;
    Bound<double> duration_s, spawn_rate, rate, start_rate, pause_s, warmup_s, cooldown_s, graceful_stop_s;
    std::vector<Stage> stages;
    std::string arrivals = "uniform"; ///< "uniform" or "poisson"
    std::string warmup_shape = "full"; ///< "full" or "ramp"
    Json extra = Json::object();
    bool operator==(const Load&) const = default;
};

struct Pattern
{
    std::string name;
    Bound<double> weight; ///< share of the users; default 1
    bool enabled = true;
    bool weighted_steps = false; ///< "order": "sequence" or "weighted"
    Think think;
    Bound<double> pacing_ms;
    std::vector<Step> steps;
    std::optional<Load> load;
    Json extra = Json::object();
    bool operator==(const Pattern&) const = default;
};

/// The whole file.
struct Scenario
{
    std::string operation, environment, target_version, note;
    std::vector<std::string> tags;
    Target target;
    std::vector<std::pair<std::string, Environment>> environments;
    std::vector<std::pair<std::string, Variable>> variables;
    std::vector<DataFeed> data;
    std::vector<SetupStep> setup;
    bool patterns_in_turn = false; ///< "patterns_run": "together" or "in-turn"
    std::vector<Pattern> patterns;
    Load load;
    Json monitors = Json::array(), stop_when = Json::array(); ///< kept; checked for shape
    std::string thresholds; ///< path, relative to the scenario file or the library
    Json extra = Json::object();
    bool operator==(const Scenario&) const = default;
};

} // namespace plumb::scenario

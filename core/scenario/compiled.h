// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What the engine runs: a resolved scenario whose templates, JSON pointers and regular expressions are
// compiled once. Everything here is free of Qt signals and of threads; const members may be used by several
// workers at once.
namespace plumb::scenario {

/// A variable's value. `raw` values (numbers, booleans, JSON) stand without quotes where a JSON string is
/// exactly one "{{expression}}".
struct Value
{
    std::string text;
    bool raw = false;
    bool secret = false;
    bool operator==(const Value&) const = default;
};

/// Variables by name; a user's scope falls back to the run's.
class VariableScope
{
public:
    explicit VariableScope(std::shared_ptr<const VariableScope> parent = nullptr);
    void set(std::string_view name, Value value);
    void erase(std::string_view name);
    [[nodiscard]] const Value* find(std::string_view name) const;

private:
    std::shared_ptr<const VariableScope> m_parent;
    std::map<std::string, Value, std::less<>> m_values;
};

/// A user's deterministic random stream: seed and index decide everything.
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, std::uint64_t index);
    std::uint64_t next();
    double uniform(); ///< [0, 1)
    std::int64_t integer(std::int64_t low, std::int64_t high); ///< both included

private:
    std::array<std::uint64_t, 4> m_state;
};

/// What a template may draw on.
struct RenderContext
{
    const VariableScope* variables = nullptr;
    RandomStream* random = nullptr;
    std::uint64_t* sequence = nullptr; ///< seq(): counts up, per run of the user
    std::int64_t wall_ms = 0; ///< now()
};

/// "Hello {{user.email}}": compiled once, rendered often.
class TextTemplate
{
public:
    TextTemplate() = default;
    static Result<TextTemplate> compile(std::string_view text);
    [[nodiscard]] bool constant() const;
    /// Appends to @p out. Error: the first variable that has no value.
    Result<void> render(const RenderContext& context, std::string& out) const;
    /// The whole text is one expression with a raw value ("{{resolution}}" = 120).
    Result<Value> value(const RenderContext& context) const;
    [[nodiscard]] const std::vector<std::string>& variables() const;

private:
    struct Program;
    std::shared_ptr<const Program> m_program;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// A parameter of a query.
using SqlValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

/// A query ready to be asked.
struct SqlCall
{
    std::string driver, database; ///< QSQLITE: an absolute file, or ":memory:"
    std::string host, user, password;
    int port = 0; ///< 0: the driver's own
    std::string query;
    std::vector<std::pair<std::string, SqlValue>> params; ///< without a name: by position
    bool write = false;
};

/// A command ready to be run.
struct CommandCall
{
    std::vector<std::string> argv;
    std::string cwd; ///< absolute
    std::vector<std::pair<std::string, std::string>> env; ///< over the runner's own
    int expect_exit = 0;
    int nice = 0;
    std::vector<int> cpus; ///< empty: all
};

/// A request ready to be sent: everything but cookies. Of a query or a command, `method` and `url` are what
/// samples show of it ("SQL" and the query), and `body` its parameters as JSON.
struct RenderedRequest
{
    std::string method;
    std::string url; ///< absolute, encoded
    Headers headers; ///< Content-Type and Authorization included; no Host, no Cookie, no Content-Length
    std::shared_ptr<const std::string> body; ///< null: no body at all
    double timeout_ms = 30000;
    std::shared_ptr<const SqlCall> sql; ///< of sql steps
    std::shared_ptr<const CommandCall> command; ///< of command steps
};

/// The parts of an answer that checks and extraction look at.
struct ResponseView
{
    int status = 0; ///< 0: none came
    const Headers* headers = nullptr;
    std::string_view body; ///< of a query its rows as a JSON array of objects, of a command its output
    double service_ms = 0.0;
    /// Cookies of the user for the request's URL after this answer.
    const std::map<std::string, std::string>* cookies = nullptr;
    std::string_view failure{}; ///< the answer is a no: an unexpected exit code, an error of the database
};

struct CheckResult
{
    bool passed = true;
    std::string message; ///< "status 500, expected 200"
};

struct ExtractResult
{
    bool found = false;
    Value value; ///< always secret: extracted values are masked everywhere
    std::string message; ///< why not found
};

/// One step, compiled. The checks of sql and command steps are those of the scenario and a last one of their
/// own, "accepted" or "exit code".
class CompiledStep
{
public:
    virtual ~CompiledStep() = default;
    [[nodiscard]] virtual const Step& step() const = 0;
    /// @p baseUrl is the effective base ("http://127.0.0.1:8080"), without a trailing slash.
    [[nodiscard]] virtual Result<RenderedRequest> render(const RenderContext& context) const = 0;
    /// The same request every time, serialised once; null if the step uses variables or functions.
    [[nodiscard]] virtual const RenderedRequest* constantRequest() const = 0;
    [[nodiscard]] virtual std::size_t checkCount() const = 0;
    [[nodiscard]] virtual const std::string& checkName(std::size_t index) const = 0;
    [[nodiscard]] virtual CheckResult check(std::size_t index, const ResponseView& response) const = 0;
    /// True where a check looks at the status: then 4xx and 5xx are failures only if that check says so.
    [[nodiscard]] virtual bool checksStatus() const = 0;
    [[nodiscard]] virtual ExtractResult extract(std::size_t index, const ResponseView& response) const = 0;
    /// The reason code in this answer; empty if none.
    [[nodiscard]] virtual std::string reason(const ResponseView& response) const = 0;
    /// True where checks, extracts or reason look into the body (the engine may skip keeping it otherwise).
    [[nodiscard]] virtual bool needsBody() const = 0;
    /// First of step().requires_variables without a value; empty if all are there.
    [[nodiscard]] virtual std::string missingVariable(const VariableScope& variables) const = 0;
};

struct CompiledSetup
{
    bool per_user = true;
    std::shared_ptr<const CompiledStep> step;
    std::vector<std::shared_ptr<const CompiledStep>> on_failure;
};

struct CompiledPattern
{
    Pattern pattern; ///< resolved: every Bound has its value or is unset
    std::vector<std::shared_ptr<const CompiledStep>> steps; ///< the enabled ones, in order
};

/// A data file in memory, shared by all users; next() is thread-safe.
class DataSource
{
public:
    virtual ~DataSource() = default;
    [[nodiscard]] virtual const std::string& name() const = 0;
    /// The next row as (column, value); nullopt: exhausted (`stop` and `unique`).
    virtual std::optional<std::vector<std::pair<std::string, Value>>> next(int user, RandomStream& random)
        = 0;
    [[nodiscard]] virtual bool
    perUserOnce() const = 0; ///< drawn once per user (unique, per-user), not per iteration
};

/// Everything the engine needs. Made by compile() in compile.h.
struct CompiledScenario
{
    Scenario scenario; ///< resolved
    std::string base_url; ///< effective, no trailing slash; "builtin:" already replaced by the real address
    std::shared_ptr<const VariableScope> variables; ///< the run's
    std::vector<CompiledSetup> setup; ///< in file order
    std::vector<CompiledPattern> patterns; ///< the enabled ones
    std::vector<std::shared_ptr<DataSource>> data;
    std::uint64_t seed = 1;
    std::vector<std::string> secrets; ///< texts known to be secret before the run (for the Masker)
};

/// Draws a think time in ms (>= 0).
double thinkMs(const Think& think, RandomStream& random);

} // namespace plumb::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "scenario/expression.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::scenario {

/// How the value of an expression is written where it stands.
enum class Escape {
    none,
    json, ///< inside a JSON string
    jsonValue, ///< as a JSON value: raw values as they are, texts in quotes
    urlPart, ///< one segment of a path, one value of a query
    url, ///< a whole URL or path
    form,
    header,
    multipartName,
};

/// What is known before a run starts: its variables without those that steps extract or data feeds set.
struct Known
{
    const VariableScope* variables = nullptr;
    std::set<std::string, std::less<>> changing; ///< names that get their value while running
    std::vector<std::string> changingPrefixes; ///< "user." of a data feed

    [[nodiscard]] bool has(const Expression& expression) const;
};

/// A text as a flat list of literals and expressions. What is known at compile time is written into the
/// literals, so that a request without changing values is made once.
class Chunks
{
public:
    /// @p known may be null. Must outlive the calls that add, not the Chunks.
    explicit Chunks(const Known* known = nullptr)
        : m_known(known)
    {
    }

    void addLiteral(std::string_view encoded) { tail() += encoded; }
    /// @p literals and @p expressions tell how each kind of part is encoded; an expression that stands first
    /// may have its own encoding.
    Result<void> addTemplate(std::string_view text, Escape literals, Escape expressions);
    Result<void> addTemplate(std::string_view text, Escape literals, Escape expressions, Escape first);
    /// Compact JSON; templates in its texts and keys are compiled.
    Result<void> addJson(const Json& json);

    /// Appends to @p out.
    Result<void> render(const RenderContext& context, std::string& out) const;

    [[nodiscard]] bool constant() const;
    [[nodiscard]] bool empty() const { return m_chunks.empty(); }
    /// The literal at the very beginning; empty if an expression stands there.
    [[nodiscard]] std::string_view head() const;
    /// True if any literal holds @p c.
    [[nodiscard]] bool literalHas(char c) const;
    /// The only expression, if there is nothing else; null otherwise.
    [[nodiscard]] const Expression* onlyExpression() const;
    void addAll(const Chunks& other);
    [[nodiscard]] std::vector<std::string> variables() const;

private:
    struct Chunk
    {
        std::string literal; ///< stands before the expression
        std::optional<Expression> expression;
        Escape escape = Escape::none;
    };

    std::string& tail();
    Result<void> addExpression(const Expression& expression, Escape escape);
    Result<void> addJsonText(const std::string& text, bool key);

    const Known* m_known = nullptr;
    std::vector<Chunk> m_chunks;
};

/// Appends @p value as @p escape says.
void appendEscaped(std::string_view value, bool raw, Escape escape, std::string& out);

} // namespace plumb::scenario

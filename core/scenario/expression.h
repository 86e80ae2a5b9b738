// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/compiled.h"

#include <functional>
#include <span>

// What stands between "{{" and "}}": a variable, a literal or a call such as random_choice('a', other).
namespace plumb::scenario {

struct TemplateFunction;

struct Expression
{
    enum class Kind { literal, variable, call };
    Kind kind = Kind::literal;
    std::string text; ///< of the literal, or name of the variable
    bool raw = false; ///< the literal is a number, true, false or null
    const TemplateFunction* function = nullptr;
    std::vector<Expression> arguments;
};

/// A function that templates may call.
struct TemplateFunction
{
    /// Appends the value to @p out and tells whether it is raw.
    using Call
        = Result<bool> (*)(std::span<const Value> arguments, const RenderContext& context, std::string& out);
    std::string_view name;
    std::size_t least = 0, most = 0; ///< number of arguments
    bool pure = false; ///< the same arguments give the same value
    Call call = nullptr;
    std::string_view usage; ///< "random_int(from, to)"
};

std::span<const TemplateFunction> templateFunctions();

/// Error without a place: "unknown function", "a bracket is missing".
Result<Expression> parseExpression(std::string_view text);

/// Appends the value to @p out; true if it is raw.
Result<bool> evaluate(const Expression& expression, const RenderContext& context, std::string& out);

/// A template split at its expressions. A "{{" that is meant literally is written {{'{{'}}.
struct TemplatePart
{
    std::string literal; ///< stands before the expression
    std::optional<Expression> expression;
};
Result<std::vector<TemplatePart>> splitTemplate(std::string_view text);

/// Names of the variables in @p expression, arguments included.
void collectVariables(const Expression& expression, std::vector<std::string>& names);

} // namespace plumb::scenario

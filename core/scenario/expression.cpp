// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/expression.h"

#include "scenario/jsonfields.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace plumb::scenario {

namespace {

/// Calls inside calls; more is a mistake or an attack on the stack.
constexpr int maxDepth = 16;

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

Error fault(std::string what, std::string remedy = {})
{
    return Error{ErrorKind::input, std::move(what), {}, std::move(remedy)};
}

class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    Result<Expression> whole()
    {
        auto result = expression(0);
        if (!result) {
            return result;
        }
        skipSpace();
        if (m_at < m_text.size()) {
            return fault("unexpected \"" + std::string(m_text.substr(m_at)) + "\"",
                "write one variable or one function call between {{ and }}");
        }
        return result;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) {
            ++m_at;
        }
    }

    bool take(char c)
    {
        skipSpace();
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    Result<Expression> expression(int depth)
    {
        if (depth > maxDepth) {
            return fault("calls are nested too deeply");
        }
        skipSpace();
        if (m_at >= m_text.size()) {
            return fault("the expression is empty", "write a variable or a function between {{ and }}");
        }
        const char c = m_text[m_at];
        if (c == '\'' || c == '"') {
            return quoted(c);
        }
        if (isNameStart(c)) {
            return named(depth);
        }
        return number();
    }

    Result<Expression> quoted(char quote)
    {
        Expression literal;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == quote) {
                ++m_at;
                return literal;
            }
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            literal.text += m_text[m_at];
        }
        return fault("a quote is not closed", "add the closing quote");
    }

    Result<Expression> number()
    {
        double value = 0.0;
        const char* begin = m_text.data() + m_at;
        const auto [end, code] = std::from_chars(begin, m_text.data() + m_text.size(), value);
        if (code != std::errc()) {
            return fault("unexpected \"" + std::string(m_text.substr(m_at)) + "\"",
                "write a variable, a number, a text in quotes or a function call");
        }
        Expression literal;
        literal.raw = true;
        literal.text.assign(begin, end);
        m_at += literal.text.size();
        return literal;
    }

    Result<Expression> named(int depth)
    {
        const auto start = m_at;
        while (m_at < m_text.size() && isNamePart(m_text[m_at])) {
            ++m_at;
        }
        Expression result;
        result.text = m_text.substr(start, m_at - start);
        if (!take('(')) {
            result.raw = result.text == "true" || result.text == "false" || result.text == "null";
            result.kind = result.raw ? Expression::Kind::literal : Expression::Kind::variable;
            return result;
        }
        result.kind = Expression::Kind::call;
        if (!take(')')) {
            do {
                auto argument = expression(depth + 1);
                if (!argument) {
                    return argument;
                }
                result.arguments.push_back(std::move(*argument));
            } while (take(','));
            if (!take(')')) {
                return fault(
                    "a closing bracket is missing after the arguments of " + result.text, "add \")\"");
            }
        }
        return called(std::move(result));
    }

    static Result<Expression> called(Expression call)
    {
        std::vector<std::string> names;
        for (const auto& function : templateFunctions()) {
            names.emplace_back(function.name);
            if (function.name != call.text) {
                continue;
            }
            call.function = &function;
            const auto count = call.arguments.size();
            if (count < function.least || count > function.most) {
                return fault(call.text + " got " + std::to_string(count) + " arguments",
                    "write it as " + std::string(function.usage));
            }
            return call;
        }
        std::string list;
        for (const auto& name : names) {
            list += (list.empty() ? "" : ", ") + name + "()";
        }
        const auto near = nearest(call.text, names);
        return fault("unknown function \"" + call.text + "\"",
            near.empty() ? "known are: " + list : "did you mean \"" + near + "\"?");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// End of the expression that starts at @p at: the "}}" outside of quotes.
std::size_t closing(std::string_view text, std::size_t at)
{
    char quote = '\0';
    for (; at + 1 < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            if (c == '\\') {
                ++at;
            } else if (c == quote) {
                quote = '\0';
            }
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '}' && text[at + 1] == '}') {
            return at;
        }
    }
    return std::string_view::npos;
}

} // namespace

Result<Expression> parseExpression(std::string_view text)
{
    return Parser(text).whole();
}

Result<std::vector<TemplatePart>> splitTemplate(std::string_view text)
{
    std::vector<TemplatePart> parts;
    while (!text.empty()) {
        const auto open = text.find("{{");
        TemplatePart part;
        part.literal = text.substr(0, open);
        if (open == std::string_view::npos) {
            parts.push_back(std::move(part));
            break;
        }
        const auto close = closing(text, open + 2);
        if (close == std::string_view::npos) {
            return fault("\"{{\" without \"}}\" in \"" + std::string(text.substr(open, 40)) + "\"",
                "close it, or write {{'{{'}} for two literal brackets");
        }
        const auto inner = text.substr(open + 2, close - open - 2);
        auto expression = parseExpression(inner);
        if (!expression) {
            auto error = expression.error();
            error.what += " in \"{{" + std::string(inner) + "}}\"";
            return error;
        }
        part.expression = std::move(*expression);
        parts.push_back(std::move(part));
        text.remove_prefix(close + 2);
    }
    return parts;
}

Result<bool> evaluate(const Expression& expression, const RenderContext& context, std::string& out)
{
    switch (expression.kind) {
    case Expression::Kind::literal:
        out += expression.text;
        return expression.raw;
    case Expression::Kind::variable: {
        const Value* value
            = context.variables == nullptr ? nullptr : context.variables->find(expression.text);
        if (value == nullptr) {
            return fault("the variable \"" + expression.text + "\" has no value",
                "declare it in \"variables\", extract it in an earlier step, or give it with --set");
        }
        out += value->text;
        return value->raw;
    }
    case Expression::Kind::call:
        break;
    }
    // Nearly every call has at most two arguments; longer lists of random_choice take the heap.
    std::vector<Value> arguments(expression.arguments.size());
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto raw = evaluate(expression.arguments[i], context, arguments[i].text);
        if (!raw) {
            return raw.error();
        }
        arguments[i].raw = *raw;
    }
    return expression.function->call(arguments, context, out);
}

void collectVariables(const Expression& expression, std::vector<std::string>& names)
{
    if (expression.kind == Expression::Kind::variable
        && std::find(names.begin(), names.end(), expression.text) == names.end()) {
        names.push_back(expression.text);
    }
    for (const auto& argument : expression.arguments) {
        collectVariables(argument, names);
    }
}

} // namespace plumb::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/chunks.h"

#include "scenario/encoding.h"
#include "scenario/jsonfields.h"

#include <algorithm>

namespace plumb::scenario {

void appendEscaped(std::string_view value, bool raw, Escape escape, std::string& out)
{
    switch (escape) {
    case Escape::none:
        out += value;
        break;
    case Escape::json:
        appendJsonEscaped(value, out);
        break;
    case Escape::jsonValue:
        if (raw) {
            out += value;
        } else {
            out += '"';
            appendJsonEscaped(value, out);
            out += '"';
        }
        break;
    case Escape::urlPart:
        appendUrlPart(value, out);
        break;
    case Escape::url:
        appendUrl(value, out);
        break;
    case Escape::form:
        appendFormPart(value, out);
        break;
    case Escape::header:
        appendHeaderValue(value, out);
        break;
    case Escape::multipartName:
        appendMultipartName(value, out);
        break;
    }
}

bool Known::has(const Expression& expression) const
{
    switch (expression.kind) {
    case Expression::Kind::literal:
        return true;
    case Expression::Kind::variable: {
        const auto& name = expression.text;
        return variables != nullptr && variables->find(name) != nullptr && !changing.contains(name)
            && std::none_of(changingPrefixes.begin(), changingPrefixes.end(),
                [&](const std::string& prefix) { return name.starts_with(prefix); });
    }
    case Expression::Kind::call:
        return expression.function->pure
            && std::all_of(expression.arguments.begin(), expression.arguments.end(),
                [this](const Expression& argument) { return has(argument); });
    }
    return false;
}

std::string& Chunks::tail()
{
    if (m_chunks.empty() || m_chunks.back().expression) {
        m_chunks.emplace_back();
    }
    return m_chunks.back().literal;
}

Result<void> Chunks::addExpression(const Expression& expression, Escape escape)
{
    if (m_known != nullptr && m_known->has(expression)) {
        RenderContext context;
        context.variables = m_known->variables;
        std::string value;
        const auto raw = evaluate(expression, context, value);
        if (!raw) {
            return raw.error();
        }
        appendEscaped(value, *raw, escape, tail());
        return {};
    }
    tail();
    m_chunks.back().expression = expression;
    m_chunks.back().escape = escape;
    return {};
}

Result<void> Chunks::addTemplate(std::string_view text, Escape literals, Escape expressions)
{
    return addTemplate(text, literals, expressions, expressions);
}

Result<void> Chunks::addTemplate(std::string_view text, Escape literals, Escape expressions, Escape first)
{
    if (!isTemplate(text)) {
        appendEscaped(text, false, literals, tail());
        return {};
    }
    const auto parts = splitTemplate(text);
    if (!parts) {
        return parts.error();
    }
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto& part = (*parts)[i];
        if (!part.literal.empty()) {
            appendEscaped(part.literal, false, literals, tail());
        }
        if (part.expression) {
            const bool leads = i == 0 && part.literal.empty();
            if (auto added = addExpression(*part.expression, leads ? first : expressions); !added) {
                return added;
            }
        }
    }
    return {};
}

Result<void> Chunks::addJsonText(const std::string& text, bool key)
{
    if (isTemplate(text) && !key) {
        const auto parts = splitTemplate(text);
        if (!parts) {
            return parts.error();
        }
        if (parts->size() == 1 && parts->front().literal.empty() && parts->front().expression) {
            return addExpression(*parts->front().expression, Escape::jsonValue);
        }
    }
    tail() += '"';
    if (auto added = addTemplate(text, Escape::json, Escape::json); !added) {
        return added;
    }
    tail() += '"';
    return {};
}

Result<void> Chunks::addJson(const Json& json)
{
    if (json.is_string()) {
        return addJsonText(json.get_ref<const std::string&>(), false);
    }
    if (!json.is_structured()) {
        tail() += dumpJson(json);
        return {};
    }
    const bool object = json.is_object();
    tail() += object ? '{' : '[';
    bool first = true;
    for (const auto& [key, value] : json.items()) {
        if (!first) {
            tail() += ',';
        }
        first = false;
        if (object) {
            if (auto added = addJsonText(key, true); !added) {
                return added;
            }
            tail() += ':';
        }
        if (auto added = addJson(value); !added) {
            return added;
        }
    }
    tail() += object ? '}' : ']';
    return {};
}

Result<void> Chunks::render(const RenderContext& context, std::string& out) const
{
    std::string value;
    for (const auto& chunk : m_chunks) {
        out += chunk.literal;
        if (!chunk.expression) {
            continue;
        }
        if (chunk.escape == Escape::none) {
            if (const auto raw = evaluate(*chunk.expression, context, out); !raw) {
                return raw.error();
            }
            continue;
        }
        value.clear();
        const auto raw = evaluate(*chunk.expression, context, value);
        if (!raw) {
            return raw.error();
        }
        appendEscaped(value, *raw, chunk.escape, out);
    }
    return {};
}

bool Chunks::constant() const
{
    return std::none_of(
        m_chunks.begin(), m_chunks.end(), [](const Chunk& chunk) { return chunk.expression; });
}

std::string_view Chunks::head() const
{
    return m_chunks.empty() ? std::string_view() : std::string_view(m_chunks.front().literal);
}

bool Chunks::literalHas(char c) const
{
    return std::any_of(m_chunks.begin(), m_chunks.end(),
        [c](const Chunk& chunk) { return chunk.literal.find(c) != std::string::npos; });
}

const Expression* Chunks::onlyExpression() const
{
    return m_chunks.size() == 1 && m_chunks.front().literal.empty() && m_chunks.front().expression
        ? &*m_chunks.front().expression
        : nullptr;
}

void Chunks::addAll(const Chunks& other)
{
    for (const auto& chunk : other.m_chunks) {
        tail() += chunk.literal;
        if (chunk.expression) {
            m_chunks.back().expression = chunk.expression;
            m_chunks.back().escape = chunk.escape;
        }
    }
}

std::vector<std::string> Chunks::variables() const
{
    std::vector<std::string> names;
    for (const auto& chunk : m_chunks) {
        if (chunk.expression) {
            collectVariables(*chunk.expression, names);
        }
    }
    return names;
}

} // namespace plumb::scenario

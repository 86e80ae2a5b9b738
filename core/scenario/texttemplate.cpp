// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/chunks.h"
#include "scenario/compiled.h"

namespace plumb::scenario {

VariableScope::VariableScope(std::shared_ptr<const VariableScope> parent)
    : m_parent(std::move(parent))
{
}

void VariableScope::set(std::string_view name, Value value)
{
    const auto found = m_values.find(name);
    if (found != m_values.end()) {
        found->second = std::move(value);
    } else {
        m_values.emplace(name, std::move(value));
    }
}

void VariableScope::erase(std::string_view name)
{
    if (const auto found = m_values.find(name); found != m_values.end()) {
        m_values.erase(found);
    }
}

const Value* VariableScope::find(std::string_view name) const
{
    for (const auto* scope = this; scope != nullptr; scope = scope->m_parent.get()) {
        if (const auto found = scope->m_values.find(name); found != scope->m_values.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

struct TextTemplate::Program
{
    Chunks chunks;
    std::vector<std::string> variables;
};

Result<TextTemplate> TextTemplate::compile(std::string_view text)
{
    auto program = std::make_shared<Program>();
    if (auto added = program->chunks.addTemplate(text, Escape::none, Escape::none); !added) {
        return added.error();
    }
    program->variables = program->chunks.variables();
    TextTemplate result;
    result.m_program = std::move(program);
    return result;
}

bool TextTemplate::constant() const
{
    return !m_program || m_program->chunks.constant();
}

Result<void> TextTemplate::render(const RenderContext& context, std::string& out) const
{
    if (!m_program) {
        return {};
    }
    return m_program->chunks.render(context, out);
}

Result<Value> TextTemplate::value(const RenderContext& context) const
{
    Value value;
    if (!m_program) {
        return value;
    }
    if (const Expression* expression = m_program->chunks.onlyExpression()) {
        const auto raw = evaluate(*expression, context, value.text);
        if (!raw) {
            return raw.error();
        }
        value.raw = *raw;
    } else if (auto rendered = m_program->chunks.render(context, value.text); !rendered) {
        return rendered.error();
    }
    for (const auto& name : m_program->variables) {
        const Value* used = context.variables == nullptr ? nullptr : context.variables->find(name);
        value.secret = value.secret || (used != nullptr && used->secret);
    }
    return value;
}

const std::vector<std::string>& TextTemplate::variables() const
{
    static const std::vector<std::string> none;
    return m_program ? m_program->variables : none;
}

} // namespace plumb::scenario

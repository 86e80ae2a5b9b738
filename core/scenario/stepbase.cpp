// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/stepbase.h"

#include <algorithm>

namespace plumb::scenario {

Error withinStep(Error error, const std::string& step, const std::string& part)
{
    if (error.where.empty()) {
        error.where = "step " + step + ", " + part;
    }
    return error;
}

Result<void> StepBase::compileAnswer(const Step& step, std::string ownCheck)
{
    m_step = step;
    m_ownCheck = std::move(ownCheck);
    for (const auto& check : step.checks) {
        auto compiled = CompiledCheck::compile(check);
        if (!compiled) {
            return withinStep(compiled.error(), step.name, "check " + plumb::scenario::checkName(check));
        }
        m_needsBody = m_needsBody || compiled->needsBody();
        m_checks.push_back(std::move(*compiled));
    }
    for (const auto& extract : step.extract) {
        auto probe = Probe::compile(extract.from, extract.expression);
        if (!probe) {
            return withinStep(probe.error(), step.name, "extract " + extract.as);
        }
        m_needsBody = m_needsBody || probe->needsBody();
        m_extracts.push_back(std::move(*probe));
    }
    if (step.reason) {
        auto probe = Probe::compile(step.reason->from, step.reason->expression);
        if (!probe) {
            return withinStep(probe.error(), step.name, "reason");
        }
        m_needsBody = m_needsBody || probe->needsBody();
        m_reason = std::move(*probe);
    }
    return {};
}

const std::string& StepBase::checkName(std::size_t index) const
{
    return index < m_checks.size() ? m_checks[index].name() : m_ownCheck;
}

CheckResult StepBase::check(std::size_t index, const ResponseView& response) const
{
    if (index < m_checks.size()) {
        return m_checks[index].run(response);
    }
    return {response.failure.empty(), std::string(response.failure)};
}

bool StepBase::checksStatus() const
{
    return std::any_of(m_checks.begin(), m_checks.end(), [](const auto& check) { return check.isStatus(); });
}

std::string StepBase::reason(const ResponseView& response) const
{
    if (!m_reason) {
        return {};
    }
    // A reason becomes the name of a metric: it is kept short whatever the answer holds.
    constexpr std::size_t most = 120;
    auto result = m_reason->find(response);
    return result.found ? cleanUtf8(std::string_view(result.value.text).substr(0, most)) : std::string();
}

std::string StepBase::missingVariable(const VariableScope& variables) const
{
    for (const auto& name : m_step.requires_variables) {
        const Value* value = variables.find(name);
        if (value == nullptr || value->text.empty()) {
            return name;
        }
    }
    return {};
}

} // namespace plumb::scenario

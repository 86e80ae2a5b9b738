// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestep.h"

#include <algorithm>

namespace plumb::test {

using namespace scenario;

namespace {
/// What follows "key=" in @p body, up to a blank.
std::string valueOf(std::string_view body, const std::string& key)
{
    const std::size_t at = body.find(key + "=");
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = body.substr(at + key.size() + 1);
    return std::string(rest.substr(0, rest.find(' ')));
}
} // namespace

FakeStep::FakeStep(Step step, std::string base)
    : m_step(std::move(step))
    , m_base(std::move(base))
{
}

Result<RenderedRequest> FakeStep::render(const RenderContext& context) const
{
    RenderedRequest request;
    request.method = m_step.request.method;
    request.url = m_base + "/" + m_step.name;
    for (const auto& [name, variable] : m_step.request.headers) {
        const Value* value = context.variables->find(variable);
        if (value == nullptr)
            return Error{
                ErrorKind::input, "variable " + variable + " has no value", "step " + m_step.name, {}};
        request.headers.emplace_back(name, value->text);
    }
    request.timeout_ms = m_step.request.timeout_ms.get(30000.0);
    return request;
}

CheckResult FakeStep::check(std::size_t index, const ResponseView& response) const
{
    const Check& check = m_step.checks[index];
    if (check.kind != Check::Kind::status)
        return {response.body.find(check.expression) != std::string_view::npos, "no " + check.expression};
    const bool passed
        = std::find(check.statuses.begin(), check.statuses.end(), response.status) != check.statuses.end();
    return {passed, "status " + std::to_string(response.status)};
}

bool FakeStep::checksStatus() const
{
    return std::any_of(m_step.checks.begin(), m_step.checks.end(),
        [](const Check& check) { return check.kind == Check::Kind::status; });
}

ExtractResult FakeStep::extract(std::size_t index, const ResponseView& response) const
{
    ExtractResult result;
    result.value.text = valueOf(response.body, m_step.extract[index].expression);
    result.value.secret = true;
    result.found = !result.value.text.empty();
    if (!result.found)
        result.message = m_step.extract[index].expression + " not found";
    return result;
}

std::string FakeStep::reason(const ResponseView& response) const
{
    return valueOf(response.body, "reason");
}

std::string FakeStep::missingVariable(const VariableScope& variables) const
{
    for (const std::string& name : m_step.requires_variables) {
        if (variables.find(name) == nullptr)
            return name;
    }
    return {};
}

Step step(const std::string& name)
{
    Step step;
    step.name = name;
    step.request.path = "/" + name;
    return step;
}

CompiledPattern pattern(const std::string& name, const std::vector<Step>& steps)
{
    CompiledPattern pattern;
    pattern.pattern.name = name;
    pattern.pattern.steps = steps;
    for (const Step& step : steps)
        pattern.steps.push_back(std::make_shared<FakeStep>(step));
    return pattern;
}

CompiledScenario scenarioOf(std::vector<CompiledPattern> patterns, Load load)
{
    CompiledScenario scenario;
    scenario.base_url = "http://127.0.0.1:1";
    scenario.scenario.load = std::move(load);
    scenario.variables = std::make_shared<VariableScope>();
    scenario.patterns = std::move(patterns);
    return scenario;
}

CompiledSetup setupStep(bool perUser, const Step& step, const std::vector<Step>& onFailure)
{
    CompiledSetup setup;
    setup.per_user = perUser;
    setup.step = std::make_shared<FakeStep>(step);
    for (const Step& remedy : onFailure)
        setup.on_failure.push_back(std::make_shared<FakeStep>(remedy));
    return setup;
}

Load constantVus(int vus, double duration_s)
{
    Load load;
    load.executor = "constant-vus";
    load.vus = vus;
    load.duration_s = duration_s;
    return load;
}

Load constantRate(double rate, double duration_s, int maxVus)
{
    Load load;
    load.executor = "constant-arrival-rate";
    load.rate = rate;
    load.duration_s = duration_s;
    load.max_vus = maxVus;
    return load;
}

Load sharedIterations(int iterations, int vus)
{
    Load load;
    load.executor = "shared-iterations";
    load.iterations = std::int64_t{iterations};
    load.vus = vus;
    return load;
}

} // namespace plumb::test

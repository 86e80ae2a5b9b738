// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/compiled.h"

namespace plumb::test {

/// A step made by hand: GET BASE/NAME. Checks and extracts follow the step's own lists in a plain way: a
/// status check looks at the statuses, any other check wants its expression inside the body; an extract takes
/// what follows "EXPRESSION=" in the body up to a blank; the reason what follows "reason=".
class FakeStep final : public scenario::CompiledStep
{
public:
    explicit FakeStep(scenario::Step step, std::string base = "http://127.0.0.1:1");
    [[nodiscard]] const scenario::Step& step() const override { return m_step; }
    [[nodiscard]] Result<scenario::RenderedRequest> render(
        const scenario::RenderContext& context) const override;
    [[nodiscard]] const scenario::RenderedRequest* constantRequest() const override { return nullptr; }
    [[nodiscard]] std::size_t checkCount() const override { return m_step.checks.size(); }
    [[nodiscard]] const std::string& checkName(std::size_t index) const override
    {
        return m_step.checks[index].name;
    }
    [[nodiscard]] scenario::CheckResult check(
        std::size_t index, const scenario::ResponseView& response) const override;
    [[nodiscard]] bool checksStatus() const override;
    [[nodiscard]] scenario::ExtractResult extract(
        std::size_t index, const scenario::ResponseView& response) const override;
    [[nodiscard]] std::string reason(const scenario::ResponseView& response) const override;
    [[nodiscard]] bool needsBody() const override { return true; }
    [[nodiscard]] std::string missingVariable(const scenario::VariableScope& variables) const override;

private:
    scenario::Step m_step;
    std::string m_base;
};

/// Steps, patterns and scenarios for the engine's tests.
scenario::Step step(const std::string& name);
scenario::CompiledPattern pattern(const std::string& name, const std::vector<scenario::Step>& steps);
scenario::CompiledScenario scenarioOf(std::vector<scenario::CompiledPattern> patterns, scenario::Load load);
scenario::CompiledSetup setupStep(
    bool perUser, const scenario::Step& step, const std::vector<scenario::Step>& onFailure = {});

scenario::Load constantVus(int vus, double duration_s);
scenario::Load constantRate(double rate, double duration_s, int maxVus);
scenario::Load sharedIterations(int iterations, int vus = 1);

} // namespace plumb::test

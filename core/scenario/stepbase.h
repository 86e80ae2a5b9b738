// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/answer.h"
#include "scenario/httpstep.h"

namespace plumb::scenario {

/// What steps of all kinds share: what is looked up in the answer, and the variables they need.
class StepBase : public CompiledStep
{
public:
    [[nodiscard]] const Step& step() const override { return m_step; }
    [[nodiscard]] std::size_t checkCount() const override
    {
        return m_checks.size() + (m_ownCheck.empty() ? 0 : 1);
    }
    [[nodiscard]] const std::string& checkName(std::size_t index) const override;
    [[nodiscard]] CheckResult check(std::size_t index, const ResponseView& response) const override;
    [[nodiscard]] bool checksStatus() const override;
    [[nodiscard]] ExtractResult extract(std::size_t index, const ResponseView& response) const override
    {
        return m_extracts.at(index).find(response);
    }
    [[nodiscard]] std::string reason(const ResponseView& response) const override;
    [[nodiscard]] bool needsBody() const override { return m_needsBody; }
    [[nodiscard]] std::string missingVariable(const VariableScope& variables) const override;

protected:
    /// Keeps @p step and compiles its checks, extraction and reason. @p ownCheck: the name of the last check,
    /// which passes where the answer is no failure; empty: there is none.
    Result<void> compileAnswer(const Step& step, std::string ownCheck = {});

    Step m_step;

private:
    std::string m_ownCheck;
    std::vector<CompiledCheck> m_checks;
    std::vector<Probe> m_extracts;
    std::optional<Probe> m_reason;
    bool m_needsBody = false;
};

/// @p error with the place in the step where it has none.
Error withinStep(Error error, const std::string& step, const std::string& part);

/// A @p Kind of step that has compiled @p step, or why that cannot be.
template <class Kind>
Result<std::shared_ptr<const CompiledStep>> compiledAs(const Step& step, const StepContext& context)
{
    auto compiled = std::make_shared<Kind>();
    if (auto done = compiled->compile(step, context); !done) {
        return done.error();
    }
    return std::shared_ptr<const CompiledStep>(std::move(compiled));
}

Result<std::shared_ptr<const CompiledStep>> compileSqlStep(const Step& step, const StepContext& context);
Result<std::shared_ptr<const CompiledStep>> compileCommandStep(const Step& step, const StepContext& context);

} // namespace plumb::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/commandline.h"
#include "scenario/stepbase.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

constexpr double defaultTimeoutS = 600.0;

class CommandStep final : public StepBase
{
public:
    Result<void> compile(const Step& step, const StepContext& context);

    [[nodiscard]] Result<RenderedRequest> render(const RenderContext& context) const override;
    [[nodiscard]] const RenderedRequest* constantRequest() const override
    {
        return m_constant ? &*m_constant : nullptr;
    }

private:
    CommandCall m_call; ///< without what may change: argv and the values of env
    double m_timeoutMs = defaultTimeoutS * 1000.0;
    std::vector<Chunks> m_argv;
    std::vector<std::pair<std::string, Chunks>> m_env;
    std::optional<RenderedRequest> m_constant;
};

Result<void> CommandStep::compile(const Step& step, const StepContext& context)
{
    if (!step.command || step.command->argv.empty()) {
        return Error{ErrorKind::input, "the step does not say what to run", "step " + step.name, {}};
    }
    if (auto done = compileAnswer(step, "exit code"); !done) {
        return done;
    }
    const auto& command = *step.command;
    m_call.cwd = (std::filesystem::current_path() / context.folder / command.cwd).lexically_normal().string();
    m_call.expect_exit = command.expect_exit.get(0);
    m_call.nice = command.nice.get(0);
    auto cpus = processorList(command.cpus);
    if (!cpus) {
        return withinStep(cpus.error(), step.name, "cpus");
    }
    m_call.cpus = std::move(*cpus);
    m_timeoutMs = command.timeout_s.get(defaultTimeoutS) * 1000.0;
    const auto compileText = [&](const std::string& text, const char* part) -> Result<Chunks> {
        Chunks chunks(&context.known);
        if (auto added = chunks.addTemplate(text, Escape::none, Escape::none); !added) {
            return withinStep(added.error(), step.name, part);
        }
        return chunks;
    };
    bool constant = true;
    for (const auto& word : command.argv) {
        auto chunks = compileText(word, "argv");
        if (!chunks) {
            return chunks.error();
        }
        constant = constant && chunks->constant();
        m_argv.push_back(std::move(*chunks));
    }
    for (const auto& [name, value] : command.env) {
        auto chunks = compileText(value, "env");
        if (!chunks) {
            return chunks.error();
        }
        constant = constant && chunks->constant();
        m_env.emplace_back(name, std::move(*chunks));
    }
    if (constant) {
        auto rendered = render({});
        if (!rendered) {
            return rendered.error();
        }
        m_constant = std::move(*rendered);
    }
    return {};
}

Result<RenderedRequest> CommandStep::render(const RenderContext& context) const
{
    if (m_constant) {
        return *m_constant;
    }
    auto call = std::make_shared<CommandCall>(m_call);
    for (const auto& word : m_argv) {
        if (const auto rendered = word.render(context, call->argv.emplace_back()); !rendered) {
            return withinStep(rendered.error(), m_step.name, "argv");
        }
    }
    for (const auto& [name, value] : m_env) {
        call->env.emplace_back(name, std::string());
        if (const auto rendered = value.render(context, call->env.back().second); !rendered) {
            return withinStep(rendered.error(), m_step.name, "env " + name);
        }
    }
    RenderedRequest request;
    request.method = "RUN";
    request.url = commandLine(call->argv);
    request.timeout_ms = m_timeoutMs;
    request.command = std::move(call);
    return request;
}

} // namespace

Result<std::shared_ptr<const CompiledStep>> compileCommandStep(const Step& step, const StepContext& context)
{
    return compiledAs<CommandStep>(step, context);
}

} // namespace plumb::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/command/commandprobe.h"

#include "scenario/commandline.h"

#include <algorithm>
#include <filesystem>

#include <unistd.h>

namespace plumb::engine::command {

namespace {

Result<void> probe(const scenario::CompiledStep& step)
{
    const scenario::RenderedRequest* request = step.constantRequest();
    if (request == nullptr || !request->command)
        return {};
    const scenario::CommandCall& call = *request->command;
    const std::string where = "step " + step.step().name;
    std::error_code code;
    if (!std::filesystem::is_directory(call.cwd, code))
        return Error{
            ErrorKind::input, "there is no folder " + call.cwd, where + ", cwd", "make it, or write another"};
    const auto path = std::find_if(
        call.env.begin(), call.env.end(), [](const auto& variable) { return variable.first == "PATH"; });
    const bool otherPath = path != call.env.end() && call.argv.front().find('/') == std::string::npos;
    if (!otherPath && scenario::findProgram(call.argv.front(), call.cwd).empty()) {
        return Error{ErrorKind::input, "there is no program \"" + call.argv.front() + "\" that can be run",
            where + ", argv", "install it, or correct its name or path"};
    }
    const long processors = ::sysconf(_SC_NPROCESSORS_CONF);
    for (const int cpu : call.cpus) {
        if (cpu >= processors) {
            return Error{ErrorKind::input,
                "there is no processor " + std::to_string(cpu) + ", this machine has "
                    + std::to_string(processors),
                where + ", cpus", "they are counted from 0"};
        }
    }
    return {};
}

} // namespace

Result<void> probeCommands(const scenario::CompiledScenario& scenario)
{
    const bool prepared = std::any_of(scenario.setup.begin(), scenario.setup.end(),
        [](const scenario::CompiledSetup& setup) { return setup.step->step().kind == "command"; });
    for (const auto& setup : scenario.setup) {
        if (Result<void> fine = probe(*setup.step); !fine)
            return fine;
        if (setup.step->step().kind == "command")
            break; // what comes after may be of its making
    }
    if (prepared)
        return {};
    for (const auto& pattern : scenario.patterns) {
        for (const auto& step : pattern.steps) {
            if (Result<void> fine = probe(*step); !fine)
                return fine;
        }
    }
    return {};
}

} // namespace plumb::engine::command

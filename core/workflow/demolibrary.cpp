// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/demolibrary.h"

#include "library/library.h"
#include "scenario/templates.h"

namespace fs = std::filesystem;

namespace plumb::workflow {

std::vector<DemoRun> demoRuns()
{
    return {
        {"nine endpoints of a control panel", "client-backend",
            {"--set", "duration=10", "--target-version", "0.1.0", "--note", "first baseline"}, 1.0},
        {"health checks", "health-checks", {"--set", "duration=8", "--target-version", "0.1.0"}, 1.0},
        {"trails with login, at a constant arrival rate", "trails-api",
            {"--set", "duration=10", "--target-version", "0.1.0"}, 1.0},
        {"the control panel again, on a service three times slower", "client-backend",
            {"--set", "duration=10", "--target-version", "0.2.0", "--note",
                "slower service: see the failed rules"},
            3.0},
    };
}

Result<void> prepareDemoLibrary(const fs::path& folder, const QString& templateRoot)
{
    const auto library = library::Library::open(folder);
    if (!library) {
        return library.error();
    }
    const auto templates = scenario::listTemplates(templateRoot);
    if (!templates) {
        return templates.error();
    }
    for (const auto& shipped : *templates) {
        if (fs::exists(demoScenario(folder, shipped.name))) {
            continue;
        }
        const auto copied
            = scenario::copyTemplate(templateRoot, shipped.name, folder / "scenarios" / shipped.name);
        if (!copied) {
            return copied.error();
        }
    }
    return {};
}

fs::path demoScenario(const fs::path& folder, const std::string& name)
{
    return folder / "scenarios" / name / "scenario.json";
}

} // namespace plumb::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenariofiles.h"

#include "base/files.h"

#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace plumb::test {

namespace {

std::vector<fs::path> filesWith(const fs::path& folder, const std::string& extension)
{
    std::vector<fs::path> found;
    std::error_code code;
    for (const auto& entry : fs::recursive_directory_iterator(folder, code)) {
        if (entry.is_regular_file() && entry.path().extension() == extension) {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

Workspace::Workspace()
    : m_folder(m_dir.path().toStdString())
{
}

fs::path Workspace::write(const std::string& name, const std::string& text) const
{
    const auto file = m_folder / name;
    if (!writeFileAtomic(file, text)) {
        qFatal("cannot write %s", file.c_str());
    }
    return file;
}

fs::path Workspace::write(const std::string& name, const Json& json) const
{
    return write(name, dumpJson(json, 1));
}

std::vector<fs::path> Workspace::reports() const
{
    return filesWith(library() / "reports", ".json");
}

std::vector<fs::path> Workspace::journals() const
{
    return filesWith(library() / ".plumbline" / "journal", ".ndjson");
}

Json oneStepScenario(const std::string& baseUrl, const std::string& path, const Json& load)
{
    Json scenario = Json::object();
    scenario["schema"] = "plumbline.scenario/1";
    scenario["operation"] = "test_run";
    scenario["target"] = {{"base_url", baseUrl}};
    Json step = Json::object();
    step["name"] = "get";
    step["request"] = {{"method", "GET"}, {"path", path}};
    Json pattern = Json::object();
    pattern["name"] = "User";
    pattern["steps"] = Json::array({step});
    scenario["patterns"] = Json::array({pattern});
    scenario["load"] = load;
    return scenario;
}

std::vector<std::string> filesContaining(const fs::path& folder, const std::string& text)
{
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const auto content = readFile(entry.path());
        if (content && content->find(text) != std::string::npos) {
            found.push_back(entry.path().string());
        }
    }
    return found;
}

} // namespace plumb::test

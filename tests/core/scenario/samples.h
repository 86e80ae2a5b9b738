// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files.h"
#include "scenario/prepare.h"
#include "tests/support/testfiles.h"

#include <string>

// Scenario texts and short cuts that the tests of this folder share.
namespace plumb::test {

/// The example of PRODUCT.md section 5.
inline std::filesystem::path productExample()
{
    return sourceFile("tests/data/scenario/product-example.json");
}

/// A small scenario: @p step inside one pattern, @p more fields in front.
inline std::string oneStep(const std::string& step, const std::string& more = {})
{
    return R"({"schema":"plumbline.scenario/1","operation":"op","target":{"base_url":"http://127.0.0.1:8080"},)"
        + more + R"("patterns":[{"name":"p","steps":[)" + step
        + R"(]}],"load":{"executor":"constant-vus","vus":1,"duration_s":1}})";
}

inline Json parsed(const std::string& text)
{
    return Json::parse(text);
}

inline scenario::LoadedScenario loaded(const std::string& text)
{
    return {scenario::scenarioFromJson(parsed(text), "s.json").value(), "s.json", {}};
}

inline std::optional<std::string> noEnvironment(const std::string&)
{
    return std::nullopt;
}

inline scenario::CompiledScenario compiled(const std::string& text, const scenario::Overrides& overrides = {},
    const std::filesystem::path& folder = {})
{
    const auto resolved = scenario::resolve(loaded(text), overrides, noEnvironment).value();
    return scenario::compile(resolved, folder, "http://127.0.0.1:1", 7).value();
}

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
// What a request costs before it is sent: ns per render() of a POST with a templated JSON body, of one whose
// body is always the same, and of the checks and extraction on its answer.
#include "scenario/prepare.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

using namespace plumb;
using namespace plumb::scenario;

namespace {

constexpr const char* scenarioText = R"({"schema": "plumbline.scenario/1", "operation": "bench",
    "target": {"base_url": "http://127.0.0.1:1", "auth": {"bearer": "{{token}}"}},
    "variables": {"resolution": 120},
    "patterns": [{"name": "p", "steps": [
        {"name": "templated", "request": {"method": "POST", "path": "/jobs/{{job}}", "query": {"n": "{{seq()}}"},
            "headers": {"X-CSRF": "{{csrf}}"},
            "json": {"topic": "{{random_choice('breathing', 'sleep', 'focus', 'recovery')}}", "id": "{{uuid()}}",
                "size": "{{random_int(1, 500)}}", "resolution": "{{resolution}}", "tone": "calm", "by": "{{user.email}}"}},
            "checks": [{"status": [200]}, {"json": "/ok", "equals": true}],
            "extract": [{"as": "draft", "json": "/id"}]},
        {"name": "constant", "request": {"method": "POST", "path": "/jobs", "auth": null,
            "json": {"topic": "sleep", "resolution": "{{resolution}}"}}}]}],
    "load": {"executor": "constant-vus", "vus": 1, "duration_s": 1}})";

/// Nanoseconds per call: the median of nine timings of @p calls calls each.
template <class Work>
double nanosPerCall(int calls, Work work)
{
    std::array<double, 9> timings{};
    for (double& timing : timings) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < calls; ++i) {
            work();
        }
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
        timing = took.count() / calls;
    }
    std::sort(timings.begin(), timings.end());
    return timings[timings.size() / 2];
}

Result<CompiledScenario> compiledScenario()
{
    const auto json = parseJson(scenarioText, "bench");
    if (!json) {
        return json.error();
    }
    const auto scenario = scenarioFromJson(*json, "bench");
    if (!scenario) {
        return scenario.error();
    }
    const auto resolved = resolve({*scenario, {}, {}}, {}, [](const std::string&) { return std::nullopt; });
    return resolved ? compile(*resolved, {}, "http://127.0.0.1:1", 1)
                    : Result<CompiledScenario>(resolved.error());
}

} // namespace

int main()
{
    const auto compiled = compiledScenario();
    if (!compiled) {
        std::fprintf(stderr, "%s\n", compiled.error().text().c_str());
        return 1;
    }
    VariableScope variables(compiled->variables);
    for (const char* name : {"token", "job", "csrf", "user.email"}) {
        variables.set(name, {std::string("value of ") + name, false, false});
    }
    RandomStream random(1, 0);
    std::uint64_t sequence = 0;
    const RenderContext context{&variables, &random, &sequence, 1'767'225'600'000};
    const auto& step = *compiled->patterns[0].steps[0];
    const auto& constant = *compiled->patterns[0].steps[1];
    bool good = constant.constantRequest() != nullptr && step.constantRequest() == nullptr;
    std::size_t bytes = 0;
    const double templated = nanosPerCall(100'000, [&] {
        const auto request = step.render(context);
        good = good && request.has_value();
        bytes = request ? request->body->size() : 0;
    });
    const double same
        = nanosPerCall(1'000'000, [&] { good = good && constant.constantRequest()->body != nullptr; });
    ResponseView response;
    response.status = 200;
    response.body = R"({"ok": true, "id": "draft-17", "reason_code": "none", "items": [1, 2, 3]})";
    const double judged = nanosPerCall(100'000, [&] {
        good = good && step.check(0, response).passed && step.check(1, response).passed
            && step.extract(0, response).found;
    });
    std::printf("render, templated JSON   %8.0f ns  (body of %zu bytes, 8 values)\n", templated, bytes);
    std::printf("render, constant         %8.1f ns\n", same);
    std::printf("2 checks and 1 extract   %8.0f ns\n", judged);
    return good ? 0 : 1;
}

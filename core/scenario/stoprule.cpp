// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/stoprule.h"

#include "base/units.h"
#include "scenario/jsonfields.h"

#include <cmath>

namespace plumb::scenario {

namespace {

/// The text of a field; null where there is none.
const std::string* textOf(const Json& object, const char* field)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? &found->get_ref<const std::string&>() : nullptr;
}

std::string secondsText(double seconds)
{
    return seconds == std::floor(seconds) && seconds < 1e9 ? std::to_string(std::llround(seconds))
                                                           : formatNumber(seconds);
}

class Reader
{
public:
    Reader(const Json& rule, const std::string& path, std::vector<Problem>& problems)
        : m_rule(rule)
        , m_path(path)
        , m_problems(problems)
    {
    }

    std::optional<StopRule> read()
    {
        const auto before = m_problems.size();
        const auto* metric = textOf(m_rule, "metric");
        const auto* is = textOf(m_rule, "is");
        for (const auto& [field, text] : {std::pair{"metric", metric}, std::pair{"is", is}}) {
            if (text == nullptr) {
                problem(field, "the stop rule needs a text here",
                    R"(write {"metric": "error_rate", "over_s": 10, "is": "> 0.02"})");
            }
        }
        if (metric == nullptr || is == nullptr) {
            return std::nullopt;
        }
        readWindow();
        readMetric(*metric, *is);
        if (m_problems.size() > before) {
            return std::nullopt;
        }
        const auto* name = textOf(m_rule, "name");
        m_result.name = name != nullptr && !name->empty()
            ? *name
            : m_result.metric.text() + (m_result.of == "run" ? "" : " of " + m_result.of) + " " + *is
                + " over " + secondsText(m_result.over_s) + " s";
        return m_result;
    }

private:
    void problem(const char* field, std::string message, std::string remedy)
    {
        m_problems.push_back({childPath(m_path, field), std::move(message), std::move(remedy)});
    }

    void readWindow()
    {
        const auto over = m_rule.find("over_s");
        if (over == m_rule.end() || over->is_null()) {
            return;
        }
        if (!over->is_number() || over->get<double>() <= 0.0) {
            problem(
                "over_s", "the window of a stop rule is a number of seconds above 0", "write \"over_s\": 10");
            return;
        }
        m_result.over_s = over->get<double>();
    }

    void readMetric(const std::string& metric, const std::string& is)
    {
        const auto name = metric::parseMetricName(metric);
        if (!name) {
            problem("metric", name.error().what, name.error().remedy);
            return;
        }
        m_result.metric = *name;
        if (!metric::knownDuringRun(*name->metric)) {
            problem("metric", "\"" + metric + "\" is not known while a run goes on",
                "take a figure of requests or iterations, such as error_rate or latency_ms.p95");
            return;
        }
        readScope();
        const bool higherIsBetter = name->metric->better == metric::Better::higher;
        const auto limit = metric::parseLimit(is, name->metric->unit, higherIsBetter);
        if (!limit) {
            problem("is", limit.error().what, limit.error().remedy);
        } else if (limit->kind != metric::Limit::Kind::absolute) {
            problem("is", "a stop rule has no other run to compare with",
                "write a limit of the metric itself, such as \"> 0.02\"");
        } else {
            m_result.limit = *limit;
        }
    }

    void readScope()
    {
        const auto of = m_rule.find("of");
        if (of == m_rule.end() || of->is_null()) {
            return;
        }
        m_result.of = of->is_string() ? of->get<std::string>() : std::string();
        unsigned scope = 0;
        if (partNamed(m_result.of, "step:")) {
            scope = metric::scopeStep;
        } else if (partNamed(m_result.of, "pattern:")) {
            scope = metric::scopePattern;
        } else if (m_result.of == "run") {
            scope = metric::scopeRun;
        } else {
            problem("of", "this is no part of a run", "write \"run\", \"step:NAME\" or \"pattern:NAME\"");
            return;
        }
        if ((m_result.metric.metric->scopes & scope) == 0) {
            problem("of", "\"" + m_result.metric.text() + "\" is measured for the whole run only",
                "leave \"of\" out");
        }
    }

    const Json& m_rule;
    const std::string& m_path;
    std::vector<Problem>& m_problems;
    StopRule m_result;
};

} // namespace

std::optional<std::string_view> partNamed(std::string_view of, std::string_view kind)
{
    if (!of.starts_with(kind) || of.size() == kind.size()) {
        return std::nullopt;
    }
    return of.substr(kind.size());
}

std::optional<StopRule> stopRuleFromJson(
    const Json& rule, const std::string& path, std::vector<Problem>& problems)
{
    return Reader(rule, path, problems).read();
}

} // namespace plumb::scenario

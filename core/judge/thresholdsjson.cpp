// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "judge/thresholds.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb::judge {

namespace {

constexpr std::string_view stepPrefix = "step:", patternPrefix = "pattern:";
constexpr std::array<std::string_view, 3> roundsWords{"median", "worst", "all"};

using Problems = std::vector<ThresholdsProblem>;

/// Reads one rule, field by field; whatever is wrong becomes a problem.
class RuleReader
{
public:
    RuleReader(const Json& json, std::string path, Problems& problems)
        : m_json(json)
        , m_path(std::move(path))
        , m_problems(problems)
    {
    }

    Rule read()
    {
        m_rule.extra = m_json;
        m_rule.name = text("name");
        m_rule.tier = text("tier");
        readMetric();
        readScope();
        readAgainst();
        readLimits();
        m_rule.environment = text("environment");
        if (const Json* count = take("min_samples")) {
            if (count->is_number_integer() && *count >= 0 && *count <= 1'000'000'000'000LL) {
                m_rule.min_samples = count->get<std::int64_t>();
            } else {
                problem("min_samples", "is no whole number from 0 on",
                    "write how many values the rule needs, as 100");
            }
        }
        if (const Json* near = take("near")) {
            if (near->is_boolean()) {
                m_rule.near = near->get<bool>();
            } else {
                problem("near", "is neither true nor false", "write true to warn within 10 % of the limit");
            }
        }
        if (take("rounds") != nullptr) {
            m_rule.rounds = text("rounds");
            if (std::find(roundsWords.begin(), roundsWords.end(), m_rule.rounds) == roundsWords.end()) {
                problem("rounds", "is not known", "write \"median\", \"worst\" or \"all\"");
            }
        }
        readAccepted();
        checkAtLeast();
        for (const char* known : {"name", "tier", "metric", "of", "against", "warn", "fail", "environment",
                 "min_samples", "near", "rounds", "accepted"}) {
            m_rule.extra.erase(known);
        }
        return std::move(m_rule);
    }

private:
    void problem(const std::string& field, std::string message, std::string remedy)
    {
        const std::string path = field.empty() ? m_path : m_path + "/" + field;
        m_problems.push_back({path, std::move(message), std::move(remedy)});
    }

    const Json* take(const char* field) const
    {
        const auto found = m_json.find(field);
        return found == m_json.end() || found->is_null() ? nullptr : &*found;
    }

    std::string text(const char* field)
    {
        const Json* value = take(field);
        if (value == nullptr) {
            return {};
        }
        if (!value->is_string()) {
            problem(field, "is not a text", "write it in quotes");
            return {};
        }
        return value->get<std::string>();
    }

    void readMetric()
    {
        const std::string name = text("metric");
        if (name.empty()) {
            if (take("metric") == nullptr || take("metric")->is_string()) {
                problem("metric", "is missing", "write which figure is judged, as \"latency_ms.p95\"");
            }
            return;
        }
        const auto parsed = metric::parseMetricName(name);
        if (!parsed) {
            problem("metric", parsed.error().what, parsed.error().remedy);
            return;
        }
        m_rule.metric = *parsed;
        const auto outcome = report::outcomeFromString(parsed->member);
        if (parsed->metric->name == "errors" && (!outcome || *outcome == report::Outcome::ok)) {
            problem("metric", "there is no error outcome \"" + parsed->member + "\"",
                "write one of http_4xx, http_5xx, check, dns, connect, tls, timeout, reset, protocol");
        }
    }

    void readScope()
    {
        const std::string of = text("of");
        if (of.empty()) {
            return;
        }
        m_rule.of = of;
        unsigned scope = metric::scopeRun;
        const auto named
            = [&of](std::string_view prefix) { return of.starts_with(prefix) && of.size() > prefix.size(); };
        if (named(stepPrefix)) {
            scope = metric::scopeStep;
        } else if (named(patternPrefix)) {
            scope = metric::scopePattern;
        } else if (of != "run") {
            problem("of", "\"" + of + "\" is no part of a run",
                "write \"run\", \"step:NAME\" or \"pattern:NAME\"");
            return;
        }
        if (m_rule.metric.metric != nullptr && (m_rule.metric.metric->scopes & scope) == 0) {
            problem("of", "\"" + m_rule.metric.text() + "\" is measured for the whole run only",
                "leave \"of\" out");
        }
    }

    void readAgainst()
    {
        m_rule.against = text("against");
        static constexpr std::string_view median = "median-of-";
        const auto& against = m_rule.against;
        const bool medianOfK = against.starts_with(median) && against.size() > median.size()
            && against.size() < 15
            && std::all_of(
                against.begin() + median.size(), against.end(), [](char c) { return c >= '0' && c <= '9'; })
            && against[median.size()] != '0';
        if (!against.empty() && against != "baseline" && against != "previous" && against != "best"
            && !medianOfK) {
            problem("against", "\"" + against + "\" is nothing to compare with",
                "write \"baseline\", \"previous\", \"best\" or \"median-of-K\", as \"median-of-5\"");
        }
    }

    std::optional<metric::Limit> readLimit(const char* field, std::string& written)
    {
        const Json* value = take(field);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_string()) {
            problem(field, "is not a text", "write the limit with its operator in quotes, as \"> 800\"");
            return std::nullopt;
        }
        written = value->get<std::string>();
        const auto* metric = m_rule.metric.metric;
        if (metric == nullptr) {
            return std::nullopt; // without the metric nobody can tell its unit; that problem is told already
        }
        const auto limit
            = metric::parseLimit(written, metric->unit, metric->better == metric::Better::higher);
        if (!limit) {
            problem(field, limit.error().what, limit.error().remedy);
            return std::nullopt;
        }
        const bool relative = limit->kind != metric::Limit::Kind::absolute;
        if (relative && m_rule.against.empty()) {
            problem(field,
                "the limit \"" + written + "\" is a change, but the rule does not say against what",
                "add \"against\": \"baseline\"");
        } else if (!relative && !m_rule.against.empty()) {
            problem(field, "the limit \"" + written + "\" is no change, but the rule says \"against\"",
                "write a change, as \"> +10%\", or leave \"against\" out");
        }
        return *limit;
    }

    void readLimits()
    {
        m_rule.warn = readLimit("warn", m_rule.warn_text);
        m_rule.fail = readLimit("fail", m_rule.fail_text);
        if (take("warn") == nullptr && take("fail") == nullptr) {
            problem({}, "the rule has no limit", "add \"fail\": \"> 800\", or \"warn\"");
        }
        if (!m_rule.warn || !m_rule.fail) {
            return;
        }
        const auto above = [](const metric::Limit& limit) {
            return limit.op == metric::Limit::Operator::greater
                || limit.op == metric::Limit::Operator::greaterOrEqual;
        };
        if (above(*m_rule.warn) != above(*m_rule.fail)) {
            problem("warn", "looks the other way than \"fail\"", "use > in both, or < in both");
        } else if (m_rule.warn->kind == m_rule.fail->kind
            && (above(*m_rule.fail) ? m_rule.warn->number > m_rule.fail->number
                                    : m_rule.warn->number < m_rule.fail->number)) {
            problem("warn", "lies beyond \"fail\", so it would never be seen", "exchange the two limits");
        }
    }

    void readAccepted()
    {
        const Json* accepted = take("accepted");
        if (accepted == nullptr) {
            return;
        }
        const auto member = [accepted](const char* field) {
            const bool there
                = accepted->is_object() && accepted->contains(field) && accepted->at(field).is_string();
            return there ? accepted->at(field).get<std::string>() : std::string();
        };
        Rule::Accepted value{member("why"), member("until")};
        if (value.why.empty()) {
            problem("accepted/why", "is missing", "write why the breach is accepted");
        }
        const auto& until = value.until;
        const bool dated = until.size() == 10 && until[4] == '-' && until[7] == '-'
            && std::count_if(until.begin(), until.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
        if (!dated) {
            problem("accepted/until", "is no date", "write the last day as \"2026-12-31\"");
        }
        m_rule.accepted = std::move(value);
    }

    /// Belongs to comparisons; only its form is looked at here.
    void checkAtLeast()
    {
        const Json* least = take("at_least");
        if (least == nullptr || m_rule.metric.metric == nullptr) {
            return;
        }
        if (!amountOf(*least, *m_rule.metric.metric)) {
            problem("at_least", "is no amount", "write the smallest difference that matters, as \"5ms\"");
        }
    }

    const Json& m_json;
    std::string m_path;
    Problems& m_problems;
    Rule m_rule;
};

std::vector<Rule> readRules(const Json& json, Problems& problems)
{
    std::vector<Rule> rules;
    const auto found = json.is_object() ? json.find("rules") : json.end();
    if (!json.is_object()) {
        problems.push_back(
            {"", "is no JSON object", "write {\"schema\": \"plumbline.thresholds/1\", \"rules\": [...]}"});
        return rules;
    }
    if (found == json.end() || !found->is_array()) {
        problems.push_back({"/rules", "is no list", "add \"rules\": [...]"});
        return rules;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        const std::string path = "/rules/" + std::to_string(i);
        const Json& rule = found->at(i);
        if (!rule.is_object()) {
            problems.push_back(
                {path, "is no JSON object", "write a rule as {\"metric\": ..., \"fail\": ...}"});
            continue;
        }
        rules.push_back(RuleReader(rule, path, problems).read());
    }
    return rules;
}

/// As the user wrote it, unless the limit was changed since.
std::string writtenLimit(const metric::Limit& limit, const std::string& written, const metric::Metric& metric)
{
    const auto parsed = metric::parseLimit(written, metric.unit, metric.better == metric::Better::higher);
    return parsed && *parsed == limit ? written : limit.text();
}

} // namespace

std::optional<double> amountOf(const Json& json, const metric::Metric& metric)
{
    if (json.is_number()) {
        return json.get<double>() >= 0.0 ? std::optional(json.get<double>()) : std::nullopt;
    }
    if (!json.is_string()) {
        return std::nullopt;
    }
    const auto text = json.get<std::string>();
    const bool points = text.ends_with("pt");
    const auto limit = metric::parseLimit((points ? "> +" : "> ") + text, metric.unit, false);
    if (!limit || limit->number < 0.0) {
        return std::nullopt;
    }
    const double scale = points && metric.unit == "fraction" ? 0.01 : 1.0;
    return limit->kind == metric::Limit::Kind::percent ? std::nullopt : std::optional(limit->number * scale);
}

std::string Rule::title() const
{
    return name.empty() ? metric.text() + " of " + of : name;
}

Result<Thresholds> thresholdsFromJson(const Json& json, const std::string& fileName)
{
    if (const auto schema = checkSchema(json, "plumbline.thresholds", 1, fileName); !schema) {
        return schema.error();
    }
    Problems problems;
    Thresholds thresholds;
    thresholds.rules = readRules(json, problems);
    if (!problems.empty()) {
        const auto& first = problems.front();
        const std::string more
            = problems.size() > 1 ? " (and " + std::to_string(problems.size() - 1) + " more problems)" : "";
        const std::string place = first.path.empty() ? fileName : fileName + ", " + first.path;
        return Error{ErrorKind::input, first.message + more, place, first.remedy};
    }
    thresholds.extra = json;
    thresholds.extra.erase("schema");
    thresholds.extra.erase("rules");
    return thresholds;
}

Result<Thresholds> readThresholds(const std::filesystem::path& file)
{
    const auto text = readFile(file, 16ULL << 20);
    if (!text) {
        return text.error();
    }
    const auto json = parseJson(*text, file.string());
    if (!json) {
        return json.error();
    }
    auto thresholds = thresholdsFromJson(*json, file.string());
    if (thresholds) {
        thresholds->name = file.stem().string();
        const auto bytes = QByteArrayView(text->data(), static_cast<qsizetype>(text->size()));
        thresholds->sha256
            = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
    }
    return thresholds;
}

Json toJson(const Thresholds& thresholds)
{
    Json json = Json::object();
    json["schema"] = "plumbline.thresholds/1";
    for (const auto& [key, value] : thresholds.extra.items()) {
        json[key] = value;
    }
    Json rules = Json::array();
    for (const Rule& rule : thresholds.rules) {
        Json out = Json::object();
        const auto putText = [&out](const char* field, const std::string& text) {
            if (!text.empty()) {
                out[field] = text;
            }
        };
        putText("name", rule.name);
        putText("tier", rule.tier);
        out["metric"] = rule.metric.text();
        if (rule.of != "run") {
            out["of"] = rule.of;
        }
        putText("against", rule.against);
        if (rule.warn) {
            out["warn"] = writtenLimit(*rule.warn, rule.warn_text, *rule.metric.metric);
        }
        if (rule.fail) {
            out["fail"] = writtenLimit(*rule.fail, rule.fail_text, *rule.metric.metric);
        }
        putText("environment", rule.environment);
        if (rule.min_samples > 0) {
            out["min_samples"] = rule.min_samples;
        }
        if (rule.near) {
            out["near"] = true;
        }
        if (rule.rounds != "median") {
            out["rounds"] = rule.rounds;
        }
        if (rule.accepted) {
            out["accepted"]["why"] = rule.accepted->why;
            out["accepted"]["until"] = rule.accepted->until;
        }
        for (const auto& [key, value] : rule.extra.items()) {
            out[key] = value;
        }
        rules.push_back(std::move(out));
    }
    json["rules"] = std::move(rules);
    return json;
}

std::vector<ThresholdsProblem> validateThresholds(const Json& json)
{
    Problems problems;
    if (const auto schema = checkSchema(json, "plumbline.thresholds", 1, {}); !schema && json.is_object()) {
        problems.push_back({"/schema", schema.error().what, schema.error().remedy});
    }
    readRules(json, problems);
    return problems;
}

} // namespace plumb::judge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/figures.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace plumb::library {

namespace {

constexpr char separator = '\x1f', lineEnd = '\n';

constexpr std::array<std::string_view, 7> stepStatistics{"mean", "p50", "p75", "p90", "p95", "p99", "max"};
constexpr std::array<std::string_view, 10> families{"latency_ms", "latency_ok_ms", "service_ms", "ttfb_ms",
    "connect_ms", "iteration_ms", "errors", "reasons", "checks", "connections.open"};
constexpr std::array<std::string_view, 13> singles{"rps", "rpm", "success_rate", "error_rate",
    "iterations_per_s", "ops_per_s", "ops_per_min", "sent_bytes_per_s", "received_bytes_per_s", "dropped",
    "makespan_ms", "host", "prom"};

template <class List>
bool contains(const List& list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string keyOf(std::string_view scope, std::string_view name)
{
    std::string key;
    for (const char c : scope) {
        key += c == separator || c == lineEnd ? ' ' : c;
    }
    key += separator;
    for (const char c : name) {
        key += c == separator || c == lineEnd ? ' ' : c;
    }
    key += separator;
    return key;
}

std::optional<double> find(const std::string& figures, std::string_view scope, std::string_view name)
{
    const auto key = keyOf(scope, name);
    std::size_t at = 0;
    while ((at = figures.find(key, at)) != std::string::npos) {
        if (at == 0 || figures[at - 1] == lineEnd) {
            double value = 0.0;
            const char* begin = figures.data() + at + key.size();
            const auto read = std::from_chars(begin, figures.data() + figures.size(), value);
            return read.ec == std::errc() ? std::optional(value) : std::nullopt;
        }
        at += key.size();
    }
    return std::nullopt;
}

void putSummary(
    FigureWriter& writer, std::string_view scope, std::string_view family, const report::Summary& summary)
{
    for (const auto statistic : metric::summaryStatistics()) {
        if (scope == "run" || keptOfSteps(statistic)) {
            writer.put(scope, std::string(family) + '.' + std::string(statistic), summary.value(statistic));
        }
    }
}

void putMonitors(FigureWriter& writer, const std::vector<report::MonitorSeries>& monitors)
{
    // Where several monitors have a series of one name, the highest of their figures counts.
    std::map<std::string, double> highest;
    for (const auto& series : monitors) {
        const auto keep = [&](const char* figure, const std::optional<double>& value) {
            const auto name = series.kind + '.' + series.name + '.' + figure;
            if (value && (!highest.contains(name) || *value > highest[name])) {
                highest[name] = *value;
            }
        };
        keep("max", series.summary.max);
        keep("mean", series.summary.mean);
    }
    for (const auto& [name, value] : highest) {
        writer.put("run", name, value);
    }
}

} // namespace

void FigureWriter::put(std::string_view scope, std::string_view name, double value)
{
    if (!std::isfinite(value)) {
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_text += keyOf(scope, name);
    m_text.append(digits.data(), end);
    m_text += lineEnd;
}

void FigureWriter::put(std::string_view scope, std::string_view name, std::optional<double> value)
{
    if (value) {
        put(scope, name, *value);
    }
}

bool keptOfSteps(std::string_view statistic)
{
    return contains(stepStatistics, statistic);
}

std::string figuresOf(const report::Report& report)
{
    FigureWriter writer;
    const auto& totals = report.totals;
    if (totals.completed + totals.failed > 0) {
        writer.put("run", "rps", totals.rps);
        writer.put("run", "sent_bytes_per_s", totals.sent_bytes_per_s);
        writer.put("run", "received_bytes_per_s", totals.received_bytes_per_s);
    }
    if (totals.planned > 0) {
        writer.put("run", "dropped", static_cast<double>(totals.dropped));
    }
    writer.put("run", "success_rate", totals.success_rate);
    writer.put("run", "error_rate", totals.error_rate);
    writer.put("run", "makespan_ms", totals.makespan_ms);
    for (const auto& [outcome, count] : totals.outcomes) {
        writer.put("run", "errors." + outcome, static_cast<double>(count));
    }
    if (report.iterations.started > 0) {
        writer.put("run", "iterations_per_s", report.iterations.per_s);
    }
    putSummary(writer, "run", "iteration_ms", report.iterations.duration);
    putSummary(writer, "run", "latency_ms", report.latency_ms);
    putSummary(writer, "run", "latency_ok_ms", report.latency_ok_ms);
    putSummary(writer, "run", "service_ms", report.service_ms);
    putSummary(writer, "run", "ttfb_ms", report.ttfb_ms);
    putSummary(writer, "run", "connect_ms", report.connect_ms);
    std::map<std::string, std::int64_t> reasons;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> checks;
    for (const auto& step : report.steps) {
        const auto scope = "step:" + step.name;
        if (step.count > 0) {
            writer.put(scope, "rps", step.rps);
        }
        writer.put(scope, "error_rate", step.error_rate);
        putSummary(writer, scope, "latency_ms", step.summary(report::Series::response));
        for (const auto& [code, count] : step.reasons) {
            reasons[code] += count;
        }
        for (const auto& check : step.checks) {
            checks[check.name].first += check.passed;
            checks[check.name].second += check.passed + check.failed;
        }
    }
    for (const auto& [code, count] : reasons) {
        writer.put("run", "reasons." + code, static_cast<double>(count));
    }
    for (const auto& [name, counts] : checks) {
        if (counts.second > 0) {
            writer.put("run", "checks." + name,
                static_cast<double>(counts.first) / static_cast<double>(counts.second));
        }
    }
    putMonitors(writer, report.monitors);
    return writer.take();
}

bool keepsFigure(const metric::MetricName& metric, std::string_view of)
{
    const std::string_view name = metric.metric->name;
    if (of != "run") {
        return name == "rps" || name == "rpm" || name == "ops_per_s" || name == "ops_per_min"
            || name == "error_rate" || (name == "latency_ms" && keptOfSteps(metric.member));
    }
    if (metric.metric->family == metric::Family::summary
        && !contains(metric::summaryStatistics(), metric.member)) {
        return false; // p97: it takes the histogram
    }
    return contains(families, name) || contains(singles, name) || metric::monitorFigure(metric).has_value();
}

std::optional<double> figure(
    const std::string& figures, const metric::MetricName& metric, std::string_view of)
{
    const std::string_view name = metric.metric->name;
    if (!keepsFigure(metric, of)) {
        return std::nullopt;
    }
    if (name == "rpm" || name == "ops_per_min") {
        const auto perSecond = find(figures, of, "rps");
        return perSecond ? std::optional(*perSecond * 60.0) : std::nullopt;
    }
    if (name == "ops_per_s") {
        return find(figures, of, "rps");
    }
    if (const auto wanted = metric::monitorFigure(metric)) {
        return find(figures, of,
            std::string(wanted->kind) + '.' + wanted->series + (wanted->mean ? ".mean" : ".max"));
    }
    const auto found = find(figures, of, metric.text());
    // A count that was not written is 0, if anything was counted at all.
    if (!found && (name == "errors" || name == "reasons") && find(figures, of, "rps")) {
        return 0.0;
    }
    return found;
}

std::vector<std::string> RunSetup::differences(const RunSetup& earlier) const
{
    std::vector<std::string> words;
    const auto look = [&words](const char* word, const std::string& now, const std::string& before) {
        if (!now.empty() && !before.empty() && now != before) {
            words.emplace_back(word);
        }
    };
    look("cpu", cpu, earlier.cpu);
    look("cores", cores, earlier.cores);
    look("kernel", kernel, earlier.kernel);
    look("engine", engine, earlier.engine);
    look("load", load, earlier.load);
    return words;
}

RunSetup RunSetup::orElse(const RunSetup& earlier) const
{
    const auto known
        = [](const std::string& now, const std::string& before) { return now.empty() ? before : now; };
    return {known(cpu, earlier.cpu), known(cores, earlier.cores), known(kernel, earlier.kernel),
        known(engine, earlier.engine), known(load, earlier.load)};
}

RunSetup setupOf(const report::Report& report)
{
    RunSetup setup;
    setup.cpu = report.fingerprint.cpu;
    setup.cores = report.fingerprint.cores > 0 ? std::to_string(report.fingerprint.cores) : std::string();
    setup.kernel = report.fingerprint.kernel;
    setup.engine = engineText(report.engine_name, report.engine_transport, report.engine_version);
    setup.load = loadDigest(report.scenario);
    return setup;
}

std::string engineText(const std::string& name, const std::string& transport, const std::string& version)
{
    return transport.empty() && version.empty() ? std::string() : name + ' ' + transport + ' ' + version;
}

std::string packSetup(const RunSetup& setup)
{
    std::string text;
    for (std::string part : {setup.cpu, setup.cores, setup.kernel, setup.engine, setup.load}) {
        std::replace(part.begin(), part.end(), separator, ' ');
        text += part + separator;
    }
    return text;
}

RunSetup unpackSetup(const std::string& text)
{
    RunSetup setup;
    std::size_t from = 0;
    for (std::string* part : {&setup.cpu, &setup.cores, &setup.kernel, &setup.engine, &setup.load}) {
        const auto end = text.find(separator, from);
        if (end == std::string::npos) {
            break;
        }
        *part = text.substr(from, end - from);
        from = end + 1;
    }
    return setup;
}

std::string loadDigest(const Json& scenario)
{
    if (!scenario.is_object()) {
        return {};
    }
    Json parts = Json::object();
    for (const char* key : {"variables", "data", "setup", "patterns_run", "patterns", "load"}) {
        if (const auto found = scenario.find(key); found != scenario.end()) {
            parts[key] = *found;
        }
    }
    if (parts.empty()) {
        return {};
    }
    const auto text = dumpJson(parts);
    return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha1)
        .toHex()
        .left(16)
        .toStdString();
}

} // namespace plumb::library

// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric/metricname.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace plumb::metric {

namespace {

/// "95" or "99_9" after the p: 1 to 99.999, written in one way only.
std::optional<double> percentOf(std::string_view member)
{
    if (!member.starts_with('p')) {
        return std::nullopt;
    }
    member.remove_prefix(1);
    const auto underscore = member.find('_');
    const auto whole = member.substr(0, underscore);
    const auto digits = [](std::string_view text, std::size_t most) {
        return !text.empty() && text.size() <= most
            && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (!digits(whole, 2) || whole.front() == '0') {
        return std::nullopt;
    }
    std::string number(whole);
    if (underscore != std::string_view::npos) {
        const auto part = member.substr(underscore + 1);
        if (!digits(part, 3) || part.back() == '0') {
            return std::nullopt;
        }
        number += '.';
        number += part;
    }
    double percent = 0.0;
    std::from_chars(number.data(), number.data() + number.size(), percent);
    return percent;
}

bool isMember(const Metric& metric, std::string_view member)
{
    switch (metric.family) {
    case Family::single:
        return member.empty();
    case Family::summary: {
        const auto known = summaryStatistics();
        return percentOf(member).has_value() || std::find(known.begin(), known.end(), member) != known.end();
    }
    case Family::open:
        return !member.empty();
    case Family::maxMean:
        return member == "max" || member == "mean";
    }
    return false;
}

/// Names a user may have meant: every single name, and members of the families.
std::vector<std::string> candidates(std::string_view text)
{
    std::vector<std::string> all;
    for (const Metric& metric : catalogue()) {
        const std::string name(metric.name);
        switch (metric.family) {
        case Family::single:
            all.push_back(name);
            break;
        case Family::summary:
            for (const auto statistic : summaryStatistics()) {
                all.push_back(name + '.' + std::string(statistic));
            }
            break;
        case Family::maxMean:
            all.push_back(name + ".max");
            all.push_back(name + ".mean");
            break;
        case Family::open: {
            const auto dot = text.find('.');
            all.push_back(name + (dot == std::string_view::npos ? ".NAME" : std::string(text.substr(dot))));
            break;
        }
        }
    }
    return all;
}

/// Levenshtein's distance.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string nearest(std::string_view text)
{
    text = text.substr(0, 80); // longer ones resemble nothing, and the distance takes time
    std::string best;
    std::size_t least = std::string::npos;
    for (const std::string& candidate : candidates(text)) {
        const std::size_t d = distance(text, candidate);
        if (d < least) {
            least = d;
            best = candidate;
        }
    }
    return best;
}

} // namespace

std::string MetricName::text() const
{
    std::string name(metric == nullptr ? std::string_view() : metric->name);
    return member.empty() ? name : name + '.' + member;
}

std::optional<double> MetricName::percentile() const
{
    return metric != nullptr && metric->family == Family::summary ? percentOf(member) : std::nullopt;
}

Result<MetricName> parseMetricName(std::string_view text)
{
    for (const Metric& metric : catalogue()) {
        if (!text.starts_with(metric.name)) {
            continue;
        }
        auto member = text.substr(metric.name.size());
        if (member.starts_with('.')) {
            member.remove_prefix(1);
            if (member.empty()) {
                continue;
            }
        } else if (!member.empty()) {
            continue;
        }
        if (isMember(metric, member)) {
            return MetricName{&metric, std::string(member)};
        }
    }
    return Error{ErrorKind::input, "there is no metric \"" + std::string(text.substr(0, 80)) + "\"", {},
        "did you mean \"" + nearest(text) + "\"?"};
}

std::optional<MonitorFigure> monitorFigure(const MetricName& name)
{
    const std::string_view metric = name.metric->name;
    if (metric == "connections.open") {
        return MonitorFigure{"connections", "open", false};
    }
    if (metric.starts_with("process.")) {
        return MonitorFigure{
            "process", std::string(metric.substr(metric.find('.') + 1)), name.member == "mean"};
    }
    if (metric != "host" && metric != "prom") {
        return std::nullopt;
    }
    MonitorFigure figure{metric == "prom" ? std::string_view("prometheus") : metric, name.member, false};
    for (const std::string_view suffix : {".max", ".mean"}) {
        if (figure.series.ends_with(suffix)) {
            figure.series.resize(figure.series.size() - suffix.size());
            figure.mean = suffix == ".mean";
            break;
        }
    }
    return figure;
}

} // namespace plumb::metric

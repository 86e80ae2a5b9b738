// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/headfields.h"

#include "library/reporthead.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace plumb::library {

namespace {

namespace sj = simdjson::ondemand;

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

std::string text(sj::value value)
{
    if (value.is_null()) {
        return {};
    }
    return std::string(std::string_view(value.get_string()));
}

double number(sj::value value)
{
    return value.is_null() ? absent : value.get_double().value();
}

std::optional<double> optionalNumber(sj::value value)
{
    const double found = number(value);
    return std::isnan(found) ? std::nullopt : std::optional<double>(found);
}

/// 0 for null; clamped, since what a file says may not fit.
std::int64_t whole(sj::value value)
{
    const double found = number(value);
    return std::isnan(found) ? 0 : static_cast<std::int64_t>(std::clamp(found, -9e15, 9e15));
}

std::vector<double> numbers(sj::value value)
{
    std::vector<double> list;
    for (auto entry : value.get_array()) {
        list.push_back(number(entry.value()));
    }
    return list;
}

void takeTotals(Head& head, sj::value totals)
{
    auto& row = head.row;
    double planned = 0.0, dropped = absent, sent = absent, received = absent;
    eachField(totals.get_object().value(), [&](std::string_view key, sj::value value) {
        if (key == "completed" || key == "failed") {
            row.requests += whole(value);
        } else if (key == "rps") {
            row.rps = optionalNumber(value);
        } else if (key == "error_rate") {
            row.error_rate = optionalNumber(value);
        } else if (key == "success_rate" || key == "makespan_ms") {
            head.figures.put("run", key, number(value));
        } else if (key == "planned") {
            planned = number(value);
        } else if (key == "dropped") {
            dropped = number(value);
        } else if (key == "sent_bytes_per_s") {
            sent = number(value);
        } else if (key == "received_bytes_per_s") {
            received = number(value);
        } else if (key == "outcomes") {
            eachField(value.get_object().value(), [&head](std::string_view outcome, sj::value count) {
                head.figures.put("run", "errors." + std::string(outcome), number(count));
            });
        }
    });
    head.figures.put("run", "error_rate", row.error_rate);
    if (row.requests > 0) {
        head.figures.put("run", "rps", row.rps);
        head.figures.put("run", "sent_bytes_per_s", sent);
        head.figures.put("run", "received_bytes_per_s", received);
    }
    if (planned > 0.0) {
        head.figures.put("run", "dropped", dropped);
    }
}

/// The statistics of one family; calls @p see(statistic, value) for each.
template <class See>
void takeSummary(
    FigureWriter& figures, std::string_view scope, std::string_view family, sj::value summary, const See& see)
{
    eachField(summary.get_object().value(), [&](std::string_view key, sj::value value) {
        if (key == "count") {
            return;
        }
        const double figure = number(value);
        see(key, figure);
        if (scope == "run" || keptOfSteps(key)) {
            figures.put(scope, std::string(family) + '.' + std::string(key), figure);
        }
    });
}

void takeSummary(FigureWriter& figures, std::string_view scope, std::string_view family, sj::value summary)
{
    takeSummary(figures, scope, family, summary, [](std::string_view, double) {});
}

void takeLatency(Head& head, sj::value latency)
{
    auto& row = head.row;
    takeSummary(head.figures, "run", "latency_ms", latency, [&row](std::string_view key, double value) {
        const auto figure = std::isnan(value) ? std::nullopt : std::optional<double>(value);
        if (key == "p50") {
            row.p50_ms = figure;
        } else if (key == "p95") {
            row.p95_ms = figure;
        } else if (key == "p99") {
            row.p99_ms = figure;
        }
    });
}

void takeIterations(Head& head, sj::value iterations)
{
    double started = 0.0, perSecond = absent;
    eachField(iterations.get_object().value(), [&](std::string_view key, sj::value value) {
        if (key == "started") {
            started = number(value);
        } else if (key == "per_s") {
            perSecond = number(value);
        } else if (key == "iteration_ms") {
            takeSummary(head.figures, "run", "iteration_ms", value);
        }
    });
    if (started > 0.0) {
        head.figures.put("run", "iterations_per_s", perSecond);
    }
}

void takeCheck(Head& head, sj::value check)
{
    std::string name;
    std::int64_t passed = 0, failed = 0;
    eachField(check.get_object().value(), [&](std::string_view key, sj::value value) {
        if (key == "name") {
            name = text(value);
        } else if (key == "passed") {
            passed = whole(value);
        } else if (key == "failed") {
            failed = whole(value);
        }
    });
    head.checks[name].first += passed;
    head.checks[name].second += passed + failed;
}

void takeStep(Head& head, sj::value step)
{
    std::string scope;
    double count = 0.0, rps = absent;
    eachField(step.get_object().value(), [&](std::string_view key, sj::value value) {
        // Reports have the name first; without it nothing can be kept of the step.
        if (key == "name") {
            scope = "step:" + text(value);
        } else if (key == "count") {
            count = number(value);
        } else if (key == "rps") {
            rps = number(value);
        } else if (key == "error_rate") {
            head.figures.put(scope, key, number(value));
        } else if (key == "latency_ms") {
            takeSummary(head.figures, scope, key, value);
        } else if (key == "reasons") {
            eachField(value.get_object().value(), [&head](std::string_view code, sj::value times) {
                head.reasons[std::string(code)] += whole(times);
            });
        } else if (key == "checks") {
            for (auto check : value.get_array()) {
                takeCheck(head, check.value());
            }
        }
    });
    if (count > 0.0) {
        head.figures.put(scope, "rps", rps);
    }
}

void takeMonitor(Head& head, sj::value monitor)
{
    std::string kind, name;
    double highest = absent, mean = absent;
    eachField(monitor.get_object().value(), [&](std::string_view key, sj::value value) {
        if (key == "kind") {
            kind = text(value);
        } else if (key == "name") {
            name = text(value);
        } else if (key == "summary") {
            eachField(value.get_object().value(), [&](std::string_view figure, sj::value inner) {
                if (figure == "max") {
                    highest = number(inner);
                } else if (figure == "mean") {
                    mean = number(inner);
                }
            });
        }
    });
    for (const auto& [figure, value] : {std::pair("max", highest), std::pair("mean", mean)}) {
        if (!std::isnan(value)) {
            auto& kept = head.monitors.try_emplace(kind + '.' + name + '.' + figure, value).first->second;
            kept = std::max(kept, value);
        }
    }
}

void takeFingerprint(Head& head, sj::value fingerprint)
{
    eachField(fingerprint.get_object().value(), [&head](std::string_view key, sj::value value) {
        if (key == "cpu") {
            head.setup.cpu = text(value);
        } else if (key == "kernel") {
            head.setup.kernel = text(value);
        } else if (key == "cores") {
            const auto cores = whole(value);
            head.setup.cores = cores > 0 ? std::to_string(cores) : std::string();
        }
    });
}

void takeEngine(Head& head, sj::value engine)
{
    std::string name = "builtin", version;
    eachField(engine.get_object().value(), [&](std::string_view key, sj::value inner) {
        if (key == "transport") {
            head.row.transport = text(inner);
        } else if (key == "name") {
            name = text(inner);
        } else if (key == "version") {
            version = text(inner);
        }
    });
    head.setup.engine = engineText(name, head.row.transport, version);
}

/// What lists show of a report as a whole; false for other fields.
bool takeListed(Head& head, std::string_view key, sj::value value)
{
    auto& row = head.row;
    if (key == "schema") {
        head.schema = text(value);
    } else if (key == "id") {
        row.id = text(value);
    } else if (key == "operation") {
        row.operation = text(value);
    } else if (key == "environment") {
        row.environment = text(value);
    } else if (key == "target_version") {
        row.target_version = text(value);
    } else if (key == "note") {
        row.note = text(value);
    } else if (key == "tags") {
        for (auto tag : value.get_array()) {
            row.tags.push_back(text(tag.value()));
        }
    } else if (key == "started_at") {
        row.started_at = text(value);
    } else if (key == "duration_s") {
        row.duration_s = number(value);
    } else if (key == "partial") {
        row.partial = value.get_bool();
    } else if (key == "users_max") {
        row.users_max = static_cast<int>(std::clamp<std::int64_t>(whole(value), 0, 1'000'000'000));
    } else if (key == "executor") {
        row.executor = text(value);
    } else {
        return false;
    }
    return true;
}

} // namespace

void takeField(Head& head, std::string_view key, sj::value value)
{
    if (takeListed(head, key, value)) {
        return;
    }
    if (key == "engine") {
        takeEngine(head, value);
    } else if (key == "scenario") {
        if (value.type() == sj::json_type::object) {
            head.setup.load = loadDigest(Json::parse(std::string_view(simdjson::to_json_string(value))));
        }
    } else if (key == "fingerprint") {
        takeFingerprint(head, value);
    } else if (key == "totals") {
        takeTotals(head, value);
    } else if (key == "iterations") {
        takeIterations(head, value);
    } else if (key == "latency_ms") {
        takeLatency(head, value);
    } else if (key == "latency_ok_ms" || key == "service_ms" || key == "ttfb_ms" || key == "connect_ms") {
        takeSummary(head.figures, "run", key, value);
    } else if (key == "steps") {
        for (auto step : value.get_array()) {
            takeStep(head, step.value());
        }
    } else if (key == "monitors") {
        for (auto monitor : value.get_array()) {
            takeMonitor(head, monitor.value());
        }
    } else if (key == "verdict") {
        const auto verdict = metric::verdictFromString(text(value));
        if (!verdict) {
            throw std::runtime_error("unknown verdict");
        }
        head.row.verdict = *verdict;
    } else if (key == "series") {
        eachField(value.get_object().value(), [&head](std::string_view name, sj::value inner) {
            if (name == "p95") {
                head.row.sparkline = sparkline(numbers(inner));
            }
        });
    }
}

void finish(Head& head)
{
    for (const auto& [code, count] : head.reasons) {
        head.figures.put("run", "reasons." + code, static_cast<double>(count));
    }
    for (const auto& [name, counts] : head.checks) {
        if (counts.second > 0) {
            head.figures.put("run", "checks." + name,
                static_cast<double>(counts.first) / static_cast<double>(counts.second));
        }
    }
    for (const auto& [name, value] : head.monitors) {
        head.figures.put("run", name, value);
    }
    head.row.figures = head.figures.take();
    head.row.setup = packSetup(head.setup);
}

} // namespace plumb::library

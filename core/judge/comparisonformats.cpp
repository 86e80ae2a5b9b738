// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as JSON and for terminals.
#include "base/units.h"
#include "judge/comparison.h"
#include "judge/comparisonsentence.h"
#include "judge/sentence.h"
#include "stats/ratiointerval.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb::judge {

using metric::Verdict;

namespace {

constexpr int keptDigits = 9; ///< the same on every machine; more were never measured

Json number(double value)
{
    return std::isfinite(value) ? Json(roundSignificant(value, keptDigits)) : Json(nullptr);
}
Json number(const std::optional<double>& value)
{
    return value ? number(*value) : Json(nullptr);
}
Json pair(double lower, double upper)
{
    Json json = Json::array();
    json.push_back(number(lower));
    json.push_back(number(upper));
    return json;
}

std::string_view basisWord(Effect::Basis basis)
{
    static constexpr std::array<std::string_view, 4> words{"point", "within-run", "between-runs", "rounds"};
    return words.at(static_cast<std::size_t>(basis));
}

Json stepOf(const ScopeKey& scope)
{
    return scope.isStep() ? Json(scope.step) : Json(nullptr);
}

Json rowJson(const ComparedRow& row)
{
    Json json = Json::object();
    json["step"] = stepOf(row.scope);
    json["pattern"] = row.scope.pattern.empty() ? Json(nullptr) : Json(row.scope.pattern);
    json["metric"] = row.metric;
    json["unit"] = row.unit;
    json["base"] = number(row.base);
    json["candidate"] = number(row.candidate);
    json["delta"] = number(row.delta);
    json["delta_pct"] = number(row.delta_pct);
    json["ci95"] = row.ci95 ? pair(row.ci95->lower, row.ci95->upper) : Json(nullptr);
    json["ci95_unit"] = row.points ? "pt" : "%";
    json["ci95_basis"] = row.paired ? "pairs" : basisWord(row.basis);
    json["higher_is_better"] = row.better == metric::Better::higher;
    json["effect"] = number(row.effect);
    json["change"] = toString(row.change);
    json["verdict"] = row.verdict ? Json(metric::toString(*row.verdict)) : Json(nullptr);
    json["confirmed"] = row.confirmed;
    json["rounds_needed"] = row.rounds_needed;
    json["limit"] = row.limit.empty() ? Json(nullptr) : Json(row.limit);
    json["rules"] = row.rule.empty() ? Json(nullptr) : Json(row.rule);
    json["band"] = row.band.empty() ? Json(nullptr) : Json(row.band);
    json["n_eff"] = number(row.n_eff);
    json["enough_values"] = row.trusted;
    json["note"] = row.note;
    return json;
}

Json distributionJson(const ComparedDistribution& distribution)
{
    Json json = Json::object();
    json["step"] = stepOf(distribution.scope);
    json["shape"] = stats::toString(distribution.shape);
    json["floor_pct"] = number(stats::percentOfLog(distribution.floor));
    json["ks"] = number(distribution.distances.ks);
    json["ks_at_ms"] = number(distribution.distances.ks_at);
    json["wasserstein_ms"] = number(distribution.distances.wasserstein);
    json["mean_shift_pct"] = number(stats::percentOfLog(distribution.distances.wasserstein_log));
    json["a12"] = number(distribution.superiority);
    json["sentence"] = shiftText(distribution);
    json["shift"] = Json::array();
    for (const auto& shift : distribution.shifts) {
        Json out = Json::object();
        out["p"] = shift.p;
        out["base_ms"] = number(shift.base);
        out["candidate_ms"] = number(shift.candidate);
        out["delta_ms"] = number(shift.difference.value);
        out["delta_ms_ci95"] = pair(shift.difference.lower, shift.difference.upper);
        out["delta_pct"] = number(stats::percentOfLog(shift.log_ratio.value));
        out["ci95"]
            = pair(stats::percentOfLog(shift.log_ratio.lower), stats::percentOfLog(shift.log_ratio.upper));
        out["enough_values"] = shift.trusted;
        json["shift"].push_back(std::move(out));
    }
    return json;
}

Json names(const std::vector<ScopeKey>& scopes)
{
    Json json = Json::array();
    for (const auto& scope : scopes) {
        json.push_back(scope.step);
    }
    return json;
}

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::toupper(c); });
    return out;
}

std::size_t width(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

using Table = std::vector<std::vector<std::string>>;

/// The first two columns to the left, figures to the right, the last two to the left.
std::string aligned(const Table& table)
{
    std::vector<std::size_t> widths(table.front().size());
    for (const auto& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width(row[i]));
        }
    }
    std::string text;
    for (const auto& row : table) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - width(row[i]), ' ');
            const bool figure = i >= 2 && i + 2 < row.size();
            line += (figure ? padding + row[i] : row[i] + padding) + "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

std::string verdictCell(const ComparedRow& row)
{
    if (!row.verdict) {
        return row.trusted ? "" : "(too few values)";
    }
    std::string text(metric::toString(*row.verdict));
    if (row.band != "none" && !row.band.empty()) {
        text += " [" + row.band + "]";
    }
    if (row.rounds_needed > 0 && *row.verdict == Verdict::inconclusive) {
        text += ", " + moreRoundsText(row.rounds_needed);
    }
    return text;
}

std::string differencesText(const ComparedCandidate& candidate)
{
    std::string text;
    for (const auto& difference : candidate.differences) {
        const std::string mark = difference.weight == Difference::Weight::blocks ? "  !! "
            : difference.weight == Difference::Weight::matters                   ? "  !  "
                                                                                 : "     ";
        text += mark + difference.what + ": " + difference.base + " -> " + difference.candidate + "  ("
            + difference.why + ")\n";
    }
    return text.empty() ? text : "Differences:\n" + text;
}

std::string tableText(const ComparedCandidate& candidate)
{
    if (candidate.rows.empty()) {
        return {};
    }
    Table table{{"step", "metric", "base", "candidate", "delta", "95 % interval", "verdict", "change"}};
    for (const ComparedRow& row : candidate.rows) {
        const auto value = [&row](const std::optional<double>& figure) {
            return figure ? valueText(*figure, row.unit) : std::string("-");
        };
        const std::string scope = row.scope.isRun() ? "(run)"
            : row.scope.isStep()                    ? row.scope.step
                                                    : "(" + row.scope.pattern + ")";
        table.push_back({scope, row.metric, value(row.base), value(row.candidate), deltaText(row),
            intervalText(row), verdictCell(row), std::string(toString(row.change))});
    }
    return aligned(table);
}

std::string candidateText(const ComparedCandidate& candidate, bool several)
{
    std::string text;
    if (several) {
        text += "\n== " + candidate.name
            + (candidate.target_version.empty() ? "" : " (" + candidate.target_version + ")") + "\n"
            + upper(metric::toString(candidate.verdict)) + "  " + candidate.sentence + '\n';
    }
    const auto differences = differencesText(candidate);
    text += (differences.empty() ? "" : '\n' + differences) + '\n' + tableText(candidate);
    for (const auto& [word, scopes] :
        {std::pair("Only in the base: ", &candidate.removed), std::pair("New: ", &candidate.added)}) {
        std::string list;
        for (const auto& scope : *scopes) {
            list += (list.empty() ? "" : ", ") + scope.step;
        }
        text += list.empty() ? "" : word + list + '\n';
    }
    std::string where;
    for (const auto& distribution : candidate.distributions) {
        const auto shift = shiftText(distribution);
        where += shift.empty()
            ? ""
            : "  " + shift + " (" + std::string(stats::toString(distribution.shape)) + ")\n";
    }
    return text + (where.empty() ? "" : "Where it moved:\n" + where);
}

} // namespace

Json comparisonJson(const Comparison& comparison)
{
    Json json = Json::object();
    json["verdict"] = metric::toString(comparison.verdict);
    json["sentence"] = comparison.sentence;
    json["operation"] = comparison.operation;
    json["rules"] = comparison.rules;
    json["noise"] = comparison.noise.empty() ? Json(nullptr) : Json(comparison.noise);
    Json base = Json::object();
    base["id"] = comparison.base_id;
    base["name"] = comparison.base_name;
    base["target_version"] = comparison.base_version;
    base["rounds"] = comparison.base_rounds;
    json["base"] = comparison.base_id.empty() ? Json(nullptr) : std::move(base);
    json["comparability"] = Json::array();
    for (const auto& candidate : comparison.candidates) {
        for (const auto& difference : candidate.differences) {
            Json out = Json::object();
            out["candidate_id"] = candidate.id;
            out["what"] = difference.what;
            out["base"] = difference.base;
            out["candidate"] = difference.candidate;
            out["matters"] = difference.weight != Difference::Weight::informs;
            out["blocks"] = difference.weight == Difference::Weight::blocks;
            out["why"] = difference.why;
            json["comparability"].push_back(std::move(out));
        }
    }
    json["candidates"] = Json::array();
    for (const auto& candidate : comparison.candidates) {
        Json out = Json::object();
        out["id"] = candidate.id;
        out["name"] = candidate.name;
        out["target_version"] = candidate.target_version;
        out["rounds"] = candidate.rounds;
        out["verdict"] = metric::toString(candidate.verdict);
        out["sentence"] = candidate.sentence;
        out["comparable"] = candidate.comparable;
        out["within_run_interval_only"] = candidate.withinRunOnly;
        out["new_steps"] = names(candidate.added);
        out["removed_steps"] = names(candidate.removed);
        out["rows"] = Json::array();
        for (const auto& row : candidate.rows) {
            out["rows"].push_back(rowJson(row));
        }
        out["distributions"] = Json::array();
        for (const auto& distribution : candidate.distributions) {
            out["distributions"].push_back(distributionJson(distribution));
        }
        json["candidates"].push_back(std::move(out));
    }
    return json;
}

std::string comparisonText(const Comparison& comparison)
{
    std::string text = upper(metric::toString(comparison.verdict)) + "  " + comparison.sentence + '\n';
    const bool several = comparison.candidates.size() > 1;
    for (const auto& candidate : comparison.candidates) {
        text += candidateText(candidate, several);
    }
    if (!comparison.rules.empty() && !comparison.candidates.empty()) {
        text += "Judged by the rule set " + comparison.rules
            + (comparison.noise.empty() ? "" : "; spread between runs from " + comparison.noise) + ".\n";
    }
    return text;
}

int comparisonExitCode(const Comparison& comparison, bool failOnWarn)
{
    return exitCodeOf(comparison.verdict, failOnWarn, false);
}

} // namespace plumb::judge

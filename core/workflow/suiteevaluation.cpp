// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/suiteevaluation.h"

#include "base/files.h"
#include "judge/evaluation.h"
#include "judge/sentence.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fs = std::filesystem;

namespace plumb::workflow {

namespace {

std::vector<report::Report> roundsOf(const SuitePart& part)
{
    return {part.rounds.begin(), part.rounds.end()};
}

double rounded(double value)
{
    const double digits = 1e9;
    return std::round(value * digits) / digits;
}

Json figuresJson(const SuitePart& part)
{
    Json figures = Json::array();
    for (const auto& figure : part.figures) {
        Json out = Json::object();
        out["metric"] = figure.metric;
        out["unit"] = figure.unit;
        out["values"] = figure.values;
        out["median"] = figure.median;
        out["spread"] = figure.label.empty() ? Json(nullptr) : Json(rounded(figure.spread));
        out["label"] = figure.label.empty() ? Json(nullptr) : Json(figure.label);
        out["reach"] = figure.reach ? Json(rounded(*figure.reach)) : Json(nullptr);
        figures.push_back(std::move(out));
    }
    return figures;
}

Json remarksJson(const SuitePart& part)
{
    Json remarks = Json::array();
    for (const auto& remark : part.remarks) {
        Json out = Json::object();
        out["round"] = remark.round;
        out["report"] = remark.report.empty() ? Json(nullptr) : Json(remark.report);
        out["counted"] = remark.counted;
        out["cause"] = remark.cause;
        remarks.push_back(std::move(out));
    }
    return remarks;
}

Json noiseJson(const SuitePart& part)
{
    Json noise = Json::array();
    for (const auto& row : part.noise) {
        Json out = Json::object();
        out["of"] = row.of;
        out["metric"] = row.metric;
        out["unit"] = row.unit;
        out["value"] = rounded(row.value);
        out["floor"] = rounded(row.floor);
        out["floor_from"] = stats::toString(row.reason);
        out["detectable"] = row.detectable ? Json(rounded(*row.detectable)) : Json(nullptr);
        noise.push_back(std::move(out));
    }
    return noise;
}

std::string endText(const SuiteOutcome& outcome)
{
    if (outcome.ended_by == "interval") {
        return "It ended when the intervals of the rounds were narrow enough.";
    }
    if (outcome.ended_by == "cap") {
        return "The intervals of the rounds were still wide after the most rounds that are allowed.";
    }
    if (outcome.ended_by == "user") {
        return "It was stopped by the user; what was done is judged.";
    }
    return outcome.ended_by == "error" ? "It ended early: " + outcome.error : std::string();
}

/// "p95 of the run: median 41.7 ms, spread 2.1 % over 5 rounds (stable), 95 % interval of the level within
/// 3.4 %".
std::string figureText(const RoundFigure& figure)
{
    const auto metric = metric::parseMetricName(figure.metric);
    std::string text = metric ? judge::subjectText(*metric, "run") : figure.metric;
    text += ": median " + judge::valueText(figure.median, figure.unit) + " of "
        + judge::counted(figure.values.size(), "round");
    if (!figure.label.empty()) {
        text += ", spread " + judge::valueText(figure.spread, "fraction") + " (" + figure.label + ")";
    }
    if (figure.reach) {
        text += ", 95 % interval within " + judge::valueText(*figure.reach, "fraction");
    }
    return text;
}

std::string remarkText(const RoundRemark& remark)
{
    return "round " + std::to_string(remark.round) + (remark.counted ? "" : " is left out") + ": "
        + remark.cause;
}

std::string roundsText(const SuitePart& part)
{
    return judge::counted(part.rounds.size(), "round") + " of " + part.operation
        + (part.environment.empty() ? "" : " (" + part.environment + ")");
}

/// The two lists below the rules; @p bullet before each line.
std::string lists(const SuitePart& part, const std::string& bullet)
{
    std::string text;
    for (const auto& figure : part.figures) {
        text += bullet + figureText(figure) + '\n';
    }
    for (const auto& remark : part.remarks) {
        text += bullet + remarkText(remark) + '\n';
    }
    return text;
}

} // namespace

Json suiteJson(const SuiteOutcome& outcome)
{
    Json json = Json::object();
    json["schema"] = "plumbline.evaluation/1";
    json["verdict"] = metric::toString(outcome.verdict);
    json["sentence"] = outcome.sentence;
    Json suite = Json::object();
    suite["id"] = outcome.id;
    suite["name"] = outcome.name;
    suite["ended_by"] = outcome.ended_by;
    suite["error"] = outcome.error.empty() ? Json(nullptr) : Json(outcome.error);
    json["suite"] = std::move(suite);
    json["reports"] = Json::array();
    json["rules"] = Json::array();
    json["scenarios"] = Json::array();
    for (const auto& part : outcome.parts) {
        const auto document = judge::evaluationDocument(part.judgement, roundsOf(part));
        Json out = Json::object();
        out["operation"] = part.operation;
        out["environment"] = part.environment;
        out["planned"] = part.planned;
        for (const auto* field :
            {"verdict", "sentence", "thresholds", "thresholds_sha256", "reports", "rules"}) {
            out[field] = document.at(field);
        }
        for (std::size_t i = 0; i < part.files.size(); ++i) {
            out["reports"][i]["file"] = part.files[i].string();
        }
        out["figures"] = figuresJson(part);
        out["remarks"] = remarksJson(part);
        if (!part.noise.empty()) {
            out["noise"] = noiseJson(part);
        }
        for (const auto& report : out["reports"]) {
            json["reports"].push_back(report);
        }
        for (auto rule : out["rules"]) {
            rule["operation"] = part.operation;
            json["rules"].push_back(std::move(rule));
        }
        json["scenarios"].push_back(std::move(out));
    }
    return json;
}

std::string suiteText(const SuiteOutcome& outcome)
{
    std::string text;
    for (const auto& part : outcome.parts) {
        text += (text.empty() ? "" : "\n") + roundsText(part) + '\n' + judge::evaluationText(part.judgement)
            + '\n' + lists(part, "");
        if (!part.noise.empty()) {
            text += "\nNoise of " + part.operation + ", kept in the library:\n"
                + judge::noiseText(part.noise, part.rounds.size());
        }
    }
    const auto end = endText(outcome);
    return end.empty() ? text : text + '\n' + end + '\n';
}

std::string suiteMarkdown(const SuiteOutcome& outcome)
{
    std::string text = "# Suite " + outcome.name + "\n\n";
    const auto end = endText(outcome);
    text += end.empty() ? "" : end + "\n\n";
    for (const auto& part : outcome.parts) {
        // A level below the suite's own title.
        text += '#' + judge::evaluationMarkdown(part.judgement, roundsOf(part));
        const auto more = lists(part, "- ");
        text += more.empty() ? "\n" : "\nThe rounds:\n\n" + more + '\n';
        if (!part.noise.empty()) {
            text += "Noise:\n\n```\n" + judge::noiseText(part.noise, part.rounds.size()) + "```\n\n";
        }
    }
    text.pop_back();
    return text;
}

Result<void> writeSuiteFiles(const SuiteOutcome& outcome, const fs::path& folder, bool allowMissing)
{
    std::vector<std::vector<report::Report>> rounds;
    std::vector<judge::EvaluatedReports> parts;
    rounds.reserve(outcome.parts.size());
    for (const auto& part : outcome.parts) {
        rounds.push_back(roundsOf(part));
        parts.push_back({part.judgement, rounds.back()});
    }
    auto written = writeFileAtomic(folder / "evaluation.json", dumpJson(suiteJson(outcome), 2) + '\n');
    if (written) {
        written = writeFileAtomic(folder / "report.md", suiteMarkdown(outcome));
    }
    if (written) {
        written = writeFileAtomic(folder / "junit.xml", judge::evaluationJunit(parts, allowMissing));
    }
    return written;
}

} // namespace plumb::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/evaluation.h"

#include "base/exitcode.h"
#include "judge/ruleverdict.h"
#include "judge/sentence.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace plumb::judge {

using metric::Verdict;
using report::JudgedRule;

namespace {

/// Value and limit of a rule for people; empty where it has none.
ValueAndLimit texts(const JudgedRule& rule)
{
    const auto limit = metric::parseLimit(rule.limit, rule.unit, false);
    const bool absolute = limit && limit->kind == metric::Limit::Kind::absolute;
    ValueAndLimit shown{rule.value ? valueText(*rule.value, rule.unit) : std::string(), rule.limit};
    if (absolute) {
        const auto pair = valueAndLimitText(rule.value.value_or(limit->number), limit->number, rule.unit);
        shown.value = rule.value ? pair.value : std::string();
        shown.limit = rule.limit.substr(0, rule.limit.find(' ') + 1) + pair.limit;
    }
    return shown;
}

std::string upper(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::toupper(c); });
    return out;
}

/// Code points, which is near enough to columns for names and figures.
std::size_t width(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// No cell may break its row: not by a line break, and in Markdown not by a bar.
std::string cell(std::string_view text, bool markdown)
{
    std::string out;
    for (const char c : cleanUtf8(text)) {
        if (markdown && (c == '|' || c == '\\' || c == '<' || c == '*' || c == '`')) {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

constexpr std::array<std::string_view, 5> headings{"verdict", "rule", "value", "limit", "reason"};
using Row = std::array<std::string, headings.size()>;

std::vector<Row> rowsOf(const report::Judgement& judgement, bool markdown)
{
    std::vector<Row> rows;
    for (const JudgedRule& rule : judgement.rules) {
        const auto shown = texts(rule);
        rows.push_back({std::string(metric::toString(rule.verdict)), cell(rule.name, markdown),
            cell(shown.value, markdown), cell(shown.limit, markdown), cell(rule.reason, markdown)});
    }
    return rows;
}

/// XML 1.0 knows no control characters, escaped or not.
QString xmlText(const std::string& text)
{
    QString clean = QString::fromStdString(cleanUtf8(text));
    clean.removeIf([](QChar c) {
        const auto code = c.unicode();
        return (code < 0x20 && code != '\t' && code != '\n') || code == 0xfffe || code == 0xffff;
    });
    return clean;
}

/// "mixed_workload", or the operations of all reports.
std::string operationsOf(std::span<const report::Report> reports)
{
    std::vector<std::string> names;
    std::string text;
    for (const auto& report : reports) {
        if (std::find(names.begin(), names.end(), report.operation) == names.end()) {
            names.push_back(report.operation);
            text += (text.empty() ? "" : ", ") + report.operation;
        }
    }
    return text;
}

void writeTestCase(QXmlStreamWriter& xml, const std::string& suite, const JudgedRule& rule, bool allowMissing)
{
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), xmlText("plumb." + suite));
    xml.writeAttribute(QStringLiteral("name"), xmlText(rule.name));
    xml.writeAttribute(QStringLiteral("time"), QStringLiteral("0"));
    const auto child = [&xml, &rule](const QString& element) {
        xml.writeStartElement(element);
        xml.writeAttribute(QStringLiteral("message"), xmlText(rule.reason));
        if (element != QStringLiteral("skipped")) {
            xml.writeAttribute(QStringLiteral("type"), xmlText(std::string(metric::toString(rule.verdict))));
        }
        xml.writeEndElement();
    };
    switch (rule.verdict) {
    case Verdict::fail:
        child(QStringLiteral("failure"));
        break;
    case Verdict::skipped:
        child(QStringLiteral("skipped"));
        break;
    case Verdict::notMeasured:
        child(allowMissing ? QStringLiteral("skipped") : QStringLiteral("error"));
        break;
    case Verdict::invalid:
    case Verdict::inconclusive:
    case Verdict::noBaseline:
        child(QStringLiteral("error"));
        break;
    case Verdict::warn:
        xml.writeTextElement(QStringLiteral("system-out"), xmlText("warn: " + rule.reason));
        break;
    case Verdict::pass:
        break;
    }
    xml.writeEndElement();
}

void writeTestSuite(QXmlStreamWriter& xml, const report::Judgement& judgement,
    std::span<const report::Report> reports, bool allowMissing)
{
    auto rules = judgement.rules;
    if (judgement.verdict == Verdict::invalid) {
        JudgedRule validity;
        validity.name = "the run is valid";
        validity.verdict = Verdict::invalid;
        validity.reason = judgement.sentence;
        rules.push_back(std::move(validity));
    }
    const auto count = [&rules](auto wanted) {
        return QString::number(std::count_if(rules.begin(), rules.end(), wanted));
    };
    const auto isSkipped = [allowMissing](const JudgedRule& rule) {
        return rule.verdict == Verdict::skipped || (allowMissing && rule.verdict == Verdict::notMeasured);
    };
    const std::string suite = operationsOf(reports);
    xml.writeStartElement(QStringLiteral("testsuite"));
    xml.writeAttribute(QStringLiteral("name"), xmlText("plumb evaluate " + suite));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(rules.size()));
    xml.writeAttribute(QStringLiteral("failures"),
        count([](const JudgedRule& rule) { return rule.verdict == Verdict::fail; }));
    xml.writeAttribute(QStringLiteral("errors"), count([&isSkipped](const JudgedRule& rule) {
        return !isSkipped(rule) && rule.verdict != Verdict::fail && rule.verdict != Verdict::warn
            && rule.verdict != Verdict::pass;
    }));
    xml.writeAttribute(QStringLiteral("skipped"), count(isSkipped));
    xml.writeAttribute(QStringLiteral("time"), QStringLiteral("0"));
    for (const JudgedRule& rule : rules) {
        writeTestCase(xml, suite, rule, allowMissing);
    }
    xml.writeEndElement();
}

} // namespace

Json evaluationJson(const report::Judgement& judgement)
{
    Json json = Json::object();
    json["verdict"] = metric::toString(judgement.verdict);
    json["rules"] = Json::array();
    for (const JudgedRule& rule : judgement.rules) {
        Json out = Json::object();
        out["name"] = rule.name;
        out["metric"] = rule.metric;
        out["of"] = rule.of;
        out["value"] = rule.value ? Json(*rule.value) : Json(nullptr);
        out["limit"] = rule.limit.empty() ? (rule.fail.empty() ? rule.warn : rule.fail) : rule.limit;
        out["verdict"] = metric::toString(rule.verdict);
        out["reason"] = rule.reason;
        json["rules"].push_back(std::move(out));
    }
    return json;
}

Json evaluationDocument(const report::Judgement& judgement, std::span<const report::Report> reports)
{
    Json json = Json::object();
    json["schema"] = "plumbline.evaluation/1";
    json["verdict"] = metric::toString(judgement.verdict);
    json["sentence"] = judgement.sentence;
    json["thresholds"] = judgement.thresholds_name;
    json["thresholds_sha256"] = judgement.thresholds_sha256;
    json["reports"] = Json::array();
    for (const auto& report : reports) {
        Json out = Json::object();
        out["id"] = report.id;
        out["operation"] = report.operation;
        out["environment"] = report.environment;
        out["target_version"] = report.target_version;
        out["started_at"] = report.started_at;
        json["reports"].push_back(std::move(out));
    }
    json["rules"] = evaluationJson(judgement).at("rules");
    return json;
}

std::string evaluationText(const report::Judgement& judgement)
{
    std::string text
        = upper(metric::toString(judgement.verdict)) + "  " + cell(judgement.sentence, false) + "\n\n";
    auto rows = rowsOf(judgement, false);
    Row head;
    std::copy(headings.begin(), headings.end(), head.begin());
    rows.insert(rows.begin(), head);
    std::array<std::size_t, headings.size()> widths{};
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths.at(i) = std::max(widths.at(i), width(row.at(i)));
        }
    }
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            const std::string padding(widths.at(i) - width(row.at(i)), ' ');
            const bool figure = i == 2;
            line += (figure ? padding + row.at(i) : row.at(i) + padding) + "  ";
        }
        line += row.back();
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

std::string evaluationMarkdown(const report::Judgement& judgement, std::span<const report::Report> reports)
{
    std::string text = "# Evaluation of " + cell(operationsOf(reports), true) + "\n\n**"
        + upper(metric::toString(judgement.verdict)) + ".** " + cell(judgement.sentence, true) + "\n\n";
    text += "| verdict | rule | value | limit | reason |\n|---|---|--:|---|---|\n";
    for (const Row& row : rowsOf(judgement, true)) {
        text += '|';
        for (const std::string& part : row) {
            text += ' ' + part + " |";
        }
        text += '\n';
    }
    text += "\n| report | started | environment | version | requests | requests/s "
            "|\n|---|---|---|---|--:|--:|\n";
    for (const auto& report : reports) {
        text += "| " + cell(report.id, true) + " | " + cell(report.started_at, true) + " | "
            + cell(report.environment, true) + " | " + cell(report.target_version, true) + " | "
            + std::to_string(report.totals.completed + report.totals.failed) + " | "
            + valueText(report.totals.rps, {}) + " |\n";
    }
    return text;
}

std::string evaluationJunit(
    const report::Judgement& judgement, std::span<const report::Report> reports, bool allowMissing)
{
    const std::array parts{EvaluatedReports{judgement, reports}};
    return evaluationJunit(parts, allowMissing);
}

std::string evaluationJunit(std::span<const EvaluatedReports> parts, bool allowMissing)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    for (const auto& part : parts) {
        writeTestSuite(xml, part.judgement, part.reports, allowMissing);
    }
    xml.writeEndDocument();
    return out.toStdString();
}

int evaluationExitCode(const report::Judgement& judgement, bool failOnWarn, bool allowMissing)
{
    // Excused rules do not weigh in the whole, so where it is not-measured there was nothing at all to judge.
    const bool excused = allowMissing && judgement.verdict != Verdict::notMeasured;
    auto code = static_cast<ExitCode>(exitCodeOf(judgement.verdict, failOnWarn, excused));
    for (const auto& rule : judgement.rules) {
        if (!meantForElsewhere(rule)) {
            code = stronger(code, static_cast<ExitCode>(exitCodeOf(rule.verdict, failOnWarn, allowMissing)));
        }
    }
    return static_cast<int>(code);
}

} // namespace plumb::judge

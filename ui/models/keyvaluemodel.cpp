// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keyvaluemodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"

namespace plumb::models {

namespace {

QString orAbsent(const std::string& text)
{
    return text.empty() ? absent() : QString::fromStdString(text);
}

QString twoLatencies(std::optional<double> p50, std::optional<double> p99)
{
    return p50 || p99 ? QString(latency(p50) + QStringLiteral(" / ") + latency(p99)) : absent();
}

/// What the engine calls its settings, as words; one that is newer than these is its own name, legible.
QString settingWord(const std::string& name)
{
    static const std::map<std::string, const char*> words{
        {"address", QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Address connected to")},
        {"http", QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "HTTP version")},
        {"managers_per_worker",
            QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "HTTP clients of each worker")},
        {"pools", QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Connection pools")},
        {"probe_connect",
            QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Connecting, tried once before the load")},
        {"probe_resolve",
            QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Name lookup, once before the load (DNS)")},
        {"probe_tls",
            QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "TLS handshake, tried once before the load")},
        {"self_test",
            QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Test of the connections at the start")},
        {"socket_path", QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Way to the socket")},
        {"workers", QT_TRANSLATE_NOOP("plumb::models::KeyValueModel", "Workers (threads that send)")},
    };
    if (const auto word = words.find(name); word != words.end())
        return KeyValueModel::tr(word->second);
    auto text = QString::fromStdString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

KeyValueModel::KeyValueModel(QObject* parent)
    : TableModel({{tr("What"), {}, false}, {tr("Value"), {}, false}}, parent)
{
}

std::vector<KeyValue> KeyValueModel::fingerprint(const report::Report& report)
{
    const auto& print = report.fingerprint;
    std::vector<KeyValue> rows{
        {tr("Report id"), orAbsent(report.id)},
        {tr("Environment"), orAbsent(report.environment)},
        {tr("Target"), orAbsent(report.base_url)},
        {tr("Target version"), orAbsent(report.target_version)},
        {tr("Executor"), orAbsent(report.executor)},
        {tr("Engine"),
            orAbsent(report.engine_name + " " + report.engine_version + ", " + report.engine_transport)},
        {tr("Host"), orAbsent(print.host)},
        {tr("Processor"), orAbsent(print.cpu)},
        {tr("Cores"), print.cores > 0 ? QString::number(print.cores) : absent()},
        {tr("Memory"),
            print.mem_mb > 0 ? bytes(static_cast<double>(print.mem_mb) * 1024.0 * 1024.0) : absent()},
        {tr("System"), orAbsent(print.os)},
        {tr("Kernel"), orAbsent(print.kernel)},
        {tr("Load before the run"), figure(print.load_before, 2)},
        {tr("Git commit"), orAbsent(print.git_commit)},
        {tr("Scenario SHA-256"), orAbsent(report.scenario_sha256)},
        {tr("Thresholds SHA-256"), orAbsent(report.judgement.thresholds_sha256)},
    };
    for (const auto& [name, value] : print.env)
        rows.push_back({tr("Environment variable %1").arg(QString::fromStdString(name)), orAbsent(value)});
    for (const auto& file : print.data_files)
        rows.push_back({tr("Data file %1").arg(QString::fromStdString(file.name)), orAbsent(file.sha256)});
    for (const auto& [name, value] : report.facts)
        rows.push_back({QString::fromStdString(name), orAbsent(value)});
    return rows;
}

std::vector<KeyValue> KeyValueModel::generator(const report::Report& report)
{
    const auto& own = report.generator;
    std::vector<KeyValue> rows{
        {tr("Generator"),
            own.verdict == "ok"            ? tr("was not the limit")
                : own.verdict == "suspect" ? tr("may have been the limit")
                                           : tr("was the limit: the run is invalid")},
    };
    for (const auto& reason : own.reasons)
        rows.push_back({tr("Because"), QString::fromStdString(reason)});
    const auto share = [](std::optional<double> pct) {
        return pct ? tr("%1 % of one core").arg(figure(pct, 1)) : absent();
    };
    rows.push_back({tr("CPU, all threads"), share(own.cpu_pct)});
    rows.push_back({tr("CPU, busiest thread"), share(own.busiest_pct)});
    rows.push_back({tr("Send lag p50 / p99"), twoLatencies(own.lag_p50_ms, own.lag_p99_ms)});
    rows.push_back({tr("Send lag max"), latency(own.lag_max_ms)});
    rows.push_back({tr("Calibration floor p50 / p99"),
        own.floor_p50_ms || own.floor_p99_ms ? twoLatencies(own.floor_p50_ms, own.floor_p99_ms)
                                             : tr("not calibrated")});
    rows.push_back({tr("New connections"), count(own.connects)});
    rows.push_back({tr("Requests sent again by the HTTP library"), count(own.resends)});
    for (const auto& [name, value] : own.settings)
        rows.push_back({settingWord(name), orAbsent(value)});
    return rows;
}

QVariant KeyValueModel::cell(const KeyValue& row, int column, int role) const
{
    const auto& text = column == Key ? row.key : row.value;
    return role == Qt::ToolTipRole && column == Value ? QVariant(text) : textCell(text, role);
}

} // namespace plumb::models

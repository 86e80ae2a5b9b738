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
    std::vector<KeyValue> rows;
    for (const auto& thread : own.threads)
        rows.push_back({tr("Thread %1").arg(QString::fromStdString(thread.name)),
            tr("%1 % CPU, waited %2 %").arg(figure(thread.cpu_pct, 1), figure(thread.wait_pct, 1))});
    if (!own.calibrated_at.empty())
        rows.push_back({tr("Calibrated"), dateTime(own.calibrated_at)});
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

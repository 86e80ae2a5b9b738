// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenarioinspector.h"

#include "base/json.h"
#include "runner/commandtrust.h"
#include "scenario/visit.h"
#include "ui/models/format.h"
#include "workflow/runqueue.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QHostInfo>
#include <QUrl>

#include <algorithm>
#include <cstdlib>

namespace plumb::models {

namespace {

/// The host of @p baseUrl if load against it has to be confirmed.
QString unconfirmedHost(const QString& baseUrl, const std::vector<std::string>& confirmed)
{
    const auto host = QUrl(baseUrl).host();
    if (host.isEmpty()
        || std::find(confirmed.begin(), confirmed.end(), host.toStdString()) != confirmed.end())
        return {};
    QHostAddress literal;
    if (literal.setAddress(host))
        return literal.isLoopback() ? QString() : host;
    const auto addresses = QHostInfo::fromName(host).addresses();
    const auto local = std::all_of(
        addresses.begin(), addresses.end(), [](const QHostAddress& address) { return address.isLoopback(); });
    // A name that does not resolve is the run's to report, not ours to confirm.
    return local ? QString() : host;
}

bool hasValue(const scenario::Scenario& scenario, const std::string& environment, const std::string& name,
    const scenario::Variable& variable)
{
    if (!variable.default_value.is_null())
        return true;
    if (!variable.from_env.empty() && std::getenv(variable.from_env.c_str()) != nullptr)
        return true;
    if (!variable.from_keychain.empty())
        return true;
    return std::any_of(scenario.environments.begin(), scenario.environments.end(), [&](const auto& entry) {
        return entry.first == environment
            && std::any_of(entry.second.variables.begin(), entry.second.variables.end(),
                [&name](const auto& value) { return value.first == name; });
    });
}

void describe(ScenarioInfo& info, const scenario::Scenario& scenario, const QString& environment,
    const std::vector<std::string>& confirmedHosts)
{
    info.operation = QString::fromStdString(scenario.operation);
    info.environment = QString::fromStdString(scenario.environment);
    info.targetVersion = QString::fromStdString(scenario.target_version);
    info.note = QString::fromStdString(scenario.note);
    info.thresholds = QString::fromStdString(scenario.thresholds);
    info.baseUrl = QString::fromStdString(scenario.target.base_url);
    for (const auto& [name, value] : scenario.environments) {
        info.environments << QString::fromStdString(name);
        if (name == environment.toStdString() && !value.base_url.empty())
            info.baseUrl = QString::fromStdString(value.base_url);
    }
    info.hostToConfirm = unconfirmedHost(info.baseUrl, confirmedHosts);
    scenario::forEachStep(scenario, [&](const std::string&, const scenario::Step& step) {
        if (info.hostToConfirm.isEmpty() && step.kind == "sql" && step.sql
            && !step.sql->host.starts_with('/'))
            info.hostToConfirm = unconfirmedHost(
                QStringLiteral("sql://") + QString::fromStdString(step.sql->host), confirmedHosts);
    });
    const auto acts = runner::localActs(scenario);
    if (!acts.lines.empty() && !runner::isAllowed(acts) && !runner::isShipped(acts)) {
        for (const auto& line : acts.lines)
            info.actsToAllow << QString::fromStdString(line);
    }
    for (const auto& [name, variable] : scenario.variables) {
        if (variable.secret && variable.required
            && !hasValue(scenario, environment.toStdString(), name, variable))
            info.secretsToAsk << QString::fromStdString(name);
    }
}

/// The scenario with its variables in place, as far as they are known: a secret may be missing still.
scenario::Scenario resolvedOr(const scenario::LoadedScenario& loaded, const QString& environment)
{
    scenario::Overrides overrides;
    overrides.environment_name = environment.toStdString();
    const auto lookup = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
    auto resolved = scenario::resolve(loaded, overrides, lookup);
    return resolved ? std::move(resolved->scenario) : loaded.scenario;
}

struct LoadText
{
    Q_DECLARE_TR_FUNCTIONS(LoadText)
};

} // namespace

bool ScenarioInfo::canStart() const
{
    return !error && std::all_of(problems.begin(), problems.end(), [](const scenario::Problem& p) {
        return p.warning;
    });
}

QString scenarioName(const QString& path, const std::filesystem::path& library)
{
    const QFileInfo info(path);
    const QDir folder(QString::fromStdString((library / "scenarios").string()));
    auto name = folder.relativeFilePath(info.absolutePath() + QLatin1Char('/') + info.completeBaseName());
    if (library.empty() || name.startsWith(QLatin1String("..")))
        name = info.completeBaseName();
    if (name.endsWith(QLatin1String("/scenario")))
        name.chop(9);
    return name;
}

QString loadText(const scenario::Load& load)
{
    const auto users = [](int n) { return LoadText::tr("%n user(s)", nullptr, n); };
    const auto time = [](const scenario::Bound<double>& seconds) {
        return seconds.value ? clock(*seconds.value) : QString::fromStdString(seconds.expression);
    };
    const auto number = [](const auto& bound) {
        return bound.value ? rate(static_cast<double>(*bound.value))
                           : QString::fromStdString(bound.expression);
    };
    const auto whole = [](const auto& bound) {
        return bound.value ? count(*bound.value) : QString::fromStdString(bound.expression);
    };
    const auto& executor = load.executor;
    if (executor == "constant-vus")
        return LoadText::tr("%1 for %2").arg(users(load.vus.get(1)), time(load.duration_s));
    if (executor == "ramping-vus" && load.users.set())
        return LoadText::tr("up to %1 for %2").arg(users(load.users.get(1)), time(load.duration_s));
    if (executor == "ramping-vus")
        return LoadText::tr("users in %n stage(s)", nullptr, static_cast<int>(load.stages.size()));
    if (executor == "shared-iterations")
        return LoadText::tr("%1 iterations shared by %2").arg(whole(load.iterations), users(load.vus.get(1)));
    if (executor == "per-vu-iterations")
        return LoadText::tr("%1 iterations each for %2").arg(whole(load.iterations), users(load.vus.get(1)));
    if (executor == "constant-arrival-rate")
        return LoadText::tr("%1 iterations a second for %2").arg(number(load.rate), time(load.duration_s));
    if (executor == "ramping-arrival-rate")
        return LoadText::tr(
            "iterations a second in %n stage(s)", nullptr, static_cast<int>(load.stages.size()));
    if (executor == "burst" && load.repeat.set())
        return LoadText::tr("%1 bursts of %2").arg(whole(load.repeat), users(load.size.get(1)));
    if (executor == "burst")
        return LoadText::tr("bursts of %1 for %2").arg(users(load.size.get(1)), time(load.duration_s));
    return QString::fromStdString(executor);
}

ScenarioInfo inspectScenario(
    const QString& file, const QString& environment, const std::vector<std::string>& confirmedHosts)
{
    ScenarioInfo info;
    info.file = file;
    const std::filesystem::path path = file.toStdString();
    const auto document = readJsonFile(path);
    if (!document) {
        info.error = document.error();
        return info;
    }
    info.problems = scenario::validateDocument(*document, path.parent_path());
    const auto loaded = scenario::loadScenario(path);
    if (loaded) {
        describe(info, loaded->scenario, environment, confirmedHosts);
        const auto resolved = resolvedOr(*loaded, environment);
        info.loadText = loadText(resolved.load);
        info.planned_s = workflow::plannedSeconds(resolved.load);
    } else if (info.canStart()) {
        info.error = loaded.error();
    }
    return info;
}

ScenarioInspector::ScenarioInspector(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ScenarioInspector::~ScenarioInspector()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ScenarioInspector::inspect(
    const QString& file, const QString& environment, const std::vector<std::string>& confirmedHosts)
{
    const auto asked = ++m_asked;
    m_pool.clear();
    // The destructor waits for the pool, so `this` outlives the job; its answer arrives through the event
    // loop.
    m_pool.start([this, asked, file, environment, confirmedHosts] {
        QMetaObject::invokeMethod(
            this,
            [this, asked, info = inspectScenario(file, environment, confirmedHosts)] {
                if (asked == m_asked)
                    Q_EMIT inspected(info);
            },
            Qt::QueuedConnection);
    });
}

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runsetup.h"

#include "scenario/loadfields.h"
#include "scenario/prepare.h"
#include "ui/models/words.h"
#include "ui/run/loadchoice.h"
#include "ui/widgets/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSpinBox>

namespace plumb::ui {

namespace {

constexpr int mostRequests = 10'000'000;

} // namespace

void RunSetup::fillScenarios()
{
    const auto before = scenario();
    const auto& listing = m_library.listing();
    const QSignalBlocker blocker(m_scenario);
    m_scenario->clear();
    for (const auto& file : listing.scenarios) {
        const auto path = QString::fromStdString(file.string());
        m_scenario->addItem(models::scenarioName(path, m_library.folder()), path);
        m_scenario->setItemData(m_scenario->count() - 1, path, Qt::ToolTipRole);
    }
    if (!before.isEmpty() && m_scenario->findData(before) < 0)
        m_scenario->addItem(models::scenarioName(before, m_library.folder()), before);
    const auto index = m_scenario->findData(before);
    m_scenario->setCurrentIndex(index >= 0 || m_scenario->count() == 0 ? index : 0);
    // A file may have changed with the library; the answer replaces the one before without a flicker.
    inspect();
}

void RunSetup::setScenario(const QString& file)
{
    const auto path = QFileInfo(file).absoluteFilePath();
    auto index = m_scenario->findData(path);
    if (index < 0) {
        m_scenario->addItem(models::scenarioName(path, m_library.folder()), path);
        index = m_scenario->count() - 1;
    }
    m_scenario->setCurrentIndex(index);
    inspect();
}

QString RunSetup::scenario() const
{
    return m_scenario->currentData().toString();
}

void RunSetup::focusFirst()
{
    m_scenario->setFocus(Qt::OtherFocusReason);
}

void RunSetup::browse()
{
    const auto folder = scenario().isEmpty() ? QString::fromStdString(m_library.folder().string())
                                             : QFileInfo(scenario()).absolutePath();
    const auto file = QFileDialog::getOpenFileName(
        this, tr("Choose a scenario"), folder, tr("Scenarios (*.json);;All files (*)"));
    if (!file.isEmpty())
        setScenario(file);
}

void RunSetup::inspect()
{
    m_inspected = false;
    if (scenario().isEmpty()) {
        m_target->setText(tr("The library holds no scenario. Browse for one, or drop a file here."));
        m_form->setRowVisible(m_environment, false);
        m_form->setRowVisible(m_thresholds, false);
        update();
        return;
    }
    m_inspector.inspect(
        scenario(), m_environment->currentData().toString(), m_library.listing().confirmedHosts);
    update();
}

void RunSetup::show(const models::ScenarioInfo& info)
{
    m_info = info;
    m_inspected = true;
    {
        const QSignalBlocker blocker(m_environment);
        const auto before = m_environment->currentData().toString();
        m_environment->clear();
        m_environment->addItem(info.environment.isEmpty()
                ? tr("As the scenario says")
                : tr("%1 (as the scenario says)").arg(info.environment),
            QString());
        for (const auto& name : info.environments)
            m_environment->addItem(name, name);
        m_environment->setCurrentIndex(std::max(0, m_environment->findData(before)));
        m_environment->setEnabled(m_environment->count() > 1);
    }
    m_form->setRowVisible(m_environment, true);
    m_form->setRowVisible(m_thresholds, true);
    const auto builtin = info.baseUrl.startsWith(QLatin1String("builtin:"));
    m_target->setText(builtin        ? tr("Target: the built-in sample service")
            : info.baseUrl.isEmpty() ? tr("No target: queries and commands only")
                                     : tr("Target: %1").arg(info.baseUrl));
    m_version->setPlaceholderText(info.targetVersion.isEmpty() ? tr("Not given") : info.targetVersion);
    m_thresholds->setText(
        info.thresholds.isEmpty() ? tr("Built-in rule: a success rate under 99 % fails") : info.thresholds);
    if (info.error)
        m_notice->showNotice(NoticeBar::Level::error, models::errorText(*info.error));
    else
        m_notice->clear();
    QStringList lines;
    for (const auto& problem : info.problems) {
        QString line = QString::fromStdString(problem.path) + QStringLiteral(": ")
            + QString::fromStdString(problem.message);
        if (!problem.remedy.empty())
            line += QStringLiteral(" – ") + QString::fromStdString(problem.remedy);
        lines << (problem.warning ? tr("Warning: %1").arg(line) : tr("Problem: %1").arg(line));
    }
    m_problems->setText(lines.join(QLatin1Char('\n')));
    m_problems->setVisible(!lines.isEmpty());
    m_confirm->setText(
        tr("Put load on %1, which is not this machine (asked once per host)").arg(info.hostToConfirm));
    m_confirm->setAccessibleName(m_confirm->text());
    m_confirm->setVisible(!info.hostToConfirm.isEmpty());
    askForActs(info.actsToAllow);
    askForSecrets(info.secretsToAsk);
    update();
}

void RunSetup::askForActs(const QStringList& acts)
{
    constexpr int mostShown = 4;
    constexpr qsizetype longest = 90;
    QStringList lines{
        tr("Let the scenario do this on this machine (asked once for as long as it stays the same):")};
    for (const auto& act : acts.mid(0, mostShown))
        lines << QStringLiteral("  ")
                + (act.size() > longest ? act.left(longest) + QStringLiteral("…") : act);
    if (acts.size() > mostShown)
        lines << tr("  and %n more", nullptr, static_cast<int>(acts.size()) - mostShown);
    if (lines.join(QLatin1Char('\n')) != m_allow->text())
        m_allow->setChecked(false); // it is another question
    m_allow->setText(lines.join(QLatin1Char('\n')));
    m_allow->setToolTip(acts.join(QLatin1Char('\n')));
    m_allow->setAccessibleName(m_allow->text());
    m_allow->setVisible(!acts.isEmpty());
}

void RunSetup::askForSecrets(const QStringList& names)
{
    for (auto it = m_secrets.begin(); it != m_secrets.end();) {
        if (names.contains(it->first)) {
            ++it;
            continue;
        }
        m_form->removeRow(it->second);
        it = m_secrets.erase(it);
    }
    for (const auto& name : names) {
        if (m_secrets.contains(name))
            continue;
        auto* edit = new QLineEdit;
        edit->setEchoMode(QLineEdit::Password);
        edit->setAccessibleName(tr("Secret %1").arg(name));
        edit->setPlaceholderText(tr("Needed for this run, never stored"));
        m_form->addRow(tr("Secret %1").arg(name), edit);
        connect(edit, &QLineEdit::textChanged, this, &RunSetup::update);
        m_secrets[name] = edit;
    }
}

void RunSetup::update()
{
    const auto kind = m_load->currentData().toString();
    const auto custom = kind == usersLoad || kind == rateLoad || kind == requestsLoad || kind == burstsLoad;
    m_custom->setVisible(custom);
    m_firstLabel->setText(kind == rateLoad ? tr("Iterations a second")
            : kind == requestsLoad         ? tr("Requests")
            : kind == burstsLoad           ? tr("Users at once")
                                           : tr("Users"));
    m_secondLabel->setText(kind == requestsLoad ? tr("Users at a time") : tr("Seconds"));
    m_first->setMaximum(kind == requestsLoad ? mostRequests
            : kind == rateLoad               ? static_cast<int>(scenario::mostRate)
                                             : static_cast<int>(scenario::mostUsers));
    m_second->setMaximum(
        static_cast<int>(kind == requestsLoad ? scenario::mostUsers : scenario::mostSeconds));
    m_first->setAccessibleName(m_firstLabel->text());
    m_second->setAccessibleName(m_secondLabel->text());
    const auto load = chosenLoad();
    m_loadHint->setText(load ? models::loadText(*load) : m_info.loadText);
    m_loadHint->setVisible(!custom && !m_loadHint->text().isEmpty());
    const auto secretsGiven = std::all_of(m_secrets.begin(), m_secrets.end(),
        [](const auto& entry) { return !entry.second->text().isEmpty(); });
    const auto can = m_inspected && m_info.canStart() && secretsGiven
        && (m_info.hostToConfirm.isEmpty() || m_confirm->isChecked())
        && (m_info.actsToAllow.isEmpty() || m_allow->isChecked());
    if (can == m_canStart)
        return;
    m_canStart = can;
    Q_EMIT canStartChanged(can);
}

std::optional<scenario::Load> RunSetup::chosenLoad() const
{
    const auto kind = m_load->currentData().toString();
    if (kind == ownLoad)
        return std::nullopt;
    scenario::Load load;
    if (kind == usersLoad) {
        load.vus = m_first->value();
        load.duration_s = m_second->value();
    } else if (kind == rateLoad) {
        load.executor = "constant-arrival-rate";
        load.rate = m_first->value();
        load.duration_s = m_second->value();
    } else if (kind == burstsLoad) {
        load.executor = "burst";
        load.size = m_first->value();
        load.duration_s = m_second->value();
    } else if (kind == requestsLoad) {
        load.executor = "shared-iterations";
        load.iterations = m_first->value();
        load.vus = m_second->value();
    } else {
        return scenario::preset(kind.toStdString());
    }
    return load;
}

runner::RunRequest RunSetup::request() const
{
    runner::RunRequest request;
    request.scenario = scenario().toStdString();
    request.library = m_library.folder();
    request.overrides.environment_name = m_environment->currentData().toString().toStdString();
    request.overrides.target_version = m_version->text().trimmed().toStdString();
    request.overrides.note = m_note->text().trimmed().toStdString();
    request.overrides.load = chosenLoad();
    request.overrides.stop_when = scenario::presetStopRules(m_load->currentData().toString().toStdString());
    for (const auto& [name, edit] : m_secrets)
        request.overrides.secrets[name.toStdString()] = edit->text().toStdString();
    request.confirmed_hosts = m_library.listing().confirmedHosts;
    if (!m_info.hostToConfirm.isEmpty() && m_confirm->isChecked())
        request.confirmed_hosts.push_back(m_info.hostToConfirm.toStdString());
    request.allow_commands = !m_info.actsToAllow.isEmpty() && m_allow->isChecked();
    return request;
}

workflow::QueueEntry RunSetup::queueEntry() const
{
    workflow::QueueEntry entry;
    entry.request = request();
    entry.title = m_info.operation.isEmpty() ? m_scenario->currentText().toStdString()
                                             : m_info.operation.toStdString();
    for (const auto& [name, edit] : m_secrets)
        entry.secrets.push_back(name.toStdString());
    const auto load = chosenLoad();
    entry.planned_s = load ? workflow::plannedSeconds(*load) : m_info.planned_s;
    return entry;
}

void RunSetup::started()
{
    if (!m_info.hostToConfirm.isEmpty() && m_confirm->isChecked())
        m_library.confirmHost(m_info.hostToConfirm);
    for (const auto& [name, edit] : m_secrets)
        edit->clear();
}

void RunSetup::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void RunSetup::dropEvent(QDropEvent* event)
{
    setScenario(event->mimeData()->urls().first().toLocalFile());
    event->acceptProposedAction();
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runsetup.h"

#include "engine/loadplan.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>

namespace plumb::ui {

namespace {

/// The entries of the load box that are not presets.
const QString ownLoad = QStringLiteral("own");
const QString usersLoad = QStringLiteral("users");
const QString rateLoad = QStringLiteral("rate");
const QString requestsLoad = QStringLiteral("requests");

/// Where a scenario of the library lies below its scenarios folder, without the suffix: the file's own name
/// says little where each has a folder of its own.
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

QLabel* mutedLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RunSetup::RunSetup(models::LibraryLoader& library, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
{
    setAcceptDrops(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(Theme::space3);
    m_notice = new NoticeBar(this);
    outer->addWidget(m_notice);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(Theme::space4);
    m_form->setVerticalSpacing(Theme::space2);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_form->setContentsMargins(Theme::space5, Theme::space4, Theme::space5, Theme::space4);
    auto* narrow = new Card(this);
    narrow->setMaximumWidth(760);
    narrow->setLayout(m_form);
    outer->addWidget(narrow);
    m_problems = new QLabel(this);
    m_problems->setWordWrap(true);
    m_problems->setAccessibleDescription(tr("Problems of the scenario"));
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problems->hide();
    outer->addWidget(m_problems);
    buildScenarioRows(m_form);
    buildLoadRows(m_form);
    connect(&m_inspector, &models::ScenarioInspector::inspected, this, &RunSetup::show);
    connect(&m_library, &models::LibraryLoader::listed, this, &RunSetup::fillScenarios);
    fillScenarios();
}

void RunSetup::buildScenarioRows(QFormLayout* form)
{
    m_scenario = new QComboBox;
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setMinimumHeight(Theme::controlHeight);
    m_scenario->setPlaceholderText(tr("Choose a scenario"));
    m_scenario->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scenario->setMinimumContentsLength(30);
    auto* browseButton = new QPushButton(tr("&Browse…"));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scenario, 1);
    layout->addWidget(browseButton);
    auto* label = new QLabel(tr("&Scenario"));
    label->setBuddy(m_scenario);
    form->addRow(label, row);
    m_target = mutedLabel();
    form->addRow(QString(), m_target);
    m_environment = new QComboBox;
    m_environment->setAccessibleName(tr("Environment"));
    form->addRow(tr("&Environment"), m_environment);
    connect(m_scenario, &QComboBox::currentIndexChanged, this, [this] {
        m_environment->setCurrentIndex(0);
        inspect();
    });
    connect(m_environment, &QComboBox::currentIndexChanged, this, &RunSetup::inspect);
    connect(browseButton, &QPushButton::clicked, this, &RunSetup::browse);
}

void RunSetup::buildLoadRows(QFormLayout* form)
{
    m_load = new QComboBox;
    m_load->setAccessibleName(tr("Load"));
    m_load->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_load->setMinimumContentsLength(24);
    m_load->addItem(tr("As the scenario says"), ownLoad);
    addPresets();
    m_load->addItem(tr("Users for a time"), usersLoad);
    m_load->addItem(tr("Rate for a time"), rateLoad);
    m_load->addItem(tr("Number of requests"), requestsLoad);
    form->addRow(tr("&Load"), m_load);
    m_custom = new QWidget;
    auto* row = new QHBoxLayout(m_custom);
    row->setContentsMargins(0, 0, 0, 0);
    const auto spin = [row](QLabel*& label, int value) {
        label = new QLabel;
        auto* box = new QSpinBox;
        box->setRange(1, 10'000'000);
        box->setGroupSeparatorShown(true);
        box->setValue(value);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        return box;
    };
    m_first = spin(m_firstLabel, 10);
    row->addSpacing(Theme::space3);
    m_second = spin(m_secondLabel, 60);
    row->addStretch(1);
    form->addRow(QString(), m_custom);
    m_loadHint = mutedLabel();
    form->addRow(QString(), m_loadHint);
    m_version = new QLineEdit;
    m_version->setAccessibleName(tr("Target version"));
    form->addRow(tr("Target &version"), m_version);
    m_note = new QLineEdit;
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("Kept with the report"));
    form->addRow(tr("&Note"), m_note);
    m_thresholds = mutedLabel();
    form->addRow(tr("Thresholds"), m_thresholds);
    m_confirm = new QCheckBox;
    form->addRow(QString(), m_confirm);
    m_confirm->hide();
    connect(m_load, &QComboBox::currentIndexChanged, this, &RunSetup::update);
    connect(m_first, &QSpinBox::valueChanged, this, &RunSetup::update);
    connect(m_second, &QSpinBox::valueChanged, this, &RunSetup::update);
    connect(m_confirm, &QCheckBox::toggled, this, &RunSetup::update);
    update();
}

void RunSetup::addPresets()
{
    for (const auto& name : scenario::presetNames()) {
        const auto load = scenario::preset(name);
        const auto text = tr("Preset: %1").arg(QString::fromStdString(name));
        m_load->addItem(text, QString::fromStdString(name));
        const auto row = m_load->count() - 1;
        m_load->setItemData(row, models::loadText(*load), Qt::ToolTipRole);
        const auto planned = engine::planLoad(*load, name);
        if (planned)
            continue;
        const auto reason = QString::fromStdString(planned.error().what);
        m_load->setItemText(row, tr("%1 (%2)").arg(text, reason));
        m_load->setItemData(row, reason, Qt::ToolTipRole);
        static_cast<QStandardItemModel*>(m_load->model())->item(row)->setEnabled(false);
    }
}

void RunSetup::fillScenarios()
{
    const auto before = scenario();
    const auto& listing = m_library.listing();
    const QSignalBlocker blocker(m_scenario);
    m_scenario->clear();
    for (const auto& file : listing.scenarios) {
        const auto path = QString::fromStdString(file.string());
        m_scenario->addItem(scenarioName(path, m_library.folder()), path);
        m_scenario->setItemData(m_scenario->count() - 1, path, Qt::ToolTipRole);
    }
    if (!before.isEmpty() && m_scenario->findData(before) < 0)
        m_scenario->addItem(scenarioName(before, m_library.folder()), before);
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
        m_scenario->addItem(scenarioName(path, m_library.folder()), path);
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
    m_target->setText(
        builtin ? tr("Target: the built-in sample service") : tr("Target: %1").arg(info.baseUrl));
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
    askForSecrets(info.secretsToAsk);
    update();
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
    const auto custom = kind == usersLoad || kind == rateLoad || kind == requestsLoad;
    m_custom->setVisible(custom);
    m_firstLabel->setText(kind == rateLoad ? tr("Iterations a second")
            : kind == requestsLoad         ? tr("Requests")
                                           : tr("Users"));
    m_secondLabel->setText(kind == requestsLoad ? tr("Users at a time") : tr("Seconds"));
    m_first->setAccessibleName(m_firstLabel->text());
    m_second->setAccessibleName(m_secondLabel->text());
    const auto load = chosenLoad();
    m_loadHint->setText(load ? models::loadText(*load) : m_info.loadText);
    m_loadHint->setVisible(!custom && !m_loadHint->text().isEmpty());
    const auto secretsGiven = std::all_of(m_secrets.begin(), m_secrets.end(),
        [](const auto& entry) { return !entry.second->text().isEmpty(); });
    const auto can = m_inspected && m_info.canStart() && secretsGiven
        && (m_info.hostToConfirm.isEmpty() || m_confirm->isChecked());
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
    for (const auto& [name, edit] : m_secrets)
        request.overrides.secrets[name.toStdString()] = edit->text().toStdString();
    request.confirmed_hosts = m_library.listing().confirmedHosts;
    if (!m_info.hostToConfirm.isEmpty() && m_confirm->isChecked())
        request.confirmed_hosts.push_back(m_info.hostToConfirm.toStdString());
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

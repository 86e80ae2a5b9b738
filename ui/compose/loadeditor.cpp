// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/loadeditor.h"

#include "scenario/partsjson.h"
#include "ui/compose/loadforms.h"
#include "ui/compose/loadplot.h"
#include "ui/compose/partfields.h"
#include "ui/compose/recordtable.h"
#include "ui/models/format.h"
#include "ui/models/loadpreview.h"
#include "ui/models/machinestatus.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/scenariotables.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace plumb::ui {

namespace {

using scenario::Load;
using namespace loadform;

constexpr FindPart<Load> loadOf = &models::loadAt;

/// With the variables in place as far as they are known: a secret that is asked for later decides no load.
scenario::Scenario resolvedOr(const models::ScenarioValues& values)
{
    auto overrides = values.overrides();
    for (const auto& state : values.missing())
        overrides.secrets[state.name] = "?";
    auto resolved = scenario::resolve({values.scenario(), {}, {}}, overrides, scenario::processEnvironment());
    return resolved ? std::move(resolved->scenario) : values.scenario();
}

} // namespace

LoadEditor::LoadEditor(
    models::ScenarioDocument& document, const models::ScenarioValues& values, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_values(values)
    , m_form(new QFormLayout)
    , m_fields(new FieldBinder(document, this))
    , m_whose(new QComboBox)
    , m_own(new QCheckBox(tr("A load of its own")))
    , m_executor(new QComboBox)
    , m_preset(new QComboBox)
    , m_stages(new RecordTable(document, tr("Stages")))
    , m_plot(new LoadPlot)
    , m_estimate(new QLabel)
{
    m_form->setContentsMargins(0, 0, 0, 0);
    addOwners();
    addExecutors();
    addFields();
    addChoices();
    alignLabels(m_form);
    m_estimate->setWordWrap(true);
    m_stages->setList(models::stageRecords());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    column->setSpacing(Theme::space3);
    column->addWidget(m_plot);
    column->addWidget(m_estimate);
    column->addLayout(m_form);
    column->addStretch();
    connect(m_plot, &LoadPlot::stageDragged, this, &LoadEditor::drag);
    connect(m_plot, &LoadPlot::dragEnded, &document, &models::ScenarioDocument::endMerge);
    connect(&values, &models::ScenarioValues::changed, this, &LoadEditor::refresh);
    m_fields->refresh();
    refresh();
}

void LoadEditor::addOwners()
{
    m_whose->setAccessibleName(tr("Whose load"));
    m_own->setAccessibleName(m_own->text());
    m_own->setAccessibleDescription(tr("Otherwise it shares the scenario's load by its weight"));
    m_form->addRow(tr("Whose load"), m_whose);
    m_form->addRow(QString(), m_own);
    connect(m_whose, &QComboBox::activated, this,
        [this](int index) { setOwner(m_whose->itemData(index).toString().toStdString()); });
    connect(m_own, &QCheckBox::clicked, this, &LoadEditor::chooseOwn);
}

/// A scenario of one pattern without a load of its own has nothing to choose.
void LoadEditor::refreshOwners()
{
    const auto& patterns = m_document.scenario().patterns;
    const QSignalBlocker blocker(m_whose);
    m_whose->clear();
    m_whose->addItem(tr("The scenario's, which patterns share"), QString());
    bool any = patterns.size() > 1;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const auto path = QStringLiteral("/patterns/%1").arg(i);
        m_whose->addItem(tr("Pattern %1").arg(QString::fromStdString(patterns[i].name)), path);
        any = any || patterns[i].load.has_value();
    }
    const auto index = m_whose->findData(QString::fromStdString(owner()));
    if (index < 0)
        setOwner({});
    m_whose->setCurrentIndex(std::max(0, index));
    m_form->setRowVisible(m_whose, any);
    m_form->setRowVisible(m_own, !owner().empty());
    m_own->setChecked(!owner().empty() && load() != nullptr);
}

const std::string& LoadEditor::owner() const
{
    return m_fields->root();
}

const scenario::Load* LoadEditor::load() const
{
    return models::loadAt(m_document.scenario(), owner());
}

void LoadEditor::setOwner(const std::string& pattern)
{
    m_fields->setRoot(pattern);
    m_stages->setList(models::stageRecords(pattern));
    refresh();
}

void LoadEditor::chooseOwn(bool own)
{
    m_document.edit(tr("Change whose load"), {}, [&](scenario::Scenario& scenario) {
        if (auto* pattern = models::patternAt(scenario, owner()))
            pattern->load = own ? std::optional(scenario.load) : std::nullopt;
    });
}

void LoadEditor::addExecutors()
{
    for (const auto& [form, text] :
        std::initializer_list<std::pair<QString, QString>>{{constant, tr("A constant number of users")},
            {ramping, tr("Users in stages")}, {spawning, tr("Users up to a number")},
            {shared, tr("Iterations shared by users")}, {perUser, tr("Iterations for each user")},
            {bursts, tr("A number of bursts")}, {timedBursts, tr("Bursts for a time")},
            {rate, tr("A constant rate of iterations")}, {staged, tr("A rate of iterations in stages")}})
        m_executor->addItem(text, form);
    m_executor->setAccessibleName(tr("Kind of load"));
    m_form->addRow(tr("Kind of load"), m_executor);
    m_preset->addItem(tr("Take over a preset…"));
    for (const auto& name : scenario::presetNames())
        m_preset->addItem(QString::fromStdString(name), QString::fromStdString(name));
    m_preset->setAccessibleName(tr("Preset"));
    m_form->addRow(tr("Preset"), m_preset);
    connect(m_executor, &QComboBox::activated, this, &LoadEditor::chooseExecutor);
    connect(m_preset, &QComboBox::activated, this, &LoadEditor::choosePreset);
}

template <class T>
void LoadEditor::addField(const QString& label, const QString& placeholder, const std::string& field,
    scenario::Bound<T> Load::*member, const QStringList& executors, bool seconds)
{
    auto* edit = new QLineEdit;
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    m_form->addRow(label, edit);
    m_rows.emplace_back(edit, executors);
    m_fields->line(edit,
        boundField<Load>(loadOf, "/load/" + field, tr("Change load"), member,
            seconds ? scenario::Unit::seconds : scenario::Unit::none));
}

void LoadEditor::addFields()
{
    const QStringList all = loadform::all();
    addField(tr("Users in a burst"), {}, "size", &Load::size, {bursts, timedBursts}, false);
    addField(tr("Bursts"), {}, "repeat", &Load::repeat, {bursts}, false);
    addField(tr("Users"), {}, "vus", &Load::vus, {constant, shared, perUser}, false);
    addField(tr("Users at the start"), QStringLiteral("0"), "start_vus", &Load::start_vus, {ramping}, false);
    addField(tr("Users at the end"), {}, "users", &Load::users, {spawning}, false);
    addField(tr("New users a second"), {}, "spawn_rate", &Load::spawn_rate, {spawning}, false);
    addField(tr("Iterations a second"), {}, "rate", &Load::rate, {rate}, false);
    addField(tr("Iterations a second at the start"), QStringLiteral("0"), "start_rate", &Load::start_rate,
        {staged}, false);
    addField(tr("Iterations"), {}, "iterations", &Load::iterations, {shared, perUser}, false);
    addField(tr("Duration"), tr("60 or \"2m\""), "duration_s", &Load::duration_s,
        {constant, spawning, rate, timedBursts}, true);
    addField(tr("Pause between bursts"), tr("None: one after another"), "pause_s", &Load::pause_s,
        {bursts, timedBursts}, true);
    m_form->addRow(tr("Stages"), m_stages);
    m_rows.emplace_back(m_stages, QStringList{ramping, staged});
    addField(tr("Warm-up"), tr("None; not judged"), "warmup_s", &Load::warmup_s, all, true);
    addField(tr("Warm-up iterations"), tr("None; not judged"), "warmup_iterations", &Load::warmup_iterations,
        all, false);
    addField(tr("Cool-down"), tr("None; not judged"), "cooldown_s", &Load::cooldown_s, all, true);
    addField(tr("Users at most"), tr("By the rate"), "max_vus", &Load::max_vus, open(), false);
    addField(tr("Users made ready"), tr("All of them"), "pre_allocated_vus", &Load::pre_allocated_vus, open(),
        false);
    addField(tr("Arrivals that may wait"), tr("As many as users"), "backlog", &Load::backlog, open(), false);
    addField(tr("Time to finish"), tr("For requests in flight at the end"), "graceful_stop_s",
        &Load::graceful_stop_s, all, true);
    addField(tr("Seed"), tr("1; the same seed draws the same values"), "seed", &Load::seed, all, false);
    addField(tr("Threads"), tr("By the machine"), "workers", &Load::workers, all, false);
}

void LoadEditor::addChoices()
{
    const auto choice = [this](const QString& label, const std::string& field, std::string Load::*member,
                            const std::vector<std::pair<QString, QString>>& choices, QStringList executors) {
        auto* box = new QComboBox;
        box->setAccessibleName(label);
        for (const auto& [value, text] : choices)
            box->addItem(text, value);
        m_form->addRow(label, box);
        m_rows.emplace_back(box, std::move(executors));
        m_fields->choice(box, textField<Load>(loadOf, "/load/" + field, tr("Change load"), member));
    };
    choice(tr("Arrivals"), "arrivals", &Load::arrivals,
        {{QStringLiteral("uniform"), tr("Evenly spaced")},
            {QStringLiteral("poisson"), tr("At random (Poisson)")}},
        open());
    choice(tr("Warm-up shape"), "warmup_shape", &Load::warmup_shape,
        {{QStringLiteral("full"), tr("Full load at once")}, {QStringLiteral("ramp"), tr("Ramp up")}},
        {constant, ramping, spawning, shared, perUser, rate, staged});
}

void LoadEditor::refresh()
{
    refreshOwners();
    const auto* shown = load();
    const auto form = shown == nullptr ? QString() : loadform::of(*shown);
    for (auto* box : {m_executor, m_preset})
        m_form->setRowVisible(box, shown != nullptr);
    m_executor->setCurrentIndex(m_executor->findData(form));
    for (const auto& [widget, executors] : m_rows)
        m_form->setRowVisible(widget, executors.contains(form));
    // A pattern that shares the scenario's load shows that one; its stages are dragged where they are edited.
    const auto resolved = resolvedOr(m_values);
    const auto* own = models::loadAt(resolved, owner());
    auto preview = models::previewLoad(own == nullptr ? resolved.load : *own);
    if (own == nullptr)
        preview.handles.clear();
    m_plot->setPreview(preview);
    updateEstimate();
}

void LoadEditor::updateEstimate()
{
    const auto estimate = models::estimateLoad(resolvedOr(m_values));
    QStringList parts;
    parts << (estimate.duration_s ? tr("Takes %1.").arg(models::clock(*estimate.duration_s))
                                  : tr("Takes as long as the target needs."));
    if (estimate.requests)
        parts << tr("About %n measured request(s).", nullptr, static_cast<int>(*estimate.requests));
    else
        parts << tr("How many requests it makes, the target's speed decides.");
    if (estimate.peak_rps && m_seenRate) {
        parts << (*estimate.peak_rps > *m_seenRate
                ? tr("It asks for %1 requests a second. The most that a trusted run in this library reached "
                     "is %2: above that, watch whether the generator keeps up.")
                : tr("It asks for %1 requests a second; a trusted run in this library has reached %2."))
                     .arg(models::rate(*estimate.peak_rps), models::rate(*m_seenRate));
    } else if (estimate.peak_rps) {
        parts << tr("It asks for %1 requests a second; no run in the library shows yet what this machine "
                    "can make.")
                     .arg(models::rate(*estimate.peak_rps));
    } else if (m_seenRate) {
        parts << tr("The most that a trusted run in this library reached is %1 requests a second.")
                     .arg(models::rate(*m_seenRate));
    }
    if (const auto capacity = models::capacityText(estimate.peak_rps, m_calibrations); !capacity.isEmpty())
        parts << capacity;
    const auto text = parts.join(QLatin1Char(' '));
    if (m_estimate->text() != text)
        m_estimate->setText(text);
}

void LoadEditor::setSeenRate(std::optional<double> rps)
{
    m_seenRate = rps;
    updateEstimate();
}

void LoadEditor::setCalibrations(std::vector<report::StoredCalibration> calibrations)
{
    m_calibrations = std::move(calibrations);
    updateEstimate();
}

void LoadEditor::chooseExecutor(int index)
{
    const auto form = m_executor->itemData(index).toString();
    m_document.edit(tr("Change kind of load"), {}, [&](scenario::Scenario& scenario) {
        auto* load = models::loadAt(scenario, owner());
        if (load != nullptr && loadform::of(*load) != form)
            loadform::change(*load, form);
    });
}

void LoadEditor::choosePreset(int index)
{
    const auto name = m_preset->itemData(index).toString().toStdString();
    const auto load = scenario::preset(name);
    m_preset->setCurrentIndex(0);
    if (!load)
        return;
    const auto rules = scenario::presetStopRules(name);
    m_document.edit(tr("Take over a preset"), {}, [&](scenario::Scenario& scenario) {
        if (auto* changed = models::loadAt(scenario, owner()))
            *changed = *load;
        if (scenario.stop_when.empty())
            scenario.stop_when = rules;
    });
}

void LoadEditor::drag(int stage, double time_s, double value)
{
    m_document.edit(
        tr("Drag stage"), QStringLiteral("drag %1").arg(stage), [&](scenario::Scenario& scenario) {
            if (auto* load = models::loadAt(scenario, owner()))
                models::dragStage(*load, static_cast<std::size_t>(stage), time_s, value);
        });
}

bool LoadEditor::showProblem(const std::string& path)
{
    const auto place = path.find("/load");
    if (place != std::string::npos && path.substr(0, place) != owner())
        setOwner(path.substr(0, place));
    if (m_stages->isVisibleTo(this) && m_stages->showProblem(path))
        return true;
    if (!m_fields->showProblem(path))
        focusFirst();
    return true;
}

void LoadEditor::focusFirst()
{
    m_executor->setFocus(Qt::OtherFocusReason);
}

} // namespace plumb::ui

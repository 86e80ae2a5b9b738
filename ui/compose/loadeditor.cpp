// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/loadeditor.h"

#include "scenario/partsjson.h"
#include "ui/compose/loadplot.h"
#include "ui/compose/partfields.h"
#include "ui/compose/recordtable.h"
#include "ui/models/format.h"
#include "ui/models/loadpreview.h"
#include "ui/models/scenariotables.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace plumb::ui {

namespace {

using scenario::Load;

Load* loadOf(scenario::Scenario& scenario, const std::string&)
{
    return &scenario.load;
}

const QStringList& openExecutors()
{
    static const QStringList names{
        QStringLiteral("constant-arrival-rate"), QStringLiteral("ramping-arrival-rate")};
    return names;
}

/// Users that ramp, by stages or by a number that is reached at a rate; two forms of one executor.
const QString ramping = QStringLiteral("ramping-vus");
const QString spawning = QStringLiteral("ramping-vus/users");
const QString staged = QStringLiteral("ramping-arrival-rate");
const QString constant = QStringLiteral("constant-vus");
const QString shared = QStringLiteral("shared-iterations");
const QString perUser = QStringLiteral("per-vu-iterations");
const QString rate = QStringLiteral("constant-arrival-rate");
/// Bursts that are counted or go on for a time; two forms of one executor.
const QString bursts = QStringLiteral("burst");
const QString timedBursts = QStringLiteral("burst/time");

QString formOf(const Load& load)
{
    const auto executor = QString::fromStdString(load.executor);
    if (executor == bursts && !load.repeat.set())
        return timedBursts;
    return executor == ramping && load.users.set() ? spawning : executor;
}

/// Gives what the executor cannot do without a value, and keeps what is there.
void complete(Load& load, const QString& form)
{
    const auto need = [](auto& bound, auto value) {
        if (!bound.set())
            bound = value;
    };
    if (form == constant || form == rate || form == spawning || form == timedBursts)
        need(load.duration_s, 60.0);
    if (form == bursts || form == timedBursts)
        need(load.size, 10);
    if (form == bursts)
        need(load.repeat, 10);
    if (form == constant || form == shared || form == perUser)
        need(load.vus, 1);
    if (form == shared || form == perUser)
        need(load.iterations, std::int64_t{10});
    if (form == rate)
        need(load.rate, 1.0);
    if (form == spawning) {
        need(load.users, 10);
        need(load.spawn_rate, 2.0);
    }
    if ((form == ramping || form == staged) && load.stages.empty()) {
        load.stages.push_back({30.0, 10.0, Json::object()});
        load.stages.push_back({60.0, 10.0, Json::object()});
    }
}

/// Fields that another executor would misread go; undo brings them back.
void drop(Load& load, const QString& form)
{
    if (form != spawning) {
        load.users = {};
        load.spawn_rate = {};
    }
    if (form != ramping && form != staged)
        load.stages.clear();
    const auto burst = form == bursts || form == timedBursts;
    if (form != shared && form != perUser)
        load.iterations = {};
    if (form != constant && form != rate && form != spawning && form != timedBursts)
        load.duration_s = {};
    if (form != bursts)
        load.repeat = {};
    if (!burst) {
        load.size = {};
        load.pause_s = {};
    }
    if (burst || (load.warmup_iterations.set() && !openExecutors().contains(form)))
        load.warmup_shape = "full";
    if (form != constant && form != shared && form != perUser)
        load.vus = {};
    if (form != rate)
        load.rate = {};
    if (form != ramping)
        load.start_vus = {};
    if (form != staged)
        load.start_rate = {};
    if (!openExecutors().contains(form)) {
        load.max_vus = {};
        load.pre_allocated_vus = {};
        load.backlog = {};
        load.arrivals = "uniform";
    }
}

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
    , m_executor(new QComboBox)
    , m_preset(new QComboBox)
    , m_stages(new RecordTable(document, tr("Stages")))
    , m_plot(new LoadPlot)
    , m_estimate(new QLabel)
{
    m_form->setContentsMargins(0, 0, 0, 0);
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

void LoadEditor::addExecutors()
{
    for (const auto& [form, text] :
        std::initializer_list<std::pair<QString, QString>>{{constant, tr("A constant number of users")},
            {ramping, tr("Users in stages")}, {spawning, tr("Users up to a number")},
            {shared, tr("Iterations shared by users")}, {perUser, tr("Iterations for each user")},
            {rate, tr("A constant rate of iterations")}, {staged, tr("A rate of iterations in stages")},
            {bursts, tr("A number of bursts")}, {timedBursts, tr("Bursts for a time")}})
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
        boundField<Load>(&loadOf, "/load/" + field, tr("Change load"), member,
            seconds ? scenario::Unit::seconds : scenario::Unit::none));
}

void LoadEditor::addFields()
{
    const QStringList all{constant, ramping, spawning, shared, perUser, rate, staged, bursts, timedBursts};
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
    addField(tr("Users at most"), tr("By the rate"), "max_vus", &Load::max_vus, openExecutors(), false);
    addField(tr("Users made ready"), tr("All of them"), "pre_allocated_vus", &Load::pre_allocated_vus,
        openExecutors(), false);
    addField(tr("Arrivals that may wait"), tr("As many as users"), "backlog", &Load::backlog, openExecutors(),
        false);
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
        m_fields->choice(box, textField<Load>(&loadOf, "/load/" + field, tr("Change load"), member));
    };
    choice(tr("Arrivals"), "arrivals", &Load::arrivals,
        {{QStringLiteral("uniform"), tr("Evenly spaced")},
            {QStringLiteral("poisson"), tr("At random (Poisson)")}},
        openExecutors());
    choice(tr("Warm-up shape"), "warmup_shape", &Load::warmup_shape,
        {{QStringLiteral("full"), tr("Full load at once")}, {QStringLiteral("ramp"), tr("Ramp up")}},
        {constant, ramping, spawning, shared, perUser, rate, staged});
}

void LoadEditor::refresh()
{
    const auto form = formOf(m_document.scenario().load);
    m_executor->setCurrentIndex(m_executor->findData(form));
    for (const auto& [widget, executors] : m_rows)
        m_form->setRowVisible(widget, executors.contains(form));
    const auto resolved = resolvedOr(m_values);
    m_plot->setPreview(models::previewLoad(resolved.load));
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
    const auto text = parts.join(QLatin1Char(' '));
    if (m_estimate->text() != text)
        m_estimate->setText(text);
}

void LoadEditor::setSeenRate(std::optional<double> rps)
{
    m_seenRate = rps;
    updateEstimate();
}

void LoadEditor::chooseExecutor(int index)
{
    const auto form = m_executor->itemData(index).toString();
    m_document.edit(tr("Change kind of load"), {}, [&](scenario::Scenario& scenario) {
        if (formOf(scenario.load) == form)
            return;
        scenario.load.executor = form.section(QLatin1Char('/'), 0, 0).toStdString();
        drop(scenario.load, form);
        complete(scenario.load, form);
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
        scenario.load = *load;
        if (scenario.stop_when.empty())
            scenario.stop_when = rules;
    });
}

void LoadEditor::drag(int stage, double time_s, double value)
{
    m_document.edit(
        tr("Drag stage"), QStringLiteral("drag %1").arg(stage), [&](scenario::Scenario& scenario) {
            models::dragStage(scenario.load, static_cast<std::size_t>(stage), time_s, value);
        });
}

bool LoadEditor::showProblem(const std::string& path)
{
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

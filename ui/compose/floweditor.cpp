// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/floweditor.h"

#include "ui/compose/partfields.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/thinktext.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace plumb::ui {

namespace {

using models::stepAt;
using scenario::Step;
using scenario::Unit;

FieldBinder::Field stepField(std::string pointer, QString edit, std::function<QVariant(const Step&)> get,
    std::function<void(Step&, const QVariant&)> set)
{
    return partField<Step>(&stepAt, std::move(pointer), std::move(edit), std::move(get), std::move(set));
}

FieldBinder::Field countField(std::string pointer, QString edit, scenario::Bound<int> Step::*member)
{
    return boundField<Step>(&stepAt, std::move(pointer), std::move(edit), member);
}

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const auto& name : names)
        list << QString::fromStdString(name);
    return list.join(QStringLiteral(", "));
}

std::vector<std::string> parts(const QString& text)
{
    std::vector<std::string> names;
    const auto list = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const auto& name : list) {
        if (!name.trimmed().isEmpty())
            names.push_back(name.trimmed().toStdString());
    }
    return names;
}

} // namespace

FlowEditor::FlowEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_fields(new FieldBinder(document, this))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, Theme::space3, 0, 0);
    m_per = new QComboBox;
    m_per->setAccessibleName(tr("Runs"));
    m_per->addItem(tr("Once for each user"), true);
    m_per->addItem(tr("Once before the run"), false);
    form->addRow(tr("Runs"), m_per);
    m_form = form;
    m_fields->choice(m_per,
        partField<scenario::SetupStep>(
            &models::setupAt, "/per", tr("Change when it runs"),
            [](const scenario::SetupStep& setup) { return setup.per_user; },
            [](scenario::SetupStep& setup, const QVariant& value) { setup.per_user = value.toBool(); }));
    addRequestFields(form);
    addFlowFields(form);
    alignLabels(form);
}

void FlowEditor::addRequestFields(QFormLayout* form)
{
    m_fields->line(addLine(form, tr("Time-out"), tr("As the target; \"5s\" or milliseconds")),
        stepField(
            "/request/timeout_ms", tr("Change time-out"),
            [](const Step& step) { return models::boundText(step.request.timeout_ms); },
            [](Step& step, const QVariant& value) {
                step.request.timeout_ms = models::boundFrom<double>(value.toString(), Unit::milliseconds);
            }));
    auto* redirects = new QComboBox;
    redirects->setAccessibleName(tr("Redirects"));
    redirects->addItem(tr("Follow"), QString());
    redirects->addItem(tr("Do not follow"), QStringLiteral("false"));
    form->addRow(tr("Redirects"), redirects);
    m_fields->choice(redirects,
        stepField(
            "/request/follow_redirects", tr("Change redirects"),
            [](const Step& step) {
                const auto text = models::boundText(step.request.follow_redirects);
                return text == QLatin1String("true") ? QString() : text;
            },
            [](Step& step, const QVariant& value) {
                step.request.follow_redirects = models::boundFrom<bool>(value.toString());
            }));
    auto* trace = new QCheckBox(tr("Send a traceparent header"));
    form->addRow(QString(), trace);
    m_fields->flag(trace,
        stepField(
            "/request/traceparent", tr("Change traceparent"),
            [](const Step& step) { return step.request.traceparent; },
            [](Step& step, const QVariant& value) { step.request.traceparent = value.toBool(); }));
}

void FlowEditor::addFlowFields(QFormLayout* form)
{
    auto* onFail = new QComboBox;
    onFail->setAccessibleName(tr("If it fails"));
    onFail->addItem(tr("Go on, but end the iteration after a failed extraction"), -1);
    onFail->addItem(tr("Go on with the next step"), static_cast<int>(scenario::OnFail::goOn));
    onFail->addItem(tr("End the iteration"), static_cast<int>(scenario::OnFail::endIteration));
    onFail->addItem(tr("Stop the run"), static_cast<int>(scenario::OnFail::stop));
    form->addRow(tr("If it fails"), onFail);
    m_fields->choice(onFail,
        stepField(
            "/on_fail", tr("Change what follows a failure"),
            [](const Step& step) { return step.on_fail ? static_cast<int>(*step.on_fail) : -1; },
            [](Step& step, const QVariant& value) {
                step.on_fail = value.toInt() < 0
                    ? std::nullopt
                    : std::optional(static_cast<scenario::OnFail>(value.toInt()));
            }));
    m_fields->line(addLine(form, tr("Needs variables"), tr("Skipped where one is missing: job_id, token")),
        stepField(
            "/requires", tr("Change needed variables"),
            [](const Step& step) { return joined(step.requires_variables); },
            [](Step& step, const QVariant& value) {
                const auto names = parts(value.toString());
                // While a comma is typed the list is the same.
                if (names != step.requires_variables)
                    step.requires_variables = names;
            }));
    m_fields->line(addLine(form, tr("Think time after it"), tr("As the pattern; 100, 100-500 (ms)")),
        stepField(
            "/think_ms", tr("Change think time"),
            [](const Step& step) { return step.think ? models::thinkText(*step.think) : QString(); },
            [](Step& step, const QVariant& value) {
                const auto text = value.toString().trimmed();
                step.think = text.isEmpty()
                    ? std::nullopt
                    : std::optional(models::thinkFrom(text, step.think.value_or(scenario::Think())));
            }));
    m_fields->line(addLine(form, tr("Only every Nth iteration"), QStringLiteral("1")),
        countField("/every", tr("Change how often"), &Step::every));
    m_fields->line(addLine(form, tr("Repeat"), QStringLiteral("1")),
        countField("/repeat", tr("Change repeat"), &Step::repeat));
    m_fields->line(addLine(form, tr("Weight"), tr("1; counts in patterns that draw their steps")),
        countField("/weight", tr("Change weight"), &Step::weight));
    m_fields->line(addLine(form, tr("First ones apart"), tr("0: none are kept as \"(cold)\"")),
        countField("/cold_first", tr("Change first ones"), &Step::cold_first));
    m_fields->line(addLine(form, tr("Group"), QString()),
        stepField(
            "/group", tr("Change group"), [](const Step& step) { return QString::fromStdString(step.group); },
            [](Step& step, const QVariant& value) { step.group = value.toString().toStdString(); }));
}

void FlowEditor::setStep(const std::string& path)
{
    m_fields->setRoot(path);
    const auto place = models::placeOf(path);
    m_form->setRowVisible(m_per, place && place->list == "/setup");
}

bool FlowEditor::showProblem(const std::string& path)
{
    return m_fields->showProblem(path);
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/rawstepeditor.h"

#include "base/json.h"
#include "scenario/partsjson.h"
#include "ui/compose/jsonedit.h"
#include "ui/compose/problemline.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"

#include <QVBoxLayout>

namespace plumb::ui {

namespace {

/// What a step of this kind does; nothing for http.
std::optional<Json> fieldOf(const scenario::Step& step)
{
    if (step.kind == "sql")
        return step.sql ? toJson(*step.sql) : Json();
    if (step.kind == "command")
        return step.command ? toJson(*step.command) : Json();
    return std::nullopt;
}

void setField(scenario::Step& step, const Json& json)
{
    std::vector<scenario::Problem> problems; // the validation tells them
    if (step.kind == "sql")
        step.sql = scenario::readSql(json, {}, problems);
    else
        step.command = scenario::readCommand(json, {}, problems);
}

} // namespace

RawStepEditor::RawStepEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_problem(new ProblemLine)
    , m_text(new JsonEdit(tr("What the step does, as JSON")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::space3, 0, 0);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    connect(m_text, &JsonEdit::edited, this, &RawStepEditor::edited);
    connect(&document, &models::ScenarioDocument::changed, this, &RawStepEditor::refresh);
}

void RawStepEditor::setStep(const std::string& path)
{
    m_step = path;
    refresh();
}

void RawStepEditor::refresh()
{
    const auto* found = models::stepAt(m_document.scenario(), m_step);
    if (found == nullptr)
        return;
    const auto field = fieldOf(*found);
    if (!field)
        return;
    if (const auto draft = m_document.draft(this->field()); !draft.isEmpty()) {
        m_text->showText(draft);
        m_problem->setProblem(faultOf(draft));
        return;
    }
    const auto shown = Json::parse(m_text->toPlainText().toStdString(), nullptr, false);
    if (shown.is_discarded() || shown != *field)
        m_text->showText(QString::fromStdString(dumpJson(*field, 2)));
    m_problem->setProblem({});
}

std::string RawStepEditor::field() const
{
    const auto* step = models::stepAt(m_document.scenario(), m_step);
    return step == nullptr ? std::string() : m_step + "/" + step->kind;
}

bool RawStepEditor::showProblem(const std::string& path)
{
    const auto own = field();
    if (own.empty() || (path != own && !path.starts_with(own + "/")))
        return false;
    m_text->setFocus(Qt::OtherFocusReason);
    return true;
}

QString RawStepEditor::faultOf(const QString& text)
{
    const auto json = parseJson(text.toStdString(), tr("The step").toStdString());
    if (!json)
        return models::errorText(json.error());
    return json->is_object() ? QString() : tr("What the step does is written as { ... }.");
}

void RawStepEditor::edited(const QString& text)
{
    const auto* found = models::stepAt(m_document.scenario(), m_step);
    if (found == nullptr || found->kind == "http")
        return;
    const auto fault = faultOf(text);
    m_problem->setProblem(fault);
    if (!fault.isEmpty()) {
        m_document.setDraft(field(), text, fault);
        return;
    }
    m_document.clearDraft(field());
    const auto json = parseJson(text.toStdString(), {});
    m_document.edit(
        tr("Change step"), QString::fromStdString(m_step + "/raw"), [&](scenario::Scenario& scenario) {
            auto* step = models::stepAt(scenario, m_step);
            if (step != nullptr)
                setField(*step, *json);
        });
}

} // namespace plumb::ui

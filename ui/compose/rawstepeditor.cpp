// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/rawstepeditor.h"

#include "base/json.h"
#include "ui/compose/jsonedit.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

/// The field that holds what a step of this kind does; null for http.
Json* fieldOf(scenario::Step& step)
{
    return step.kind == "sql" ? &step.sql : step.kind == "command" ? &step.command : nullptr;
}

} // namespace

RawStepEditor::RawStepEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_problem(new QLabel)
    , m_text(new JsonEdit(tr("What the step does, as JSON")))
{
    m_problem->setWordWrap(true);
    m_problem->hide();
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
    auto step = *found;
    const auto* field = fieldOf(step);
    if (field == nullptr)
        return;
    const auto shown = Json::parse(m_text->toPlainText().toStdString(), nullptr, false);
    if (shown.is_discarded() || shown != *field)
        m_text->showText(QString::fromStdString(dumpJson(*field, 2)));
    m_problem->hide();
}

void RawStepEditor::edited(const QString& text)
{
    const auto json = parseJson(text.toStdString(), tr("The step").toStdString());
    m_problem->setVisible(!json);
    if (!json) {
        m_problem->setText(models::errorText(json.error()));
        return;
    }
    m_document.edit(
        tr("Change step"), QString::fromStdString(m_step + "/raw"), [&](scenario::Scenario& scenario) {
            auto* step = models::stepAt(scenario, m_step);
            auto* field = step == nullptr ? nullptr : fieldOf(*step);
            if (field != nullptr)
                *field = *json;
        });
}

} // namespace plumb::ui

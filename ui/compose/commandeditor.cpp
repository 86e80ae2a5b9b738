// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/commandeditor.h"

#include "ui/compose/partfields.h"
#include "ui/compose/recordtable.h"
#include "ui/models/scenariokinds.h"
#include "ui/models/scenarionodes.h"
#include "ui/shell/theme.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QTableView>

namespace plumb::ui {

namespace {

using scenario::Command;
using scenario::Scenario;

Command* commandAt(Scenario& scenario, const std::string& root)
{
    auto* step = models::stepAt(scenario, root);
    return step == nullptr || !step->command ? nullptr : &*step->command;
}

} // namespace

CommandEditor::CommandEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_fields(new FieldBinder(document, this))
    , m_argv(new RecordTable(document, tr("Program and arguments")))
    , m_env(new RecordTable(document, tr("Environment of the command")))
{
    constexpr FindPart<Command> find = &commandAt;
    const auto edit = tr("Change command");
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, Theme::space3, 0, 0);
    form->addRow(tr("Command"), m_argv);
    m_fields->line(addLine(form, tr("Works in"), tr("The scenario's folder")),
        textField(find, "/command/cwd", edit, &Command::cwd));
    form->addRow(tr("Environment"), m_env);
    m_fields->line(addLine(form, tr("Time-out"), tr("600s; then it is killed with all it has started")),
        boundField(find, "/command/timeout_s", edit, &Command::timeout_s, scenario::Unit::seconds));
    m_fields->line(addLine(form, tr("Expected exit code"), QStringLiteral("0")),
        boundField(find, "/command/expect_exit", edit, &Command::expect_exit));
    m_fields->line(addLine(form, tr("Niceness"), tr("0; up to 19 is kinder to others")),
        boundField(find, "/command/nice", edit, &Command::nice));
    m_fields->line(addLine(form, tr("Processors"), tr("All; 0-3,5")),
        partField<Command>(
            find, "/command/cpus", edit,
            [](const Command& command) { return models::valueText(command.cpus); },
            [](Command& command, const QVariant& value) {
                const auto text = value.toString().trimmed();
                command.cpus = text.isEmpty() ? Json() : models::valueFrom(text);
            }));
}

void CommandEditor::setStep(const std::string& path)
{
    m_step = path;
    m_fields->setRoot(path);
    m_argv->setList(models::argumentRecords(path));
    m_env->setList(models::processVariableRecords(path));
}

bool CommandEditor::showProblem(const std::string& path)
{
    if (path != m_step + "/command" && !path.starts_with(m_step + "/command/"))
        return false;
    if (m_argv->showProblem(path) || m_env->showProblem(path) || m_fields->showProblem(path))
        return true;
    m_argv->view()->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace plumb::ui

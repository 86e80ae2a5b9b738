// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/variableseditor.h"

#include "ui/compose/problemline.h"
#include "ui/compose/recordtable.h"
#include "ui/models/scenariotables.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/tableview.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int mostStates = 12;
constexpr int mostRows = 20;

} // namespace

VariablesEditor::VariablesEditor(
    models::ScenarioDocument& document, models::ScenarioValues& values, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_values(values)
    , m_states(values)
    , m_variables(new RecordTable(document, tr("Variables")))
    , m_environments(new RecordTable(document, tr("Environments")))
    , m_environment(new RecordTable(document, tr("Values of the environment")))
    , m_data(new RecordTable(document, tr("Data files")))
    , m_stateView(new TableView(tr("What the variables come to")))
    , m_forget(new QPushButton(tr("Forget typed values")))
    , m_rows(new TableView(tr("First rows of the data file")))
    , m_rowsProblem(new ProblemLine)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    column->setSpacing(Theme::space2);
    buildVariables();
    buildEnvironments();
    buildData();
    column->addStretch();
    connect(&m_values, &models::ScenarioValues::changed, this, [this] {
        showValues();
        showEnvironment();
        lookAtData();
    });
    showValues();
    showEnvironment();
    lookAtData();
}

SectionHeader* VariablesEditor::addSection(const QString& title, const QString& remark, QWidget* content)
{
    auto* header = new SectionHeader(title);
    header->setRemark(remark);
    layout()->addWidget(header);
    layout()->addWidget(content);
    return header;
}

void VariablesEditor::buildVariables()
{
    m_variables->setList(models::variableRecords());
    addSection(tr("Variables"), tr("A run's own value beats the environment's, which beats the default"),
        m_variables);
    m_stateView->setModel(&m_states);
    m_stateView->setFitRows(mostStates);
    m_stateView->setStretchColumn(models::VariableStateModel::Source);
    m_stateHeader = addSection(tr("What they come to"), {}, m_stateView);
    m_forget->setToolTip(
        tr("Values typed for sending once are kept until this window closes, and nowhere else"));
    m_stateHeader->addWidget(m_forget);
    connect(m_forget, &QPushButton::clicked, this, [this] { m_values.forget(); });
}

void VariablesEditor::buildEnvironments()
{
    m_environments->setList(models::environmentRecords());
    addSection(tr("Environments"), tr("Where else the scenario can run"), m_environments);
    m_environmentHeader = addSection({}, {}, m_environment);
    connect(m_environments, &RecordTable::currentRowChanged, this, &VariablesEditor::showEnvironment);
}

void VariablesEditor::buildData()
{
    m_data->setList(models::dataRecords());
    addSection(tr("Data files"), tr("A row for each iteration or user"), m_data);
    m_rowsHeader = addSection({}, {}, m_rowsProblem);
    m_rows->setModel(&m_dataPreview.model());
    m_rows->setFitRows(mostRows);
    layout()->addWidget(m_rows);
    connect(m_data, &RecordTable::currentRowChanged, this, &VariablesEditor::lookAtData);
    connect(&m_dataPreview, &models::DataPreview::changed, this, &VariablesEditor::showData);
}

void VariablesEditor::showValues()
{
    const auto any = !m_values.states().empty();
    const auto all = m_values.environments();
    auto name = all.front().second;
    for (const auto& [value, text] : all) {
        if (value == m_values.environment())
            name = text;
    }
    m_stateHeader->setRemark(
        all.size() > 1 ? tr("In the environment chosen above: %1").arg(name) : QString());
    m_stateHeader->setVisible(any);
    m_stateView->setVisible(any);
    m_forget->setVisible(m_values.anyGiven());
}

void VariablesEditor::showEnvironment()
{
    const auto& all = m_document.scenario().environments;
    const auto row = std::max(0, m_environments->currentRow());
    const auto any = row < static_cast<int>(all.size());
    m_environmentHeader->setVisible(any);
    m_environment->setVisible(any);
    if (!any)
        return;
    const auto name = QString::fromStdString(all[static_cast<std::size_t>(row)].first);
    m_environmentHeader->setTitle(tr("Values in %1").arg(name));
    auto list = models::environmentVariableRecords(m_document.scenario(), row);
    // The same list keeps the cell that is being edited.
    if (list.path != m_environment->model().list().path)
        m_environment->setList(std::move(list));
}

void VariablesEditor::lookAtData()
{
    const auto& feeds = m_document.scenario().data;
    const auto row = static_cast<std::size_t>(std::max(0, m_data->currentRow()));
    if (row >= feeds.size()) {
        m_rowsHeader->hide();
        m_dataPreview.look({}, {}, {});
        return;
    }
    const auto& feed = feeds[row];
    const auto name = m_values.rendered(feed.file);
    const auto title = QString::fromStdString(name ? *name : feed.file);
    m_rowsHeader->setTitle(title.isEmpty() ? tr("Rows") : tr("Rows of %1").arg(title));
    m_rowsHeader->show();
    const auto folder = m_values.folder();
    const auto relative = name && std::filesystem::path(*name).is_relative();
    if (feed.file.empty())
        m_dataPreview.look({}, {}, feed.secret_columns, tr("No file is named yet."));
    else if (!name)
        m_dataPreview.look({}, {}, feed.secret_columns, models::errorText(name.error()));
    else if (relative && folder.empty())
        m_dataPreview.look({}, {}, feed.secret_columns,
            tr("Save the scenario first: the file is looked for beside the scenario's."));
    else
        m_dataPreview.look(folder / *name, *name, feed.secret_columns);
}

void VariablesEditor::showData()
{
    m_rowsHeader->setRemark(m_dataPreview.sentence());
    m_rowsProblem->setProblem(m_dataPreview.problem());
    m_rows->setVisible(m_dataPreview.model().columnCount() > 0);
}

bool VariablesEditor::showProblem(const std::string& path)
{
    // The values of an environment stand in a table of their own, of the environment that is chosen.
    if (const auto row = m_environments->model().rowOfPath(path);
        row && path.find("/variables", 1) != std::string::npos) {
        m_environments->showProblem(path);
        showEnvironment();
        if (m_environment->showProblem(path))
            return true;
    }
    for (auto* table : {m_variables, m_environments, m_data}) {
        if (table->showProblem(path))
            return true;
    }
    return false;
}

} // namespace plumb::ui

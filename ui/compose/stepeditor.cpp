// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/stepeditor.h"

#include "ui/compose/autheditor.h"
#include "ui/compose/bodyeditor.h"
#include "ui/compose/commandeditor.h"
#include "ui/compose/floweditor.h"
#include "ui/compose/partfields.h"
#include "ui/compose/recordtable.h"
#include "ui/compose/requestpreviewview.h"
#include "ui/compose/sqleditor.h"
#include "ui/models/scenariokinds.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/scenariotables.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>

namespace plumb::ui {

namespace {

using models::stepAt;

QWidget* onTop(RecordTable* content)
{
    content->setShrinking();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, Theme::space3, 0, 0);
    column->addWidget(content, 1);
    return page;
}

} // namespace

StepEditor::StepEditor(models::ScenarioDocument& document, const models::ScenarioValues& values,
    const FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_head(new FieldBinder(document, this))
    , m_headForm(new QWidget)
    , m_tabs(new QTabWidget)
    , m_query(new RecordTable(document, tr("Query parameters")))
    , m_headers(new RecordTable(document, tr("Headers")))
    , m_body(new BodyEditor(document, dialogs))
    , m_auth(new AuthEditor(document, AuthEditor::Of::step))
    , m_extract(new RecordTable(document, tr("Extractions")))
    , m_checks(new RecordTable(document, tr("Checks")))
    , m_flow(new FlowEditor(document))
    , m_preview(new RequestPreviewView(values))
    , m_sql(new SqlEditor(document))
    , m_command(new CommandEditor(document))
{
    buildHead();
    buildTabs();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    column->setSpacing(Theme::space3);
    column->addWidget(m_headForm);
    column->addWidget(m_tabs, 1);
    connect(&document, &models::ScenarioDocument::changed, this, &StepEditor::refresh);
}

void StepEditor::buildHead()
{
    auto* form = new QFormLayout(m_headForm);
    m_form = form;
    form->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLineEdit;
    name->setAccessibleName(tr("Name of the step"));
    m_name = name;
    auto* kind = new QComboBox;
    kind->setAccessibleName(tr("Kind of step"));
    kind->addItem(tr("HTTP request"), QStringLiteral("http"));
    kind->addItem(tr("Database query"), QStringLiteral("sql"));
    kind->addItem(tr("Command"), QStringLiteral("command"));
    auto* first = new QHBoxLayout;
    first->setSpacing(Theme::space2);
    first->addWidget(name, 1);
    first->addWidget(kind);
    form->addRow(tr("Step"), first);
    m_head->choice(kind,
        partField<scenario::Step>(
            &stepAt, "/kind", tr("Change kind of step"),
            [](const scenario::Step& step) { return QString::fromStdString(step.kind); },
            [](scenario::Step& step, const QVariant& value) {
                models::setStepKind(step, value.toString().toStdString());
            }));
    m_head->line(name, textField<scenario::Step>(&stepAt, "/name", tr("Rename"), &scenario::Step::name));
    auto* method = new QComboBox;
    method->setAccessibleName(tr("Method"));
    method->setEditable(true);
    for (const auto* word : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
        method->addItem(QLatin1String(word));
    method->setInsertPolicy(QComboBox::NoInsert);
    method->setFixedWidth(6 * Theme::space5 - Theme::space4);
    m_head->line(method->lineEdit(),
        partField<scenario::Step>(
            &stepAt, "/request/method", tr("Change method"),
            [](const scenario::Step& step) { return QString::fromStdString(step.request.method); },
            [](scenario::Step& step, const QVariant& value) {
                step.request.method = value.toString().trimmed().toUpper().toStdString();
            }));
    // Choosing from the list is no typing.
    connect(method, &QComboBox::textActivated, method->lineEdit(), &QLineEdit::textEdited);
    auto* path = new QLineEdit;
    path->setAccessibleName(tr("Path"));
    path->setPlaceholderText(tr("/path, below the target's address"));
    m_head->line(path,
        partField<scenario::Step>(
            &stepAt, "/request/path", tr("Change path"),
            [](const scenario::Step& step) { return QString::fromStdString(step.request.path); },
            [](scenario::Step& step, const QVariant& value) {
                step.request.path = value.toString().toStdString();
            }));
    m_request = new QWidget;
    auto* row = new QHBoxLayout(m_request);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space2);
    row->addWidget(method);
    row->addWidget(path, 1);
    form->addRow(tr("Request"), m_request);
    alignLabels(form);
}

void StepEditor::buildTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_body, tr("Body"));
    m_tabs->addTab(onTop(m_headers), tr("Headers"));
    m_tabs->addTab(onTop(m_query), tr("Query"));
    m_tabs->addTab(m_auth, tr("Auth"));
    m_tabs->addTab(onTop(m_extract), tr("Extract"));
    m_tabs->addTab(onTop(m_checks), tr("Checks"));
    const auto scrolling = [](QWidget* content, const QString& name) {
        auto* scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        // Its fields are what is reached; they scroll into view themselves.
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setAccessibleName(name);
        scroll->setWidget(content);
        return scroll;
    };
    m_flowPage = scrolling(m_flow, tr("Flow"));
    m_tabs->addTab(m_flowPage, tr("Flow"));
    m_tabs->addTab(m_preview, tr("Preview"));
    m_sqlPage = scrolling(m_sql, tr("Query of a database"));
    m_commandPage = scrolling(m_command, tr("Command"));
    m_tabs->insertTab(0, m_sqlPage, tr("Query of a database"));
    m_tabs->insertTab(1, m_commandPage, tr("Command"));
    for (const int other : {0, 1}) {
        m_tabs->setTabVisible(other, false);
        m_tabs->setTabEnabled(other, false);
    }
    m_tabs->setCurrentWidget(m_body);
    m_tabs->setAccessibleName(tr("Parts of the step"));
}

void StepEditor::setStep(const std::string& path)
{
    m_step = path;
    m_head->setRoot(path);
    m_query->setList(models::queryRecords(path));
    m_headers->setList(models::headerRecords(path));
    m_body->setStep(path);
    m_auth->setRoot(path);
    m_extract->setList(models::extractRecords(path));
    m_checks->setList(models::checkRecords(path));
    m_flow->setStep(path);
    m_preview->setStep(path);
    m_sql->setStep(path);
    m_command->setStep(path);
    refresh();
}

void StepEditor::refresh()
{
    const auto* step = stepAt(m_document.scenario(), m_step);
    if (step == nullptr)
        return;
    const auto turned = std::exchange(m_kind, step->kind) != step->kind;
    m_form->setRowVisible(m_request, step->kind == "http");
    for (int i = 0; i < m_tabs->count(); ++i) {
        const bool fits = belongs(m_tabs->widget(i), step->kind);
        m_tabs->setTabVisible(i, fits);
        m_tabs->setTabEnabled(i, fits); // the arrow keys stop at tabs that are hidden only
    }
    // What a step does is what one comes to see.
    if (turned) {
        m_tabs->setCurrentWidget(step->kind == "sql" ? m_sqlPage
                : step->kind == "command"            ? m_commandPage
                                                     : static_cast<QWidget*>(m_body));
    }
    const auto counted = [this](RecordTable* table, const QString& title) {
        const auto rows = table->model().rowCount();
        m_tabs->setTabText(m_tabs->indexOf(table->parentWidget()),
            rows == 0 ? title : tr("%1 (%2)", "a tab and how much is in it").arg(title).arg(rows));
    };
    counted(m_headers, tr("Headers"));
    counted(m_query, tr("Query"));
    counted(m_extract, tr("Extract"));
    counted(m_checks, tr("Checks"));
    m_tabs->setTabText(m_tabs->indexOf(m_body),
        step->request.body.kind == scenario::Body::Kind::none ? tr("Body") : tr("Body •"));
}

/// Whether a step of this kind has what the tab holds.
bool StepEditor::belongs(const QWidget* page, const std::string& kind) const
{
    if (page == m_sqlPage || page == m_commandPage)
        return kind == (page == m_sqlPage ? "sql" : "command");
    const bool answer = page == m_extract->parentWidget() || page == m_checks->parentWidget();
    return kind == "http" || answer || page == m_flowPage;
}

bool StepEditor::showProblem(const std::string& path)
{
    if (!path.starts_with(m_step))
        return false;
    for (auto* table : {m_headers, m_query, m_extract, m_checks}) {
        const auto& list = table->model().list().path;
        if (path == list || path.starts_with(list + "/")) {
            m_tabs->setCurrentWidget(table->parentWidget());
            return table->showProblem(path);
        }
    }
    if (path.starts_with(m_step + "/request/auth")) {
        m_tabs->setCurrentWidget(m_auth);
        return m_auth->showProblem(path);
    }
    if (m_head->showProblem(path))
        return true;
    const auto before = m_tabs->currentIndex();
    if (m_kind == "sql") {
        m_tabs->setCurrentWidget(m_sqlPage);
        if (m_sql->showProblem(path))
            return true;
    } else if (m_kind == "command") {
        m_tabs->setCurrentWidget(m_commandPage);
        if (m_command->showProblem(path))
            return true;
    } else {
        m_tabs->setCurrentWidget(m_body);
        if (m_body->showProblem(path))
            return true;
    }
    m_tabs->setCurrentWidget(m_flowPage);
    if (m_flow->showProblem(path))
        return true;
    m_tabs->setCurrentIndex(before);
    focusFirst();
    return true;
}

void StepEditor::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace plumb::ui

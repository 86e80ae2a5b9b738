// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/stepeditor.h"

#include "ui/compose/autheditor.h"
#include "ui/compose/bodyeditor.h"
#include "ui/compose/floweditor.h"
#include "ui/compose/partfields.h"
#include "ui/compose/rawstepeditor.h"
#include "ui/compose/recordtable.h"
#include "ui/compose/requestpreviewview.h"
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
    , m_raw(new RawStepEditor(document))
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
    form->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLineEdit;
    name->setAccessibleName(tr("Name of the step"));
    m_name = name;
    form->addRow(tr("Step"), name);
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
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    // Its fields are what is reached; they scroll into view themselves.
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("Flow"));
    scroll->setWidget(m_flow);
    m_flowPage = scroll;
    m_tabs->addTab(scroll, tr("Flow"));
    m_tabs->addTab(m_preview, tr("Preview"));
    const int raw = m_tabs->addTab(m_raw, tr("Action"));
    m_tabs->setTabVisible(raw, false);
    m_tabs->setTabEnabled(raw, false);
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
    m_raw->setStep(path);
    refresh();
}

void StepEditor::refresh()
{
    const auto* step = stepAt(m_document.scenario(), m_step);
    if (step == nullptr)
        return;
    const auto http = step->kind == "http";
    const auto turned = m_tabs->isTabVisible(m_tabs->indexOf(m_raw)) == http;
    m_request->setEnabled(http);
    for (int i = 0; i < m_tabs->count(); ++i) {
        const bool fits = m_tabs->widget(i) == m_raw ? !http : http || m_tabs->widget(i) == m_flowPage;
        m_tabs->setTabVisible(i, fits);
        m_tabs->setTabEnabled(i, fits); // the arrow keys stop at tabs that are hidden only
    }
    // What another kind of step does is what one comes to see.
    if (turned && !http)
        m_tabs->setCurrentWidget(m_raw);
    const auto counted = [this](RecordTable* table, const QString& title) {
        const auto rows = table->model().rowCount();
        m_tabs->setTabText(m_tabs->indexOf(table->parentWidget()),
            rows == 0 ? title : tr("%1 (%2)", "a tab and how much is in it").arg(title).arg(rows));
    };
    counted(m_headers, tr("Headers"));
    counted(m_query, tr("Query"));
    counted(m_extract, tr("Extract"));
    counted(m_checks, tr("Checks"));
    m_tabs->setTabText(0, step->request.body.kind == scenario::Body::Kind::none ? tr("Body") : tr("Body •"));
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
    if (m_tabs->isTabVisible(m_tabs->indexOf(m_raw))) {
        const auto shown = m_tabs->currentIndex();
        m_tabs->setCurrentWidget(m_raw);
        if (m_raw->showProblem(path))
            return true;
        m_tabs->setCurrentIndex(shown);
    }
    const auto before = m_tabs->currentIndex();
    m_tabs->setCurrentWidget(m_body);
    if (m_body->showProblem(path))
        return true;
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

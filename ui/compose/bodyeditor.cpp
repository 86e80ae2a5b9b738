// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/bodyeditor.h"

#include "base/json.h"
#include "ui/compose/jsonedit.h"
#include "ui/compose/problemline.h"
#include "ui/compose/recordtable.h"

#include "ui/models/scenarionodes.h"
#include "ui/models/scenariotables.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

using Kind = scenario::Body::Kind;

const char* fieldOf(Kind kind)
{
    switch (kind) {
    case Kind::json:
        return "json";
    case Kind::text:
        return "body";
    case Kind::file:
        return "body_file";
    case Kind::form:
        return "form";
    case Kind::multipart:
        return "multipart";
    case Kind::graphql:
        return "graphql";
    case Kind::none:
        break;
    }
    return "";
}

Json& asObject(Json& json)
{
    if (!json.is_object())
        json = Json::object();
    return json;
}

QString textOf(const Json& json, const char* field)
{
    if (!json.is_object() || !json.contains(field))
        return {};
    const auto& value = json[field];
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : dumpJson(value, 2));
}

} // namespace

BodyEditor::BodyEditor(models::ScenarioDocument& document, const FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_dialogs(dialogs)
    , m_kind(new QComboBox)
    , m_format(new QPushButton(tr("Format")))
    , m_stack(new QStackedWidget)
    , m_problem(new ProblemLine)
    , m_form(new RecordTable(document, tr("Form fields")))
    , m_parts(new RecordTable(document, tr("Parts of the body")))
{
    for (const auto& [kind, text] :
        std::initializer_list<std::pair<Kind, QString>>{{Kind::none, tr("No body")}, {Kind::json, tr("JSON")},
            {Kind::text, tr("Text")}, {Kind::file, tr("File")}, {Kind::form, tr("Form")},
            {Kind::multipart, tr("Multipart")}, {Kind::graphql, tr("GraphQL")}})
        m_kind->addItem(text, static_cast<int>(kind));
    m_kind->setAccessibleName(tr("Kind of body"));
    m_format->setToolTip(tr("Indent the JSON"));
    buildText();
    buildFile();
    buildGraphql();
    m_stack->addWidget(new QWidget);
    for (auto* page : std::initializer_list<QWidget*>{m_text, m_filePage, m_form, m_parts, m_graphqlPage})
        m_stack->addWidget(page);

    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::space2);
    row->addWidget(m_kind);
    row->addStretch();
    // Who has chosen a kind wants to write: the button comes after.
    auto* below = new QHBoxLayout;
    below->setSpacing(Theme::space2);
    below->addWidget(m_problem, 1);
    below->addStretch();
    below->addWidget(m_format);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::space3, 0, 0);
    column->setSpacing(Theme::space2);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    column->addLayout(below);
    setTabOrder(m_text, m_format);

    connect(m_kind, &QComboBox::activated, this, &BodyEditor::chooseKind);
    connect(m_format, &QPushButton::clicked, this, &BodyEditor::format);
    connect(&document, &models::ScenarioDocument::changed, this, &BodyEditor::refresh);
}

void BodyEditor::buildText()
{
    m_text = new JsonEdit(tr("Body"));
    connect(m_text, &JsonEdit::edited, this, &BodyEditor::textEdited);
}

void BodyEditor::buildFile()
{
    m_filePage = new QWidget;
    m_file = new QLineEdit;
    m_file->setAccessibleName(tr("File with the body"));
    m_file->setPlaceholderText(tr("Relative to the scenario's file"));
    auto* browse = new QPushButton(tr("Choose…"));
    auto* row = new QHBoxLayout(m_filePage);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1, Qt::AlignTop);
    row->addWidget(browse, 0, Qt::AlignTop);
    connect(browse, &QPushButton::clicked, this, &BodyEditor::browse);
    connect(m_file, &QLineEdit::textEdited, this, [this](const QString& text) {
        edit(tr("Change body file"), "body_file",
            [&](scenario::Body& body) { body.text = text.toStdString(); });
    });
}

void BodyEditor::buildGraphql()
{
    m_graphqlPage = new QWidget;
    m_query = new JsonEdit(tr("GraphQL query"));
    m_query->setHighlighting(false);
    m_query->setPlaceholderText(tr("query { ... }"));
    m_variables = new JsonEdit(tr("GraphQL variables"));
    m_variables->setPlaceholderText(tr("Variables as JSON, such as {\"id\": 1}"));
    auto* column = new QVBoxLayout(m_graphqlPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_query, 2);
    column->addWidget(m_variables, 1);
    connect(m_query, &JsonEdit::edited, this, [this](const QString& text) {
        edit(tr("Change query"), "graphql/query",
            [&](scenario::Body& body) { asObject(body.json)["query"] = text.toStdString(); });
    });
    connect(m_variables, &JsonEdit::edited, this, &BodyEditor::variablesEdited);
}

const scenario::Body* BodyEditor::body() const
{
    const auto* step = models::stepAt(m_document.scenario(), m_step);
    return step == nullptr ? nullptr : &step->request.body;
}

void BodyEditor::setStep(const std::string& path)
{
    m_step = path;
    m_form->setList(models::formRecords(path));
    m_parts->setList(models::multipartRecords(path));
    refresh();
}

void BodyEditor::edit(
    const QString& text, const char* field, const std::function<void(scenario::Body&)>& change)
{
    m_document.edit(
        text, QString::fromStdString(m_step + "/request/" + field), [&](scenario::Scenario& scenario) {
            if (auto* step = models::stepAt(scenario, m_step))
                change(step->request.body);
        });
}

void BodyEditor::refresh()
{
    const auto* now = body();
    if (now == nullptr)
        return;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(now->kind)));
    const auto isText = now->kind == Kind::json || now->kind == Kind::text;
    m_stack->setCurrentIndex(isText        ? 1
            : now->kind == Kind::file      ? 2
            : now->kind == Kind::form      ? 3
            : now->kind == Kind::multipart ? 4
            : now->kind == Kind::graphql   ? 5
                                           : 0);
    m_format->setVisible(now->kind == Kind::json);
    m_text->setHighlighting(now->kind == Kind::json);
    const auto jsonDraft = m_document.draft(m_step + "/request/json");
    const auto variablesDraft = m_document.draft(m_step + "/request/graphql/variables");
    if (now->kind == Kind::json && !jsonDraft.isEmpty()) {
        m_text->showText(jsonDraft);
    } else if (now->kind == Kind::json) {
        // While the text on the screen means the same, its spacing is the user's.
        const auto shown = Json::parse(m_text->toPlainText().toStdString(), nullptr, false);
        if (shown.is_discarded() || shown != now->json)
            m_text->showText(QString::fromStdString(dumpJson(now->json, 2)));
    } else if (isText) {
        m_text->showText(QString::fromStdString(now->text));
    } else if (now->kind == Kind::file && m_file->text().toStdString() != now->text) {
        m_file->setText(QString::fromStdString(now->text));
    } else if (now->kind == Kind::graphql) {
        m_query->showText(textOf(now->json, "query"));
        const auto typed = Json::parse(m_variables->toPlainText().toStdString(), nullptr, false);
        const auto same = now->json.is_object() && now->json.contains("variables") && !typed.is_discarded()
            && typed == now->json["variables"];
        if (!variablesDraft.isEmpty())
            m_variables->showText(variablesDraft);
        else if (!same)
            m_variables->showText(textOf(now->json, "variables"));
    }
    const QString unfinished = now->kind == Kind::json ? jsonDraft
        : now->kind == Kind::graphql                   ? variablesDraft
                                                       : QString();
    if (unfinished.isEmpty()) {
        m_problem->setProblem({});
        return;
    }
    const auto read = parseJson(unfinished.toStdString(),
        (now->kind == Kind::json ? tr("The body") : tr("The variables")).toStdString());
    m_problem->setProblem(read ? QString() : models::errorText(read.error()));
}

void BodyEditor::chooseKind()
{
    const auto kind = static_cast<Kind>(m_kind->currentData().toInt());
    const auto text = m_text->toPlainText();
    m_document.edit(tr("Change kind of body"), {}, [&](scenario::Scenario& scenario) {
        auto* step = models::stepAt(scenario, m_step);
        if (step == nullptr || step->request.body.kind == kind)
            return;
        scenario::Body fresh;
        fresh.kind = kind;
        const auto before = step->request.body.kind;
        if (kind == Kind::json) {
            const auto json = parseJson(text.toStdString(), "body");
            fresh.json = before == Kind::text && json ? *json : Json::object();
        } else if (kind == Kind::text && before == Kind::json) {
            fresh.text = text.toStdString();
        } else if (kind == Kind::graphql) {
            fresh.json = Json::object();
            fresh.json["query"] = "{ }";
        }
        step->request.body = std::move(fresh);
    });
}

void BodyEditor::textEdited(const QString& text)
{
    const auto* now = body();
    if (now == nullptr)
        return;
    if (now->kind != Kind::json) {
        edit(tr("Change body"), "body", [&](scenario::Body& body) { body.text = text.toStdString(); });
        return;
    }
    const auto path = m_step + "/request/json";
    const auto json = parseJson(text.toStdString(), tr("The body").toStdString());
    if (!json) {
        m_document.setDraft(path, text, models::errorText(json.error()));
        m_problem->setProblem(models::errorText(json.error()));
        return;
    }
    m_document.clearDraft(path);
    edit(tr("Change body"), "json", [&](scenario::Body& body) { body.json = *json; });
    refresh();
}

void BodyEditor::variablesEdited(const QString& text)
{
    const auto path = m_step + "/request/graphql/variables";
    const auto json = parseJson(text.toStdString(), tr("The variables").toStdString());
    if (!text.trimmed().isEmpty() && !json) {
        m_document.setDraft(path, text, models::errorText(json.error()));
        m_problem->setProblem(models::errorText(json.error()));
        return;
    }
    m_document.clearDraft(path);
    edit(tr("Change variables"), "graphql/variables", [&](scenario::Body& body) {
        if (text.trimmed().isEmpty())
            asObject(body.json).erase("variables");
        else
            asObject(body.json)["variables"] = *json;
    });
    refresh();
}

void BodyEditor::format()
{
    const auto formatted = m_text->format();
    if (!formatted) {
        m_problem->setProblem(models::errorText(formatted.error()));
    }
}

void BodyEditor::browse()
{
    const QDir folder(QFileInfo(m_document.file()).absolutePath());
    const auto file = m_dialogs.open(this, tr("File with the body"), folder.path(), tr("All files (*)"));
    if (file.isEmpty())
        return;
    const auto name = m_document.file().isEmpty() ? file : folder.relativeFilePath(file);
    edit(tr("Change body file"), "body_file", [&](scenario::Body& body) { body.text = name.toStdString(); });
}

bool BodyEditor::showProblem(const std::string& path)
{
    const auto* now = body();
    if (now == nullptr || now->kind == Kind::none
        || !path.starts_with(m_step + "/request/" + fieldOf(now->kind)))
        return false;
    if (m_form->isVisibleTo(this) && m_form->showProblem(path))
        return true;
    if (m_parts->isVisibleTo(this) && m_parts->showProblem(path))
        return true;
    QWidget* field = now->kind == Kind::file          ? static_cast<QWidget*>(m_file)
        : now->kind != Kind::graphql                  ? m_text
        : path.find("variables") != std::string::npos ? m_variables
                                                      : m_query;
    field->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace plumb::ui

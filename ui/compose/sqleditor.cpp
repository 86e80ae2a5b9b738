// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/sqleditor.h"

#include "ui/compose/jsonedit.h"
#include "ui/compose/partfields.h"
#include "ui/compose/recordtable.h"
#include "ui/models/scenariokinds.h"
#include "ui/models/scenarionodes.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QFormLayout>
#include <QLineEdit>

namespace plumb::ui {

namespace {

using scenario::Scenario;
using scenario::SqlQuery;

constexpr int queryLines = 6;

SqlQuery* sqlAt(Scenario& scenario, const std::string& root)
{
    auto* step = models::stepAt(scenario, root);
    return step == nullptr || !step->sql ? nullptr : &*step->sql;
}

} // namespace

SqlEditor::SqlEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_fields(new FieldBinder(document, this))
    , m_form(new QFormLayout(this))
    , m_query(new JsonEdit(tr("Query")))
    , m_params(new RecordTable(document, tr("Parameters")))
{
    m_form->setContentsMargins(0, Theme::space3, 0, 0);
    buildPlace();
    buildQuery();
    connect(&document, &models::ScenarioDocument::changed, this, &SqlEditor::refresh);
}

void SqlEditor::buildPlace()
{
    constexpr FindPart<SqlQuery> find = &sqlAt;
    const auto edit = tr("Change database");
    auto* driver = new QComboBox;
    driver->setAccessibleName(tr("Kind of database"));
    driver->addItem(tr("SQLite file"), QStringLiteral("QSQLITE"));
    driver->addItem(QStringLiteral("PostgreSQL"), QStringLiteral("QPSQL"));
    m_form->addRow(tr("Kind of database"), driver);
    m_fields->choice(driver, textField(find, "/sql/driver", edit, &SqlQuery::driver));
    m_database = addLine(m_form, tr("Database"), {});
    m_fields->line(m_database, textField(find, "/sql/database", edit, &SqlQuery::database));
    auto* host = addLine(m_form, tr("Host"), tr("A socket of this machine"));
    m_fields->line(host, textField(find, "/sql/host", edit, &SqlQuery::host));
    auto* port = addLine(m_form, tr("Port"), QStringLiteral("5432"));
    m_fields->line(port, boundField(find, "/sql/port", edit, &SqlQuery::port));
    auto* user = addLine(m_form, tr("User"), {});
    m_fields->line(user, textField(find, "/sql/user", edit, &SqlQuery::user));
    auto* password = addLine(m_form, tr("Password"), tr("{{password}}, a variable that is a secret"));
    m_fields->line(password, textField(find, "/sql/password", edit, &SqlQuery::password));
    m_ofServers = {host, port, user, password};
}

void SqlEditor::buildQuery()
{
    constexpr FindPart<SqlQuery> find = &sqlAt;
    m_query->setHighlighting(false);
    m_query->setPlaceholderText(tr("SELECT … WHERE id = ?"));
    m_query->setTabChangesFocus(true);
    m_query->setMinimumHeight(queryLines * QFontMetrics(m_query->font()).lineSpacing());
    m_form->addRow(tr("Query"), m_query);
    connect(m_query, &JsonEdit::edited, this, [this](const QString& text) {
        m_document.edit(
            tr("Change query"), QString::fromStdString(m_step + "/sql/query"), [&](Scenario& scenario) {
                if (auto* sql = sqlAt(scenario, m_step))
                    sql->query = text.toStdString();
            });
    });
    m_form->addRow(tr("Parameters"), m_params);
    auto* write = new QCheckBox(tr("The query may write"));
    write->setToolTip(
        tr("Without it the connection only reads, and a query that may write is refused before the run."));
    m_form->addRow(QString(), write);
    m_fields->flag(write,
        partField<SqlQuery>(
            find, "/sql/write", tr("Change whether it writes"),
            [](const SqlQuery& sql) { return sql.write.get(!sql.write.expression.empty()); },
            [](SqlQuery& sql, const QVariant& value) {
                sql.write = value.toBool() ? scenario::Bound<bool>(true) : scenario::Bound<bool>();
            }));
    m_fields->line(addLine(m_form, tr("Time-out"), tr("The target's, 30s")),
        boundField(find, "/sql/timeout_ms", tr("Change time-out"), &SqlQuery::timeout_ms,
            scenario::Unit::milliseconds));
}

void SqlEditor::setStep(const std::string& path)
{
    m_step = path;
    m_fields->setRoot(path);
    m_params->setList(models::parameterRecords(path));
    refresh();
}

void SqlEditor::refresh()
{
    const auto* step = models::stepAt(m_document.scenario(), m_step);
    if (step == nullptr || !step->sql)
        return;
    const auto query = QString::fromStdString(step->sql->query);
    if (m_query->toPlainText() != query)
        m_query->showText(query);
    const bool server = step->sql->driver != "QSQLITE";
    m_database->setPlaceholderText(server ? tr("Its name") : tr("A file beside the scenario's, or :memory:"));
    for (auto* field : m_ofServers)
        m_form->setRowVisible(field, server);
}

bool SqlEditor::showProblem(const std::string& path)
{
    if (path != m_step + "/sql" && !path.starts_with(m_step + "/sql/"))
        return false;
    if (path.starts_with(m_step + "/sql/query")) {
        m_query->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_params->showProblem(path) || m_fields->showProblem(path))
        return true;
    m_database->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace plumb::ui

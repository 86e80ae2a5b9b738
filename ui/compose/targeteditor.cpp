// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/targeteditor.h"

#include "ui/compose/autheditor.h"
#include "ui/compose/partfields.h"
#include "ui/compose/recordtable.h"
#include "ui/models/scenariokinds.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"
#include "ui/widgets/sectionheader.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace plumb::ui {

namespace {

using scenario::Scenario;
using scenario::Target;
using scenario::Tls;

Scenario* whole(Scenario& scenario, const std::string&)
{
    return &scenario;
}

Target* target(Scenario& scenario, const std::string&)
{
    return &scenario.target;
}

Tls* tls(Scenario& scenario, const std::string&)
{
    return &scenario.target.tls;
}

QString tagText(const Scenario& scenario)
{
    QStringList tags;
    for (const auto& tag : scenario.tags)
        tags << QString::fromStdString(tag);
    return tags.join(QStringLiteral(", "));
}

void setTags(Scenario& scenario, const QVariant& value)
{
    scenario.tags.clear();
    const auto tags = value.toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const auto& tag : tags) {
        if (!tag.trimmed().isEmpty())
            scenario.tags.push_back(tag.trimmed().toStdString());
    }
}

/// A text of the service's start, which comes to be with the first of its fields.
FieldBinder::Field startField(std::string pointer, QString edit, std::string scenario::TargetStart::*member)
{
    return {std::move(pointer), std::move(edit),
        [member](const Scenario& scenario, const std::string&) -> QVariant {
            return scenario.target.start ? QString::fromStdString((*scenario.target.start).*member)
                                         : QString();
        },
        [member](Scenario& scenario, const std::string&, const QVariant& value) {
            models::startOf(scenario).*member = value.toString().toStdString();
            models::tidyStart(scenario);
        }};
}

} // namespace

TargetEditor::TargetEditor(models::ScenarioDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_fields(new FieldBinder(document, this))
    , m_auth(new AuthEditor(document, AuthEditor::Of::target))
    , m_argv(new RecordTable(document, tr("Program of the service")))
    , m_env(new RecordTable(document, tr("Environment of the service")))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    addNames(form);
    const auto section = [form](const QString& title) {
        auto* header = new SectionHeader(title);
        header->setContentsMargins(0, Theme::space3, 0, 0);
        form->addRow(header);
    };
    section(tr("Target"));
    addTarget(form);
    form->addRow(tr("Authentication"), m_auth);
    section(tr("TLS"));
    addTls(form);
    auto* start = new SectionHeader(tr("Start of the service"));
    start->setRemark(
        tr("Started before the load, watched, and stopped with the run; empty: it runs already"));
    form->addRow(start);
    addStart(form);
    alignLabels(form);
    m_fields->refresh();
    m_auth->setRoot("/target");
}

void TargetEditor::addNames(QFormLayout* form)
{
    constexpr FindPart<Scenario> find = &whole;
    const auto edit = tr("Change scenario");
    m_operation = addLine(form, tr("Operation"), tr("The name its runs are compared under"));
    m_fields->line(m_operation, textField(find, "/operation", edit, &Scenario::operation));
    m_fields->line(
        addLine(form, tr("Environment"), {}), textField(find, "/environment", edit, &Scenario::environment));
    m_fields->line(addLine(form, tr("Target version"), {}),
        textField(find, "/target_version", edit, &Scenario::target_version));
    m_fields->line(addLine(form, tr("Tags"), tr("Separated by commas")),
        partField<Scenario>(find, "/tags", edit, &tagText, &setTags));
    m_fields->line(addLine(form, tr("Note"), {}), textField(find, "/note", edit, &Scenario::note));
    m_fields->line(addLine(form, tr("Thresholds"), tr("Built-in rule; a file beside the scenario's")),
        textField(find, "/thresholds", edit, &Scenario::thresholds));
    auto* patterns = new QComboBox;
    patterns->setAccessibleName(tr("User patterns run"));
    patterns->addItem(tr("Together"), false);
    patterns->addItem(tr("One after the other"), true);
    form->addRow(tr("User patterns run"), patterns);
    m_fields->choice(patterns,
        partField<Scenario>(
            find, "/patterns_run", edit, [](const Scenario& s) { return s.patterns_in_turn; },
            [](Scenario& s, const QVariant& value) { s.patterns_in_turn = value.toBool(); }));
}

void TargetEditor::addTarget(QFormLayout* form)
{
    constexpr FindPart<Target> find = &target;
    const auto edit = tr("Change target");
    m_fields->line(
        addLine(form, tr("Address"), tr("http://127.0.0.1:8080, or builtin: for the sample service")),
        textField(find, "/target/base_url", edit, &Target::base_url));
    m_fields->line(addLine(form, tr("Time-out"), tr("30s")),
        boundField(find, "/target/timeout_ms", edit, &Target::timeout_ms, scenario::Unit::milliseconds));
    m_fields->line(addLine(form, tr("Proxy"), tr("None; http://host:port, socks5://host:port")),
        textField(find, "/target/proxy", edit, &Target::proxy));
    auto* http = new QComboBox;
    http->setAccessibleName(tr("HTTP version"));
    http->addItem(QStringLiteral("1.1"), QStringLiteral("1.1"));
    http->addItem(QStringLiteral("2"), QStringLiteral("2"));
    form->addRow(tr("HTTP version"), http);
    m_fields->choice(http, textField(find, "/target/http", edit, &Target::http));
    auto* connection = new QComboBox;
    connection->setAccessibleName(tr("Connections"));
    connection->addItem(tr("Kept alive"), static_cast<int>(scenario::Connection::keepAlive));
    connection->addItem(tr("New for each iteration"), static_cast<int>(scenario::Connection::perIteration));
    connection->addItem(tr("New for each request"), static_cast<int>(scenario::Connection::perRequest));
    form->addRow(tr("Connections"), connection);
    m_fields->choice(connection,
        partField<Target>(
            find, "/target/connection", edit, [](const Target& t) { return static_cast<int>(t.connection); },
            [](Target& t, const QVariant& value) {
                t.connection = static_cast<scenario::Connection>(value.toInt());
            }));
}

void TargetEditor::addTls(QFormLayout* form)
{
    constexpr FindPart<Tls> find = &tls;
    const auto edit = tr("Change TLS");
    m_fields->line(addLine(form, tr("Verify certificates"), QStringLiteral("true")),
        boundField(find, "/target/tls/verify", edit, &Tls::verify));
    m_fields->line(addLine(form, tr("CA file"), tr("PEM; the system's")),
        textField(find, "/target/tls/ca_file", edit, &Tls::ca_file));
    m_fields->line(addLine(form, tr("Client certificate"), tr("PEM; none")),
        textField(find, "/target/tls/client_cert", edit, &Tls::client_cert));
    m_fields->line(addLine(form, tr("Client key"), tr("PEM; none")),
        textField(find, "/target/tls/client_key", edit, &Tls::client_key));
    m_fields->line(addLine(form, tr("Server name"), tr("As in the address")),
        textField(find, "/target/tls/server_name", edit, &Tls::server_name));
}

void TargetEditor::addStart(QFormLayout* form)
{
    const auto edit = tr("Change start of the service");
    m_argv->setList(models::argumentRecords("/target"));
    form->addRow(tr("Program"), m_argv);
    m_fields->line(addLine(form, tr("Ready when"), tr("Its port accepts; /health, or :8080")),
        startField("/target/start/ready", edit, &scenario::TargetStart::ready));
    m_fields->line(addLine(form, tr("Ready within"), tr("30s")),
        {"/target/start/timeout_s", edit,
            [](const Scenario& scenario, const std::string&) -> QVariant {
                return scenario.target.start ? models::boundText(scenario.target.start->timeout_s)
                                             : QString();
            },
            [](Scenario& scenario, const std::string&, const QVariant& value) {
                models::startOf(scenario).timeout_s
                    = models::boundFrom<double>(value.toString(), scenario::Unit::seconds);
                models::tidyStart(scenario);
            }});
    m_fields->line(addLine(form, tr("Works in"), tr("The scenario's folder")),
        startField("/target/start/cwd", edit, &scenario::TargetStart::cwd));
    m_env->setList(models::processVariableRecords("/target"));
    form->addRow(tr("Environment"), m_env);
}

bool TargetEditor::showProblem(const std::string& path)
{
    if (path.starts_with("/target/auth"))
        return m_auth->showProblem(path);
    if (m_argv->showProblem(path) || m_env->showProblem(path))
        return true;
    if (!m_fields->showProblem(path))
        focusFirst();
    return true;
}

void TargetEditor::focusFirst()
{
    m_operation->setFocus(Qt::OtherFocusReason);
}

} // namespace plumb::ui

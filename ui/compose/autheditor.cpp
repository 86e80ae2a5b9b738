// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/autheditor.h"

#include "ui/compose/fieldbinder.h"
#include "ui/models/scenarionodes.h"
#include "ui/shell/theme.h"
#include "ui/widgets/formlabels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

using scenario::Auth;
using Kind = Auth::Kind;
constexpr int inherited = -1;

const Auth* authAt(const scenario::Scenario& scenario, const std::string& root)
{
    if (root == "/target")
        return &scenario.target.auth;
    const auto* step = models::stepAt(scenario, root);
    return step != nullptr && step->request.auth ? &*step->request.auth : nullptr;
}

Auth* authAt(scenario::Scenario& scenario, const std::string& root)
{
    if (root == "/target")
        return &scenario.target.auth;
    auto* step = models::stepAt(scenario, root);
    return step != nullptr && step->request.auth ? &*step->request.auth : nullptr;
}

} // namespace

AuthEditor::AuthEditor(models::ScenarioDocument& document, Of of, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_of(of)
    , m_kind(new QComboBox)
    , m_stack(new QStackedWidget)
    , m_fields(new FieldBinder(document, this))
{
    if (of == Of::step)
        m_kind->addItem(tr("As the target"), inherited);
    m_kind->addItem(tr("None"), static_cast<int>(Kind::none));
    m_kind->addItem(tr("Basic"), static_cast<int>(Kind::basic));
    m_kind->addItem(tr("Bearer token"), static_cast<int>(Kind::bearer));
    m_kind->addItem(tr("OAuth2 client credentials"), static_cast<int>(Kind::oauth2));
    m_kind->setAccessibleName(tr("Kind of authentication"));

    const auto page = [this] {
        auto* widget = new QWidget;
        auto* form = new QFormLayout(widget);
        form->setContentsMargins(0, 0, 0, 0);
        m_stack->addWidget(widget);
        return form;
    };
    const auto line = [this](QFormLayout* form, const QString& label, const std::string& pointer,
                          std::string Auth::*member, bool secret) {
        auto* edit = new QLineEdit;
        edit->setAccessibleName(label);
        if (secret) {
            edit->setEchoMode(QLineEdit::PasswordEchoOnEdit);
            edit->setPlaceholderText(tr("Best a variable: {{password}}"));
        }
        form->addRow(label, edit);
        m_fields->line(edit,
            {pointer, tr("Change authentication"),
                [member](const scenario::Scenario& scenario, const std::string& root) {
                    const auto* auth = authAt(scenario, root);
                    return auth == nullptr ? QVariant() : QVariant(QString::fromStdString(auth->*member));
                },
                [member](scenario::Scenario& scenario, const std::string& root, const QVariant& value) {
                    if (auto* auth = authAt(scenario, root))
                        auth->*member = value.toString().toStdString();
                }});
    };
    page();
    auto* basic = page();
    line(basic, tr("User"), "/auth/basic/user", &Auth::user, false);
    line(basic, tr("Password"), "/auth/basic/password", &Auth::password, true);
    auto* bearer = page();
    line(bearer, tr("Token"), "/auth/bearer", &Auth::token, true);
    auto* oauth = page();
    const std::string base = "/auth/oauth2_client_credentials";
    line(oauth, tr("Token URL"), (base + "/token_url"), &Auth::token_url, false);
    line(oauth, tr("Client id"), (base + "/client_id"), &Auth::client_id, false);
    line(oauth, tr("Client secret"), (base + "/client_secret"), &Auth::client_secret, true);
    line(oauth, tr("Scope"), (base + "/scope"), &Auth::scope, false);
    for (auto* form : {basic, bearer, oauth})
        alignLabels(form);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, of == Of::step ? Theme::space3 : 0, 0, 0);
    column->setSpacing(Theme::space2);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    column->addWidget(m_stack);
    column->addStretch();
    connect(m_kind, &QComboBox::activated, this, &AuthEditor::chooseKind);
    connect(&document, &models::ScenarioDocument::changed, this, &AuthEditor::refresh);
}

std::optional<Auth> AuthEditor::auth() const
{
    const auto* found = authAt(m_document.scenario(), m_root);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void AuthEditor::setRoot(const std::string& root)
{
    m_root = root;
    // A step's authentication is part of its request.
    m_fields->setRoot(root);
    refresh();
}

void AuthEditor::refresh()
{
    const auto now = auth();
    m_kind->setCurrentIndex(m_kind->findData(now ? static_cast<int>(now->kind) : inherited));
    m_stack->setCurrentIndex(now ? static_cast<int>(now->kind) : 0);
    m_stack->setVisible(m_stack->currentIndex() > 0);
}

void AuthEditor::chooseKind()
{
    const auto kind = m_kind->currentData().toInt();
    m_document.edit(tr("Change authentication"), {}, [&](scenario::Scenario& scenario) {
        if (auto* step = models::stepAt(scenario, m_root)) {
            if (kind == inherited)
                step->request.auth.reset();
            else if (!step->request.auth)
                step->request.auth.emplace();
        }
        if (auto* auth = authAt(scenario, m_root))
            auth->kind = static_cast<Kind>(kind);
    });
}

bool AuthEditor::showProblem(const std::string& path)
{
    const auto at = path.find("/auth");
    if (at == std::string::npos || !path.starts_with(m_root))
        return false;
    if (!m_fields->showProblem(m_root + path.substr(at)))
        m_kind->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oauth2step.h"

namespace plumb::engine {

namespace {

using scenario::Auth;
using scenario::CheckResult;
using scenario::CompiledStep;
using scenario::ExtractResult;
using scenario::RenderContext;
using scenario::RenderedRequest;
using scenario::ResponseView;
using scenario::TextTemplate;

void appendForm(std::string& body, std::string_view name, std::string_view value)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    if (!body.empty())
        body += '&';
    body.append(name);
    body += '=';
    for (const char c : value) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            body += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        body += '%';
        body += hex[byte >> 4U];
        body += hex[byte & 15U];
    }
}

class TokenStep final : public CompiledStep
{
public:
    static Result<std::shared_ptr<const CompiledStep>> make(
        const Auth& auth, const scenario::CompiledScenario& scenario)
    {
        auto token = std::make_shared<TokenStep>();
        const bool absolute = auth.token_url.find("://") != std::string::npos;
        const std::string url = absolute ? auth.token_url : scenario.base_url + auth.token_url;
        const std::array<std::pair<TextTemplate*, const std::string*>, 4> parts{
            {{&token->m_url, &url}, {&token->m_client, &auth.client_id},
                {&token->m_secret, &auth.client_secret}, {&token->m_scope, &auth.scope}}};
        for (const auto& [target, text] : parts) {
            Result<TextTemplate> compiled = TextTemplate::compile(*text);
            if (!compiled)
                return compiled.error();
            *target = *compiled;
        }
        token->m_timeout_ms = scenario.scenario.target.timeout_ms.get(30000.0);
        scenario::Step& step = token->m_step;
        step.name = "oauth2 token";
        step.request.method = "POST";
        step.request.path = auth.token_url;
        step.extract.resize(2);
        step.extract[0].as = tokenVariable;
        step.extract[0].expression = "/access_token";
        step.extract[1].as = tokenLifetimeVariable;
        step.extract[1].expression = "/expires_in";
        step.extract[1].optional = true;
        return std::shared_ptr<const CompiledStep>(std::move(token));
    }

    [[nodiscard]] const scenario::Step& step() const override { return m_step; }
    [[nodiscard]] Result<RenderedRequest> render(const RenderContext& context) const override
    {
        std::string client, secret, scope;
        RenderedRequest request;
        for (const auto& [from, to] : {std::pair(&m_url, &request.url), {&m_client, &client},
                 {&m_secret, &secret}, {&m_scope, &scope}}) {
            if (const Result<void> rendered = from->render(context, *to); !rendered)
                return rendered.error();
        }
        auto body = std::make_shared<std::string>();
        appendForm(*body, "grant_type", "client_credentials");
        appendForm(*body, "client_id", client);
        appendForm(*body, "client_secret", secret);
        if (!scope.empty())
            appendForm(*body, "scope", scope);
        request.method = m_step.request.method;
        request.headers
            = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
        request.body = std::move(body);
        request.timeout_ms = m_timeout_ms;
        return request;
    }
    [[nodiscard]] const RenderedRequest* constantRequest() const override { return nullptr; }
    [[nodiscard]] std::size_t checkCount() const override { return 0; }
    [[nodiscard]] const std::string& checkName(std::size_t) const override { return m_step.name; }
    [[nodiscard]] CheckResult check(std::size_t, const ResponseView&) const override { return {}; }
    [[nodiscard]] bool checksStatus() const override { return false; }
    [[nodiscard]] ExtractResult extract(std::size_t index, const ResponseView& response) const override
    {
        ExtractResult result;
        const scenario::Extract& extract = m_step.extract[index];
        const Result<Json> answer = parseJson(response.body, "token answer");
        if (!answer) {
            result.message = answer.error().text();
            return result;
        }
        const auto field = answer->is_object() ? answer->find(extract.expression.substr(1)) : answer->end();
        if (field == answer->end() || !(field->is_string() || field->is_number())) {
            result.message = "the token answer has no " + extract.expression.substr(1);
            return result;
        }
        result.found = true;
        result.value.text = field->is_string() ? field->get<std::string>() : field->dump();
        result.value.secret = true;
        return result;
    }
    [[nodiscard]] std::string reason(const ResponseView&) const override { return {}; }
    [[nodiscard]] bool needsBody() const override { return true; }
    [[nodiscard]] std::string missingVariable(const scenario::VariableScope&) const override { return {}; }

private:
    scenario::Step m_step;
    TextTemplate m_url, m_client, m_secret, m_scope;
    double m_timeout_ms = 0.0;
};

/// Collects the one OAuth2 client of the scenario.
Result<void> take(const Auth* auth, const Auth*& found)
{
    if (auth == nullptr || auth->kind != Auth::Kind::oauth2)
        return {};
    if (found != nullptr && !(*found == *auth)) {
        return Error{ErrorKind::usage, "two different OAuth2 clients in one scenario", "auth",
            "use one client, at the target"};
    }
    found = auth;
    return {};
}

} // namespace

Result<std::shared_ptr<const CompiledStep>> makeTokenStep(const scenario::CompiledScenario& scenario)
{
    const Auth* found = nullptr;
    std::vector<const CompiledStep*> steps;
    for (const scenario::CompiledSetup& setup : scenario.setup) {
        steps.push_back(setup.step.get());
        for (const auto& remedy : setup.on_failure)
            steps.push_back(remedy.get());
    }
    for (const scenario::CompiledPattern& pattern : scenario.patterns) {
        for (const auto& step : pattern.steps)
            steps.push_back(step.get());
    }
    if (const Result<void> taken = take(&scenario.scenario.target.auth, found); !taken)
        return taken.error();
    for (const CompiledStep* step : steps) {
        const std::optional<Auth>& own = step->step().request.auth;
        if (const Result<void> taken = take(own ? &*own : nullptr, found); !taken)
            return taken.error();
    }
    if (found == nullptr)
        return std::shared_ptr<const CompiledStep>();
    return TokenStep::make(*found, scenario);
}

} // namespace plumb::engine

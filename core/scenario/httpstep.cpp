// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/httpstep.h"

#include "scenario/answer.h"
#include "scenario/encoding.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

constexpr std::string_view userAgent = "plumbline/0.1";
constexpr double defaultTimeoutMs = 30000.0;

bool isAbsolute(std::string_view url)
{
    return url.starts_with("http://") || url.starts_with("https://");
}

Error within(Error error, const std::string& step, const std::string& part)
{
    if (error.where.empty()) {
        error.where = "step " + step + ", " + part;
    }
    return error;
}

/// W3C Trace Context: version 00, ids of 16 and 8 bytes that are not zero, sampled.
Result<std::string> traceparent(const RenderContext& context)
{
    if (context.random == nullptr) {
        return Error{
            ErrorKind::input, "a traceparent needs random values, which are not available here", {}, {}};
    }
    std::string value = "00-";
    appendHex(context.random->next() | 1U, value);
    appendHex(context.random->next(), value);
    value += '-';
    appendHex(context.random->next() | 1U, value);
    value += "-01";
    return value;
}

class HttpStep final : public CompiledStep
{
public:
    Result<void> compile(const Step& step, const StepContext& context);

    [[nodiscard]] const Step& step() const override { return m_step; }
    [[nodiscard]] Result<RenderedRequest> render(const RenderContext& context) const override;
    [[nodiscard]] const RenderedRequest* constantRequest() const override
    {
        return m_constant ? &*m_constant : nullptr;
    }
    [[nodiscard]] std::size_t checkCount() const override { return m_checks.size(); }
    [[nodiscard]] const std::string& checkName(std::size_t index) const override
    {
        return m_checks.at(index).name();
    }
    [[nodiscard]] CheckResult check(std::size_t index, const ResponseView& response) const override
    {
        return m_checks.at(index).run(response);
    }
    [[nodiscard]] bool checksStatus() const override
    {
        return std::any_of(
            m_checks.begin(), m_checks.end(), [](const auto& check) { return check.isStatus(); });
    }
    [[nodiscard]] ExtractResult extract(std::size_t index, const ResponseView& response) const override
    {
        return m_extracts.at(index).find(response);
    }
    [[nodiscard]] std::string reason(const ResponseView& response) const override;
    [[nodiscard]] bool needsBody() const override { return m_needsBody; }
    [[nodiscard]] std::string missingVariable(const VariableScope& variables) const override;

private:
    Result<void> compileUrl(const HttpRequest& request, const StepContext& context);
    Result<void> compileHeaders(const HttpRequest& request, const StepContext& context);
    Result<void> compileAnswer(const Step& step);
    [[nodiscard]] Result<std::string> renderUrl(const RenderContext& context) const;
    [[nodiscard]] bool allConstant() const;

    Step m_step;
    std::string m_base;
    Chunks m_url;
    bool m_baseInside = false; ///< m_url is absolute; else the base may have to be put before it
    std::vector<std::pair<std::string, Chunks>> m_headers;
    AuthProgram m_auth;
    bool m_authOptional
        = false; ///< the target's: left out while its variables have no value (before the login)
    BodyProgram m_body;
    std::shared_ptr<const std::string> m_constantBody;
    double m_timeoutMs = defaultTimeoutMs;
    std::vector<CompiledCheck> m_checks;
    std::vector<Probe> m_extracts;
    std::optional<Probe> m_reason;
    bool m_needsBody = false;
    std::optional<RenderedRequest> m_constant;
};

Result<void> HttpStep::compile(const Step& step, const StepContext& context)
{
    m_step = step;
    m_base = context.base_url;
    const auto& request = step.request;
    m_timeoutMs = request.timeout_ms.get(context.target->timeout_ms.get(defaultTimeoutMs));
    if (auto done = compileUrl(request, context); !done) {
        return within(done.error(), step.name, "path");
    }
    auto body = compileBody(request.body, context);
    if (!body) {
        return within(body.error(), step.name, "body");
    }
    m_body = std::move(*body);
    if (m_body.any && m_body.chunks.constant()) {
        std::string text;
        if (auto rendered = m_body.chunks.render({}, text); !rendered) {
            return within(rendered.error(), step.name, "body");
        }
        m_constantBody = std::make_shared<const std::string>(std::move(text));
    }
    m_authOptional = !request.auth;
    auto auth = AuthProgram::compile(request.auth ? *request.auth : context.target->auth, context.known);
    if (!auth) {
        return within(auth.error(), step.name, "auth");
    }
    m_auth = std::move(*auth);
    if (auto done = compileHeaders(request, context); !done) {
        return within(done.error(), step.name, "headers");
    }
    if (auto done = compileAnswer(step); !done) {
        return done;
    }
    if (allConstant()) {
        auto rendered = render({});
        if (!rendered) {
            return rendered.error();
        }
        m_constant = std::move(*rendered);
    }
    return {};
}

Result<void> HttpStep::compileUrl(const HttpRequest& request, const StepContext& context)
{
    Chunks path(&context.known);
    // An expression in front may be a whole address ("{{location}}"); elsewhere it is one segment.
    if (auto added = path.addTemplate(request.path, Escape::url, Escape::urlPart, Escape::url); !added) {
        return added;
    }
    const auto head = path.head();
    m_url = Chunks(&context.known);
    m_baseInside = !head.empty() || path.constant();
    if (m_baseInside && !isAbsolute(head)) {
        m_url.addLiteral(m_base);
        const auto authority = m_base.find("://");
        const bool bareBase
            = authority == std::string::npos || m_base.find('/', authority + 3) == std::string::npos;
        if (!head.starts_with("/") && (!head.empty() || bareBase)) {
            m_url.addLiteral("/");
        }
    }
    m_url.addAll(path);
    char separator = path.literalHas('?') ? '&' : '?';
    for (const auto& [name, value] : request.query) {
        std::string key(1, separator);
        separator = '&';
        appendUrlPart(name, key);
        m_url.addLiteral(key + "=");
        if (auto added = m_url.addTemplate(value, Escape::urlPart, Escape::urlPart); !added) {
            return added;
        }
    }
    return {};
}

Result<void> HttpStep::compileHeaders(const HttpRequest& request, const StepContext& context)
{
    const auto given = [&](std::string_view name) {
        Headers names;
        for (const auto& [key, value] : request.headers) {
            names.emplace_back(key, std::string());
        }
        return findHeader(&names, name) != nullptr;
    };
    const auto add = [&](const std::string& name, const std::string& value) -> Result<void> {
        Chunks chunks(&context.known);
        auto added = chunks.addTemplate(value, Escape::header, Escape::header);
        m_headers.emplace_back(name, std::move(chunks));
        return added;
    };
    for (const auto& header : request.headers) {
        const Headers one{{header.first, {}}};
        // These are ours: what the body is, where it goes and how long it is.
        const bool ours = (m_body.typeFixed && findHeader(&one, "Content-Type") != nullptr)
            || findHeader(&one, "Content-Length") != nullptr;
        if (ours) {
            continue;
        }
        if (auto added = add(header.first, header.second); !added) {
            return added;
        }
    }
    if (m_body.any && (m_body.typeFixed || !given("Content-Type"))) {
        if (auto added = add("Content-Type", m_body.content_type); !added) {
            return added;
        }
    }
    if (!given("User-Agent")) {
        if (auto added = add("User-Agent", std::string(userAgent)); !added) {
            return added;
        }
    }
    if (given("Authorization")) {
        m_auth = AuthProgram();
    }
    return {};
}

Result<void> HttpStep::compileAnswer(const Step& step)
{
    for (const auto& check : step.checks) {
        auto compiled = CompiledCheck::compile(check);
        if (!compiled) {
            return within(compiled.error(), step.name, "check " + plumb::scenario::checkName(check));
        }
        m_needsBody = m_needsBody || compiled->needsBody();
        m_checks.push_back(std::move(*compiled));
    }
    for (const auto& extract : step.extract) {
        auto probe = Probe::compile(extract.from, extract.expression);
        if (!probe) {
            return within(probe.error(), step.name, "extract " + extract.as);
        }
        m_needsBody = m_needsBody || probe->needsBody();
        m_extracts.push_back(std::move(*probe));
    }
    if (step.reason) {
        auto probe = Probe::compile(step.reason->from, step.reason->expression);
        if (!probe) {
            return within(probe.error(), step.name, "reason");
        }
        m_needsBody = m_needsBody || probe->needsBody();
        m_reason = std::move(*probe);
    }
    return {};
}

bool HttpStep::allConstant() const
{
    return m_baseInside && m_url.constant() && m_auth.constant() && !m_step.request.traceparent
        && (!m_body.any || m_constantBody)
        && std::all_of(
            m_headers.begin(), m_headers.end(), [](const auto& header) { return header.second.constant(); });
}

Result<std::string> HttpStep::renderUrl(const RenderContext& context) const
{
    std::string url;
    if (auto rendered = m_url.render(context, url); !rendered) {
        return rendered.error();
    }
    if (!m_baseInside && !isAbsolute(url)) {
        url.insert(0, url.starts_with('/') ? m_base : m_base + "/");
    }
    return url;
}

Result<RenderedRequest> HttpStep::render(const RenderContext& context) const
{
    if (m_constant) {
        return *m_constant;
    }
    RenderedRequest request;
    request.method = m_step.request.method;
    request.timeout_ms = m_timeoutMs;
    auto url = renderUrl(context);
    if (!url) {
        return within(url.error(), m_step.name, "path");
    }
    request.url = std::move(*url);
    request.headers.reserve(m_headers.size() + 2);
    for (const auto& [name, value] : m_headers) {
        request.headers.emplace_back(name, std::string());
        if (auto rendered = value.render(context, request.headers.back().second); !rendered) {
            return within(rendered.error(), m_step.name, "header " + name);
        }
    }
    if (m_auth.any()) {
        std::string value;
        if (auto rendered = m_auth.render(context, value); rendered) {
            request.headers.emplace_back("Authorization", std::move(value));
        } else if (!m_authOptional) {
            return within(rendered.error(), m_step.name, "auth");
        }
    }
    if (m_step.request.traceparent) {
        auto value = traceparent(context);
        if (!value) {
            return within(value.error(), m_step.name, "traceparent");
        }
        request.headers.emplace_back("traceparent", std::move(*value));
    }
    if (m_constantBody) {
        request.body = m_constantBody;
    } else if (m_body.any) {
        auto text = std::make_shared<std::string>();
        if (auto rendered = m_body.chunks.render(context, *text); !rendered) {
            return within(rendered.error(), m_step.name, "body");
        }
        request.body = std::move(text);
    }
    return request;
}

std::string HttpStep::reason(const ResponseView& response) const
{
    if (!m_reason) {
        return {};
    }
    // A reason becomes the name of a metric: it is kept short whatever the answer holds.
    constexpr std::size_t most = 120;
    auto result = m_reason->find(response);
    return result.found ? cleanUtf8(std::string_view(result.value.text).substr(0, most)) : std::string();
}

std::string HttpStep::missingVariable(const VariableScope& variables) const
{
    for (const auto& name : m_step.requires_variables) {
        const Value* value = variables.find(name);
        if (value == nullptr || value->text.empty()) {
            return name;
        }
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const CompiledStep>> compileStep(const Step& step, const StepContext& context)
{
    auto compiled = std::make_shared<HttpStep>();
    if (auto done = compiled->compile(step, context); !done) {
        return done.error();
    }
    return std::shared_ptr<const CompiledStep>(std::move(compiled));
}

} // namespace plumb::scenario

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/httpstep.h"

#include "scenario/encoding.h"
#include "scenario/stepbase.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

constexpr std::string_view userAgent = "plumbline/0.1";
constexpr double defaultTimeoutMs = 30000.0;

bool isAbsolute(std::string_view url)
{
    return url.starts_with("http://") || url.starts_with("https://");
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

class HttpStep final : public StepBase
{
public:
    Result<void> compile(const Step& step, const StepContext& context);

    [[nodiscard]] Result<RenderedRequest> render(const RenderContext& context) const override;
    [[nodiscard]] const RenderedRequest* constantRequest() const override
    {
        return m_constant ? &*m_constant : nullptr;
    }

private:
    Result<void> compileUrl(const HttpRequest& request, const StepContext& context);
    Result<void> compileHeaders(const HttpRequest& request, const StepContext& context);
    [[nodiscard]] Result<std::string> renderUrl(const RenderContext& context) const;
    [[nodiscard]] bool allConstant() const;

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
    std::optional<RenderedRequest> m_constant;
};

Result<void> HttpStep::compile(const Step& step, const StepContext& context)
{
    if (auto done = compileAnswer(step); !done) {
        return done;
    }
    m_base = context.base_url;
    const auto& request = step.request;
    m_timeoutMs = request.timeout_ms.get(context.target->timeout_ms.get(defaultTimeoutMs));
    if (auto done = compileUrl(request, context); !done) {
        return withinStep(done.error(), step.name, "path");
    }
    auto body = compileBody(request.body, context);
    if (!body) {
        return withinStep(body.error(), step.name, "body");
    }
    m_body = std::move(*body);
    if (m_body.any && m_body.chunks.constant()) {
        std::string text;
        if (auto rendered = m_body.chunks.render({}, text); !rendered) {
            return withinStep(rendered.error(), step.name, "body");
        }
        m_constantBody = std::make_shared<const std::string>(std::move(text));
    }
    m_authOptional = !request.auth;
    auto auth = AuthProgram::compile(request.auth ? *request.auth : context.target->auth, context.known);
    if (!auth) {
        return withinStep(auth.error(), step.name, "auth");
    }
    m_auth = std::move(*auth);
    if (auto done = compileHeaders(request, context); !done) {
        return withinStep(done.error(), step.name, "headers");
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
        return withinStep(url.error(), m_step.name, "path");
    }
    request.url = std::move(*url);
    request.headers.reserve(m_headers.size() + 2);
    for (const auto& [name, value] : m_headers) {
        request.headers.emplace_back(name, std::string());
        if (auto rendered = value.render(context, request.headers.back().second); !rendered) {
            return withinStep(rendered.error(), m_step.name, "header " + name);
        }
    }
    if (m_auth.any()) {
        std::string value;
        if (auto rendered = m_auth.render(context, value); rendered) {
            request.headers.emplace_back("Authorization", std::move(value));
        } else if (!m_authOptional) {
            return withinStep(rendered.error(), m_step.name, "auth");
        }
    }
    if (m_step.request.traceparent) {
        auto value = traceparent(context);
        if (!value) {
            return withinStep(value.error(), m_step.name, "traceparent");
        }
        request.headers.emplace_back("traceparent", std::move(*value));
    }
    if (m_constantBody) {
        request.body = m_constantBody;
    } else if (m_body.any) {
        auto text = std::make_shared<std::string>();
        if (auto rendered = m_body.chunks.render(context, *text); !rendered) {
            return withinStep(rendered.error(), m_step.name, "body");
        }
        request.body = std::move(text);
    }
    return request;
}

} // namespace

Result<std::shared_ptr<const CompiledStep>> compileStep(const Step& step, const StepContext& context)
{
    if (step.kind == "sql") {
        return compileSqlStep(step, context);
    }
    if (step.kind == "command") {
        return compileCommandStep(step, context);
    }
    return compiledAs<HttpStep>(step, context);
}

} // namespace plumb::scenario

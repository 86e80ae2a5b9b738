// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/requesthandler.h"

#include "sample/httptext.h"
#include "sample/latencydraw.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace plumb::sample {

namespace {

constexpr double mostCpuMs = 200.0; ///< one request must not hold its thread for longer

Nanos fromMs(double ms)
{
    return Nanos(static_cast<std::int64_t>(std::max(0.0, ms) * 1e6));
}

void appendFiller(std::size_t bytes, std::string& out)
{
    static constexpr std::string_view filler
        = "The plumb line hangs still, and what stands beside it shows how far it leans. ";
    out.reserve(out.size() + bytes);
    for (; bytes > filler.size(); bytes -= filler.size()) {
        out += filler;
    }
    out += filler.substr(0, bytes);
}

} // namespace

RequestHandler::RequestHandler(
    ServiceState& state, std::uint64_t seed, std::size_t index, std::size_t workers)
    : m_state(state)
    , m_random(seed + index)
    , m_sequence(index)
    , m_step(workers)
{
}

RenderContext RequestHandler::context(const RequestView& request)
{
    return {request, m_random, m_sequence, 0};
}

void RequestHandler::handle(RequestView& request, Reply& reply)
{
    m_sequence += m_step;
    reply.route = m_state.routes.size();
    const Nanos now = m_state.clock->now() - m_state.started;
    if (!m_state.limit.admit(now)) {
        setError(reply, 429, "rate_limited");
        reply.headers = "Retry-After: 1\r\n";
        return;
    }
    auto match = m_state.router.find(request.method(), request.path());
    if (!match.route) {
        setError(reply, match.allow.empty() ? 404 : 405,
            match.allow.empty() ? "no_such_route" : "method_not_allowed");
        if (!match.allow.empty()) {
            reply.headers = "Allow: " + match.allow + "\r\n";
        }
        return;
    }
    reply.route = *match.route;
    request.parameters = std::move(match.parameters);
    const CompiledRoute& route = m_state.routes[*match.route];
    const auto effect = m_state.disturbances.at(now, request.path(), m_random);
    if (!allowed(request, route.spec, reply)) {
        return;
    }
    time(request, route, effect.slow_factor, reply);
    if (effect.fail) {
        setError(reply, 503, "injected_failure");
        return;
    }
    fill(request, route, reply);
}

bool RequestHandler::allowed(RequestView& request, const RouteSpec& route, Reply& reply)
{
    const auto& auth = m_state.spec.auth;
    if (route.needs_session) {
        const auto key = request.cookie(auth.session_cookie);
        const auto session = key ? m_state.accounts.session(*key) : std::nullopt;
        if (!session) {
            setError(reply, 401, "no_session");
            return false;
        }
        // The header must repeat the cookie, which a foreign site cannot read (double submit), and both must
        // be the session's own.
        if (route.needs_csrf
            && (request.header(auth.csrf_header) != session->csrf
                || request.cookie(auth.csrf_cookie) != session->csrf)) {
            setError(reply, 403, "csrf_mismatch");
            return false;
        }
        request.user = session->email;
    }
    const auto authorization = request.header("Authorization").value_or(std::string_view());
    if (route.needs_basic) {
        const auto given = basicCredentials(authorization);
        if (!given || m_state.accounts.check(given->user, given->password) != Accounts::Check::ok) {
            setError(reply, 401, given ? "wrong_credentials" : "no_credentials");
            reply.headers = "WWW-Authenticate: Basic realm=\"sample\"\r\n";
            return false;
        }
        request.user = given->user;
    }
    if (route.needs_bearer) {
        constexpr std::string_view scheme = "Bearer ";
        const bool given = authorization.starts_with(scheme);
        const auto now = m_state.clock->now();
        if (!given || !m_state.accounts.tokenValid(authorization.substr(scheme.size()), now)) {
            setError(reply, 401, given ? "invalid_token" : "no_token");
            reply.headers = given ? "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n"
                                  : "WWW-Authenticate: Bearer\r\n";
            return false;
        }
    }
    return true;
}

void RequestHandler::time(RequestView& request, const CompiledRoute& route, double slowFactor, Reply& reply)
{
    const auto& spec = route.spec;
    if (route.coldKeys) {
        std::string key;
        for (const auto& part : route.cacheKey) {
            const auto value = part.evaluate(context(request));
            key += (value ? value->text : std::string()) + '\n';
        }
        request.cold = route.coldKeys->cold(key, spec.cache->cold_first);
    }
    const bool coldLatency = request.cold && spec.cache->latency.kind != Latency::Kind::none;
    double wait = drawMs(coldLatency ? spec.cache->latency : spec.latency, m_random);
    if (spec.cost) {
        const double kb = static_cast<double>(request.body().size()) / 1024.0;
        const double items = route.costItems ? route.costItems->number(context(request)) : 0.0;
        wait += (spec.cost->wait_us_per_kb * kb + spec.cost->wait_us_per_item * items) / 1000.0;
        reply.cpu = fromMs(std::min(
            mostCpuMs, (spec.cost->cpu_us_per_kb * kb + spec.cost->cpu_us_per_item * items) / 1000.0));
    }
    constexpr double mostWaitMs = 600'000.0;
    reply.wait = fromMs(std::min(wait * slowFactor, mostWaitMs));
}

void RequestHandler::fill(RequestView& request, const CompiledRoute& route, Reply& reply)
{
    const auto& spec = route.spec;
    const bool coldStatus = request.cold && !spec.cache->status.empty();
    if (route.constant && !coldStatus) {
        reply.status = spec.status.empty() ? 200 : spec.status.front().status;
        reply.fixed = &route.fixed;
        return;
    }
    reply.headers = route.headers;
    if (!spec.redirect_to.empty()) {
        reply.status = spec.redirect_status;
        reply.headers += "Location: " + spec.redirect_to + "\r\n";
        return;
    }
    if (spec.action != Action::none) {
        act(request, route, reply);
        return;
    }
    const auto& choice = drawStatus(coldStatus ? spec.cache->status : spec.status, m_random);
    if (choice.status >= 400) {
        setError(reply, choice.status, choice.reason);
        return;
    }
    reply.status = choice.status;
    if (choice.status == 204 || choice.status == 304) {
        return;
    }
    reply.content_type = spec.body.content_type;
    switch (spec.body.kind) {
    case BodyKind::empty:
        break;
    case BodyKind::bytes:
        appendFiller(
            std::uniform_int_distribution<std::size_t>(spec.body.min_bytes, spec.body.max_bytes)(m_random),
            reply.body);
        break;
    case BodyKind::text:
        reply.body = spec.body.text;
        break;
    case BodyKind::json:
        route.body.render(context(request), reply.body);
        break;
    }
}

void RequestHandler::act(RequestView& request, const CompiledRoute& route, Reply& reply)
{
    const auto& auth = m_state.spec.auth;
    switch (route.spec.action) {
    case Action::none:
        return;
    case Action::login:
        return signIn(request, reply, false);
    case Action::registerUser:
        return signIn(request, reply, true);
    case Action::token:
        return issueToken(request, reply);
    case Action::logout:
        if (const auto key = request.cookie(auth.session_cookie)) {
            m_state.accounts.closeSession(*key);
        }
        reply.status = 204;
        reply.headers += "Set-Cookie: " + auth.session_cookie + "=; Path=/; Max-Age=0\r\n"
            + "Set-Cookie: " + auth.csrf_cookie + "=; Path=/; Max-Age=0\r\n";
        return;
    case Action::metrics: {
        std::vector<std::pair<std::string, std::string>> names;
        for (const auto& item : m_state.routes) {
            names.emplace_back(item.spec.method, item.spec.path);
        }
        reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
        reply.body = prometheusText(m_state.metrics, names);
        return;
    }
    }
}

void RequestHandler::signIn(RequestView& request, Reply& reply, bool registering)
{
    const auto field = [&request](const char* name) {
        std::string_view text;
        if (const auto body = request.json(); body && (*body)[name].get(text) == simdjson::SUCCESS) {
            return std::string(text);
        }
        return request.form(name).value_or(std::string());
    };
    const auto email = field("email");
    const auto password = field("password");
    constexpr std::size_t longest = 320; // of an e-mail address, RFC 3696
    if (email.empty() || password.empty() || email.size() > longest || password.size() > longest) {
        setError(reply, 422, "missing_fields");
        return;
    }
    if (registering) {
        if (!m_state.accounts.add(email, password)) {
            setError(reply, 409, "user_exists");
            return;
        }
        reply.status = 201;
    } else if (const auto check = m_state.accounts.check(email, password); check != Accounts::Check::ok) {
        setError(reply, 401, check == Accounts::Check::unknownUser ? "unknown_user" : "wrong_password");
        return;
    }
    const auto& auth = m_state.spec.auth;
    const auto key = randomUuid(m_random);
    const auto csrf = randomUuid(m_random);
    m_state.accounts.openSession(key, {email, csrf});
    const std::string secure = m_state.tls ? "; Secure" : "";
    reply.headers += "Set-Cookie: " + auth.session_cookie + "=" + key + "; Path=/; HttpOnly; SameSite=Lax"
        + secure + "\r\nSet-Cookie: " + auth.csrf_cookie + "=" + csrf + "; Path=/; SameSite=Lax" + secure
        + "\r\n";
    reply.content_type = "application/json";
    reply.body = dumpJson(Json{{"user", {{"email", email}}}, {"csrf_token", csrf}});
}

void RequestHandler::issueToken(RequestView& request, Reply& reply)
{
    const auto basic = basicCredentials(request.header("Authorization").value_or(std::string_view()));
    const auto id = basic ? basic->user : request.form("client_id").value_or(std::string());
    const auto secret = basic ? basic->password : request.form("client_secret").value_or(std::string());
    // Error codes of RFC 6749 section 5.2.
    const auto refuse = [&reply](int status, const char* code) {
        setError(reply, status, code);
        reply.body = dumpJson(Json{{"error", code}, {"reason_code", code}});
    };
    if (request.form("grant_type") != "client_credentials") {
        refuse(400, "unsupported_grant_type");
        return;
    }
    if (!m_state.accounts.knowsClient(id, secret)) {
        refuse(401, "invalid_client");
        return;
    }
    const auto token = randomUuid(m_random);
    const double ttl = m_state.spec.auth.token_ttl_s;
    m_state.accounts.addToken(token, m_state.clock->now() + fromMs(ttl * 1000.0));
    reply.headers += "Cache-Control: no-store\r\n";
    reply.content_type = "application/json";
    reply.body = dumpJson(Json{{"access_token", token}, {"token_type", "Bearer"}, {"expires_in", ttl}});
}

} // namespace plumb::sample

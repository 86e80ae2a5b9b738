// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/trialuser.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/timestamp.h"
#include "engine/judgeexchange.h"
#include "engine/oauth2step.h"
#include "engine/urlparts.h"

#include <cmath>

namespace plumb::runner {

namespace {

/// How often a cancellation is looked for.
constexpr Nanos cancelEvery = std::chrono::milliseconds(50);

std::optional<double> between(Nanos from, Nanos to)
{
    if (from <= Nanos{} || to < from) {
        return std::nullopt;
    }
    return std::chrono::duration<double, std::milli>(to - from).count();
}

std::string cut(std::string text)
{
    if (text.size() > trialBody) {
        text.resize(trialBody);
    }
    return cleanUtf8(text);
}

} // namespace

TrialUser::TrialUser(
    const scenario::CompiledScenario& scenario, engine::Transport& transport, engine::HostFilter hostAllowed)
    : m_scenario(scenario)
    , m_transport(transport)
    , m_hostAllowed(std::move(hostAllowed))
    , m_variables(std::make_shared<scenario::VariableScope>(scenario.variables))
    , m_random(scenario.seed, 0)
{
    for (const auto& secret : scenario.secrets) {
        m_masker.add(secret);
    }
}

Result<Trial> TrialUser::run(engine::Reactor& reactor, const std::shared_ptr<std::atomic_bool>& cancelled)
{
    const auto token = engine::makeTokenStep(m_scenario);
    if (!token) {
        return token.error();
    }
    if (*token) {
        m_items.push_back({*token, true, false, false});
    }
    plan();
    drawData();
    m_reactor = &reactor;
    m_cancelled = cancelled;
    reactor.onWake([this] {
        if (m_cancelled && *m_cancelled && m_flying) {
            m_trial.ended = "cancelled";
            m_transport.cancel(0);
            return;
        }
        m_reactor->wakeAt(SteadyClock().now() + cancelEvery);
    });
    reactor.post([this] {
        m_reactor->wakeAt(SteadyClock().now() + cancelEvery);
        next();
    });
    reactor.run();
    return std::move(m_trial);
}

void TrialUser::plan()
{
    for (const auto& setup : m_scenario.setup) {
        m_items.push_back({setup.step, true, false, false});
        for (const auto& repair : setup.on_failure) {
            m_items.push_back({repair, true, true, false});
        }
        if (!setup.on_failure.empty()) {
            m_items.push_back({setup.step, true, false, true});
        }
    }
    for (const auto& step : m_scenario.patterns.front().steps) {
        m_items.push_back({step, step != m_scenario.patterns.front().steps.back(), false, false});
    }
}

void TrialUser::drawData()
{
    for (const auto& source : m_scenario.data) {
        const auto row = source->next(0, m_random);
        if (!row) {
            continue;
        }
        for (const auto& [column, value] : *row) {
            if (value.secret) {
                m_masker.add(value.text);
            }
            m_variables->set(source->name() + "." + column, value);
        }
    }
}

void TrialUser::end(const std::string& why)
{
    if (m_trial.ended.empty()) {
        m_trial.ended = why;
    }
    m_reactor->quit();
}

void TrialUser::next()
{
    // Repairs and the second try only follow a failure.
    while (m_at < m_items.size() && (m_items[m_at].repair || m_items[m_at].again) && !m_failed) {
        ++m_at;
    }
    if (m_at >= m_items.size() || (m_cancelled && *m_cancelled)) {
        return end(m_at >= m_items.size() ? std::string() : "cancelled");
    }
    const auto& step = *m_items[m_at].step;
    const scenario::RenderContext context{m_variables.get(), &m_random, &m_sequence, wallClockMs()};
    const auto rendered = step.render(context);
    if (!rendered) {
        return end(step.step().name + ": " + rendered.error().text());
    }
    const bool http = !rendered->sql && !rendered->command;
    if (const auto place
        = !http ? Result<void>() : engine::checkHost(rendered->url, m_scenario.base_url, m_hostAllowed);
        !place) {
        return end(step.step().name + ": " + place.error().text());
    }
    engine::Request request;
    request.method = rendered->method;
    request.url = rendered->url;
    request.headers = rendered->headers;
    request.body = rendered->body;
    request.sql = rendered->sql;
    request.command = rendered->command;
    request.keep_start = trialBody;
    request.timeout = Nanos{std::llround(rendered->timeout_ms * 1e6)};
    m_hops = 0;
    send(request);
}

void TrialUser::send(const engine::Request& request)
{
    m_request = request;
    const auto cookies = m_request.isHttp() ? m_cookies.header(m_request.url, wallClockMs()) : std::string();
    if (!cookies.empty()) {
        m_request.headers.emplace_back("Cookie", cookies);
    }
    m_flying = true;
    m_transport.send(0, m_request, [this](engine::Exchange&& exchange) { arrived(std::move(exchange)); });
}

void TrialUser::arrived(engine::Exchange&& exchange)
{
    m_flying = false;
    for (const auto& [name, value] : exchange.headers) {
        if (engine::equalsIgnoringCase(name, "set-cookie")) {
            m_masker.add(engine::setCookieValue(value));
            m_cookies.store(m_request.url, value, wallClockMs());
        }
    }
    write(exchange);
    if (m_trial.ended == "cancelled") {
        return m_reactor->quit();
    }
    if (follow(exchange)) {
        return;
    }
    judge(exchange);
    const auto& item = m_items[m_at];
    const auto& written = m_trial.exchanges.back();
    const auto ok = written.outcome == report::Outcome::ok;
    const auto first = item.setup && !item.repair && !item.again;
    if (first || item.again) {
        m_failed = !ok;
    }
    const auto repairs = m_at + 1 < m_items.size() && m_items[m_at + 1].repair;
    if (item.setup && !ok && !item.repair && !(first && repairs)) {
        return end(written.step + ": " + written.message);
    }
    ++m_at;
    next();
}

bool TrialUser::follow(const engine::Exchange& exchange)
{
    const auto wanted = m_items[m_at].step->step().request.follow_redirects.get(true);
    if (exchange.outcome != report::Outcome::ok || !engine::isRedirect(exchange) || !wanted) {
        return false;
    }
    if (++m_hops > engine::mostRedirects) {
        m_trial.exchanges.back().message
            = "more than " + std::to_string(engine::mostRedirects) + " redirects";
        return false;
    }
    auto following = engine::followRedirect(m_request, exchange, m_hostAllowed);
    if (!following) {
        m_trial.exchanges.back().message = following.error().text();
        return false;
    }
    send(*following);
    return true;
}

void TrialUser::judge(const engine::Exchange& exchange)
{
    auto& written = m_trial.exchanges.back();
    const auto& step = *m_items[m_at].step;
    const auto cookies = m_cookies.cookies(m_request.url, wallClockMs());
    scenario::ResponseView view;
    view.status = exchange.status;
    view.headers = &exchange.headers;
    view.body = exchange.body;
    view.service_ms = written.total_ms.value_or(0.0);
    view.failure = exchange.failure;
    view.cookies = &cookies;
    const auto verdict = engine::judgeExchange(step, exchange, view);
    written.outcome = written.message.empty() ? verdict.outcome : report::Outcome::protocol;
    if (written.message.empty()) {
        written.message = verdict.message;
    }
    for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
        written.checks.push_back({step.checkName(i), step.check(i, view).message, verdict.checks[i]});
    }
    if (exchange.outcome == report::Outcome::ok) {
        const auto& extracts = step.step().extract;
        for (std::size_t i = 0; i < extracts.size(); ++i) {
            auto result = step.extract(i, view);
            if (!result.found && !extracts[i].optional && written.outcome == report::Outcome::ok) {
                written.outcome = report::Outcome::check;
                written.message = result.message.empty() ? extracts[i].as + " was not found" : result.message;
            }
            written.extracted.push_back(
                {extracts[i].as, result.found ? "***" : std::string(), result.message, result.found});
            if (result.found) {
                m_masker.add(result.value.text);
                m_variables->set(extracts[i].as, std::move(result.value));
            }
        }
    }
    // What was extracted just now must not be readable in the answer it came from.
    for (auto& check : written.checks) {
        check.message = m_masker.mask(check.message);
    }
    written.body = m_masker.mask(written.body);
    written.headers = m_masker.maskHeaders(written.headers);
    written.message = m_masker.mask(written.message);
}

void TrialUser::write(const engine::Exchange& exchange)
{
    TrialExchange written;
    written.step = m_items[m_at].step->step().name;
    written.setup = m_items[m_at].setup;
    written.kind = m_items[m_at].step->step().kind;
    written.rows = exchange.rows;
    written.method = m_request.method;
    written.url = m_masker.mask(m_request.url);
    written.request_headers = m_masker.maskHeaders(m_request.headers);
    if (m_request.body) {
        written.request_body = m_masker.mask(cut(*m_request.body));
    }
    written.http_version = exchange.http_version;
    written.status = exchange.status;
    written.headers = m_masker.maskHeaders(exchange.headers);
    written.body_cut = exchange.body_cut || exchange.body.size() > trialBody;
    written.body = m_masker.mask(cut(exchange.body));
    written.bytes_received = exchange.bytes_received;
    written.outcome = exchange.outcome;
    written.message = exchange.outcome == report::Outcome::ok ? std::string() : m_masker.mask(exchange.error);
    written.connect_ms = between(exchange.connect_start, exchange.connected);
    written.tls_ms = between(exchange.connected, exchange.tls_done);
    written.wait_ms = between(exchange.sent, exchange.first_byte);
    written.body_ms = between(exchange.first_byte, exchange.end);
    written.total_ms = between(exchange.start, exchange.end);
    m_trial.exchanges.push_back(std::move(written));
}

} // namespace plumb::runner

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/stepexecution.h"

#include "base/timestamp.h"
#include "engine/urlparts.h"

#include <algorithm>
#include <cmath>

namespace plumb::engine {

namespace {

double milliseconds(Nanos time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// A whole answer, or the full age of a timeout; not connect failures and broken answers.
bool hasLatency(const Exchange& exchange)
{
    return exchange.outcome == Outcome::ok || exchange.outcome == Outcome::timeout;
}

} // namespace

void UserState::remember(const std::string& secret)
{
    recent_secrets[next_secret] = secret;
    next_secret = (next_secret + 1) % recent_secrets.size();
}

StepExecution::StepExecution(WorkerContext& context, UserState& user, Handler handler)
    : m_context(context)
    , m_user(user)
    , m_handler(std::move(handler))
{
}

Result<void> StepExecution::start(const Start& start)
{
    m_start = start;
    m_hops = 0;
    m_index = start.step->index;
    if (start.step->cold_index >= 0) {
        auto& executions = m_context.shared.executions[static_cast<std::size_t>(start.step->index)];
        if (executions.fetch_add(1, std::memory_order_relaxed) < start.step->cold_first)
            m_index = start.step->cold_index;
    }
    if (const Result<void> made = makeRequest(); !made) {
        m_request = {}; // what is in it is of the step before
        return refuse(made.error(), Outcome::check);
    }
    if (m_request.isHttp()) {
        const Result<void> place
            = checkHost(m_request.url, m_context.scenario.base_url, m_context.host_allowed);
        if (!place)
            return refuse(place.error(), Outcome::protocol);
    }
    send(m_request);
    return {};
}

/// What was to be sent and could not be made is a failed request: left out, it would make a run green that
/// sends half of its requests.
Error StepExecution::refuse(const Error& error, Outcome outcome)
{
    m_context.recorder.sent(m_index, m_start.phase);
    Exchange exchange;
    exchange.outcome = outcome;
    exchange.start = exchange.end = m_firstSend = m_context.clock.now();
    m_context.recorder.finished(m_index, m_start.phase, exchange, outcome);
    sample(exchange, {outcome, false, exchange.end, error.text()}, {});
    return error;
}

Result<void> StepExecution::makeRequest()
{
    const scenario::CompiledStep& step = *m_start.step->step;
    const auto take = [this](const scenario::RenderedRequest& rendered) {
        m_request.method = rendered.method;
        m_request.url = rendered.url;
        m_request.headers = rendered.headers;
        m_request.body = rendered.body;
        m_request.sql = rendered.sql;
        m_request.command = rendered.command;
        m_request.timeout = Nanos{std::llround(rendered.timeout_ms * 1e6)};
    };
    if (const scenario::RenderedRequest* constant = step.constantRequest()) {
        take(*constant);
    } else {
        const scenario::RenderContext context{
            m_user.variables.get(), &m_user.random, &m_user.sequence, wallClockMs()};
        const Result<scenario::RenderedRequest> rendered = step.render(context);
        if (!rendered)
            return rendered.error();
        take(*rendered);
    }
    m_request.fresh_connection
        = m_context.scenario.scenario.target.connection == scenario::Connection::perRequest;
    m_request.close_after = m_start.close_after;
    m_request.want_body = step.needsBody();
    m_request.keep_start = rawSampleBody; // whether it becomes a sample is known when it is over
    if (m_request.isHttp())
        addCookies(m_request);
    return {};
}

/// Cookies of the jar come after those the scenario wrote itself.
void StepExecution::addCookies(Request& request)
{
    if (m_user.cookies.empty())
        return;
    const std::string cookies = m_user.cookies.header(request.url, wallClockMs());
    if (cookies.empty())
        return;
    for (auto& [name, value] : request.headers) {
        if (equalsIgnoringCase(name, "cookie")) {
            value += "; " + cookies;
            return;
        }
    }
    request.headers.emplace_back("Cookie", cookies);
}

void StepExecution::send(const Request& request)
{
    m_lastSend = m_context.clock.now();
    if (m_hops == 0)
        m_firstSend = m_lastSend;
    m_inFlight = true;
    m_context.recorder.sent(m_index, m_start.phase);
    m_context.transport.send(m_user.slot, request, [this, generation = ++m_generation](Exchange&& exchange) {
        if (generation == m_generation)
            onExchange(std::move(exchange));
    });
}

void StepExecution::abandon()
{
    if (!m_inFlight)
        return;
    m_inFlight = false;
    ++m_generation;
    m_context.unfinished.push_back({m_index, m_start.phase, m_context.clock.now() - m_lastSend});
    m_context.transport.cancel(m_user.slot);
}

void StepExecution::onExchange(Exchange&& exchange)
{
    m_inFlight = false;
    // The transport's own start is nearer to the wire than ours; without one (nothing was sent) ours stands.
    if (m_hops == 0 && exchange.start > Nanos{})
        m_firstSend = exchange.start;
    if (exchange.end <= Nanos{})
        exchange.end = m_context.clock.now();
    takeCookies(exchange);
    std::string refusal;
    if (follow(exchange, refusal))
        return;
    finish(exchange, refusal);
}

void StepExecution::takeCookies(const Exchange& exchange)
{
    for (const auto& [name, value] : exchange.headers) {
        if (!equalsIgnoringCase(name, "set-cookie"))
            continue;
        const std::string secret(setCookieValue(value));
        m_user.remember(secret);
        m_context.secrets.note(secret);
        m_user.cookies.store(m_request.url, value, wallClockMs());
    }
}

bool StepExecution::follow(const Exchange& exchange, std::string& refusal)
{
    if (exchange.outcome != Outcome::ok || !isRedirect(exchange)
        || !m_start.step->step->step().request.follow_redirects.get(true))
        return false;
    if (m_hops >= mostRedirects) {
        refusal = "more than " + std::to_string(mostRedirects) + " redirects";
        return false;
    }
    Result<Request> next = followRedirect(m_request, exchange, m_context.host_allowed);
    if (!next) {
        refusal = next.error().text();
        return false;
    }
    m_context.recorder.finished(m_index, m_start.phase, exchange, Outcome::ok);
    ++m_hops;
    m_request = std::move(*next);
    addCookies(m_request);
    send(m_request);
    return true;
}

void StepExecution::finish(const Exchange& exchange, const std::string& refusal)
{
    const scenario::CompiledStep& step = *m_start.step->step;
    std::map<std::string, std::string> cookies;
    scenario::ResponseView view;
    view.status = exchange.status;
    view.headers = &exchange.headers;
    view.body = exchange.body;
    view.service_ms = milliseconds(exchange.end - m_firstSend);
    view.failure = exchange.failure;
    if (m_start.step->needs_cookies) {
        cookies = m_user.cookies.cookies(m_request.url, wallClockMs());
        view.cookies = &cookies;
    }
    ExchangeVerdict verdict = judgeExchange(step, exchange, view);
    for (std::size_t i = 0; i < verdict.checks.size(); ++i)
        m_context.recorder.check(m_index, m_start.phase, i, verdict.checks[i]);
    End end{verdict.outcome, false, exchange.end, std::move(verdict.message)};
    if (!refusal.empty()) {
        end.outcome = Outcome::protocol;
        end.message = refusal;
    }
    if (exchange.outcome == Outcome::ok)
        extract(view, end);
    const bool answered = exchange.status != 0 || (!m_request.isHttp() && exchange.outcome == Outcome::ok);
    std::string reason = answered ? step.reason(view) : std::string();
    if (reason.empty())
        reason = exchange.reason;
    if (!reason.empty())
        m_context.recorder.reason(m_index, m_start.phase, reason);
    m_context.recorder.finished(m_index, m_start.phase, exchange, end.outcome);
    if (hasLatency(exchange))
        recordLatency(exchange, end.outcome);
    sample(exchange, end, reason);
    m_handler(end);
}

/// Also after a failing check, so that every value that would be extracted is known to the masker before the
/// exchange becomes a sample. A missing value fails a request that was ok until here.
void StepExecution::extract(const scenario::ResponseView& view, End& end)
{
    const scenario::CompiledStep& step = *m_start.step->step;
    const std::vector<scenario::Extract>& extracts = step.step().extract;
    for (std::size_t i = 0; i < extracts.size(); ++i) {
        scenario::ExtractResult result = step.extract(i, view);
        if (result.found) {
            m_user.remember(result.value.text);
            m_context.secrets.note(result.value.text);
            m_user.variables->set(extracts[i].as, std::move(result.value));
        } else if (!extracts[i].optional) {
            end.extract_failed = true;
            if (end.outcome == Outcome::ok) {
                end.outcome = Outcome::check;
                end.message = result.message.empty() ? extracts[i].as + " was not found" : result.message;
            }
        }
    }
}

void StepExecution::recordLatency(const Exchange& exchange, Outcome outcome)
{
    const Nanos service = exchange.end - m_firstSend;
    const Nanos response = m_start.open ? exchange.end - m_start.intended : service;
    m_context.recorder.latency(m_index, m_start.phase, response, service, outcome == Outcome::ok);
}

void StepExecution::sample(const Exchange& exchange, const End& end, const std::string& reason)
{
    const double service = milliseconds(exchange.end - m_firstSend);
    const double response = m_start.open ? milliseconds(exchange.end - m_start.intended) : service;
    const bool slow = end.ok() && m_start.phase == Phase::measure && m_context.sampler.wantsSlow(response);
    const bool failing = !end.ok() && m_context.sampler.wantsFailing(m_index, end.outcome);
    if (!slow && !failing)
        return;
    for (const std::string& secret : m_user.recent_secrets)
        m_context.secrets.tell(secret);
    report::Sample sample = makeSample(m_request, exchange);
    sample.at_s = std::chrono::duration<double>(m_start.intended - m_context.origin).count();
    sample.step = m_context.plan.steps[static_cast<std::size_t>(m_index)].name;
    sample.pattern = m_start.pattern != nullptr ? *m_start.pattern : std::string();
    sample.outcome = end.outcome;
    sample.reason = reason;
    sample.error = end.message;
    sample.response_ms = response;
    sample.service_ms = service;
    sample.user = m_user.id;
    if (slow)
        m_context.sampler.addSlow(std::move(sample));
    else
        m_context.sampler.addFailing(std::move(sample));
}

} // namespace plumb::engine

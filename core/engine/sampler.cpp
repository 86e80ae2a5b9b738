// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampler.h"

#include <algorithm>

namespace plumb::engine {

namespace {

constexpr int perStepAndOutcome = 3; ///< failing ones kept in an interval

bool slower(const report::Sample& a, const report::Sample& b)
{
    return a.response_ms > b.response_ms;
}

std::optional<double> milliseconds(Nanos from, Nanos to)
{
    if (from <= Nanos{} || to < from)
        return std::nullopt;
    return std::chrono::duration<double, std::milli>(to - from).count();
}

} // namespace

Sampler::Sampler(std::size_t steps)
    : m_seen(steps)
{
}

bool Sampler::wantsFailing(int step, report::Outcome outcome)
{
    int& seen = m_seen[static_cast<std::size_t>(step)][static_cast<std::size_t>(outcome)];
    return seen++ < perStepAndOutcome;
}

void Sampler::addFailing(report::Sample sample)
{
    sample.why = "failed";
    m_failing.push_back(std::move(sample));
}

bool Sampler::wantsSlow(double response_ms) const
{
    return m_slow.size() < slowest || response_ms > m_slow.front().response_ms;
}

void Sampler::addSlow(report::Sample sample)
{
    sample.why = "slow";
    if (m_slow.size() == slowest) {
        std::pop_heap(m_slow.begin(), m_slow.end(), slower);
        m_slow.pop_back();
    }
    m_slow.push_back(std::move(sample));
    std::push_heap(m_slow.begin(), m_slow.end(), slower);
}

std::vector<report::Sample> Sampler::takeFailing()
{
    for (auto& counts : m_seen)
        counts.fill(0);
    return std::exchange(m_failing, {});
}

std::vector<report::Sample> Sampler::takeSlow()
{
    return std::exchange(m_slow, {});
}

report::Sample makeSample(const Request& request, const Exchange& exchange)
{
    report::Sample sample;
    sample.method = request.method;
    sample.url = request.url;
    sample.status = exchange.status;
    sample.connect_ms = milliseconds(exchange.connect_start, exchange.connected);
    if (exchange.tls_done > Nanos{})
        sample.tls_ms = milliseconds(exchange.connected, exchange.tls_done);
    if (exchange.first_byte > Nanos{})
        sample.ttfb_ms = milliseconds(exchange.start, exchange.first_byte);
    sample.request_headers = request.headers;
    sample.response_headers = exchange.headers;
    if (request.body) {
        sample.request_body = request.body->substr(0, rawSampleBody);
        sample.request_cut = request.body->size() > rawSampleBody;
    }
    sample.response_body = exchange.body.substr(0, rawSampleBody);
    sample.response_cut = exchange.body_cut || exchange.body.size() > rawSampleBody;
    return sample;
}

} // namespace plumb::engine

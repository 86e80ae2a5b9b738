// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recorder.h"

#include <algorithm>

namespace plumb::engine {

namespace {

std::int64_t micros(Nanos time)
{
    return (time.count() + 500) / 1000;
}

/// Records the time from @p from to @p to where both moments are known.
void span(StepCell& cell, Series series, Nanos from, Nanos to)
{
    if (from > Nanos{} && to >= from)
        cell.record(series, micros(to - from));
}

/// When the connection was ready; 0 where a new one was made and the transport cannot tell when.
Nanos readyToSend(const Exchange& exchange)
{
    const Nanos connected = std::max(exchange.connected, exchange.tls_done);
    return exchange.new_connection && connected == Nanos{} ? Nanos{} : std::max(exchange.start, connected);
}

report::CommandUse useOf(const ProcessUse& use)
{
    const auto figure = [](double value) { return report::CommandUse::Figure{value, value}; };
    return {1, figure(std::chrono::duration<double>(use.user).count()),
        figure(std::chrono::duration<double>(use.system).count()),
        figure(static_cast<double>(use.peak_rss_kb) * 1024.0 / 1e6)};
}

} // namespace

Recorder::Recorder(std::unique_ptr<Interval> first)
    : m_interval(std::move(first))
{
}

void Recorder::sent(int step, Phase phase)
{
    ++m_interval->cell(step, phase).sent;
    ++m_interval->iterations(phase).planned_requests;
}

void Recorder::finished(int step, Phase phase, const Exchange& exchange, Outcome outcome)
{
    StepCell& cell = m_interval->cell(step, phase);
    ++cell.outcomes[static_cast<std::size_t>(outcome)];
    if (exchange.status != 0)
        ++cell.statuses[exchange.status >= 100 && exchange.status < 600
                ? static_cast<std::size_t>(exchange.status)
                : 0U];
    cell.sent_bytes += exchange.bytes_sent;
    cell.received_bytes += exchange.bytes_received;
    cell.rows += exchange.rows.value_or(0);
    if (exchange.use)
        cell.command.add(useOf(*exchange.use));
    span(cell, Series::connect, exchange.connect_start, exchange.connected);
    if (exchange.tls_done > Nanos{})
        span(cell, Series::tls, exchange.connected, exchange.tls_done);
    if (exchange.sent > Nanos{})
        span(cell, Series::send, readyToSend(exchange), exchange.sent);
    if (exchange.first_byte > Nanos{}) {
        span(cell, Series::ttfb, exchange.start, exchange.first_byte);
        span(cell, Series::wait, exchange.sent, exchange.first_byte);
        span(cell, Series::receive, exchange.first_byte, exchange.end);
    }
    if (exchange.new_connection) {
        ++m_interval->connects;
        m_interval->handshakes += exchange.tls_done > Nanos{} ? 1 : 0;
    }
    m_interval->resends += exchange.resends;
    if (exchange.shortage != Shortage::none)
        ++(exchange.shortage == Shortage::ports ? m_interval->port_errors : m_interval->file_errors);
    if (phase == Phase::measure) {
        m_measured.first = m_measured.first ? std::min(*m_measured.first, exchange.start) : exchange.start;
        m_measured.last = m_measured.last ? std::max(*m_measured.last, exchange.end) : exchange.end;
    }
}

void Recorder::latency(int step, Phase phase, Nanos response, Nanos service, bool ok)
{
    StepCell& cell = m_interval->cell(step, phase);
    const bool closed = m_interval->layout().closed || phase == Phase::setup;
    const std::int64_t shown = micros(closed ? service : response);
    cell.record(Series::response, shown);
    if (ok)
        cell.record(Series::responseOk, shown);
    if (!closed)
        cell.record(Series::service, micros(service));
}

void Recorder::check(int step, Phase phase, std::size_t index, bool passed)
{
    ++m_interval->cell(step, phase).checks[index][passed ? 1 : 0];
}

void Recorder::reason(int step, Phase phase, const std::string& code)
{
    m_interval->cell(step, phase).reasons.add(code);
}

void Recorder::planned(Phase phase, std::int64_t iterations)
{
    m_interval->iterations(phase).planned += iterations;
}

void Recorder::started(Phase phase)
{
    ++m_interval->iterations(phase).started;
}

void Recorder::completed(Phase phase, Nanos duration)
{
    IterationCell& cell = m_interval->iterations(phase);
    ++cell.completed;
    cell.duration.record(micros(duration));
}

void Recorder::aborted(Phase phase)
{
    ++m_interval->iterations(phase).aborted;
}

void Recorder::dropped(Phase phase)
{
    IterationCell& cell = m_interval->iterations(phase);
    ++cell.dropped;
    ++cell.planned_requests;
}

void Recorder::sendLag(Nanos late)
{
    m_interval->lag.record(std::max<std::int64_t>(micros(late), 0));
}

void Recorder::userWait(Nanos waited)
{
    m_interval->waited.record(std::max<std::int64_t>(micros(waited), 0));
}

void Recorder::loopDelay(Nanos late, Nanos interval)
{
    // Otherwise a pause of a second would count as one late heartbeat of a hundred.
    for (; late >= Nanos{}; late -= interval)
        m_interval->loop.record(micros(late));
}

std::unique_ptr<Interval> Recorder::swap(std::unique_ptr<Interval> fresh)
{
    std::swap(m_interval, fresh);
    return fresh;
}

} // namespace plumb::engine

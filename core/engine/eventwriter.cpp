// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eventwriter.h"

#include "engine/tickbuilder.h"

#include <algorithm>

namespace plumb::engine {

namespace {
constexpr int mostFailing = 200;
constexpr int mostNotices = 100;
} // namespace

EventWriter::EventWriter(Engine::Sink sink, std::shared_ptr<scenario::Masker> masker)
    : m_sink(std::move(sink))
    , m_masker(std::move(masker))
{
}

std::string EventWriter::masked(const std::string& text) const
{
    return m_masker ? m_masker->mask(text) : text;
}

void EventWriter::started(const report::RunStarted& started)
{
    m_sink(started);
}

void EventWriter::state(report::RunState state, double at_s, const std::string& text)
{
    m_sink(report::StateChanged{state, at_s, masked(text)});
}

void EventWriter::mark(const std::string& kind, double at_s, const std::string& text)
{
    mark({at_s, kind, text});
}

void EventWriter::mark(report::RunMark mark)
{
    if (mark.kind == "notice" && ++m_notices > mostNotices)
        return;
    mark.text = masked(mark.text);
    m_sink(std::move(mark));
}

void EventWriter::samples(std::vector<report::Sample>& samples)
{
    for (report::Sample& sample : samples) {
        if (++m_failing > mostFailing)
            return;
        emitSample(sample);
    }
}

void EventWriter::slowest(std::vector<WorkerSummary>& summaries)
{
    std::vector<report::Sample> all;
    for (WorkerSummary& summary : summaries) {
        all.insert(all.end(), std::make_move_iterator(summary.slow.begin()),
            std::make_move_iterator(summary.slow.end()));
    }
    std::sort(all.begin(), all.end(),
        [](const report::Sample& a, const report::Sample& b) { return a.response_ms > b.response_ms; });
    if (all.size() > Sampler::slowest)
        all.resize(Sampler::slowest);
    for (report::Sample& sample : all)
        emitSample(sample);
}

void EventWriter::emitSample(report::Sample& sample)
{
    sample.url = masked(sample.url);
    sample.error = masked(sample.error);
    sample.reason = masked(sample.reason);
    if (m_masker) {
        sample.request_headers = m_masker->maskHeaders(sample.request_headers);
        sample.response_headers = m_masker->maskHeaders(sample.response_headers);
    }
    cut(sample.request_body, sample.request_cut);
    cut(sample.response_body, sample.response_cut);
    m_sink(sample);
}

void EventWriter::cut(std::string& body, bool& wasCut) const
{
    body = masked(body);
    if (body.size() <= sampleBody)
        return;
    body.resize(sampleBody);
    wasCut = true;
}

void EventWriter::tick(report::Tick& tick, const Interval& interval)
{
    fillTick(tick, interval);
    for (report::StepTick& step : tick.steps) {
        std::map<std::string, std::int64_t> reasons;
        for (const auto& [code, count] : step.reasons)
            reasons[masked(code)] += count;
        step.reasons = std::move(reasons);
    }
    m_sink(tick);
}

void EventWriter::monitors(report::MonitorTick tick)
{
    for (report::MonitorPiece& piece : tick.series) {
        piece.name = masked(piece.name);
        piece.source = masked(piece.source);
    }
    m_sink(std::move(tick));
}

void EventWriter::finished(report::Finished finished)
{
    finished.error = masked(finished.error);
    for (report::SkippedStep& skipped : finished.skipped)
        skipped.reason = masked(skipped.reason);
    m_sink(std::move(finished));
}

} // namespace plumb::engine

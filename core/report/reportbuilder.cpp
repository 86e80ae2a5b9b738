// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportbuilder.h"

#include "base/timestamp.h"
#include "report/generatorwatch.h"
#include "report/histogramtrack.h"
#include "report/monitortrack.h"
#include "report/samplekeeper.h"
#include "report/seriesbuilder.h"
#include "report/steadywatch.h"
#include "report/stepaccumulator.h"

#include <cmath>

namespace plumb::report {

using stats::HdrHistogram;

namespace {

/// Counts of one phase over all steps.
struct PhaseBooks
{
    std::int64_t planned = 0, sent = 0, completed = 0, failed = 0, unfinished = 0, dropped = 0;
    HdrHistogram latency;
};

struct StepState
{
    std::array<StepAccumulator, phaseCount> phases;
    HistogramTrack track{maxStepWindows};
};

std::size_t indexOf(Phase phase)
{
    return static_cast<std::size_t>(phase);
}

bool decodeInto(const std::string& encoded, HdrHistogram& target)
{
    if (encoded.empty()) {
        return false;
    }
    const auto histogram = HdrHistogram::decode(encoded);
    if (!histogram) {
        return false;
    }
    target.merge(*histogram);
    return true;
}

} // namespace

class ReportBuilder::Private
{
public:
    void add(const RunStarted& event);
    void add(const StateChanged& event);
    void add(const Tick& event);
    void add(const Sample& event) { m_samples.add(event); }
    void add(const RunMark& event)
    {
        m_marks.push_back(event);
        m_last_s = std::max(m_last_s, event.at_s);
    }
    void add(const Finished& event);
    void add(const Stored&) { }
    void add(const MonitorTick& event);
    [[nodiscard]] Report build() const;

    bool m_isStarted = false;
    RunStarted m_start;
    std::optional<Finished> m_finish;

private:
    [[nodiscard]] std::array<PhaseBooks, phaseCount> closedBooks() const;
    [[nodiscard]] std::vector<Finished::PhaseSpan> spans() const;
    [[nodiscard]] double measuredSeconds(int turn, double hull) const;
    void fillTotals(Report& report, const PhaseBooks& books, double seconds) const;
    void fillIterations(Report& report, double seconds) const;
    void fillSteps(Report& report, double measured_s, double setup_s) const;
    [[nodiscard]] bool changedIn(double start_s, double end_s) const;
    [[nodiscard]] std::vector<TurnReport> turns(const TimeSeries& series) const;
    [[nodiscard]] std::optional<SteadyReport> steady(const Report& report) const;

    double m_last_s = 0.0;
    int m_usersMax = 0;
    std::vector<StepState> m_steps;
    std::array<PhaseBooks, phaseCount> m_books;
    IterationTick m_iterations; ///< of the measure phase
    HdrHistogram m_iterationTimes, m_tickResponse, m_burstTimes;
    std::int64_t m_bursts = 0; ///< of the measure phase
    double m_longestBurst_ms = 0.0;
    SeriesBuilder m_series{maxSeriesRows, maxRunWindows};
    SampleKeeper m_samples;
    std::vector<RunMark> m_marks;
    std::vector<StateChanged> m_states;
    MonitorTracks m_monitors{maxMonitorRows};
    GeneratorWatch m_generator;
};

void ReportBuilder::Private::add(const RunStarted& event)
{
    m_isStarted = true;
    m_start = event;
    m_generator.start(event);
    m_steps.resize(event.steps.size());
}

void ReportBuilder::Private::add(const StateChanged& event)
{
    m_states.push_back(event);
    m_last_s = std::max(m_last_s, event.at_s);
}

void ReportBuilder::Private::add(const Tick& tick)
{
    m_last_s = std::max(m_last_s, tick.at_s);
    m_usersMax = std::max(m_usersMax, tick.vus);
    m_tickResponse.reset();
    for (const auto& step : tick.steps) {
        if (step.step < 0 || static_cast<std::size_t>(step.step) >= m_steps.size()) {
            continue; // a damaged journal
        }
        auto& state = m_steps[static_cast<std::size_t>(step.step)];
        state.phases[indexOf(step.phase)].add(step);
        auto& books = m_books[indexOf(step.phase)];
        const auto ok = step.outcomes[static_cast<std::size_t>(Outcome::ok)];
        books.sent += step.sent;
        books.completed += ok;
        books.failed += step.finished() - ok;
        const auto& encoded = step.histograms[static_cast<std::size_t>(Series::response)];
        if (encoded.empty()) {
            continue;
        }
        if (const auto response = HdrHistogram::decode(encoded)) {
            books.latency.merge(*response);
            state.track.add(std::max(0.0, tick.at_s - tick.interval_s / 2), *response);
            m_tickResponse.merge(*response);
        }
    }
    for (const auto& iteration : tick.iterations) {
        auto& books = m_books[indexOf(iteration.phase)];
        books.planned += iteration.planned_requests;
        books.dropped += iteration.dropped;
        if (iteration.phase != Phase::measure) {
            continue;
        }
        m_iterations.planned += iteration.planned;
        m_iterations.started += iteration.started;
        m_iterations.completed += iteration.completed;
        m_iterations.aborted += iteration.aborted;
        m_iterations.dropped += iteration.dropped;
        decodeInto(iteration.histogram, m_iterationTimes);
    }
    for (const auto& burst : tick.bursts) {
        if (burst.phase == Phase::measure) {
            m_bursts += burst.count;
            m_longestBurst_ms = std::max(m_longestBurst_ms, burst.longest_ms);
            decodeInto(burst.histogram, m_burstTimes);
        }
    }
    m_generator.add(tick);
    m_series.add(tick, m_tickResponse);
}

void ReportBuilder::Private::add(const Finished& event)
{
    m_finish = event;
    m_last_s = std::max(m_last_s, event.at_s);
    m_usersMax = std::max(m_usersMax, event.users_max);
    if (!event.error.empty()) {
        m_marks.push_back({event.at_s, "abort", event.error});
    }
}

void ReportBuilder::Private::add(const MonitorTick& event)
{
    // A phase is told when it begins, and readings come after the moment they were made at.
    m_monitors.add(event, [this](double at_s) {
        const auto later = std::find_if(m_states.rbegin(), m_states.rend(),
            [at_s](const StateChanged& state) { return state.at_s <= at_s; });
        return later != m_states.rend() && phaseOf(later->state) == Phase::measure;
    });
}

std::array<PhaseBooks, phaseCount> ReportBuilder::Private::closedBooks() const
{
    auto books = m_books;
    if (m_finish) {
        for (const auto& unfinished : m_finish->unfinished) {
            books[indexOf(unfinished.phase)].unfinished += unfinished.count;
        }
    } else {
        for (auto& phase : books) {
            phase.unfinished = std::max<std::int64_t>(0, phase.sent - phase.completed - phase.failed);
        }
    }
    for (auto& phase : books) {
        // Setup is not planned by a schedule, and closed time-boxed executors plan what they start.
        if (phase.planned == 0) {
            phase.planned = phase.sent + phase.dropped;
        }
    }
    return books;
}

std::vector<Finished::PhaseSpan> ReportBuilder::Private::spans() const
{
    if (m_finish && !m_finish->phases.empty()) {
        return m_finish->phases;
    }
    std::vector<Finished::PhaseSpan> spans;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (const auto phase = phaseOf(m_states[i].state)) {
            const double end = i + 1 < m_states.size() ? m_states[i + 1].at_s : m_last_s;
            spans.push_back({*phase, m_states[i].at_s, std::max(end, m_states[i].at_s)});
        }
    }
    return spans;
}

/// Of one turn where the run knows them; of all together for a turn below 0.
double ReportBuilder::Private::measuredSeconds(int turn, double hull) const
{
    if (!m_finish || m_finish->turns.empty()) {
        return hull;
    }
    double seconds = 0.0;
    for (const auto& span : m_finish->turns) {
        seconds += turn < 0 || span.turn == turn ? span.end_s - span.start_s : 0.0;
    }
    return seconds;
}

void ReportBuilder::Private::fillTotals(Report& report, const PhaseBooks& books, double seconds) const
{
    auto& totals = report.totals;
    totals.planned = books.planned;
    totals.sent = books.sent;
    totals.completed = books.completed;
    totals.failed = books.failed;
    totals.unfinished = books.unfinished;
    totals.dropped = books.dropped;
    const auto finished = static_cast<double>(books.completed + books.failed);
    if (books.planned > 0) {
        totals.success_rate = static_cast<double>(books.completed) / static_cast<double>(books.planned);
    }
    if (finished > 0) {
        totals.error_rate = static_cast<double>(books.failed) / finished;
    }
    std::array<HdrHistogram, seriesCount> merged;
    for (std::size_t step = 0; step < m_steps.size(); ++step) {
        const auto& state = m_steps[step];
        const auto& measured = state.phases[indexOf(Phase::measure)];
        if (m_start.steps[step].kind == "sql" && !m_start.steps[step].setup) {
            totals.rows = totals.rows.value_or(0) + measured.rows();
        }
        totals.command.add(measured.command());
        totals.sent_bytes += measured.sentBytes();
        totals.received_bytes += measured.receivedBytes();
        for (int i = 0; i < outcomeCount; ++i) {
            if (const auto n = measured.outcome(static_cast<Outcome>(i)); n > 0) {
                totals.outcomes[std::string(toString(static_cast<Outcome>(i)))] += n;
            }
        }
        for (const auto series :
            {Series::response, Series::responseOk, Series::service, Series::ttfb, Series::connect}) {
            if (const auto* histogram = measured.histogram(series)) {
                merged[static_cast<std::size_t>(series)].merge(*histogram);
            }
        }
    }
    if (seconds > 0) {
        totals.rps = finished / seconds;
        totals.rpm = totals.rps * 60.0;
        totals.sent_bytes_per_s = static_cast<double>(totals.sent_bytes) / seconds;
        totals.received_bytes_per_s = static_cast<double>(totals.received_bytes) / seconds;
        if (totals.rows) {
            totals.rows_per_s = static_cast<double>(*totals.rows) / seconds;
        }
    }
    if (m_bursts > 0) {
        totals.makespan_ms = m_longestBurst_ms;
        report.bursts = {m_bursts, Summary::of(m_burstTimes)};
        report.bursts->makespan.max = m_longestBurst_ms;
    } else if (m_finish) {
        totals.makespan_ms = m_finish->makespan_ms;
    }
    const auto summary
        = [&merged](Series series) { return Summary::of(merged[static_cast<std::size_t>(series)]); };
    report.latency_ms = summary(Series::response);
    report.latency_ok_ms = summary(Series::responseOk);
    report.service_ms = summary(Series::service);
    report.ttfb_ms = summary(Series::ttfb);
    report.connect_ms = summary(Series::connect);
}

void ReportBuilder::Private::fillIterations(Report& report, double seconds) const
{
    auto& iterations = report.iterations;
    iterations.planned = m_iterations.planned;
    iterations.started = m_iterations.started;
    iterations.completed = m_iterations.completed;
    iterations.aborted = m_iterations.aborted;
    iterations.dropped = m_iterations.dropped;
    if (!m_finish) {
        // Nobody saw the end of those under way.
        iterations.aborted = std::max(iterations.aborted, iterations.started - iterations.completed);
    }
    iterations.per_s = seconds > 0 ? static_cast<double>(iterations.completed) / seconds : 0.0;
    iterations.duration = Summary::of(m_iterationTimes);
}

void ReportBuilder::Private::fillSteps(Report& report, double measured_s, double setup_s) const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const auto& info = m_start.steps[i];
        const auto& state = m_steps[i];
        const auto& measured = state.phases[indexOf(Phase::measure)];
        const auto& setup = state.phases[indexOf(Phase::setup)];
        const auto add
            = [&state, &info](std::vector<StepReport>& list, const StepAccumulator& sums, double seconds) {
                  auto& step = list.emplace_back(sums.build(info, seconds));
                  step.windows.interval_s = state.track.interval();
                  step.windows.histograms = state.track.slots();
              };
        if (!info.setup || measured.count() > 0) {
            add(report.steps, measured, measuredSeconds(info.turn, measured_s));
        }
        if (info.setup && setup.count() > 0) {
            add(report.setup_steps, setup, setup_s);
        }
    }
}

/// A run, or a turn, that was changed by hand was not meant to stay as it was.
bool ReportBuilder::Private::changedIn(double start_s, double end_s) const
{
    return std::any_of(m_marks.begin(), m_marks.end(), [=](const RunMark& mark) {
        return mark.isLiveChange() && mark.at_s >= start_s && mark.at_s <= end_s;
    });
}

std::vector<TurnReport> ReportBuilder::Private::turns(const TimeSeries& series) const
{
    std::vector<TurnReport> turns;
    for (const auto& span : m_finish ? m_finish->turns : std::vector<Finished::TurnSpan>()) {
        const auto load = std::find_if(m_start.loads.begin(), m_start.loads.end(),
            [&span](const LoadInfo& info) { return info.turn == span.turn; });
        auto& turn = turns.emplace_back();
        turn.start_s = span.start_s;
        turn.end_s = span.end_s;
        if (load == m_start.loads.end()) {
            continue;
        }
        turn.pattern = load->pattern;
        const auto place = static_cast<std::size_t>(span.turn);
        const auto& constant = m_start.turns_constant_from_s;
        if (place < constant.size() && std::isfinite(constant[place])
            && !changedIn(span.start_s, span.end_s)) {
            const bool closed = !load->executor.ends_with("arrival-rate");
            turn.steady = steadyOf(series, {span.start_s + constant[place], span.end_s}, closed);
        }
    }
    return turns;
}

std::optional<SteadyReport> ReportBuilder::Private::steady(const Report& report) const
{
    const bool changed = changedIn(0.0, m_last_s);
    const auto load = std::find_if(report.phases.begin(), report.phases.end(),
        [](const PhaseReport& phase) { return phase.phase != Phase::setup; });
    const auto measure = std::find_if(report.phases.begin(), report.phases.end(),
        [](const PhaseReport& phase) { return phase.phase == Phase::measure; });
    if (!m_start.constant_from_s || changed || measure == report.phases.end()) {
        return std::nullopt;
    }
    const double from = std::max(measure->start_s, load->start_s + *m_start.constant_from_s);
    return steadyOf(report.series, {from, measure->end_s}, report.closed_model);
}

Report ReportBuilder::Private::build() const
{
    Report report;
    report.id = m_start.run_id;
    report.operation = m_start.operation;
    report.environment = m_start.environment;
    report.target_version = m_start.target_version;
    report.note = m_start.note;
    report.tags = m_start.tags;
    report.facts = m_start.facts;
    report.started_at = isoTimestamp(m_start.started_wall_ms);
    report.duration_s = m_finish ? m_finish->at_s : m_last_s;
    report.partial = !m_finish || m_finish->partial;
    report.ended_by = m_finish ? m_finish->ended_by : "crash";
    report.users_max = m_usersMax;
    report.engine_name = m_start.engine_name;
    report.engine_transport = m_start.engine_transport;
    report.engine_version = m_start.engine_version;
    report.executor = m_start.executor;
    report.closed_model = m_start.closed_model;
    report.base_url = m_start.base_url;
    report.scenario = m_start.scenario;
    report.scenario_sha256 = m_start.scenario_sha256;
    report.fingerprint = m_start.fingerprint;
    report.verdict = metric::Verdict::notMeasured;
    report.judgement.verdict = report.verdict;

    const auto books = closedBooks();
    double measured_s = 0.0, setup_s = 0.0;
    for (const auto& span : spans()) {
        const double length = span.end_s - span.start_s;
        (span.phase == Phase::setup ? setup_s : measured_s)
            += span.phase == Phase::setup || span.phase == Phase::measure ? length : 0.0;
        const auto& b = books[indexOf(span.phase)];
        report.phases.push_back({span.phase, span.start_s, span.end_s, b.planned, b.sent, b.completed,
            b.failed, b.unfinished, b.dropped, Summary::of(b.latency)});
    }
    const double together_s = measuredSeconds(-1, measured_s);
    fillTotals(report, books[indexOf(Phase::measure)], together_s);
    if (m_finish && !m_finish->turns.empty()) {
        report.totals.measured_s = together_s;
    }
    fillIterations(report, together_s);
    fillSteps(report, measured_s, setup_s);
    if (m_finish) {
        report.skipped = m_finish->skipped;
        report.unfinished_ages = m_finish->unfinished_ages;
    }
    report.events = m_marks;
    std::stable_sort(report.events.begin(), report.events.end(),
        [](const RunMark& a, const RunMark& b) { return a.at_s < b.at_s; });
    report.samples = m_samples.samples();
    report.monitors = m_monitors.build();
    report.generator = m_generator.build({report.totals.sent, report.service_ms.p50, report.latency_ms.p99});
    report.series = m_series.build();
    report.turns = turns(report.series);
    report.steady = steady(report);
    return report;
}

ReportBuilder::ReportBuilder()
    : d(std::make_unique<Private>())
{
}

ReportBuilder::~ReportBuilder() = default;
ReportBuilder::ReportBuilder(ReportBuilder&&) noexcept = default;
ReportBuilder& ReportBuilder::operator=(ReportBuilder&&) noexcept = default;

void ReportBuilder::add(const RunEvent& event)
{
    std::visit([this](const auto& value) { d->add(value); }, event);
}

bool ReportBuilder::started() const
{
    return d->m_isStarted;
}

bool ReportBuilder::finished() const
{
    return d->m_finish.has_value();
}

const RunStarted& ReportBuilder::start() const
{
    return d->m_start;
}

Report ReportBuilder::build() const
{
    return d->build();
}

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/madeuprun.h"

#include "report/reportbuilder.h"

#include <random>

namespace plumb::test {

using namespace plumb::report;

namespace {

class Maker
{
public:
    explicit Maker(const MadeUpRun& run)
        : m_run(run)
        , m_random(run.seed)
        , m_inFlight(static_cast<std::size_t>(run.steps))
    {
    }

    std::vector<RunEvent> events()
    {
        m_events.emplace_back(started());
        m_events.emplace_back(StateChanged{RunState::setup, 0.0, {}});
        m_events.emplace_back(StateChanged{RunState::warmup, 0.0, {}});
        for (int second = 0; second < total(); ++second) {
            if (second == m_run.warmup) {
                m_events.emplace_back(StateChanged{RunState::measuring, 1.0 * second, {}});
            }
            if (second == m_run.warmup + m_run.measure) {
                m_events.emplace_back(StateChanged{RunState::cooldown, 1.0 * second, {}});
            }
            m_events.emplace_back(tick(second));
        }
        m_events.emplace_back(RunMark{m_run.warmup + 0.5, "mark", "deployed"});
        m_events.emplace_back(sample());
        if (m_run.finish) {
            m_events.emplace_back(finished());
        }
        return std::move(m_events);
    }

private:
    [[nodiscard]] int total() const { return m_run.warmup + m_run.measure + m_run.cooldown; }
    [[nodiscard]] Phase phaseAt(int second) const
    {
        return second < m_run.warmup                ? Phase::warmup
            : second < m_run.warmup + m_run.measure ? Phase::measure
                                                    : Phase::cooldown;
    }
    std::int64_t upTo(std::int64_t most)
    {
        return std::uniform_int_distribution<std::int64_t>(0, most)(m_random);
    }

    RunStarted started()
    {
        RunStarted start;
        start.run_id = m_run.id;
        start.operation = m_run.operation;
        start.environment = "local";
        start.target_version = "0.1.0";
        start.tags = {"made-up"};
        start.started_wall_ms = 1'700'000'000'000;
        start.engine_transport = "direct";
        start.engine_version = "1.81";
        start.scenario = Json{{"schema", "plumbline.scenario/1"}, {"operation", m_run.operation}};
        start.scenario_sha256 = std::string(64, 'a');
        start.fingerprint.host = "made-up";
        start.fingerprint.cores = 2;
        start.steps.push_back({"login", "", "http", "POST", "/auth/login", true});
        for (int i = 0; i < m_run.steps; ++i) {
            start.steps.push_back(
                {"step" + std::to_string(i), "User", "http", "GET", "/s/" + std::to_string(i), false});
        }
        start.executor = m_run.open ? "constant-arrival-rate" : "constant-vus";
        start.closed_model = !m_run.open;
        start.transport_settings = {{"workers", "1"}};
        return start;
    }

    StepTick finish(int step, Phase phase, std::int64_t count)
    {
        StepTick tick;
        tick.step = step;
        tick.phase = phase;
        std::array<stats::HdrHistogram, seriesCount> histograms;
        std::lognormal_distribution<double> latency(9.0 + 0.3 * step, 0.5);
        std::bernoulli_distribution fails(m_run.failShare);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto outcome = !fails(m_random) ? Outcome::ok
                : upTo(1) == 0                    ? Outcome::http5xx
                                                  : Outcome::connect;
            ++tick.outcomes[static_cast<std::size_t>(outcome)];
            tick.sent_bytes += 100;
            if (outcome == Outcome::connect) {
                continue; // no answer, no latency
            }
            ++tick.statuses[outcome == Outcome::ok ? "200" : "500"];
            tick.received_bytes += 2000;
            const auto us = static_cast<std::int64_t>(latency(m_random));
            histograms[static_cast<std::size_t>(Series::response)].record(us + 10);
            histograms[static_cast<std::size_t>(Series::service)].record(us);
            histograms[static_cast<std::size_t>(Series::ttfb)].record(us / 2);
            if (outcome == Outcome::ok) {
                histograms[static_cast<std::size_t>(Series::responseOk)].record(us + 10);
            } else {
                ++tick.reasons["cache_miss"];
            }
        }
        tick.checks = {{"status", count - 1, 1}};
        for (std::size_t i = 0; i < histograms.size(); ++i) {
            if (!histograms[i].empty()) {
                tick.histograms[i] = histograms[i].encode();
            }
        }
        return tick;
    }

    Tick tick(int second)
    {
        const Phase phase = phaseAt(second);
        Tick tick;
        tick.at_s = second + 1.0 + 0.002; // a little late, as real ticks are
        tick.phase = phase;
        tick.vus = 10 + second % 3;
        tick.generator_cpu_pct = 20.0;
        tick.generator_busiest_pct = 15.0;
        tick.generator.threads = {{"worker 1", 15.0, 2.0}, {"http 1", 5.0, 1.0}};
        tick.generator.idle_pct = 70.0;
        tick.generator.steal_pct = 0.0;
        if (m_run.open) {
            tick.planned_rate = m_run.perSecond;
        }
        if (second == 0) {
            auto login = finish(0, Phase::setup, 10);
            login.sent = 10;
            tick.steps.push_back(std::move(login));
        }
        IterationTick iterations;
        iterations.phase = phase;
        iterations.started = m_run.perSecond;
        iterations.completed = m_run.perSecond;
        iterations.dropped = m_run.open ? upTo(2) : 0;
        iterations.planned = iterations.started + iterations.dropped;
        std::int64_t sentInAll = 0;
        for (int i = 0; i < m_run.steps; ++i) {
            auto& open = m_inFlight[static_cast<std::size_t>(i)];
            for (auto& [openPhase, count] : open) {
                if (openPhase != phase && count > 0) { // stragglers of the phase before
                    tick.steps.push_back(finish(i + 1, openPhase, count));
                    count = 0;
                }
            }
            const std::int64_t sent = m_run.perSecond;
            open[phase] += sent;
            const auto done = open[phase] - upTo(3);
            auto step = finish(i + 1, phase, done);
            step.sent = sent;
            open[phase] -= done;
            tick.steps.push_back(std::move(step));
            sentInAll += sent;
        }
        iterations.planned_requests = sentInAll + iterations.dropped;
        stats::HdrHistogram times;
        times.record(20'000, iterations.completed);
        iterations.histogram = times.encode();
        tick.iterations.push_back(iterations);
        stats::HdrHistogram lag;
        lag.record(80, m_run.perSecond);
        tick.lag_histogram = lag.encode();
        tick.connects = second == 0 ? 10 : 0;
        return tick;
    }

    Sample sample()
    {
        Sample sample;
        sample.at_s = m_run.warmup + 1.0;
        sample.step = "step0";
        sample.pattern = "User";
        sample.why = "failed";
        sample.method = "GET";
        sample.url = "http://127.0.0.1/s/0";
        sample.outcome = Outcome::http5xx;
        sample.status = 500;
        sample.reason = "cache_miss";
        sample.response_ms = 12.5;
        sample.service_ms = 12.25;
        sample.response_headers = {{"Set-Cookie", "***"}};
        sample.response_body = "{\"reason_code\":\"cache_miss\"}";
        return sample;
    }

    Finished finished()
    {
        Finished end;
        end.at_s = total() + 0.5;
        end.ended_by = "schedule";
        end.users_max = 12;
        end.skipped = {{"artifact", "User", "job_id is not set", 4}};
        const double measure = m_run.warmup;
        const double cooldown = measure + m_run.measure;
        end.phases = {{Phase::setup, 0, 0}, {Phase::warmup, 0, measure}, {Phase::measure, measure, cooldown},
            {Phase::cooldown, cooldown, 1.0 * total()}};
        for (std::size_t i = 0; i < m_inFlight.size(); ++i) {
            for (const auto& [phase, count] : m_inFlight[i]) {
                if (count > 0) {
                    end.unfinished.push_back({static_cast<int>(i) + 1, phase, count});
                    end.unfinished_ages.insert(
                        end.unfinished_ages.end(), static_cast<std::size_t>(count), 0.25);
                }
            }
        }
        return end;
    }

    MadeUpRun m_run;
    std::mt19937 m_random;
    std::vector<std::map<Phase, std::int64_t>> m_inFlight; ///< by step
    std::vector<RunEvent> m_events;
};

} // namespace

std::vector<RunEvent> madeUpEvents(const MadeUpRun& run)
{
    return Maker(run).events();
}

Report madeUpReport(const MadeUpRun& run)
{
    ReportBuilder builder;
    for (const auto& event : madeUpEvents(run)) {
        builder.add(event);
    }
    return builder.build();
}

} // namespace plumb::test

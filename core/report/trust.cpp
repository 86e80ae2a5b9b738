// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/trust.h"

#include "report/generatorverdict.h"
#include "report/measuredtime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace plumb::report {

namespace {

using Kind = TrustFact::Kind;
using Level = TrustFact::Level;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double achievedEnough = 0.98; // reference/stats.md, gate 0
constexpr double roomAboveFloor = 5.0; // reference/engine.md section 5: measured p50 at least 5 x the floor's
constexpr double shareOfFloorRate = 0.5;
constexpr double timeWait_s = 60.0; // how long Linux keeps the port of a connection that we closed

double valueOr(const std::optional<double>& value)
{
    return value.value_or(unknown);
}

bool has(const GeneratorReport& generator, std::initializer_list<std::string_view> codes)
{
    return std::any_of(
        generator.reasons.begin(), generator.reasons.end(), [&codes](const GeneratorReason& reason) {
            return std::find(codes.begin(), codes.end(), reason.code) != codes.end();
        });
}

class Facts
{
public:
    explicit Facts(const TrustContext& context)
        : m_context(context)
        , m_own(context.generator)
    {
    }

    std::vector<TrustFact> all()
    {
        rate();
        if (!m_context.closed) {
            response();
        }
        late();
        if (!m_context.closed) {
            waited();
        }
        cpu();
        loop();
        machine();
        connections();
        floor();
        before();
        return std::move(m_facts);
    }

private:
    void add(Kind kind, Level level, std::vector<double> values)
    {
        m_facts.push_back({kind, level, std::move(values)});
    }

    void rate()
    {
        const auto& planned = m_context.planned_per_s;
        const auto& achieved = m_context.achieved_per_s;
        Level level = achieved ? Level::good : Level::unknown;
        if (has(m_own, {"dropped"})) {
            level = Level::bad;
        } else if (planned && achieved && *achieved < achievedEnough * *planned) {
            level = Level::note;
        }
        add(Kind::rate, level, {valueOr(achieved), valueOr(planned), static_cast<double>(m_context.dropped)});
    }

    /// What a response takes longer than its service was spent before it was sent.
    void response()
    {
        const auto& response = m_context.response_p99_ms;
        const auto& service = m_context.service_p99_ms;
        const bool known = response && service;
        add(Kind::response,
            !known                           ? Level::unknown
                : *response > 1.1 * *service ? Level::note
                                             : Level::good,
            {valueOr(response), valueOr(service)});
    }

    void late()
    {
        const auto& lag = m_own.lag_ms;
        const double allowed = allowedLag_ms(m_context.response_p99_ms);
        if (lag.p99) {
            add(Kind::late,
                has(m_own, {"late"})     ? Level::bad
                    : *lag.p99 > allowed ? Level::note
                                         : Level::good,
                {valueOr(lag.p50), *lag.p99, valueOr(lag.max), allowed});
        }
    }

    void waited()
    {
        const auto& waited = m_own.waited_ms;
        const auto all = static_cast<double>(m_context.planned);
        const auto count = static_cast<double>(waited.count);
        add(Kind::waited, waited.count > 0 ? Level::note : Level::good,
            {count, all > 0.0 ? std::min(1.0, count / all) : unknown, valueOr(waited.p99)});
    }

    void cpu()
    {
        const auto busiest = valueOr(m_own.busiest_pct);
        const bool busy = has(m_own, {"late", "own-queue", "dropped", "busy"})
            || generatorBusy(m_own.busiest_pct, m_own.cpu_pct, m_context.cores);
        add(Kind::cpu,
            !m_own.busiest_pct   ? Level::unknown
                : busy           ? Level::bad
                : busiest > 80.0 ? Level::note
                                 : Level::good,
            {busiest, valueOr(m_own.cpu_pct)});
        if (m_own.wait_pct) {
            add(Kind::runQueue,
                *m_own.wait_pct > 25.0      ? Level::bad
                    : *m_own.wait_pct > 5.0 ? Level::note
                                            : Level::good,
                {*m_own.wait_pct});
        }
    }

    void loop()
    {
        const auto& delay = m_own.loop_ms;
        if (!delay.p50) {
            return;
        }
        const auto& median = m_context.service_p50_ms;
        const bool felt = median && *delay.p50 > 0.1 * *median;
        add(Kind::loop,
            has(m_own, {"own-queue"}) ? Level::bad
                : felt                ? Level::note
                                      : Level::good,
            {*delay.p50, valueOr(delay.p99), valueOr(delay.max)});
    }

    void machine()
    {
        if (!m_own.idle_pct) {
            return;
        }
        const double steal = m_own.steal_pct.value_or(0.0);
        add(Kind::machine,
            has(m_own, {"steal"})                       ? Level::bad
                : *m_own.idle_pct < 20.0 || steal > 1.0 ? Level::note
                                                        : Level::good,
            {*m_own.idle_pct, steal});
    }

    void connections()
    {
        const bool failed = m_own.port_errors + m_own.file_errors > 0;
        const double perSecond
            = m_context.measured_s > 0.0 ? static_cast<double>(m_own.connects) / m_context.measured_s : 0.0;
        // A port that we closed can be used again at once on this machine, not towards others.
        const bool soonOut
            = m_own.ports && !m_context.target_here && perSecond * timeWait_s > 0.8 * *m_own.ports;
        add(Kind::connections,
            failed                                   ? Level::bad
                : soonOut || has(m_own, {"resends"}) ? Level::note
                                                     : Level::good,
            {static_cast<double>(m_own.connects), static_cast<double>(m_own.handshakes),
                static_cast<double>(m_own.resends), static_cast<double>(m_own.port_errors),
                static_cast<double>(m_own.file_errors)});
    }

    void floor()
    {
        const auto& floor = m_own.floor_p50_ms;
        const auto& measured = m_context.service_p50_ms;
        const bool near = floor && measured && *measured < roomAboveFloor * *floor;
        const bool fast
            = m_own.floor_rps && m_context.rps && *m_context.rps > shareOfFloorRate * *m_own.floor_rps;
        add(Kind::floor,
            !floor             ? Level::unknown
                : near || fast ? Level::note
                               : Level::good,
            {valueOr(floor), valueOr(measured), valueOr(m_own.floor_rps), valueOr(m_context.rps)});
    }

    void before()
    {
        const bool looked = m_context.idle_before_pct.has_value() || !m_own.disturbances.empty();
        add(Kind::before,
            !looked                          ? Level::unknown
                : m_own.disturbances.empty() ? Level::good
                                             : Level::note,
            {valueOr(m_context.idle_before_pct), static_cast<double>(m_own.disturbances.size())});
    }

    const TrustContext& m_context;
    const GeneratorReport& m_own;
    std::vector<TrustFact> m_facts;
};

int workersOf(const GeneratorReport& generator)
{
    const auto workers = generator.settings.find("workers");
    return workers != generator.settings.end() ? std::max(1, std::atoi(workers->second.c_str())) : 1;
}

std::vector<std::string> adviceFor(const TrustContext& context)
{
    const auto& own = context.generator;
    std::vector<std::string> advice;
    const auto quiet = [&] {
        // What else was going on before the run is nearer at hand than another machine.
        advice.emplace_back(context.target_here && own.disturbances.empty() ? "move-off" : "quiet");
    };
    if (has(own, {"ports"})) {
        advice.emplace_back("keep-alive");
        advice.emplace_back("more-ports"); // kept open, each user still needs one
    }
    if (has(own, {"files"})) {
        advice.emplace_back("open-files");
    }
    if (has(own, {"dropped", "late", "own-queue", "busy", "warm"})) {
        const bool starved = own.wait_pct.value_or(0.0) > own.demand_pct.value_or(0.0) / 3.0;
        const auto http = own.settings.find("http");
        const bool directCan = http == own.settings.end() || http->second != "2";
        if (starved) {
            quiet();
        }
        if (context.transport == "qnam" && directCan) {
            advice.emplace_back("use-direct");
        } else if (!starved && context.cores > workersOf(own) + 1) {
            advice.emplace_back("more-workers");
        }
        advice.emplace_back(context.closed ? "fewer-users" : "lower-rate");
        if (!starved && context.target_here) {
            quiet();
        }
    } else if (has(own, {"disturbed", "kept-waiting", "steal"})) {
        quiet();
    }
    constexpr std::size_t most = 2;
    advice.resize(std::min(advice.size(), most));
    return advice;
}

} // namespace

std::string_view toString(Kind kind)
{
    static constexpr std::array<std::string_view, 11> names{"rate", "response", "late", "waited", "cpu",
        "run-queue", "loop", "machine", "connections", "floor", "before"};
    return names.at(static_cast<std::size_t>(kind));
}

bool isHere(const std::string& baseUrl)
{
    const auto scheme = baseUrl.find("://");
    const auto host = scheme == std::string::npos ? baseUrl : baseUrl.substr(scheme + 3);
    return baseUrl.starts_with("builtin:") || host.starts_with("127.") || host.starts_with("[::1]")
        || host.starts_with("localhost");
}

TrustContext trustContext(const Report& report)
{
    TrustContext context;
    context.generator = report.generator;
    context.closed = report.closed_model;
    context.transport = report.engine_transport;
    context.target_here = isHere(report.base_url);
    context.cores = report.fingerprint.cores;
    context.measured_s = measuredSeconds(report);
    context.planned = report.iterations.planned;
    context.dropped = report.iterations.dropped;
    if (context.measured_s > 0.0) {
        context.achieved_per_s = static_cast<double>(report.iterations.started) / context.measured_s;
        if (!report.closed_model) {
            context.planned_per_s = static_cast<double>(report.iterations.planned) / context.measured_s;
        }
        context.rps = report.totals.rps;
    }
    context.response_p99_ms = report.latency_ms.p99;
    context.service_p50_ms = report.service_ms.p50;
    context.service_p99_ms = report.service_ms.p99;
    context.idle_before_pct = report.fingerprint.idle_before_pct;
    return context;
}

Trust trustOf(const TrustContext& context)
{
    return {context.generator.verdict, Facts(context).all(), adviceFor(context)};
}

} // namespace plumb::report

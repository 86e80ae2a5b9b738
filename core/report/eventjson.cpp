// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/describe.h"

#include <numeric>

namespace plumb::report {

template <class Io>
void describe(Io& io, Ref<Io, StepInfo> s)
{
    io.field("name", s.name);
    io.field("pattern", s.pattern);
    io.field("kind", s.kind);
    io.field("method", s.method);
    io.field("path", s.path);
    io.sparse("setup", s.setup);
    io.sparse("turn", s.turn);
}

template <class Io>
void describe(Io& io, Ref<Io, StopRuleInfo> s)
{
    io.field("name", s.name);
    io.field("metric", s.metric);
    io.field("of", s.of);
    io.field("over_s", s.over_s);
    io.field("limit", s.limit);
    io.field("limit_value", s.limit_value);
    io.field("unit", s.unit);
}

template <class Io>
void describe(Io& io, Ref<Io, LoadInfo> l)
{
    io.field("turn", l.turn);
    io.field("pattern", l.pattern);
    io.field("executor", l.executor);
    io.sparse("changes", l.changes);
}

template <class Io>
void describe(Io& io, Ref<Io, Calibration> c)
{
    io.field("p50_ms", c.p50_ms);
    io.field("p99_ms", c.p99_ms);
    io.field("max_rps", c.max_rps);
    io.field("measured_at", c.measured_at);
}

template <class Io>
void describe(Io& io, Ref<Io, RunStarted> r)
{
    io.required("run_id", r.run_id);
    io.field("operation", r.operation);
    io.field("environment", r.environment);
    io.field("target_version", r.target_version);
    io.sparse("note", r.note);
    io.sparse("tags", r.tags);
    io.sparse("facts", r.facts);
    io.field("started_wall_ms", r.started_wall_ms);
    io.field("engine_name", r.engine_name);
    io.field("engine_transport", r.engine_transport);
    io.field("engine_version", r.engine_version);
    io.field("scenario", r.scenario);
    io.field("scenario_sha256", r.scenario_sha256);
    io.field("fingerprint", r.fingerprint);
    io.field("steps", r.steps);
    io.field("executor", r.executor);
    io.field("closed_model", r.closed_model);
    io.field("planned_duration_s", r.planned_duration_s);
    io.field("planned_iterations", r.planned_iterations);
    io.field("constant_from_s", r.constant_from_s);
    io.sparse("turns_constant_from_s", r.turns_constant_from_s);
    io.field("base_url", r.base_url);
    io.field("transport_settings", r.transport_settings);
    io.sparse("thresholds_json", r.thresholds_json);
    io.sparse("thresholds_name", r.thresholds_name);
    io.sparse("stop_rules", r.stop_rules);
    io.sparse("loads", r.loads);
    io.field("calibration", r.calibration);
    io.sparse("disturbances", r.disturbances);
    io.field("ports", r.ports);
}

template <class Io>
void describe(Io& io, Ref<Io, StateChanged> s)
{
    io.field("state", s.state);
    io.field("at_s", s.at_s);
    io.sparse("text", s.text);
}

namespace {

/// Arrays indexed by an enum stand in JSON as objects with the enum's words, without empty entries.
template <class Enum, class T, std::size_t size>
std::map<std::string, T> byWord(const std::array<T, size>& values)
{
    std::map<std::string, T> map;
    for (std::size_t i = 0; i < size; ++i) {
        if (values[i] != T{}) {
            map[std::string(toString(static_cast<Enum>(i)))] = values[i];
        }
    }
    return map;
}

template <class Enum, class T, std::size_t size, class FromString>
void fromWords(const std::map<std::string, T>& map, std::array<T, size>& values, const FromString& fromString)
{
    for (const auto& [word, value] : map) {
        if (const std::optional<Enum> index = fromString(word)) {
            values[static_cast<std::size_t>(*index)] = value;
        }
    }
}

} // namespace

template <class Io>
void describe(Io& io, Ref<Io, StepTick> t)
{
    io.field("step", t.step);
    io.field("phase", t.phase);
    io.sparse("sent", t.sent);
    if constexpr (Io::writing) {
        io.sparse("outcomes", byWord<Outcome>(t.outcomes));
    } else {
        std::map<std::string, std::int64_t> outcomes;
        io.field("outcomes", outcomes);
        fromWords<Outcome>(outcomes, t.outcomes, outcomeFromString);
    }
    io.sparse("statuses", t.statuses);
    io.sparse("reasons", t.reasons);
    io.sparse("checks", t.checks);
    io.sparse("sent_bytes", t.sent_bytes);
    io.sparse("received_bytes", t.received_bytes);
    io.sparse("rows", t.rows);
    io.sparse("command", t.command);
    if constexpr (Io::writing) {
        io.sparse("histograms", byWord<Series>(t.histograms));
    } else {
        std::map<std::string, std::string> histograms;
        io.field("histograms", histograms);
        fromWords<Series>(histograms, t.histograms, seriesFromString);
    }
}

template <class Io>
void describe(Io& io, Ref<Io, IterationTick> t)
{
    io.field("phase", t.phase);
    io.sparse("planned", t.planned);
    io.sparse("started", t.started);
    io.sparse("completed", t.completed);
    io.sparse("aborted", t.aborted);
    io.sparse("dropped", t.dropped);
    io.sparse("planned_requests", t.planned_requests);
    io.sparse("histogram", t.histogram);
}

template <class Io>
void describe(Io& io, Ref<Io, StopRuleTick> s)
{
    io.field("rule", s.rule);
    io.field("value", s.value);
    io.field("filled_s", s.filled_s);
}

template <class Io>
void describe(Io& io, Ref<Io, LoadTick> l)
{
    io.field("load", l.load);
    io.field("level", l.level);
    io.field("most", l.most);
}

template <class Io>
void describe(Io& io, Ref<Io, BurstTick> b)
{
    io.field("phase", b.phase);
    io.field("count", b.count);
    io.field("longest_ms", b.longest_ms);
    io.sparse("histogram", b.histogram);
}

template <class Io>
void describe(Io& io, Ref<Io, ThreadTick> t)
{
    io.field("name", t.name);
    io.field("cpu_pct", t.cpu_pct);
    io.field("wait_pct", t.wait_pct);
}

template <class Io>
void describe(Io& io, Ref<Io, GeneratorTick> g)
{
    io.field("phase", g.phase);
    io.sparse("threads", g.threads);
    io.field("idle_pct", g.idle_pct);
    io.field("steal_pct", g.steal_pct);
    io.sparse("waited_histogram", g.waited_histogram);
    io.sparse("loop_histogram", g.loop_histogram);
    io.sparse("handshakes", g.handshakes);
    io.sparse("port_errors", g.port_errors);
    io.sparse("file_errors", g.file_errors);
}

template <class Io>
void describe(Io& io, Ref<Io, Tick> t)
{
    io.field("at_s", t.at_s);
    io.field("interval_s", t.interval_s);
    io.field("phase", t.phase);
    io.field("vus", t.vus);
    io.field("in_flight", t.in_flight);
    io.sparse("backlog", t.backlog);
    io.field("planned_rate", t.planned_rate);
    io.field("steps", t.steps);
    io.field("iterations", t.iterations);
    io.field("generator_cpu_pct", t.generator_cpu_pct);
    io.field("generator_busiest_pct", t.generator_busiest_pct);
    io.sparse("lag_histogram", t.lag_histogram);
    io.sparse("connects", t.connects);
    io.sparse("resends", t.resends);
    io.sparse("generator", t.generator);
    io.sparse("stop_rules", t.stop_rules);
    io.sparse("loads", t.loads);
    io.sparse("bursts", t.bursts);
}

template <class Io>
void describe(Io& io, Ref<Io, Finished::Unfinished> u)
{
    io.field("step", u.step);
    io.field("phase", u.phase);
    io.field("count", u.count);
}

template <class Io>
void describe(Io& io, Ref<Io, Finished::PhaseSpan> p)
{
    io.field("phase", p.phase);
    io.field("start_s", p.start_s);
    io.field("end_s", p.end_s);
}

template <class Io>
void describe(Io& io, Ref<Io, Finished::TurnSpan> t)
{
    io.field("turn", t.turn);
    io.field("start_s", t.start_s);
    io.field("end_s", t.end_s);
}

template <class Io>
void describe(Io& io, Ref<Io, Finished> f)
{
    io.field("at_s", f.at_s);
    io.field("ended_by", f.ended_by);
    io.field("partial", f.partial);
    io.field("users_max", f.users_max);
    io.field("unfinished_ages", f.unfinished_ages);
    io.field("unfinished", f.unfinished);
    io.field("skipped", f.skipped);
    io.field("phases", f.phases);
    io.sparse("turns", f.turns);
    io.field("makespan_ms", f.makespan_ms);
    io.sparse("error", f.error);
}

template <class Io>
void describe(Io& io, Ref<Io, Stored> s)
{
    io.field("report_id", s.report_id);
    io.field("path", s.path);
    io.field("verdict", s.verdict);
    io.field("judgement", s.judgement);
    io.field("exit_code", s.exit_code);
    io.sparse("error", s.error);
}

template <class Io>
void describe(Io& io, Ref<Io, MonitorPiece> m)
{
    io.field("kind", m.kind);
    io.field("name", m.name);
    io.sparse("unit", m.unit);
    io.sparse("source", m.source);
    io.field("t", m.t);
    io.field("value", m.value);
}

template <class Io>
void describe(Io& io, Ref<Io, MonitorTick> m)
{
    io.field("series", m.series);
}

namespace {

constexpr std::array<std::string_view, std::variant_size_v<RunEvent>> eventNames{
    "started", "state", "tick", "sample", "mark", "finished", "stored", "monitors"};

template <std::size_t index = 0>
Result<RunEvent> readAs(std::size_t wanted, const Json& json)
{
    if constexpr (index < std::variant_size_v<RunEvent>) {
        if (wanted != index) {
            return readAs<index + 1>(wanted, json);
        }
        std::variant_alternative_t<index, RunEvent> value;
        ReadState state{"event \"" + std::string(eventNames.at(index)) + "\"", {}};
        JsonReader reader(json, {}, state);
        describe(reader, value);
        if (state.error) {
            return *state.error;
        }
        return RunEvent(std::move(value));
    } else {
        return Error{ErrorKind::internal, "no such event", {}, {}};
    }
}

} // namespace

std::int64_t StepTick::finished() const
{
    return std::accumulate(outcomes.begin(), outcomes.end(), std::int64_t{0});
}

bool GeneratorTick::empty() const
{
    return !phase && threads.empty() && !idle_pct && !steal_pct && waited_histogram.empty()
        && loop_histogram.empty() && handshakes == 0 && port_errors == 0 && file_errors == 0;
}

Json toJson(const RunEvent& event)
{
    Json json = Json::object();
    json["event"] = std::string(eventNames.at(event.index()));
    JsonWriter writer;
    std::visit([&writer](const auto& value) { describe(writer, value); }, event);
    json.update(writer.take());
    return json;
}

Result<RunEvent> runEventFromJson(const Json& json)
{
    const auto name = json.is_object() ? json.find("event") : json.end();
    if (!json.is_object() || name == json.end() || !name->is_string()) {
        return Error{ErrorKind::input, "this is no event: there is no \"event\" field", "/event", {}};
    }
    const auto& word = name->get_ref<const std::string&>();
    const auto found = std::find(eventNames.begin(), eventNames.end(), word);
    if (found == eventNames.end()) {
        return Error{ErrorKind::input, "\"" + cleanUtf8(word) + "\" is no known event", "/event",
            "use programs of one version"};
    }
    return readAs(static_cast<std::size_t>(found - eventNames.begin()), json);
}

} // namespace plumb::report

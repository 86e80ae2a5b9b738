// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/describe.h"

#include "base/files.h"

namespace plumb::report {

namespace {

constexpr std::string_view schemaName = "plumbline.report";
constexpr int schemaMajor = 1;

/// Field names of a step's summary and histogram, by Series.
struct SeriesFields
{
    Series series;
    std::string_view summary, histogram;
};
constexpr std::array<SeriesFields, seriesCount> seriesFields{{
    {Series::response, "latency_ms", "histogram"},
    {Series::responseOk, "latency_ok_ms", "ok_histogram"},
    {Series::service, "service_ms", "service_histogram"},
    {Series::ttfb, "ttfb_ms", "ttfb_histogram"},
    {Series::connect, "connect_ms", "connect_histogram"},
    {Series::tls, "tls_ms", "tls_histogram"},
    {Series::send, "send_ms", "send_histogram"},
    {Series::wait, "wait_ms", "wait_histogram"},
    {Series::receive, "receive_ms", "receive_histogram"},
}};

} // namespace

template <class Io>
void describe(Io& io, Ref<Io, Windows> w)
{
    io.field("start_s", w.start_s);
    io.field("interval_s", w.interval_s);
    io.field("histograms", w.histograms);
}

template <class Io>
void describe(Io& io, Ref<Io, StepReport> s)
{
    io.required("name", s.name);
    io.field("pattern", s.pattern);
    io.field("kind", s.kind);
    io.field("method", s.method);
    io.field("path", s.path);
    io.field("count", s.count);
    io.field("failed", s.failed);
    io.field("rps", s.rps);
    io.field("error_rate", s.error_rate);
    io.field("rows", s.rows);
    io.field("rows_per_s", s.rows_per_s);
    io.sparse("command", s.command);
    io.field("sent_bytes", s.sent_bytes);
    io.field("received_bytes", s.received_bytes);
    for (const auto& fields : seriesFields) {
        io.sparse(fields.summary, s.summaries[static_cast<std::size_t>(fields.series)]);
    }
    io.field("outcomes", s.outcomes);
    io.field("statuses", s.statuses);
    io.field("reasons", s.reasons);
    io.field("checks", s.checks);
    for (const auto& fields : seriesFields) {
        io.sparse(fields.histogram, s.histograms[static_cast<std::size_t>(fields.series)]);
    }
    io.field("windows", s.windows);
}

template <class Io>
void describe(Io& io, Ref<Io, PhaseReport> p)
{
    io.field("name", p.phase);
    io.field("start_s", p.start_s);
    io.field("end_s", p.end_s);
    io.field("planned", p.planned);
    io.field("sent", p.sent);
    io.field("completed", p.completed);
    io.field("failed", p.failed);
    io.field("unfinished", p.unfinished);
    io.field("dropped", p.dropped);
    io.sparse("latency_ms", p.latency);
}

template <class Io>
void describe(Io& io, Ref<Io, Totals> t)
{
    io.field("planned", t.planned);
    io.field("sent", t.sent);
    io.field("completed", t.completed);
    io.field("failed", t.failed);
    io.field("unfinished", t.unfinished);
    io.field("dropped", t.dropped);
    io.field("sent_bytes", t.sent_bytes);
    io.field("received_bytes", t.received_bytes);
    io.field("rps", t.rps);
    io.field("rpm", t.rpm);
    io.field("success_rate", t.success_rate);
    io.field("error_rate", t.error_rate);
    io.field("sent_bytes_per_s", t.sent_bytes_per_s);
    io.field("received_bytes_per_s", t.received_bytes_per_s);
    io.field("makespan_ms", t.makespan_ms);
    io.field("rows", t.rows);
    io.field("rows_per_s", t.rows_per_s);
    io.sparse("command", t.command);
    io.field("measured_s", t.measured_s);
    io.field("outcomes", t.outcomes);
}

template <class Io>
void describe(Io& io, Ref<Io, Iterations> i)
{
    io.field("planned", i.planned);
    io.field("started", i.started);
    io.field("completed", i.completed);
    io.field("aborted", i.aborted);
    io.field("dropped", i.dropped);
    io.field("per_s", i.per_s);
    io.sparse("iteration_ms", i.duration);
}

template <class Io>
void describe(Io& io, Ref<Io, Bursts> b)
{
    io.field("count", b.count);
    io.sparse("makespan_ms", b.makespan);
}

template <class Io>
void describe(Io& io, Ref<Io, SteadyReport> s)
{
    io.field("class", s.kind);
    io.field("settled", s.settled);
    io.sparse("insufficient", s.insufficient);
    io.field("from_s", s.from_s);
    io.field("cut_s", s.cut_s);
    io.field("at_s", s.at_s);
    io.field("period_s", s.period_s);
    io.field("change", s.change);
    io.sparse("of_rate", s.of_rate);
    io.field("rows", s.rows);
    io.field("reasons", s.reasons);
}

template <class Io>
void describe(Io& io, Ref<Io, GeneratorTimes> t)
{
    io.field("p50", t.p50);
    io.field("p99", t.p99);
    io.field("max", t.max);
    io.field("count", t.count);
}

template <class Io>
void describe(Io& io, Ref<Io, GeneratorThread> t)
{
    io.field("name", t.name);
    io.field("cpu_pct", t.cpu_pct);
    io.field("wait_pct", t.wait_pct);
}

/// Sentences and codes are lists of their own, so that who knows the sentences alone still reads them.
template <class Io>
void describeReasons(Io& io, Ref<Io, GeneratorReport> g)
{
    std::vector<std::string> texts, codes;
    if constexpr (Io::writing) {
        for (const auto& reason : g.reasons) {
            texts.push_back(reason.text);
            codes.push_back(reason.code);
        }
        io.field("reasons", texts);
        io.field("reason_codes", codes);
    } else {
        io.field("reasons", texts);
        io.field("reason_codes", codes);
        codes.resize(texts.size());
        g.reasons.clear();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            g.reasons.push_back({std::move(codes[i]), std::move(texts[i])});
        }
    }
}

template <class Io>
void describe(Io& io, Ref<Io, GeneratorReport> g)
{
    io.field("cpu_pct", g.cpu_pct);
    io.field("busiest_pct", g.busiest_pct);
    io.field("demand_pct", g.demand_pct);
    io.field("wait_pct", g.wait_pct);
    io.field("lag_ms", g.lag_ms);
    io.field("waited_ms", g.waited_ms);
    io.field("loop_ms", g.loop_ms);
    io.group("machine", [&g](auto& machine) {
        machine.field("idle_pct", g.idle_pct);
        machine.field("steal_pct", g.steal_pct);
    });
    io.sparse("threads", g.threads);
    io.group("floor_ms", [&g](auto& floor) {
        floor.field("p50", g.floor_p50_ms);
        floor.field("p99", g.floor_p99_ms);
    });
    io.field("floor_rps", g.floor_rps);
    io.sparse("calibrated_at", g.calibrated_at);
    io.field("connects", g.connects);
    io.field("handshakes", g.handshakes);
    io.field("resends", g.resends);
    io.field("port_errors", g.port_errors);
    io.field("file_errors", g.file_errors);
    io.field("ports", g.ports);
    io.sparse("disturbances", g.disturbances);
    io.field("verdict", g.verdict);
    describeReasons(io, g);
    io.field("settings", g.settings);
}

template <class Io>
void describe(Io& io, Ref<Io, MonitorSummary> m)
{
    io.field("count", m.count);
    io.sparse("missing", m.missing);
    io.field("min", m.min);
    io.field("mean", m.mean);
    io.field("max", m.max);
    io.field("last", m.last);
}

template <class Io>
void describe(Io& io, Ref<Io, MonitorSeries> m)
{
    io.field("kind", m.kind);
    io.field("name", m.name);
    io.field("unit", m.unit);
    io.sparse("source", m.source);
    io.field("summary", m.summary);
    io.field("t", m.t);
    io.field("value", m.value);
    io.sparse("min", m.min);
    io.sparse("max", m.max);
}

template <class Io>
void describe(Io& io, Ref<Io, TimeSeries> s)
{
    io.field("interval_s", s.interval_s);
    io.field("t", s.t);
    io.field("rps", s.rps);
    io.field("errors", s.errors);
    io.field("vus", s.vus);
    io.field("planned_rps", s.planned_rps);
    io.field("p50", s.p50);
    io.field("p95", s.p95);
    io.field("p99", s.p99);
    io.field("max", s.max);
    io.field("iterations", s.iterations);
    io.field("count", s.count);
    io.field("failed", s.failed);
    io.sparse("makespan_ms", s.makespan);
    io.sparse("outcomes", s.outcomes);
    io.sparse("reasons", s.reasons);
    io.field("windows", s.windows);
}

template <class Io>
void describe(Io& io, Ref<Io, TurnReport> t)
{
    io.field("pattern", t.pattern);
    io.field("start_s", t.start_s);
    io.field("end_s", t.end_s);
    io.field("steady", t.steady);
}

template <class Io>
void describe(Io& io, Ref<Io, Report> r)
{
    io.required("id", r.id);
    io.required("operation", r.operation);
    io.field("environment", r.environment);
    io.field("target_version", r.target_version);
    io.field("note", r.note);
    io.field("tags", r.tags);
    io.field("facts", r.facts);
    io.required("started_at", r.started_at);
    io.field("duration_s", r.duration_s);
    io.field("partial", r.partial);
    io.field("ended_by", r.ended_by);
    io.field("users_max", r.users_max);
    io.group("engine", [&r](auto& engine) {
        engine.field("name", r.engine_name);
        engine.field("transport", r.engine_transport);
        engine.field("version", r.engine_version);
    });
    io.field("executor", r.executor);
    io.field("closed_model", r.closed_model);
    io.field("base_url", r.base_url);
    io.field("scenario", r.scenario);
    io.field("scenario_sha256", r.scenario_sha256);
    io.field("fingerprint", r.fingerprint);
    io.field("totals", r.totals);
    io.field("iterations", r.iterations);
    io.field("bursts", r.bursts);
    io.field("skipped", r.skipped);
    io.field("unfinished_ages", r.unfinished_ages);
    io.field("latency_ms", r.latency_ms);
    io.field("latency_ok_ms", r.latency_ok_ms);
    io.field("service_ms", r.service_ms);
    io.field("ttfb_ms", r.ttfb_ms);
    io.field("connect_ms", r.connect_ms);
    io.field("steps", r.steps);
    io.sparse("setup_steps", r.setup_steps);
    io.field("phases", r.phases);
    io.sparse("turns", r.turns);
    io.field("steady", r.steady);
    io.field("events", r.events);
    io.field("monitors", r.monitors);
    io.field("generator", r.generator);
    io.field("samples", r.samples);
    io.field("verdict", r.verdict);
    io.field("judgement", r.judgement);
    io.field("series", r.series);
}

namespace {

std::optional<Error> columnError(const Report& report, const std::string& fileName)
{
    const auto& s = report.series;
    const std::pair<std::string_view, const std::vector<double>&> columns[]{{"rps", s.rps},
        {"errors", s.errors}, {"vus", s.vus}, {"planned_rps", s.planned_rps}, {"p50", s.p50}, {"p95", s.p95},
        {"p99", s.p99}, {"max", s.max}, {"iterations", s.iterations}, {"count", s.count},
        {"failed", s.failed}, {"makespan_ms", s.makespan}};
    const auto wrongLength = [&](std::size_t values, const std::string& name) {
        return Error{ErrorKind::input,
            std::to_string(values) + " values, but t has " + std::to_string(s.t.size()),
            fileName + ", /series/" + name, "restore the file from a copy"};
    };
    for (const auto& [name, column] : columns) {
        if (!column.empty() && column.size() != s.t.size()) {
            return wrongLength(column.size(), std::string(name));
        }
    }
    for (const auto& [name, codes] :
        {std::pair("outcomes/", &s.outcomes), std::pair("reasons/", &s.reasons)}) {
        for (const auto& [code, column] : *codes) {
            if (column.size() != s.t.size()) {
                return wrongLength(column.size(), name + code);
            }
        }
    }
    for (std::size_t i = 0; i < report.monitors.size(); ++i) {
        const auto& monitor = report.monitors[i];
        const auto rows = monitor.t.size();
        for (const auto& [name, column] :
            {std::pair<std::string, const std::vector<double>&>{"value", monitor.value}, {"min", monitor.min},
                {"max", monitor.max}}) {
            const bool optional = name != "value";
            if (column.size() != rows && !(optional && column.empty())) {
                return Error{ErrorKind::input,
                    std::to_string(column.size()) + " values, but t has " + std::to_string(rows),
                    fileName + ", /monitors/" + std::to_string(i) + "/" + name,
                    "restore the file from a copy"};
            }
        }
    }
    return std::nullopt;
}

Json withoutUnknown(const Report& report)
{
    Json json = Json::object();
    json["schema"] = std::string(schemaName) + "/" + std::to_string(schemaMajor);
    JsonWriter writer;
    describe(writer, report);
    json.update(writer.take());
    return json;
}

} // namespace

Json toJson(const Report& report)
{
    Json json = withoutUnknown(report);
    if (report.extra.is_object() && !report.extra.empty()) {
        // The bulk stays last: what reads only the head of a file need not walk over it.
        addUnknownFields(json, report.extra);
        Json series = std::move(json["series"]);
        json.erase("series");
        json["series"] = std::move(series);
    }
    return json;
}

Result<Report> reportFromJson(const Json& json, const std::string& fileName)
{
    if (const auto schema = checkSchema(json, schemaName, schemaMajor, fileName); !schema) {
        return schema.error();
    }
    Report report;
    ReadState state{fileName, {}};
    JsonReader reader(json, {}, state);
    describe(reader, report);
    if (state.error) {
        return *state.error;
    }
    if (auto error = columnError(report, fileName)) {
        return std::move(*error);
    }
    Json unknown = unknownFields(json, withoutUnknown(report));
    if (unknown.is_object()) {
        report.extra = std::move(unknown);
    }
    return report;
}

Result<Report> readReport(const std::filesystem::path& file)
{
    const auto json = readJsonFile(file);
    if (!json) {
        return json.error();
    }
    return reportFromJson(*json, file.string());
}

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/jsonio.h"

// Field names and order of the values that stand both in reports and in events.
namespace plumb::report {

template <class Io>
void describe(Io& io, Ref<Io, Summary> s)
{
    io.field("min", s.min);
    io.field("mean", s.mean);
    io.field("p50", s.p50);
    io.field("p75", s.p75);
    io.field("p90", s.p90);
    io.field("p95", s.p95);
    io.field("p99", s.p99);
    io.field("p99_9", s.p999);
    io.field("max", s.max);
    io.field("stddev", s.stddev);
    io.field("count", s.count);
}

template <class Io>
void describe(Io& io, Ref<Io, CheckCount> c)
{
    io.field("name", c.name);
    io.field("passed", c.passed);
    io.field("failed", c.failed);
}

template <class Io>
void describe(Io& io, Ref<Io, CommandUse::Figure> f)
{
    io.field("mean", f.mean);
    io.field("max", f.max);
}

template <class Io>
void describe(Io& io, Ref<Io, CommandUse> c)
{
    io.field("count", c.count);
    io.field("user_cpu_s", c.user_cpu_s);
    io.field("system_cpu_s", c.system_cpu_s);
    io.field("peak_rss_mb", c.peak_rss_mb);
}

template <class Io>
void describe(Io& io, Ref<Io, SkippedStep> s)
{
    io.field("step", s.step);
    io.field("pattern", s.pattern);
    io.field("reason", s.reason);
    io.field("times", s.times);
}

template <class Io>
void describe(Io& io, Ref<Io, Fingerprint::DataFile> f)
{
    io.field("name", f.name);
    io.field("sha256", f.sha256);
    io.field("modified", f.modified);
}

template <class Io>
void describe(Io& io, Ref<Io, Fingerprint> f)
{
    io.field("host", f.host);
    io.field("cpu", f.cpu);
    io.field("cores", f.cores);
    io.field("mem_mb", f.mem_mb);
    io.field("os", f.os);
    io.field("kernel", f.kernel);
    io.field("load_before", f.load_before);
    io.field("idle_before_pct", f.idle_before_pct);
    io.field("git_commit", f.git_commit);
    io.field("env", f.env);
    io.field("data_files", f.data_files);
}

template <class Io>
void describe(Io& io, Ref<Io, Sample> s)
{
    io.field("at_s", s.at_s);
    io.field("step", s.step);
    io.field("pattern", s.pattern);
    io.field("why", s.why);
    io.field("method", s.method);
    io.field("url", s.url);
    io.field("outcome", s.outcome);
    io.field("status", s.status);
    io.sparse("reason", s.reason);
    io.sparse("error", s.error);
    io.field("response_ms", s.response_ms);
    io.field("service_ms", s.service_ms);
    io.field("connect_ms", s.connect_ms);
    io.field("tls_ms", s.tls_ms);
    io.field("ttfb_ms", s.ttfb_ms);
    io.field("user", s.user);
    io.sparse("request_headers", s.request_headers);
    io.sparse("request_body", s.request_body);
    io.sparse("request_cut", s.request_cut);
    io.sparse("response_headers", s.response_headers);
    io.sparse("response_body", s.response_body);
    io.sparse("response_cut", s.response_cut);
}

template <class Io>
void describe(Io& io, Ref<Io, RunMark> m)
{
    io.field("at_s", m.at_s);
    io.field("kind", m.kind);
    io.field("text", m.text);
    io.field("value", m.value);
    io.sparse("pattern", m.pattern);
}

template <class Io>
void describe(Io& io, Ref<Io, JudgedRule> r)
{
    io.field("name", r.name);
    io.sparse("tier", r.tier);
    io.field("metric", r.metric);
    io.field("of", r.of);
    io.sparse("warn", r.warn);
    io.sparse("fail", r.fail);
    io.sparse("against", r.against);
    io.field("value", r.value);
    io.sparse("limit", r.limit);
    io.sparse("unit", r.unit);
    io.field("verdict", r.verdict);
    io.field("reason", r.reason);
    io.field("samples", r.samples);
}

template <class Io>
void describe(Io& io, Ref<Io, Judgement> j)
{
    io.field("thresholds_name", j.thresholds_name);
    io.field("thresholds_sha256", j.thresholds_sha256);
    io.field("verdict", j.verdict);
    io.field("sentence", j.sentence);
    io.field("rules", j.rules);
}

} // namespace plumb::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/comparability.h"

#include "base/units.h"
#include "report/measuredtime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace plumb::judge {

using report::Report;
using Weight = Difference::Weight;

namespace {

constexpr double lengthPart = 0.2; ///< runs whose length differs by more see other parts of the target's day
constexpr double busyPart = 0.5; ///< of the cores, before the run began

std::string orNone(const std::string& text)
{
    return text.empty() ? "(none)" : text;
}

const Json* member(const Json& json, const char* name)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    return !json.is_object() || found == json.end() || found->is_null() ? nullptr : &*found;
}

std::string dumped(const Json* json)
{
    constexpr std::size_t longest = 60;
    if (json == nullptr) {
        return "(none)";
    }
    const auto text = json->is_string() ? json->get<std::string>() : dumpJson(*json);
    return text.size() <= longest ? text : cleanUtf8(text.substr(0, longest)) + "...";
}

bool sameMember(const Json& a, const Json& b, const char* name)
{
    const Json *one = member(a, name), *two = member(b, name);
    return one == nullptr || two == nullptr ? one == two : *one == *two;
}

/// Fields of a load that say how it is made, not how much of it there is.
bool formal(const std::string& field)
{
    static const std::set<std::string> fields{
        "seed", "workers", "warmup_s", "warmup_iterations", "warmup_shape", "cooldown_s", "graceful_stop_s"};
    return fields.contains(field);
}

/// Where the target answers, without the port that a built-in service drew for itself.
std::string placeOf(const Report& report)
{
    const auto& url = report.base_url;
    const bool local = url.find("//127.") != std::string::npos || url.find("//localhost") != std::string::npos
        || url.find("//[::1]") != std::string::npos;
    const auto colon = url.rfind(':');
    return local && colon != std::string::npos && colon > 6 ? url.substr(0, colon) : url;
}

std::string estimatorOf(const Report& report)
{
    const bool histograms = std::any_of(report.steps.begin(), report.steps.end(), [](const auto& step) {
        return !step.histograms.at(static_cast<std::size_t>(report::Series::response)).empty();
    });
    if (const auto fact = report.facts.find("percentile_estimator"); fact != report.facts.end()) {
        return fact->second;
    }
    return histograms ? "from histograms" : report.steps.empty() ? "" : "as reported";
}

std::string liveChangesOf(const Report& report)
{
    std::string text;
    for (const auto& event : report.events) {
        if (event.isLiveChange()) {
            text += (text.empty() ? "" : ", ") + event.kind
                + (event.value ? " " + formatNumber(*event.value) : std::string()) + " at "
                + std::to_string(std::lround(event.at_s)) + " s";
        }
    }
    return text;
}

std::string stepsOf(const Report& report, const Report& other)
{
    std::string text;
    for (const auto& step : report.steps) {
        const bool shared = std::any_of(other.steps.begin(), other.steps.end(),
            [&step](const auto& s) { return s.name == step.name && s.pattern == step.pattern; });
        if (!shared) {
            text += (text.empty() ? "" : ", ") + step.name;
        }
    }
    return text;
}

class Differences
{
public:
    Differences(const Report& base, const Report& candidate)
        : m_base(base)
        , m_candidate(candidate)
    {
    }

    std::vector<Difference> all()
    {
        identity();
        load();
        scenario();
        steps();
        target();
        machine();
        engine();
        course();
        std::stable_sort(m_found.begin(), m_found.end(),
            [](const Difference& a, const Difference& b) { return a.weight > b.weight; });
        return std::move(m_found);
    }

private:
    void add(const char* what, std::string base, std::string candidate, Weight weight, std::string why)
    {
        m_found.push_back({what, std::move(base), std::move(candidate), weight, std::move(why)});
    }
    void text(const char* what, const std::string& base, const std::string& candidate, Weight weight,
        const char* why)
    {
        if (base != candidate) {
            add(what, orNone(base), orNone(candidate), weight, why);
        }
    }

    void identity()
    {
        if (m_base.id == m_candidate.id) {
            add("run", m_base.id, m_candidate.id, Weight::blocks,
                "This is one and the same run: there is nothing to compare.");
        }
        text("operation", m_base.operation, m_candidate.operation, Weight::blocks,
            "The runs are of different operations: their figures mean different things.");
        text("environment", m_base.environment, m_candidate.environment, Weight::matters,
            "Another environment may be the cause of any change.");
        text("target version", m_base.target_version, m_candidate.target_version, Weight::informs,
            "This is what the comparison is about.");
        text("commit", m_base.fingerprint.git_commit, m_candidate.fingerprint.git_commit, Weight::informs,
            "This is what the comparison is about.");
    }

    void load()
    {
        if (m_base.closed_model != m_candidate.closed_model) {
            add("load model", m_base.closed_model ? "closed" : "open",
                m_candidate.closed_model ? "closed" : "open", Weight::blocks,
                "A closed load waits for the target, an open one does not.");
        }
        text("executor", m_base.executor, m_candidate.executor, Weight::blocks,
            "The load is made in another way.");
        const Json *base = member(m_base.scenario, "load"), *candidate = member(m_candidate.scenario, "load");
        if (base != nullptr && candidate != nullptr) {
            loadFields(*base, *candidate);
        }
        const double one = report::measuredSeconds(m_base), two = report::measuredSeconds(m_candidate);
        if (one > 0.0 && two > 0.0 && std::abs(one - two) > lengthPart * std::max(one, two)) {
            add("length", formatClock(one), formatClock(two), Weight::matters,
                "The measured times differ in length: caches, heaps and other loads had another time to "
                "change.");
        }
        const auto changes = liveChangesOf(m_base), others = liveChangesOf(m_candidate);
        text("live changes", changes, others, Weight::blocks,
            "The load was changed by hand while a run went on, and not in the same way in both.");
    }

    void loadFields(const Json& base, const Json& candidate)
    {
        std::set<std::string> names;
        for (const auto* json : {&base, &candidate}) {
            for (const auto& [name, value] : json->items()) {
                names.insert(name);
            }
        }
        for (const auto& name : names) {
            const bool told = name == "executor" || name == "duration_s";
            if (told || sameMember(base, candidate, name.c_str())) {
                continue; // told by executor and length
            }
            add(("load." + name).c_str(), dumped(member(base, name.c_str())),
                dumped(member(candidate, name.c_str())), formal(name) ? Weight::informs : Weight::blocks,
                formal(name) ? "The same load, made a little differently." : "Another amount of load.");
        }
    }

    void scenario()
    {
        if (m_base.scenario_sha256.empty() || m_base.scenario_sha256 == m_candidate.scenario_sha256) {
            return;
        }
        std::string changed;
        for (const char* part : {"patterns", "patterns_run", "setup", "data", "variables", "connection"}) {
            if (!sameMember(m_base.scenario, m_candidate.scenario, part)) {
                changed += (changed.empty() ? "" : ", ") + std::string(part);
            }
        }
        if (changed.empty()) {
            add("scenario", m_base.scenario_sha256.substr(0, 8), m_candidate.scenario_sha256.substr(0, 8),
                Weight::informs, "The scenario's file differs, but not in what it sends.");
        } else {
            add("scenario", m_base.scenario_sha256.substr(0, 8), m_candidate.scenario_sha256.substr(0, 8),
                Weight::matters, "The scenario differs in " + changed + ".");
        }
        std::map<std::string, std::string> files;
        for (const auto& file : m_base.fingerprint.data_files) {
            files[file.name] = file.sha256;
        }
        for (const auto& file : m_candidate.fingerprint.data_files) {
            const auto known = files.find(file.name);
            if (known != files.end() && known->second != file.sha256) {
                add("data file", file.name + " " + known->second.substr(0, 8),
                    file.name + " " + file.sha256.substr(0, 8), Weight::matters, "Other data were sent.");
            }
        }
    }

    void steps()
    {
        const auto gone = stepsOf(m_base, m_candidate), added = stepsOf(m_candidate, m_base);
        if (gone.empty() && added.empty()) {
            return;
        }
        const bool none = std::none_of(m_base.steps.begin(), m_base.steps.end(), [this](const auto& step) {
            return std::any_of(m_candidate.steps.begin(), m_candidate.steps.end(),
                [&step](const auto& s) { return s.name == step.name && s.pattern == step.pattern; });
        });
        add("steps", gone.empty() ? "" : "only here: " + gone, added.empty() ? "" : "only here: " + added,
            none ? Weight::blocks : Weight::matters,
            none ? "The runs have no step in common." : "Steps that only one run has are not compared.");
    }

    void target()
    {
        text("target", placeOf(m_base), placeOf(m_candidate), Weight::matters,
            "Another address may be another machine.");
        for (const char* part : {"http", "proxy", "tls", "connection"}) {
            const Json *base = member(m_base.scenario, "target"),
                       *candidate = member(m_candidate.scenario, "target");
            if (base != nullptr && candidate != nullptr && !sameMember(*base, *candidate, part)) {
                add(part, dumped(member(*base, part)), dumped(member(*candidate, part)), Weight::matters,
                    "Connections are made differently.");
            }
        }
    }

    void machine()
    {
        const auto &a = m_base.fingerprint, &b = m_candidate.fingerprint;
        text("host", a.host, b.host, Weight::matters, "The load came from another machine.");
        text("cpu", a.cpu, b.cpu, Weight::matters, "The load came from another kind of machine.");
        if (a.cores != b.cores) {
            add("cores", std::to_string(a.cores), std::to_string(b.cores), Weight::matters,
                "The load came from another kind of machine.");
        }
        text("kernel", a.kernel, b.kernel, Weight::informs, "The machine was updated between the runs.");
        const auto busy = [](const report::Fingerprint& f) {
            return f.load_before && f.cores > 0 && *f.load_before > busyPart * f.cores;
        };
        if (busy(a) != busy(b)) {
            add("load before", a.load_before ? formatNumber(*a.load_before) : "(none)",
                b.load_before ? formatNumber(*b.load_before) : "(none)", Weight::matters,
                "One of the machines was busy before its run began.");
        }
    }

    void engine()
    {
        text("engine", m_base.engine_name, m_candidate.engine_name, Weight::matters,
            "Another tool made the load and took the times.");
        text("transport", m_base.engine_transport, m_candidate.engine_transport, Weight::matters,
            "Each transport adds its own time to every request, most visibly to fast ones.");
        text("engine version", m_base.engine_version, m_candidate.engine_version, Weight::informs,
            "Another version of the tool took the times.");
        text("percentile estimator", estimatorOf(m_base), estimatorOf(m_candidate), Weight::matters,
            "Percentiles are estimated in different ways; near the tail that alone can be some percent.");
        for (const auto* report : {&m_base, &m_candidate}) {
            if (report->generator.verdict == "suspect") {
                const bool isBase = report == &m_base;
                const auto& reasons = report->generator.reasons;
                add("generator", isBase ? "suspect" : "", isBase ? "" : "suspect", Weight::matters,
                    reasons.empty() ? std::string("The generator may have been a limit.")
                                    : reasons.front().text);
            }
        }
    }

    void course()
    {
        for (const auto* report : {&m_base, &m_candidate}) {
            if (report->partial) {
                const bool isBase = report == &m_base;
                const std::string ended = "ended by " + report->ended_by;
                add("partial run", isBase ? ended : "", isBase ? "" : ended, Weight::matters,
                    "A run that ended early saw a part of its load only.");
            }
        }
    }

    const Report& m_base;
    const Report& m_candidate;
    std::vector<Difference> m_found;
};

} // namespace

std::string_view toString(Weight weight)
{
    static constexpr std::array<std::string_view, 3> names{"informs", "matters", "blocks"};
    return names.at(static_cast<std::size_t>(weight));
}

std::vector<Difference> differencesBetween(const Report& base, const Report& candidate)
{
    return Differences(base, candidate).all();
}

} // namespace plumb::judge

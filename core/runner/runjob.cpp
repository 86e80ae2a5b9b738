// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runjob.h"

#include "base/files.h"
#include "base/timestamp.h"
#include "engine/kinds/kindfactory.h"
#include "judge/thresholds.h"
#include "library/library.h"
#include "library/references.h"
#include "report/fingerprint.h"
#include "runner/eventroad.h"
#include "runner/runparts.h"
#include "runner/targetservice.h"
#include "runner/transports.h"
#include "sample/builtinspec.h"
#include "sample/sampleservice.h"
#include "scenario/commandline.h"

#include <nlohmann/json.hpp>

#include <random>

namespace plumb::runner {

namespace {

/// So that the timeline shows how things were before the load (PRODUCT.md section 4, seed of the memory
/// monitor).
constexpr std::chrono::seconds monitorLead(3);

std::uint64_t seedOf(const RunRequest& request, const scenario::Scenario& scenario)
{
    if (request.overrides.seed) {
        return static_cast<std::uint64_t>(*request.overrides.seed);
    }
    if (scenario.load.seed.value) {
        return static_cast<std::uint64_t>(*scenario.load.seed.value);
    }
    return std::random_device{}();
}

ExitCode exitCodeOf(const report::Report& report, bool failOnWarn)
{
    auto code = static_cast<ExitCode>(judge::exitCodeOf(report.verdict, failOnWarn, false));
    if (report.ended_by == "user" || report.ended_by == "abort") {
        code = stronger(code, ExitCode::interrupted);
    } else if (report.ended_by == "setup" || report.ended_by == "target") {
        code = stronger(code, ExitCode::couldNotRun);
    } else if (report::endedByRule(report.ended_by)) {
        code = stronger(code, ExitCode::fail);
    }
    return code;
}

/// Data is read once, before the load: a file that changes meanwhile changes nothing, but whoever repeats the
/// run will have other data.
void tellChangedFiles(EventRoad& road, const std::filesystem::path& folder)
{
    const auto& started = road.builder().start();
    const double at_s = static_cast<double>(wallClockMs() - started.started_wall_ms) / 1000.0;
    for (const auto& name : report::changedDataFiles(started.fingerprint, folder)) {
        road.pass(report::RunMark{at_s, "notice",
            "the data file " + name
                + " was changed while the run went on; the run used what it held before"});
    }
}

} // namespace

RunJob::RunJob(RunRequest request, std::string runId, bool failOnWarn)
    : m_request(std::move(request))
    , m_runId(std::move(runId))
    , m_failOnWarn(failOnWarn)
{
}

RunJob::~RunJob() = default;

void RunJob::setEngine(engine::Engine* engine)
{
    const std::scoped_lock lock(m_mutex);
    m_engine = engine;
    if (engine == nullptr) {
        return;
    }
    if (!m_targetDeath.empty()) {
        engine->mark(m_targetDeath);
        engine->stop("target");
    }
    if (m_wish == Wish::stop) {
        engine->stop();
    } else if (m_wish == Wish::abort) {
        engine->abort();
    }
}

bool RunJob::waitFor(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_wished.wait_for(lock, time, [this] { return m_wish != Wish::none; });
}

bool RunJob::isWished()
{
    const std::scoped_lock lock(m_mutex);
    return m_wish != Wish::none;
}

void RunJob::targetDied(const std::string& text)
{
    const std::scoped_lock lock(m_mutex);
    m_targetDeath = text;
    if (m_engine != nullptr) {
        m_engine->mark(text);
        m_engine->stop("target");
    }
}

Result<std::unique_ptr<TargetService>> RunJob::startTarget(const RunPlan& plan, const RunListener& listener)
{
    const auto& target = plan.resolved.scenario.target;
    if (!target.start) {
        return std::unique_ptr<TargetService>();
    }
    listener.message("starting the service: " + scenario::commandLine(target.start->argv));
    TargetService::Setup setup;
    setup.target = target;
    setup.folder = plan.folder;
    setup.cancelled = [this] { return isWished(); };
    setup.died = [this](const std::string& text) { targetDied(text); };
    auto started = TargetService::start(std::move(setup));
    if (started) {
        listener.message("the service is ready (process " + std::to_string((*started)->pid()) + ")");
    }
    return started;
}

void RunJob::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_wish = std::max(m_wish, Wish::stop);
    m_wished.notify_all();
    if (m_engine != nullptr) {
        m_engine->stop();
    }
}

void RunJob::abort()
{
    const std::scoped_lock lock(m_mutex);
    m_wish = Wish::abort;
    m_wished.notify_all();
    if (m_engine != nullptr) {
        m_engine->abort();
    }
}

void RunJob::mark(const std::string& text)
{
    const std::scoped_lock lock(m_mutex);
    if (m_engine != nullptr) {
        m_engine->mark(text);
    }
}

void RunJob::change(const engine::LiveChange& change)
{
    const std::scoped_lock lock(m_mutex);
    if (m_engine != nullptr) {
        m_engine->change(change);
    }
}

Result<RunOutcome> RunJob::run(const RunListener& listener)
{
    auto library = library::Library::open(m_request.library);
    if (!library) {
        return library.error();
    }
    if ((*library)->readOnly()) {
        return Error{ErrorKind::io, "the library cannot be written, so the report would be lost",
            m_request.library.string(), "check its permissions, or choose another with --library"};
    }
    if (const auto recovered = (*library)->recover()) {
        for (const auto& run : *recovered) {
            listener.message(run.message);
        }
    }
    auto plan = planRun(m_request, (*library)->confirmedHosts());
    if (!plan) {
        return plan.error();
    }
    for (const auto& warning : plan->warnings) {
        listener.message("note: " + warning);
    }
    for (const auto& host : m_request.confirmed_hosts) {
        if (const auto confirmed = (*library)->confirmHost(host); !confirmed) {
            listener.message("note: " + confirmed.error().text());
        }
    }

    const TurnListener turn{
        listener.message, [this](std::chrono::milliseconds pause) { return waitFor(pause); }};
    const auto& operation = plan->resolved.scenario.operation;
    const auto lock = takeTurn({0, "run", operation, m_runId, wallClockMs()}, m_request.turn, turn);
    if (!lock) {
        return lock.error();
    }
    const MachineWatch machine;

    const auto seed = seedOf(m_request, plan->resolved.scenario);
    std::unique_ptr<sample::SampleService> service;
    std::string baseUrl = plan->resolved.scenario.target.base_url;
    if (plan->builtin) {
        auto spec = sample::builtinSpec();
        if (!spec) {
            return spec.error();
        }
        sample::Options options;
        options.spec = std::move(*spec);
        options.seed = seed;
        auto made = sample::SampleService::start(std::move(options));
        if (!made) {
            return made.error();
        }
        service = std::move(*made);
        baseUrl = service->baseUrl();
    }
    auto started = startTarget(*plan, listener);
    if (!started) {
        return started.error();
    }
    auto compiled = scenario::compile(plan->resolved, plan->folder, baseUrl, seed);
    if (!compiled) {
        return compiled.error();
    }
    auto transport = makeTransport(m_request.transport);
    if (!transport) {
        return transport.error();
    }

    transport = engine::withKinds(*transport, *compiled);
    if (!transport) {
        return transport.error();
    }

    engine::EngineSetup setup;
    setup.masker = std::make_shared<scenario::Masker>();
    for (const auto& secret : compiled->secrets) {
        setup.masker->add(secret);
    }
    setup.started = describeRun(*plan, m_runId, **transport);
    setup.started.facts.insert(m_request.facts.begin(), m_request.facts.end());
    setup.started.scenario = scenario::maskedJson(compiled->scenario, *setup.masker);
    setup.started.base_url = setup.masker->mask(baseUrl);
    setup.scenario = std::move(*compiled);
    setup.folder = plan->folder;
    setup.transport = *transport;
    monitor::Watcher watcher;
    const int servicePid = *started ? (*started)->pid() : 0;
    if (const auto added = addMonitors(watcher, *plan, baseUrl, servicePid); !added) {
        return added.error();
    }
    if (!watcher.empty()) {
        setup.beside = [&watcher](Nanos origin) { return watcher.take(origin); };
    }
    setup.host_allowed = [hosts = plan->hosts](const std::string& host) { return hosts.allows(host); };

    const auto quiet = checkQuiet(machine, m_request.turn, turn);
    if (!quiet) {
        return quiet.error();
    }
    setup.started.fingerprint.idle_before_pct = quiet->state.idle_pct;
    for (const auto& disturbance : quiet->disturbances) {
        setup.started.disturbances.push_back(disturbance.sentence);
    }
    auto journal = report::JournalWriter::create((*library)->journalFolder(), m_runId);
    if (!journal) {
        return journal.error();
    }
    listener.journal((*journal)->file());
    if (!watcher.empty()) {
        watcher.start();
        listener.message("the monitors watch for 3 s before the load");
        waitFor(monitorLead);
    }
    EventRoad road(**journal, listener);
    engine::Engine engine(std::move(setup), [&road](const report::RunEvent& event) { road.pass(event); });
    setEngine(&engine);
    const auto ran = engine.run();
    setEngine(nullptr);
    watcher.stop();
    started->reset();
    if (!road.builder().started()) {
        (*journal)->remove();
        return ran ? Error{ErrorKind::internal, "the run ended before it began", {}, {}} : ran.error();
    }

    tellChangedFiles(road, plan->folder);
    RunOutcome outcome;
    auto report = road.builder().build();
    judge::References references;
    if (plan->thresholds) {
        auto found = library::referencesFor(**library, {&report, 1}, *plan->thresholds);
        if (found) {
            references = std::move(*found);
        } else {
            listener.message("note: " + found.error().text() + " (rules about changes have no baseline)");
        }
    }
    report.judgement = judge::judge(report, plan->thresholds ? &*plan->thresholds : nullptr, &references);
    report.verdict = report.judgement.verdict;
    outcome.code = exitCodeOf(report, m_failOnWarn);
    if (const std::scoped_lock lock(m_mutex); !m_targetDeath.empty() && report.ended_by == "target") {
        outcome.error = m_targetDeath;
    }
    if (!ran) {
        outcome.error = ran.error().text();
        outcome.code = stronger(outcome.code, exitCodeFor(ran.error().kind));
    }
    const auto stored = (*library)->store(report);
    if (stored) {
        outcome.file = *stored;
    } else {
        outcome.error = stored.error().text();
        outcome.code = stronger(outcome.code, ExitCode::couldNotRun);
    }
    if (!m_request.out.empty()) {
        if (const auto written = writeFileAtomic(m_request.out, dumpJson(report::toJson(report), 1) + "\n");
            !written) {
            outcome.error = written.error().text();
            outcome.code = stronger(outcome.code, ExitCode::badInput);
        }
    }
    report::Stored last;
    last.report_id = report.id;
    last.path = outcome.file.string();
    last.verdict = report.verdict;
    last.judgement = report.judgement;
    last.exit_code = static_cast<int>(outcome.code);
    last.error = outcome.error;
    road.pass(last);
    outcome.report = std::move(report);
    // The journal goes last, and only when the report is safe: until then a crash is recovered from it.
    if (stored) {
        (*journal)->remove();
    }
    return outcome;
}

} // namespace plumb::runner

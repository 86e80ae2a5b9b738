// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/suiterun.h"

#include "base/files.h"
#include "base/timestamp.h"
#include "library/library.h"
#include "scenario/jsonfields.h"
#include "workflow/runqueue.h"
#include "workflow/suitetrack.h"

#include <algorithm>
#include <set>

namespace fs = std::filesystem;

namespace plumb::workflow {

namespace {

constexpr int fewestNoiseRounds = 3;

constexpr const char* leftOutFolder = "left-out";

std::string roundFile(int round)
{
    return "round-" + std::to_string(round) + ".json";
}

/// Copies that an earlier suite left in @p folder would be taken for rounds of this one.
void removeOldCopies(const fs::path& folder)
{
    std::error_code code;
    std::vector<fs::path> old;
    for (const auto& place : {folder, folder / leftOutFolder}) {
        for (const auto& entry : fs::directory_iterator(place, code)) {
            const auto stem = entry.path().stem().string();
            const auto number = stem.starts_with("round-") ? stem.substr(6) : std::string();
            if (!number.empty() && entry.path().extension() == ".json"
                && number.find_first_not_of("0123456789") == std::string::npos) {
                old.push_back(entry.path());
            }
        }
    }
    for (const auto& file : old) {
        fs::remove(file, code);
    }
}

/// Why the round does not count; empty if it does.
std::string whyNotCounted(const report::Report& report)
{
    if (report.ended_by == "user" || report.ended_by == "abort") {
        return report.ended_by == "user" ? "it was stopped by the user" : "it was aborted";
    }
    if (report.ended_by == "setup" || report.ended_by == "target" || report.ended_by == "crash") {
        return "it could not run to its end (" + report.ended_by + ")";
    }
    return {};
}

} // namespace

SuiteRun::SuiteRun(SuiteWish wish, RoundRunner& runner)
    : m_wish(std::move(wish))
    , m_runner(runner)
{
}

SuiteRun::~SuiteRun() = default;

void SuiteRun::stop()
{
    m_stopped = true;
    m_wished.notify_all();
    m_runner.stop();
}

void SuiteRun::abort()
{
    m_stopped = true;
    m_wished.notify_all();
    m_runner.abort();
}

Result<void> SuiteRun::plan()
{
    auto library = library::Library::open(m_wish.common.library);
    if (!library) {
        return library.error();
    }
    if (m_wish.noise && m_wish.suite.rounds < fewestNoiseRounds) {
        return Error{ErrorKind::usage, "the noise between rounds shows from 3 rounds on", "--noise",
            "ask for 3 rounds or more; 5 and more tell it well"};
    }
    std::set<std::string> names;
    for (const auto& one : m_wish.suite.scenarios) {
        auto track = std::make_unique<Track>();
        track->request = m_wish.common;
        track->request.scenario = m_wish.folder / one.scenario;
        if (track->request.thresholds.empty() && !m_wish.suite.thresholds.empty()) {
            track->request.thresholds
                = runner::findThresholds(m_wish.suite.thresholds, m_wish.folder, m_wish.common.library);
            if (track->request.thresholds.empty()) {
                return Error{ErrorKind::input,
                    "the thresholds file \"" + m_wish.suite.thresholds + "\" is not there",
                    m_wish.suite.name + ", /thresholds", "put it beside the suite or into the library"};
            }
        }
        // What the command line sets comes last and wins.
        auto set = scenario::readPairs(one.set);
        auto& all = track->request.overrides.set;
        all.insert(all.begin(), set.begin(), set.end());
        auto plan = runner::planRun(track->request, (*library)->confirmedHosts());
        if (!plan) {
            return plan.error();
        }
        const auto& scenario = plan->resolved.scenario;
        track->part.operation = scenario.operation;
        track->part.environment = scenario.environment;
        track->part.planned = m_wish.suite.rounds;
        track->seconds = plannedSeconds(scenario.load);
        track->thresholds = plan->thresholds;
        auto name = safeName(scenario.operation);
        for (int i = 2; names.contains(name); ++i) {
            name = safeName(scenario.operation) + '_' + std::to_string(i);
        }
        names.insert(name);
        track->part.name = name;
        m_tracks.push_back(std::move(track));
    }
    return {};
}

Result<SuiteOutcome> SuiteRun::run(const SuiteListener& listener)
{
    if (const auto planned = plan(); !planned) {
        return planned.error();
    }
    m_outcome.id = newUuid();
    m_outcome.name = m_wish.suite.name;
    if (!m_wish.out.empty()) {
        for (const auto& track : m_tracks) {
            removeOldCopies(outOf(track->part));
        }
    }
    runAll(listener);
    auto library = library::Library::open(m_wish.common.library);
    if (!library) {
        return library.error();
    }
    for (auto& track : m_tracks) {
        judgeRounds(*track, **library);
        if (!m_wish.noise) {
            continue;
        }
        if (const auto kept = keepNoise(*track, **library); !kept) {
            listener.run.message("note: " + kept.error().text());
        }
    }
    conclude();
    return std::move(m_outcome);
}

bool SuiteRun::runAll(const SuiteListener& listener)
{
    if (!m_wish.suite.interleave) {
        for (auto& track : m_tracks) {
            while (wantsMore(*track)) {
                if (!runRound(*track, listener)) {
                    return false;
                }
            }
        }
        return true;
    }
    for (bool any = true; any;) {
        any = false;
        for (auto& track : m_tracks) {
            if (!wantsMore(*track)) {
                continue;
            }
            any = true;
            if (!runRound(*track, listener)) {
                return false;
            }
        }
    }
    return true;
}

bool SuiteRun::wantsMore(Track& track) const
{
    const auto& suite = m_wish.suite;
    return track.done < suite.rounds
        || (suite.stop_when_ci_within && track.done < suite.cap() && !track.settled);
}

bool SuiteRun::runRound(Track& track, const SuiteListener& listener)
{
    if (m_begun) {
        pause();
    }
    if (m_stopped) {
        m_outcome.ended_by = "user";
        return false;
    }
    m_begun = true;
    const int round = ++track.done;
    auto request = track.request;
    request.without_warmup = m_wish.suite.warmup == Warmup::once && round > 1;
    request.facts[library::suiteFact] = m_outcome.id;
    request.facts[library::suiteNameFact] = m_outcome.name;
    request.facts[library::roundFact] = std::to_string(round);
    if (!m_wish.out.empty()) {
        request.out = outOf(track.part) / roundFile(round);
    }
    listener.round({track.part.operation, round, std::max(round, m_wish.suite.rounds), secondsAfter(track)});
    const auto outcome = m_runner.run(request, listener.run);
    return keep(track, outcome);
}

void SuiteRun::pause()
{
    std::unique_lock lock(m_mutex);
    m_wished.wait_for(
        lock, std::chrono::duration<double>(m_wish.suite.pause_s), [this] { return m_stopped.load(); });
}

fs::path SuiteRun::outOf(const SuitePart& part) const
{
    return m_tracks.size() == 1 ? m_wish.out : m_wish.out / part.name;
}

void SuiteRun::setAside(const SuitePart& part, int round) const
{
    const auto folder = outOf(part);
    std::error_code code;
    if (!m_wish.out.empty() && fs::exists(folder / roundFile(round), code)) {
        fs::create_directories(folder / leftOutFolder, code);
        fs::rename(folder / roundFile(round), folder / leftOutFolder / roundFile(round), code);
    }
}

std::optional<double> SuiteRun::secondsAfter(const Track& now) const
{
    double sum = 0.0;
    for (const auto& track : m_tracks) {
        const int left = std::max(0, m_wish.suite.rounds - track->done);
        if (left == 0) {
            continue;
        }
        if (!track->seconds) {
            return std::nullopt;
        }
        sum += left * (*track->seconds + m_wish.suite.pause_s);
    }
    return now.seconds ? std::optional(sum) : std::nullopt;
}

bool SuiteRun::keep(Track& track, const Result<runner::RunOutcome>& outcome)
{
    const int round = track.done;
    const auto leaveOut = [&](const std::string& id, const std::string& cause) {
        track.part.remarks.push_back({round, id, false, cause});
        setAside(track.part, round);
    };
    const auto end = [this](const std::string& why, const std::string& error, ExitCode code) {
        m_outcome.ended_by = why;
        m_outcome.error = error;
        m_outcome.code = code;
        return false;
    };
    m_outcome.code = ExitCode::pass;
    if (!outcome) {
        leaveOut({}, outcome.error().text());
        return end("error", outcome.error().text(), exitCodeFor(outcome.error().kind));
    }
    const auto& report = *outcome->report;
    const auto why = whyNotCounted(report);
    if (!why.empty()) {
        leaveOut(report.id, why);
        const bool user = report.ended_by == "user" || report.ended_by == "abort";
        return user ? end("user", {}, ExitCode::interrupted)
                    : end("error", outcome->error.empty() ? why : outcome->error, ExitCode::couldNotRun);
    }
    if (!outcome->error.empty() || outcome->file.empty()) {
        leaveOut(report.id, outcome->error);
        return end("error", outcome->error, outcome->code);
    }
    track.seconds = report.duration_s;
    if (report.partial) {
        const auto rule = report::endedByRule(report.ended_by);
        track.part.remarks.push_back({round, report.id, true,
            rule && !rule->empty() ? "the stop rule \"" + std::string(*rule) + "\" ended it"
                                   : "it ended early (" + report.ended_by + ")"});
    }
    track.part.rounds.push_back(report);
    track.part.files.push_back(outcome->file);
    if (m_wish.suite.stop_when_ci_within && track.done >= m_wish.suite.rounds) {
        judge::RoundSet set;
        for (const auto& one : track.part.rounds) {
            if (!isInvalid(one)) {
                set.rounds.emplace_back(one);
            }
        }
        track.settled = settled(roundFigures(set), *m_wish.suite.stop_when_ci_within);
    }
    return true;
}

} // namespace plumb::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/suiterun.h"

#include "base/files.h"
#include "base/timestamp.h"
#include "judge/evaluation.h"
#include "judge/references.h"
#include "judge/sentence.h"
#include "library/noisefile.h"
#include "library/references.h"
#include "scenario/jsonfields.h"
#include "workflow/runqueue.h"

#include <algorithm>
#include <set>

namespace fs = std::filesystem;

namespace plumb::workflow {

using metric::Verdict;

namespace {

constexpr std::size_t fewestValid = 3;
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

std::string whyInvalid(const report::Report& report)
{
    const auto& reasons = report.generator.reasons;
    return "the load generator was the limit"
        + (reasons.empty() ? std::string() : ": " + reasons.front().text);
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

bool isInvalid(const report::Report& report)
{
    return report.generator.verdict == "invalid";
}

} // namespace

struct SuiteRun::Track
{
    runner::RunRequest request;
    SuitePart part;
    std::optional<judge::Thresholds> thresholds;
    std::optional<double> seconds; ///< a round takes
    int done = 0; ///< rounds that were run, counted or not
    bool settled = false;
};

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
            removeOldCopies(m_tracks.size() == 1 ? m_wish.out : m_wish.out / track->part.name);
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
    request.facts[suiteFact] = m_outcome.id;
    request.facts[suiteNameFact] = m_outcome.name;
    request.facts[roundFact] = std::to_string(round);
    if (!m_wish.out.empty()) {
        request.out = (m_tracks.size() == 1 ? m_wish.out : m_wish.out / track.part.name) / roundFile(round);
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
        if (m_wish.out.empty()) {
            return;
        }
        const auto folder = m_tracks.size() == 1 ? m_wish.out : m_wish.out / track.part.name;
        std::error_code code;
        if (fs::exists(folder / roundFile(round), code)) {
            fs::create_directories(folder / leftOutFolder, code);
            fs::rename(folder / roundFile(round), folder / leftOutFolder / roundFile(round), code);
        }
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

void SuiteRun::judgeRounds(Track& track, library::Library& library)
{
    auto& part = track.part;
    const auto valid = static_cast<std::size_t>(
        std::count_if(part.rounds.begin(), part.rounds.end(), [](const auto& r) { return !isInvalid(r); }));
    // With too few left they stay, and make the whole invalid.
    const bool enough = valid >= std::min(fewestValid, part.rounds.size()) && 2 * valid > part.rounds.size();
    for (std::size_t i = 0; i < part.rounds.size();) {
        const auto& report = part.rounds[i];
        if (!isInvalid(report)) {
            ++i;
            continue;
        }
        const auto fact = report.facts.find(roundFact);
        const int round = fact == report.facts.end() ? static_cast<int>(i) + 1 : std::stoi(fact->second);
        part.remarks.push_back({round, report.id, !enough, whyInvalid(report)});
        if (!enough) {
            ++i;
            continue;
        }
        if (!m_wish.out.empty()) {
            const auto folder = m_tracks.size() == 1 ? m_wish.out : m_wish.out / part.name;
            std::error_code code;
            fs::create_directories(folder / leftOutFolder, code);
            fs::rename(folder / roundFile(round), folder / leftOutFolder / roundFile(round), code);
        }
        part.rounds.erase(part.rounds.begin() + static_cast<std::ptrdiff_t>(i));
        part.files.erase(part.files.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (part.rounds.empty()) {
        part.judgement.verdict = Verdict::notMeasured;
        part.judgement.sentence = "No round of " + part.operation + " came to its end.";
        return;
    }
    judge::RoundSet set;
    for (const auto& report : part.rounds) {
        set.rounds.emplace_back(report);
    }
    part.figures = roundFigures(set);
    for (auto& found : standOuts(set)) {
        const auto& report = part.rounds[found.round];
        const auto fact = report.facts.find(roundFact);
        part.remarks.push_back(
            {fact == report.facts.end() ? static_cast<int>(found.round) + 1 : std::stoi(fact->second),
                report.id, true, std::move(found.cause)});
    }
    std::stable_sort(part.remarks.begin(), part.remarks.end(),
        [](const RoundRemark& a, const RoundRemark& b) { return a.round < b.round; });
    const std::vector<report::Report> rounds(part.rounds.begin(), part.rounds.end());
    const auto* thresholds = track.thresholds ? &*track.thresholds : nullptr;
    judge::References references;
    if (thresholds != nullptr) {
        auto found = library::referencesFor(library, rounds, *thresholds);
        if (found) {
            references = std::move(*found);
        } else {
            m_outcome.error = found.error().text();
        }
    }
    part.judgement = judge::judgeRounds(rounds, thresholds, m_wish.allowMissing, &references);
    if (m_wish.noise) {
        part.noise = judge::noiseRows(set);
    }
}

Result<void> SuiteRun::keepNoise(Track& track, library::Library& library)
{
    library::NoiseLine line;
    line.operation = track.part.operation;
    line.environment = track.part.environment;
    for (const auto& report : track.part.rounds) {
        line.reports.push_back(report.id);
    }
    line.writer = library::annotationWriter();
    line.at = isoTimestamp(wallClockMs());
    line.rows = track.part.noise;
    if (line.rows.empty()) {
        return Error{ErrorKind::input,
            "the rounds of " + line.operation + " hold no figure that 3 of them share", {},
            "no noise was stored"};
    }
    return library::appendNoise(library.folder(), line);
}

void SuiteRun::conclude()
{
    auto code = m_outcome.code;

    bool open = false;
    for (auto& track : m_tracks) {
        auto& part = track->part;

        open = open || (m_wish.suite.stop_when_ci_within && !track->settled);
        m_outcome.verdict = m_outcome.parts.empty()
            ? part.judgement.verdict
            : metric::worse(m_outcome.verdict, part.judgement.verdict);
        code = stronger(code,
            static_cast<ExitCode>(
                judge::evaluationExitCode(part.judgement, m_wish.failOnWarn, m_wish.allowMissing)));
        for (const auto& report : part.rounds) {
            if (report::endedByRule(report.ended_by)) {
                code = stronger(code, ExitCode::fail);
            }
        }
        m_outcome.parts.push_back(std::move(part));
    }
    if (m_outcome.ended_by == "user") {
        code = stronger(code, ExitCode::interrupted);
    } else if (m_outcome.ended_by == "rounds" && m_wish.suite.stop_when_ci_within) {
        m_outcome.ended_by = open ? "cap" : "interval";
    }
    m_outcome.code = code;
    const auto worst = std::find_if(m_outcome.parts.begin(), m_outcome.parts.end(),
        [this](const SuitePart& part) { return part.judgement.verdict == m_outcome.verdict; });
    m_outcome.sentence = m_outcome.parts.size() == 1 ? worst->judgement.sentence
                                                     : worst->operation + ": " + worst->judgement.sentence;
}

} // namespace plumb::workflow

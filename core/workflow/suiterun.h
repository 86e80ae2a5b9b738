// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/noisetable.h"
#include "library/suiterounds.h"
#include "runner/runplan.h"
#include "workflow/roundrunner.h"
#include "workflow/rounds.h"
#include "workflow/suite.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace plumb::workflow {

/// What to do with a suite.
struct SuiteWish
{
    Suite suite;
    std::filesystem::path folder; ///< its scenarios and thresholds are relative to it
    runner::RunRequest common; ///< library, thresholds, overrides and transport of every round
    std::filesystem::path out; ///< a copy of each round's report goes below it; empty: none
    bool allowMissing = false, failOnWarn = false;
    bool noise = false; ///< the rounds are an A/A measurement: their noise goes to the library
};

/// A run that is no round of the evaluation, or one that stands out in it.
struct RoundRemark
{
    int round = 1;
    std::string report; ///< id; empty where there is none
    bool counted = true; ///< it is among the rounds that were judged
    std::string cause;
};

/// What came of one scenario of a suite.
struct SuitePart
{
    std::string name; ///< of its folder below `out`: the operation, made unique
    std::string operation, environment;
    int planned = 0; ///< rounds
    std::deque<report::Report> rounds; ///< those that were judged
    std::vector<std::filesystem::path> files; ///< their stored reports
    std::vector<RoundRemark> remarks;
    std::vector<RoundFigure> figures;
    report::Judgement judgement;
    std::vector<judge::NoiseRow> noise; ///< of a noise measurement
};

struct SuiteOutcome
{
    std::string id, name;
    std::vector<SuitePart> parts;
    metric::Verdict verdict = metric::Verdict::skipped; ///< the strongest of the parts
    std::string sentence;
    /// "rounds": as many as asked; "interval": every figure was settled; "cap": it was not after the most
    /// rounds; "user"; "error".
    std::string ended_by = "rounds";
    std::string error; ///< why it ended early; empty if it did not
    ExitCode code = ExitCode::couldNotRun;
};

/// Where a suite stands as a round begins.
struct SuitePlace
{
    std::string operation;
    int round = 1, rounds = 1; ///< `rounds` without further ones that a wide interval may ask for
    std::optional<double> left_s; ///< of all later rounds with their pauses; nothing where no one can tell
};

struct SuiteListener
{
    std::function<void(const SuitePlace& place)> round; ///< a round begins
    runner::RunListener run; ///< what the round tells
};

/// A suite from the wish to the evaluation: plans every scenario before the first round, runs the rounds
/// interleaved or one scenario after another, stores each as a report whose facts name suite and round,
/// judges the rounds of each scenario together, relative rules by the library's references. Rounds whose
/// generator was the limit are left out of the judgement as long as at least 3 (or all but none of fewer) and
/// more than half of them remain; every round left out or standing out is named with its cause. Where a
/// figure of 4 rounds or more varies by more than 10 % the verdict says so, and a pass is inconclusive unless
/// every round alone holds the absolute rules and, of relative ones, there are rounds enough for an interval.
/// Single-shot.
class SuiteRun
{
public:
    SuiteRun(SuiteWish wish, RoundRunner& runner);
    ~SuiteRun();

    /// Blocks. An Error: nothing was run (a scenario or thresholds file that cannot be used, an unconfirmed
    /// host, a library that cannot be written).
    Result<SuiteOutcome> run(const SuiteListener& listener);

    // From any thread.
    void stop(); ///< the round under way ends early and does not count; what is done is judged
    void abort();

private:
    struct Track;

    Result<void> plan();
    bool runRound(Track& track, const SuiteListener& listener);
    /// False: the suite ends.
    bool runAll(const SuiteListener& listener);
    bool keep(Track& track, const Result<runner::RunOutcome>& outcome);
    bool wantsMore(Track& track) const;
    void pause();
    [[nodiscard]] std::optional<double> secondsAfter(const Track& now) const;
    /// Where the copies of a scenario's rounds go.
    [[nodiscard]] std::filesystem::path outOf(const SuitePart& part) const;
    /// Moves the copy of a round that does not count out of the others' folder.
    void setAside(const SuitePart& part, int round) const;

    // suitejudging.cpp
    void judgeRounds(Track& track, library::Library& library);
    void conclude();
    Result<void> keepNoise(Track& track, library::Library& library);

    SuiteWish m_wish;
    RoundRunner& m_runner;
    std::vector<std::unique_ptr<Track>> m_tracks;
    SuiteOutcome m_outcome;
    std::mutex m_mutex;
    std::condition_variable m_wished;
    std::atomic<bool> m_stopped = false;
    bool m_begun = false; ///< a round was run
};

} // namespace plumb::workflow

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/annotations.h"
#include "metric/verdict.h"
#include "report/runevent.h"

#include <QString>

// The translated words of codes that stand in files.
namespace plumb::models {

[[nodiscard]] QString verdictWord(metric::Verdict verdict);
/// As the code stands in files ("no-baseline"); an unknown code is its own word.
[[nodiscard]] QString verdictWord(const QString& code);
[[nodiscard]] QString outcomeWord(report::Outcome outcome);
[[nodiscard]] QString outcomeWord(const std::string& code);
/// Of the counts over time, in which the rarer reasons stand together.
[[nodiscard]] QString reasonWord(const std::string& code);
[[nodiscard]] QString phaseWord(report::Phase phase);
/// A part of the time of a request: "connect", "first byte".
[[nodiscard]] QString partWord(report::Series series);
[[nodiscard]] QString stateWord(report::RunState state);
[[nodiscard]] QString noteStateWord(library::AnnotationState state);
/// A sentence about how a run ended: "Stopped by the user."
[[nodiscard]] QString endedBySentence(const std::string& code);
/// The class of a run that was or was not at rest: "warm-up", "late shift".
[[nodiscard]] QString steadyWord(const std::string& kind);
/// What a report says on whether the run came to rest; empty where there is nothing to say.
[[nodiscard]] QString steadySentence(const report::Report& report);
/// An error for a notice: what, where and remedy as up to three sentences.
[[nodiscard]] QString errorText(const Error& error);

} // namespace plumb::models

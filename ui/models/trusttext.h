// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/trust.h"

#include <QString>

// The words of the trust panel in the user's language (report/trust.h has the English ones).
namespace plumb::models {

/// What the verdict on the generator is called here: "trusted", "doubtful", "not trusted".
[[nodiscard]] QString trustWord(const std::string& verdict);
/// The verdict on the generator in a sentence, with the weightiest reason.
[[nodiscard]] QString trustSentenceText(const report::TrustContext& context);
/// What is to be done, as a sentence; empty: nothing.
[[nodiscard]] QString trustAdviceText(const std::vector<std::string>& advice);
/// A reason by its code; the sentence of the report where the code is not known.
[[nodiscard]] QString reasonText(const report::GeneratorReason& reason, const report::TrustContext& context);

[[nodiscard]] QString trustTitleText(report::TrustFact::Kind kind);
[[nodiscard]] QString trustFigureText(const report::TrustFact& fact);
/// What the figure means for the run.
[[nodiscard]] QString trustMeaning(const report::TrustFact& fact, const report::TrustContext& context);
[[nodiscard]] QString trustLevelWord(report::TrustFact::Level level); ///< "fine", "note", "limit", "unknown"

} // namespace plumb::models

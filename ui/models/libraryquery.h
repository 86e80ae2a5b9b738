// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryentry.h"

namespace plumb::models {

/// A search of the library, as typed: words that must all occur, `-word` that must not, `tag:nightly`,
/// `verdict:fail`, `state:noise` (and `env:`, `op:`, `version:`, `note:`), `p99>200` (p50, p95, p99 in ms;
/// rps, users, requests, duration in s; errors and delta in percent; operators > >= < <= =).
class LibraryQuery
{
public:
    LibraryQuery() = default;
    explicit LibraryQuery(const QString& text);
    [[nodiscard]] bool matches(const LibraryEntry& entry) const;
    /// What of the search cannot be meant as it stands ("p95>fast"), a sentence; empty: all is well. Such a
    /// word is looked for as it is.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool empty() const { return m_terms.empty(); }

private:
    struct Term
    {
        enum class Kind { word, tag, verdict, state, environment, operation, version, note, compare };
        Kind kind = Kind::word;
        bool exclude = false;
        bool begun = false; ///< "verdict:", "p95>": still being typed, and no reason to hide anything
        QString text; ///< in lower case
        QString op; ///< compare
        double number = 0.0;
        [[nodiscard]] bool matches(const LibraryEntry& entry) const;
    };
    static Term parseTerm(QString text);
    static QString problemOf(const Term& term);
    std::vector<Term> m_terms;
};

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace plumb::ui {

/// How well some typed letters fit a text.
struct FuzzyMatch
{
    int score = 0; ///< greater is better
    QList<int> places; ///< of the letters in the text, ascending
};

/// The letters of each word of @p typed, in their order, anywhere in @p text; words in any order. Letters
/// that follow each other and letters that begin a word count most, long texts a little less. Case does not
/// matter. Nothing typed fits everything with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text);

} // namespace plumb::ui

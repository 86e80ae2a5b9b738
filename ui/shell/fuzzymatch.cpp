// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzymatch.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <vector>

namespace plumb::ui {

namespace {

constexpr int letterScore = 4;
constexpr int wordStartScore = 10;
constexpr int followsScore = 8;
constexpr int none = std::numeric_limits<int>::min() / 2;

bool beginsWord(const QString& text, qsizetype at)
{
    return at == 0 || (text[at].isLetterOrNumber() && !text[at - 1].isLetterOrNumber())
        || (text[at].isUpper() && text[at - 1].isLower());
}

/// The best way to lay @p word into @p text: for each letter and place the best score of the letters so far
/// with this one there.
std::optional<FuzzyMatch> matchWord(const QString& word, const QString& text)
{
    const auto letters = static_cast<std::size_t>(word.size());
    const auto places = static_cast<std::size_t>(text.size());
    if (letters > places)
        return std::nullopt;
    std::vector<std::vector<int>> best(letters, std::vector<int>(places, none));
    std::vector<std::vector<int>> from(letters, std::vector<int>(places, -1));
    for (std::size_t i = 0; i < letters; ++i) {
        int before = none; // best of the letter before at any place left of the one before this
        int beforeAt = -1;
        for (std::size_t j = i; j < places; ++j) {
            if (i > 0 && j >= 2 && best[i - 1][j - 2] > before) {
                before = best[i - 1][j - 2];
                beforeAt = static_cast<int>(j) - 2;
            }
            const auto at = static_cast<qsizetype>(j);
            if (word[static_cast<qsizetype>(i)].toCaseFolded() != text[at].toCaseFolded())
                continue;
            const int own = letterScore + (beginsWord(text, at) ? wordStartScore : 0);
            if (i == 0) {
                best[i][j] = own;
                continue;
            }
            const int adjacent
                = j >= 1 && best[i - 1][j - 1] > none ? best[i - 1][j - 1] + followsScore : none;
            const int apart = before > none ? before : none;
            if (std::max(adjacent, apart) <= none)
                continue;
            best[i][j] = own + std::max(adjacent, apart);
            from[i][j] = adjacent >= apart ? static_cast<int>(j) - 1 : beforeAt;
        }
    }
    const auto& last = best[letters - 1];
    const auto end = std::max_element(last.begin(), last.end());
    if (*end <= none)
        return std::nullopt;
    FuzzyMatch match;
    match.score = *end;
    int at = static_cast<int>(end - last.begin());
    for (std::size_t i = letters; i-- > 0;) {
        match.places.prepend(at);
        at = from[i][static_cast<std::size_t>(at)];
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text)
{
    FuzzyMatch all;
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto one = matchWord(word, text);
        if (!one)
            return std::nullopt;
        all.score += one->score;
        all.places += one->places;
    }
    if (!words.isEmpty())
        all.score -= static_cast<int>(text.size()) / 8;
    std::sort(all.places.begin(), all.places.end());
    all.places.erase(std::unique(all.places.begin(), all.places.end()), all.places.end());
    return all;
}

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/roundfacts.h"

#include <algorithm>
#include <charconv>

namespace plumb::judge {

int roundNumber(std::string_view text)
{
    int round = 1;
    std::from_chars(text.data(), text.data() + text.size(), round);
    return std::max(round, 1);
}

RoundOf roundOf(const report::Report& report)
{
    RoundOf found;
    if (const auto suite = report.facts.find(suiteFact); suite != report.facts.end()) {
        found.suite = suite->second;
    }
    if (const auto round = report.facts.find(roundFact); round != report.facts.end()) {
        found.round = roundNumber(round->second);
    }
    return found;
}

} // namespace plumb::judge

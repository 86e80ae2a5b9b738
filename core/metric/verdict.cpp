// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric/verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumb::metric {

namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 8> names{{{Verdict::pass, "pass"},
    {Verdict::warn, "warn"}, {Verdict::fail, "fail"}, {Verdict::inconclusive, "inconclusive"},
    {Verdict::invalid, "invalid"}, {Verdict::noBaseline, "no-baseline"},
    {Verdict::notMeasured, "not-measured"}, {Verdict::skipped, "skipped"}}};

/// What decides a whole, strongest first. A skipped part says nothing about the rest, so it is last.
constexpr std::array decisive{Verdict::invalid, Verdict::fail, Verdict::noBaseline, Verdict::inconclusive,
    Verdict::notMeasured, Verdict::warn, Verdict::pass, Verdict::skipped};

} // namespace

std::string_view toString(Verdict verdict)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [verdict](auto& n) { return n.first == verdict; });
    return found == names.end() ? std::string_view() : found->second;
}

std::optional<Verdict> verdictFromString(std::string_view text)
{
    const auto found = std::find_if(names.begin(), names.end(), [text](auto& n) { return n.second == text; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

Verdict worse(Verdict a, Verdict b)
{
    return std::find(decisive.begin(), decisive.end(), a) <= std::find(decisive.begin(), decisive.end(), b)
        ? a
        : b;
}

} // namespace plumb::metric

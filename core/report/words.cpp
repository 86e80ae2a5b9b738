// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

#include <algorithm>
#include <array>

namespace plumb::report {

namespace {

constexpr std::array<std::string_view, outcomeCount> outcomeWords{
    "ok", "http_4xx", "http_5xx", "check", "dns", "connect", "tls", "timeout", "reset", "protocol"};
constexpr std::array<std::string_view, phaseCount> phaseWords{"setup", "warm-up", "measure", "cool-down"};
constexpr std::array<std::string_view, seriesCount> seriesWords{
    "response", "response_ok", "service", "ttfb", "connect", "tls", "send", "wait", "receive"};
constexpr std::array<std::string_view, 7> stateWords{
    "preparing", "setup", "warm-up", "measuring", "cool-down", "draining", "finished"};

template <class Enum, class Words>
std::optional<Enum> find(const Words& words, std::string_view text)
{
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - words.begin());
}

template <class Enum>
bool assign(std::optional<Enum> found, Enum& value)
{
    if (found) {
        value = *found;
    }
    return found.has_value();
}

} // namespace

std::string_view toString(Outcome outcome)
{
    return outcomeWords.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> outcomeFromString(std::string_view text)
{
    return find<Outcome>(outcomeWords, text);
}

std::string_view toString(Phase phase)
{
    return phaseWords.at(static_cast<std::size_t>(phase));
}

std::optional<Phase> phaseFromString(std::string_view text)
{
    return find<Phase>(phaseWords, text);
}

std::string_view toString(Series series)
{
    return seriesWords.at(static_cast<std::size_t>(series));
}

std::optional<Series> seriesFromString(std::string_view text)
{
    return find<Series>(seriesWords, text);
}

std::string_view toString(RunState state)
{
    return stateWords.at(static_cast<std::size_t>(state));
}

std::optional<Phase> phaseOf(RunState state)
{
    switch (state) {
    case RunState::setup:
        return Phase::setup;
    case RunState::warmup:
        return Phase::warmup;
    case RunState::measuring:
        return Phase::measure;
    case RunState::cooldown:
        return Phase::cooldown;
    case RunState::preparing:
    case RunState::draining:
    case RunState::finished:
        break;
    }
    return std::nullopt;
}

std::optional<std::string_view> endedByRule(std::string_view ended_by)
{
    constexpr std::string_view code = "stop-rule", separator = ": ";
    if (ended_by == code) {
        return std::string_view();
    }
    if (!ended_by.starts_with(code) || !ended_by.substr(code.size()).starts_with(separator)) {
        return std::nullopt;
    }
    return ended_by.substr(code.size() + separator.size());
}

bool parseWord(std::string_view text, Outcome& value)
{
    return assign(outcomeFromString(text), value);
}

bool parseWord(std::string_view text, Phase& value)
{
    return assign(phaseFromString(text), value);
}

bool parseWord(std::string_view text, RunState& value)
{
    return assign(find<RunState>(stateWords, text), value);
}

bool parseWord(std::string_view text, metric::Verdict& value)
{
    return assign(metric::verdictFromString(text), value);
}

} // namespace plumb::report

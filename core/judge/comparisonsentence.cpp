// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/comparisonsentence.h"

#include "base/units.h"
#include "judge/sentence.h"
#include "stats/ratiointerval.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>

namespace plumb::judge {

using metric::Verdict;
using stats::Shift;
using stats::ShiftShape;

namespace {

std::string scopeText(const ScopeKey& scope)
{
    return scope.isRun() ? "the run" : scope.isStep() ? "`" + scope.step + "`" : "pattern " + scope.pattern;
}

std::string fixed(double value, int decimals)
{
    std::array<char, 64> buffer{};
    const auto [end, code] = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return code == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

/// One decimal, or none from 100 on; never "-0.0".
std::string signedNumber(double value)
{
    const auto text = fixed(std::abs(value), std::abs(value) >= 99.95 ? 0 : 1);
    return (value < 0.0 && text != "0.0" ? "-" : "+") + text;
}

/// "38.1 to 46.0 ms" of absolute differences; the unit once where both have it.
std::string latencyRange(double lower, double upper)
{
    const auto from = formatLatency(lower), to = formatLatency(upper);
    const auto unit = from.substr(from.rfind(' '));
    return to.ends_with(unit) ? from.substr(0, from.size() - unit.size()) + " to " + to : from + " to " + to;
}

/// "5 %", "0.1 %": what lies beyond a quantile.
std::string shareText(double p)
{
    const double share = 100.0 * (1.0 - p);
    return fixed(share, share < 0.995 ? 1 : 0) + " %";
}

/// "; 3 more figures fail".
std::string moreText(std::size_t count, Verdict verdict)
{
    if (count == 0) {
        return {};
    }
    const bool verb = verdict == Verdict::fail || verdict == Verdict::warn;
    const std::string word(metric::toString(verdict));
    return "; " + counted(count, "more figure")
        + (verb              ? " "
                : count == 1 ? " is "
                             : " are ")
        + (verdict == Verdict::notMeasured ? "not measured"
                : verb && count == 1       ? word + 's'
                                           : word);
}

/// What a quantile gained or lost, in time: its interval, or that nothing is certain.
std::string movedText(const Shift& shift)
{
    const bool slower = shift.difference.value > 0.0;
    const double low = slower ? shift.difference.lower : -shift.difference.upper;
    const double high = slower ? shift.difference.upper : -shift.difference.lower;
    const std::string verb = slower ? "lost " : "gained ";
    if (!std::isfinite(low) || !std::isfinite(high)) {
        return verb + formatLatency(std::abs(shift.difference.value));
    }
    return low > 0.0 ? verb + latencyRange(low, high)
                     : verb + "up to " + formatLatency(high) + ", if anything";
}

const Shift* at(const ComparedDistribution& distribution, double p)
{
    const auto found = std::find_if(distribution.shifts.begin(), distribution.shifts.end(),
        [p](const Shift& shift) { return std::abs(shift.p - p) < 1e-9 && shift.trusted; });
    return found == distribution.shifts.end() ? nullptr : &*found;
}

std::string percentText(const Shift& shift)
{
    return signedNumber(stats::percentOfLog(shift.log_ratio.value)) + " %";
}

/// The rows that made the verdict, the strongest change first.
std::vector<const ComparedRow*> decidingRows(const ComparedCandidate& candidate)
{
    std::vector<const ComparedRow*> rows;
    for (const ComparedRow& row : candidate.rows) {
        if (row.verdict && *row.verdict == candidate.verdict) {
            rows.push_back(&row);
        }
    }
    const auto size = [](const ComparedRow* row) {
        return row->points ? std::abs(row->delta.value_or(0.0))
                           : std::abs(row->delta_pct.value_or(0.0)) / 100.0;
    };
    std::stable_sort(rows.begin(), rows.end(),
        [&size](const ComparedRow* a, const ComparedRow* b) { return size(a) > size(b); });
    return rows;
}

std::string rowText(const ComparedRow& row)
{
    auto text = rowSubject(row);
    if (!row.base || !row.candidate) {
        return text + ": " + row.note;
    }
    if (*row.delta == 0.0) {
        return text + " is unchanged at " + valueText(*row.base, row.unit);
    }
    const auto delta = deltaText(row);
    const bool rose = delta.empty() ? *row.delta > 0.0 : delta.front() == '+';
    text += rose ? " rose by " : " fell by ";
    text += delta.empty() ? valueText(std::abs(*row.delta), row.unit) : delta.substr(1);
    const auto interval = intervalText(row);
    text += interval.empty() ? "" : " (" + interval + ")";
    // The change over all pairs of rounds may point the other way than the medians where rounds vary wildly.
    const bool alike = rose == (*row.delta > 0.0);
    return text + (alike ? ", from " : ", though the medians went from ") + valueText(*row.base, row.unit)
        + " to " + valueText(*row.candidate, row.unit);
}

const ComparedDistribution* distributionOf(const ComparedCandidate& candidate, const ScopeKey& scope)
{
    const auto found = std::find_if(candidate.distributions.begin(), candidate.distributions.end(),
        [&scope](const ComparedDistribution& distribution) { return distribution.scope == scope; });
    return found == candidate.distributions.end() ? nullptr : &*found;
}

/// The scope whose distribution moved most beyond its floor.
const ComparedDistribution* mostMoved(const ComparedCandidate& candidate)
{
    const ComparedDistribution* most = nullptr;
    double largest = 0.0;
    for (const auto& distribution : candidate.distributions) {
        const bool moved
            = distribution.shape != ShiftShape::none && distribution.shape != ShiftShape::unknown;
        for (const Shift& shift : distribution.shifts) {
            const double size = std::abs(shift.log_ratio.value);
            if (moved && shift.trusted && size > largest) {
                largest = size;
                most = &distribution;
            }
        }
    }
    return most;
}

std::string surenessText(const ComparedCandidate& candidate, const RoundSet& base, const RoundSet& set)
{
    const auto rounds = std::min(base.rounds.size(), set.rounds.size());
    int needed = 0;
    for (const ComparedRow& row : candidate.rows) {
        if (row.verdict && *row.verdict == candidate.verdict) {
            needed = std::max(needed, row.rounds_needed);
        }
    }
    const std::string more = needed > 0 ? "; " + adviceText(needed) : std::string();
    if (rounds >= decisiveRounds) {
        const auto rows = decidingRows(candidate);
        const bool sure = !rows.empty() && rows.front()->confirmed;
        const bool paired = !rows.empty() && rows.front()->paired;
        return (sure ? "; confirmed by " : "; from ") + std::to_string(base.rounds.size())
            + " rounds against " + std::to_string(set.rounds.size()) + (paired ? ", in pairs" : "") + more;
    }
    std::string text = "; unconfirmed: " + counted(base.rounds.size(), "run") + " against "
        + std::to_string(set.rounds.size());
    text += candidate.withinRunOnly ? ", within-run interval only" : "";
    return text + more;
}

std::string invalidText(const RoundSet& base, const RoundSet& set)
{
    for (const auto* one : {&base, &set}) {
        for (const auto& round : one->rounds) {
            const auto& generator = round.report().generator;
            if (generator.verdict == "invalid") {
                return std::string(one == &base ? "The base" : "The candidate")
                    + " is invalid: the load generator was the limit" + generatorReason(generator) + ".";
            }
        }
    }
    return "A run is invalid.";
}

/// The row that certainly moved, and most; for the worse before for the better, of the run before of steps.
const ComparedRow* clearest(const ComparedCandidate& candidate)
{
    const ComparedRow* found = nullptr;
    const auto rank = [](const ComparedRow& row) {
        const double size
            = row.points ? std::abs(row.delta.value_or(0.0)) : std::abs(row.delta_pct.value_or(0.0)) / 100.0;
        return std::tuple(row.change == Change::worse, row.scope.isRun(), size);
    };
    for (const ComparedRow& row : candidate.rows) {
        const bool moved = row.change == Change::worse || row.change == Change::better;
        if (moved && row.base && row.candidate && (found == nullptr || rank(row) > rank(*found))) {
            found = &row;
        }
    }
    return found;
}

std::string nothingText(const ComparedCandidate& candidate)
{
    const auto improved = std::count_if(candidate.rows.begin(), candidate.rows.end(),
        [](const ComparedRow& row) { return row.verdict && row.change == Change::better; });
    const auto* moved = mostMoved(candidate);
    const auto where = moved == nullptr ? std::string() : shiftText(*moved);
    if (!where.empty()) {
        return (improved > 0 ? "No limit is broken, and some figures became better: "
                             : "No limit is broken: ")
            + where;
    }
    const auto* row = clearest(candidate);
    if (row == nullptr) {
        return "Nothing moved beyond the noise";
    }
    return (row->change == Change::better ? "No limit is broken, and some figures became better: "
                                          : "No limit is broken, but ")
        + rowText(*row);
}

} // namespace

std::string rowSubject(const ComparedRow& row)
{
    const auto metric = metric::parseMetricName(row.metric);
    if (!metric) {
        return row.metric;
    }
    auto subject = subjectText(*metric, row.scope.of());
    if (row.scope.isStep() && subject.ends_with(row.scope.step)) {
        subject = subject.substr(0, subject.size() - row.scope.step.size()) + "`" + row.scope.step + "`";
    }
    return subject;
}

std::string deltaText(const ComparedRow& row)
{
    if (row.points) {
        return row.delta ? signedNumber(100.0 * *row.delta) + " pt" : std::string();
    }
    return row.delta_pct ? signedNumber(*row.delta_pct) + " %" : std::string();
}

std::string intervalText(const ComparedRow& row)
{
    if (!row.ci95) {
        return {};
    }
    const auto& [lower, upper] = *row.ci95;
    const std::string unit = row.points ? " pt" : " %";
    if (!std::isfinite(lower) && !std::isfinite(upper)) {
        return "no interval: runs too short";
    }
    if (!std::isfinite(lower)) {
        return "at most " + signedNumber(upper) + unit;
    }
    return std::isfinite(upper) ? signedNumber(lower) + " to " + signedNumber(upper) + unit
                                : "at least " + signedNumber(lower) + unit;
}

std::string moreRoundsText(int rounds)
{
    return rounds > mostRoundsWorthwhile
        ? "more than " + counted(static_cast<std::size_t>(mostRoundsWorthwhile), "more round")
        : counted(static_cast<std::size_t>(rounds), "more round");
}

std::string adviceText(int rounds)
{
    return moreRoundsText(rounds) + " of each would "
        + (rounds > mostRoundsWorthwhile ? "be needed, so rather make the runs longer" : "tell");
}

std::string shiftText(const ComparedDistribution& distribution)
{
    const auto name = scopeText(distribution.scope);
    const Shift* median = at(distribution, 0.5);
    const Shift* tail = nullptr;
    const Shift* onset = nullptr; // the first quantile of the slower half from which on all moved
    for (const Shift& shift : distribution.shifts) {
        if (!shift.trusted || shift.p < 0.5) {
            continue;
        }
        tail = &shift;
        const bool moved = std::abs(shift.log_ratio.value) > distribution.floor;
        onset = !moved ? nullptr : onset == nullptr ? &shift : onset;
    }
    if (median == nullptr || tail == nullptr) {
        return {};
    }
    const bool slower = tail->log_ratio.value > 0.0;
    switch (distribution.shape) {
    case ShiftShape::tailOnly:
        return onset == nullptr ? std::string()
                                : "the slowest " + shareText(onset->p) + " of " + name + " "
                + movedText(*onset) + ", its median nothing";
    case ShiftShape::bodyOnly:
        return "the median of " + name + " " + movedText(*median) + ", its slowest " + shareText(tail->p)
            + " nothing";
    case ShiftShape::uniform:
        return "all of " + name + " became " + (slower ? "slower" : "faster") + " alike: its median "
            + movedText(*median);
    case ShiftShape::growing:
    case ShiftShape::shrinking:
        return "the median of " + name + " " + movedText(*median) + " (" + percentText(*median)
            + "), its slowest " + shareText(tail->p) + " " + movedText(*tail) + " (" + percentText(*tail)
            + ")";
    case ShiftShape::crossing:
        return "the slow requests of " + name + " became " + (slower ? "slower" : "faster")
            + " and the fast ones " + (slower ? "faster" : "slower") + ": its slowest " + shareText(tail->p)
            + " " + movedText(*tail);
    case ShiftShape::none:
    case ShiftShape::unknown:
        break;
    }
    return {};
}

std::string sentenceOf(const ComparedCandidate& candidate, const RoundSet& base, const RoundSet& set)
{
    if (candidate.verdict == Verdict::invalid) {
        return invalidText(base, set);
    }
    if (!candidate.comparable) {
        return "Not comparable: " + candidate.differences.front().why;
    }
    for (const auto* side : {&base, &set}) {
        std::int64_t ended = 0, ok = 0;
        for (const auto& round : side->rounds) {
            ended += round.requests({}).ended;
            ok += round.requests({}).ok;
        }
        const std::string which = side == &base ? "the base" : "the candidate";
        if (ended == 0) {
            return "Nothing to compare: no request of " + which + " came to an end in its measure phase.";
        }
        if (ok == 0 && candidate.verdict == Verdict::notMeasured) {
            return "Nothing to compare: no request of " + which + " succeeded.";
        }
    }
    const auto rows = decidingRows(candidate);
    const bool decided = candidate.verdict != Verdict::pass && !rows.empty();
    std::string text;
    if (decided) {
        const ComparedRow& row = *rows.front();
        text = rowText(row);
        if (std::isalpha(static_cast<unsigned char>(text[1])) != 0) { // "p95" stays as it is written
            text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
        }
        if (candidate.verdict == Verdict::inconclusive && !row.note.empty()) {
            text += ": " + row.note;
        } else if (!row.limit.empty()) {
            text += ", beyond the limit of " + row.limit.substr(row.limit.find(' ') + 1);
        }
        const auto* distribution = distributionOf(candidate, row.scope);
        const auto where = distribution == nullptr || !row.metric.starts_with("latency_ms")
            ? ""
            : shiftText(*distribution);
        text += where.empty() ? "" : "; " + where;
        text += moreText(rows.size() - 1, candidate.verdict);
    } else if (candidate.verdict == Verdict::pass) {
        text = nothingText(candidate);
    } else {
        text = "Too few values to judge the run's percentiles";
    }
    text += surenessText(candidate, base, set);
    const auto open = std::count_if(candidate.rows.begin(), candidate.rows.end(),
        [](const ComparedRow& row) { return row.scope.isStep() && row.verdict == Verdict::inconclusive; });
    if (candidate.verdict != Verdict::inconclusive && open > 0) {
        text += "; " + counted(static_cast<std::size_t>(open), "figure") + " of steps cannot be told";
    }
    return text + '.';
}

std::string sentenceOf(const Comparison& comparison)
{
    if (comparison.candidates.size() == 1) {
        return comparison.candidates.front().sentence;
    }
    std::string text;
    for (const auto verdict : {Verdict::invalid, Verdict::fail, Verdict::inconclusive, Verdict::notMeasured,
             Verdict::warn, Verdict::pass}) {
        const auto count = std::count_if(comparison.candidates.begin(), comparison.candidates.end(),
            [verdict](const ComparedCandidate& candidate) { return candidate.verdict == verdict; });
        if (count > 0) {
            text += (text.empty() ? "" : ", ") + std::to_string(count) + ' '
                + std::string(metric::toString(verdict));
        }
    }
    text = counted(comparison.candidates.size(), "candidate") + ": " + text;
    const auto worst = std::find_if(comparison.candidates.begin(), comparison.candidates.end(),
        [&comparison](const auto& candidate) { return candidate.verdict == comparison.verdict; });
    return text + ". " + worst->name + ": " + worst->sentence;
}

} // namespace plumb::judge

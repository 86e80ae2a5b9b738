// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/effectverdict.h"

#include "judge/sentence.h"
#include "stats/studenttests.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::judge {

using metric::Limit;
using metric::Verdict;

namespace {

bool looksUp(const Limit& limit)
{
    return limit.op == Limit::Operator::greater || limit.op == Limit::Operator::greaterOrEqual;
}

/// 20 % computed from decimal fractions is a hair beside 20.
double rounded(double value)
{
    return std::round(value * 1e9) / 1e9;
}

/// A change judged by one rule.
class EffectJudge
{
public:
    EffectJudge(const Rule& rule, const Effect& effect)
        : m_rule(rule)
        , m_effect(effect)
        , m_up(looksUp(rule.fail ? *rule.fail : rule.warn.value_or(Limit{})))
    {
    }

    RuleOutcome judge()
    {
        const auto* first = m_rule.fail ? &*m_rule.fail : m_rule.warn ? &*m_rule.warn : nullptr;
        if (first == nullptr) {
            return m_outcome;
        }
        m_outcome.limit = first->text();
        if (m_effect.refused) {
            m_outcome.verdict = Verdict::notMeasured;
            m_outcome.note = "too few values for this percentile: it needs " + std::to_string(m_effect.needed)
                + (m_effect.approximate ? ""
                                        : " independent ones, and these count as "
                            + std::to_string(std::llround(m_effect.n_eff)));
            return m_outcome;
        }
        m_outcome.value = valueFor(*first);
        if (!m_outcome.value) {
            judgeWithoutBase();
            return m_outcome;
        }
        judgePoint();
        if (m_effect.decisive()) {
            confirm();
        } else {
            leaveUnconfirmed();
        }
        return m_outcome;
    }

private:
    [[nodiscard]] std::optional<double> valueFor(const Limit& limit) const
    {
        if (limit.kind == Limit::Kind::points) {
            const double scale = m_rule.metric.metric->unit == "%" ? 1.0 : 100.0;
            return rounded(scale * (m_effect.candidate - m_effect.base));
        }
        const auto percent = m_effect.percent();
        return percent ? std::optional(rounded(*percent)) : std::nullopt;
    }

    /// A ratio to 0 does not exist: only "as before" can be told.
    void judgeWithoutBase()
    {
        const bool equal = m_effect.base == m_effect.candidate;
        m_outcome.verdict = equal ? Verdict::pass : Verdict::inconclusive;
        m_outcome.note = equal ? "" : "a change against 0 has no percentage";
    }

    /// @p limit on the scale of the effect, positive where it is a change for the worse.
    [[nodiscard]] double onScale(const Limit& limit) const
    {
        const double part = limit.number / 100.0;
        if (limit.kind == Limit::Kind::percent && m_effect.relative) {
            const double log = part > -1.0 ? std::log1p(part) : -std::numeric_limits<double>::infinity();
            return m_up ? log : -log;
        }
        const double scale = limit.kind == Limit::Kind::percent ? std::abs(m_effect.base)
            : m_rule.metric.metric->unit == "%"                 ? 100.0
                                                                : 1.0;
        return (m_up ? part : -part) * scale;
    }

    /// Ends of the interval, the upper one being the worse.
    [[nodiscard]] stats::Interval worseUp() const
    {
        const auto& change = m_effect.change;
        return m_up ? stats::Interval{change.lower, change.upper}
                    : stats::Interval{-change.upper, -change.lower};
    }

    void judgePoint()
    {
        const auto least = atLeast(m_rule);
        if (least && std::abs(m_effect.candidate - m_effect.base) < *least) {
            m_outcome.relation = "a smaller difference than the "
                + valueText(*least, m_rule.metric.metric->unit) + " that matter";
            m_belowLeast = true;
            return;
        }
        const auto hit = [&](const std::optional<Limit>& limit) {
            const auto value = limit ? valueFor(*limit) : std::nullopt;
            return value && limit->hit(*value);
        };
        const auto decide = [&](Verdict verdict, const Limit& limit, const std::string& word) {
            m_outcome.verdict = verdict;
            m_outcome.limit = limit.text();
            m_outcome.relation = word + limit.text().substr(limit.text().find(' ') + 1);
        };
        if (hit(m_rule.fail)) {
            decide(Verdict::fail, *m_rule.fail, "beyond its limit of ");
        } else if (hit(m_rule.warn)) {
            decide(Verdict::warn, *m_rule.warn, "beyond its warning limit of ");
        } else {
            decide(Verdict::pass, m_rule.fail ? *m_rule.fail : *m_rule.warn, "within its limit of ");
        }
    }

    [[nodiscard]] double nearestLimit() const
    {
        return std::max(1e-9, onScale(m_rule.warn ? *m_rule.warn : *m_rule.fail));
    }

    /// Further rounds until a change of @p size could be told.
    [[nodiscard]] int roundsFor(double size) const
    {
        const auto have = static_cast<int>(std::min(m_effect.base_rounds, m_effect.candidate_rounds));
        int needed = static_cast<int>(decisiveRounds);
        if (m_effect.round_sigma > 0.0) {
            needed = stats::roundsNeeded(m_effect.round_sigma, size, needed);
        }
        return std::max(needed - have, 1);
    }

    void confirm()
    {
        const auto ends = worseUp();
        m_outcome.confirmed = true;
        if (m_outcome.verdict != Verdict::pass) {
            if (ends.lower > 0.0 && ends.lower > m_effect.floor) {
                return;
            }
            m_outcome.confirmed = false;
            const bool failed = m_outcome.verdict == Verdict::fail;
            m_outcome.verdict = failed ? Verdict::warn : Verdict::inconclusive;
            m_outcome.note = "unconfirmed, as its interval reaches into the noise";
            m_outcome.rounds_needed = roundsFor(nearestLimit());
            return;
        }
        if (m_belowLeast || ends.upper < nearestLimit()) {
            return;
        }
        const auto n = static_cast<double>(m_effect.base_rounds);
        const auto m = static_cast<double>(m_effect.candidate_rounds);
        const double seen = stats::minimumDetectableEffect(m_effect.round_sigma, n, m_effect.round_sigma, m);
        m_outcome.confirmed = false;
        if (seen > nearestLimit()) {
            m_outcome.verdict = Verdict::inconclusive;
            m_outcome.note = "these rounds could not have seen such a change";
            m_outcome.rounds_needed = roundsFor(nearestLimit());
        }
    }

    void leaveUnconfirmed()
    {
        m_outcome.rounds_needed = roundsFor(nearestLimit());
        const auto ends = worseUp();
        const double failing = onScale(m_rule.fail ? *m_rule.fail : *m_rule.warn);
        if (m_outcome.verdict == Verdict::pass && !m_belowLeast && m_effect.hasInterval()
            && ends.upper >= failing) {
            m_outcome.verdict = Verdict::inconclusive;
            m_outcome.note = std::isfinite(ends.upper) ? "its interval reaches the limit"
                : std::isfinite(ends.lower)
                ? "its interval has no upper end, as the runs are too short for one"
                : "its interval cannot be computed, as the runs are too short for one";
        } else {
            m_outcome.note = "unconfirmed: " + counted(m_effect.base_rounds, "run") + " against "
                + std::to_string(m_effect.candidate_rounds);
        }
    }

    const Rule& m_rule;
    const Effect& m_effect;
    bool m_up;
    bool m_belowLeast = false;
    RuleOutcome m_outcome;
};

} // namespace

RuleOutcome judgeEffect(const Rule& rule, const Effect& effect)
{
    return EffectJudge(rule, effect).judge();
}

std::optional<double> atLeast(const Rule& rule)
{
    const auto found = rule.extra.find("at_least");
    if (found == rule.extra.end() || rule.metric.metric == nullptr) {
        return std::nullopt;
    }
    return amountOf(*found, *rule.metric.metric);
}

bool isRelative(const Rule& rule)
{
    const auto change
        = [](const std::optional<Limit>& limit) { return !limit || limit->kind != Limit::Kind::absolute; };
    return !rule.against.empty() && change(rule.warn) && change(rule.fail);
}

} // namespace plumb::judge

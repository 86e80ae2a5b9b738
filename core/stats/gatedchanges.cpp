// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/gatedchanges.h"

#include "stats/hampel.h"
#include "stats/probability.h"
#include "stats/ranktests.h"
#include "stats/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>

namespace plumb::stats {

namespace {

using Values = std::span<const double>;

constexpr std::size_t predictionFrom = 5; ///< points of the level before
constexpr double oneNewest = 0.999, twoNewest = 0.95; ///< prediction intervals
constexpr std::size_t nearest = 100; ///< points on either side that the size of a change is taken from
constexpr std::size_t narrow = 20, narrowest = 10; ///< windows beside the one that was asked for
constexpr double asFarAsOutliers = 0.5;

double medianOf(Values values)
{
    return median({values.begin(), values.end()});
}

/// The change between two medians as a fraction, without sign and the same both ways; infinite from 0.
double effectOf(double before, double after)
{
    if (before > 0.0 && after > 0.0) {
        return std::expm1(std::abs(std::log(after / before)));
    }
    const double apart = std::abs(after - before);
    return apart == 0.0 ? 0.0
        : before == 0.0 ? std::numeric_limits<double>::infinity()
                        : apart / std::abs(before);
}

/// Levels between change points.
struct Levels
{
    Values values;
    std::vector<std::size_t> starts; ///< but of the first

    [[nodiscard]] Values before(std::size_t which) const
    {
        const std::size_t from = which > 0 ? starts[which - 1] : 0;
        return values.subspan(from, starts[which] - from);
    }
    [[nodiscard]] Values after(std::size_t which) const
    {
        const std::size_t past = which + 1 < starts.size() ? starts[which + 1] : values.size();
        return values.subspan(starts[which], past - starts[which]);
    }
};

/// How well a change passes: below 1 it fails the gate it passes worst.
double standing(const Levels& levels, std::size_t which, double noise, const GateOptions& options)
{
    const Values left = levels.before(which), right = levels.after(which);
    const double before = medianOf(left), after = medianOf(right), apart = std::abs(after - before);
    const auto against = [](double value, double limit) {
        return limit > 0.0 ? value / limit : value > 0.0 ? std::numeric_limits<double>::infinity() : 0.0;
    };
    const double points = against(
        static_cast<double>(std::min(left.size(), right.size())), static_cast<double>(options.side));
    double worst = std::min(points, against(std::log1p(effectOf(before, after)), std::log1p(options.effect)));
    if (noise > 0.0) {
        worst = std::min(worst, apart / (options.noise * noise));
    }
    if (options.absolute > 0.0) {
        worst = std::min(worst, apart / options.absolute);
    }
    return worst;
}

void applyGates(Levels& levels, const GateOptions& options)
{
    while (!levels.starts.empty()) {
        const double noise = levelNoise(levels.values, levels.starts);
        std::size_t worst = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < levels.starts.size(); ++i) {
            const double its = standing(levels, i, noise, options);
            if (its < least) {
                least = its;
                worst = i;
            }
        }
        if (least >= 1.0) {
            return;
        }
        levels.starts.erase(levels.starts.begin() + static_cast<std::ptrdiff_t>(worst));
    }
}

bool allPositive(Values values)
{
    return std::all_of(values.begin(), values.end(), [](double value) { return value > 0.0; });
}

std::vector<double> logarithms(Values values)
{
    std::vector<double> result(values.begin(), values.end());
    for (double& value : result) {
        value = std::log(value);
    }
    return result;
}

/// Size and interval from the points next to the change.
void measureChange(GatedChange& change, Values left, Values right)
{
    change.before = medianOf(left);
    change.after = medianOf(right);
    const auto size = sizeOfChange(left, right);
    change.change = size.change;
    change.changeLow = size.low;
    change.changeHigh = size.high;
}

/// Where the change may as well have been: where the divergence of the two levels is within 5 % of its best.
void locate(GatedChange& change, Values left, Values right)
{
    const std::size_t before = std::min(left.size(), nearest), behind = std::min(right.size(), nearest);
    const Values both(left.data() + (left.size() - before), before + behind); // neighbours in memory
    const std::size_t first = change.index - before;
    std::vector<double> sumTo(both.size() + 1, 0.0), within(both.size() + 1, 0.0),
        across(both.size() + 1, 0.0);
    // across: of pairs with one end before i; moving i by one moves one point's distances over.
    double total = 0.0;
    for (std::size_t i = 0; i < both.size(); ++i) {
        double back = 0.0, ahead = 0.0;
        for (std::size_t j = 0; j < both.size(); ++j) {
            (j < i ? back : ahead) += std::abs(both[i] - both[j]);
        }
        within[i + 1] = within[i] + back;
        across[i + 1] = across[i] + ahead - back;
        total += back;
    }
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < both.size(); ++i) {
        const auto n = static_cast<double>(i), m = static_cast<double>(both.size() - i);
        const double inLeft = n > 1.0 ? within[i] / (n * (n - 1.0) / 2.0) : 0.0;
        const double inRight = m > 1.0 ? (total - within[i] - across[i]) / (m * (m - 1.0) / 2.0) : 0.0;
        sumTo[i] = n * m / (n + m) * (2.0 * across[i] / (n * m) - inLeft - inRight);
        best = std::max(best, sumTo[i]);
    }
    change.earliest = change.latest = change.index;
    while (change.earliest > first + 1 && sumTo[change.earliest - 1 - first] >= 0.95 * best) {
        --change.earliest;
    }
    while (change.latest + 1 < first + both.size() && sumTo[change.latest + 1 - first] >= 0.95 * best) {
        ++change.latest;
    }
}

/// Size, interval and p of the newest points against the level before: too few for pairs, so by Student's t.
void measureNewest(GatedChange& change, Values level, Values newest)
{
    const bool logs = allPositive(level) && allPositive(newest);
    const auto before = logs ? logarithms(level) : std::vector<double>(level.begin(), level.end());
    const auto now = logs ? logarithms(newest) : std::vector<double>(newest.begin(), newest.end());
    const double centre = mean(before), apart = mean(now) - centre;
    const auto n = static_cast<double>(before.size()), k = static_cast<double>(now.size());
    double squares = 0.0;
    for (const double value : before) {
        squares += (value - centre) * (value - centre);
    }
    const double error = std::sqrt(squares / (n - 1.0) * (1.0 / n + 1.0 / k));
    const double reach = studentQuantile(0.975, n - 1.0) * error;
    change.before = medianOf(level);
    change.after = medianOf(newest);
    change.p = error > 0.0 ? 2.0 * studentCdf(-std::abs(apart) / error, n - 1.0) : 0.0;
    const auto fraction = [&](double off) { return logs ? std::expm1(off) : off / change.before; };
    if (logs || change.before > 0.0) {
        change.change = fraction(apart);
        change.changeLow = fraction(apart - reach);
        change.changeHigh = fraction(apart + reach);
    }
}

/// The newest one or two points, if they leave the level before them.
std::optional<GatedChange> provisionalChange(
    const Levels& levels, Values raw, const std::vector<std::size_t>& outliers, const GateOptions& options)
{
    const std::size_t from = levels.starts.empty() ? 0 : levels.starts.back();
    for (const std::size_t count : {2U, 1U}) {
        if (levels.values.size() < from + predictionFrom + count) {
            continue;
        }
        const std::size_t index = levels.values.size() - count;
        const Values level = levels.values.subspan(from, index - from), newest = levels.values.subspan(index);
        const auto expected = predictNext(level, count == 1 ? oneNewest : twoNewest);
        if (!expected) {
            continue;
        }
        const double before = medianOf(level), after = medianOf(newest);
        const bool above
            = std::all_of(newest.begin(), newest.end(), [&](double value) { return value > expected->high; });
        const bool below
            = std::all_of(newest.begin(), newest.end(), [&](double value) { return value < expected->low; });
        const Levels split{levels.values, [&] {
                               auto starts = levels.starts;
                               starts.push_back(index);
                               return starts;
                           }()};
        GateOptions gates = options;
        gates.side = count;
        const double noise = levelNoise(levels.values.first(index), levels.starts);
        if (!(above || below) || standing(split, split.starts.size() - 1, noise, gates) < 1.0) {
            continue;
        }
        // A single point that goes no further than earlier isolated ones went is most likely another.
        const bool known
            = count == 1 && std::any_of(outliers.begin(), outliers.end(), [&](std::size_t outlier) {
                  const double off = raw[outlier] - before;
                  return (off > 0.0) == above && std::abs(off) >= asFarAsOutliers * std::abs(after - before);
              });
        if (known) {
            continue;
        }
        GatedChange change;
        change.index = change.earliest = change.latest = index;
        change.provisional = true;
        measureNewest(change, level, newest);
        return change;
    }
    return std::nullopt;
}

/// Otava's points, looked for in narrower windows, too: in a wide one a dip that recovered stands on both
/// sides of every split and hides itself.
Result<std::vector<ChangePoint>> candidatesOf(Values values, const EDivisiveOptions& options)
{
    std::set<std::size_t> all;
    for (const std::size_t window : {options.window, narrow, narrowest}) {
        EDivisiveOptions its = options;
        its.window = std::min(window, options.window);
        const auto weak = edivisiveWeak(values, its);
        if (!weak) {
            return weak.error();
        }
        for (const auto& point : *weak) {
            all.insert(point.index);
        }
    }
    return edivisiveMerge(values, {all.begin(), all.end()}, options);
}

} // namespace

ChangeSize sizeOfChange(Values before, Values after)
{
    const Values near = before.last(std::min(before.size(), nearest));
    const Values behind = after.first(std::min(after.size(), nearest));
    if (allPositive(near) && allPositive(behind)) {
        const auto shift = pairwiseShift(logarithms(behind), logarithms(near));
        return {std::expm1(shift.value), std::expm1(shift.lower), std::expm1(shift.upper)};
    }
    const double level = medianOf(before);
    if (level > 0.0) {
        const auto shift = pairwiseShift(behind, near);
        return {shift.value / level, shift.lower / level, shift.upper / level};
    }
    return {};
}

double levelNoise(Values values, const std::vector<std::size_t>& starts)
{
    std::vector<double> sigmas;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= starts.size(); ++i) {
        const std::size_t past = i < starts.size() ? starts[i] : values.size();
        if (past - from >= 4) {
            sigmas.push_back(robustSigma(values.subspan(from, past - from)));
        }
        from = past;
    }
    if (!sigmas.empty()) {
        return median(std::move(sigmas));
    }
    std::vector<double> differences;
    for (std::size_t i = 1; i < values.size(); ++i) {
        differences.push_back(values[i] - values[i - 1]);
    }
    return differences.empty() ? 0.0 : robustSigma(differences) / std::numbers::sqrt2;
}

std::optional<Prediction> predictNext(Values level, double confidence)
{
    if (level.size() < predictionFrom) {
        return std::nullopt;
    }
    const bool logs = allPositive(level);
    const auto used = logs ? logarithms(level) : std::vector<double>(level.begin(), level.end());
    const double centre = mean(used), n = static_cast<double>(used.size());
    double squares = 0.0;
    for (const double value : used) {
        squares += (value - centre) * (value - centre);
    }
    const double reach = studentQuantile(0.5 + confidence / 2.0, n - 1.0) * std::sqrt(squares / (n - 1.0))
        * std::sqrt(1.0 + 1.0 / n);
    return logs ? Prediction{std::exp(centre - reach), std::exp(centre + reach)}
                : Prediction{centre - reach, centre + reach};
}

Result<GatedResult> gatedChanges(Values given, const GateOptions& original)
{
    if (!(original.effect >= 0.0) || !std::isfinite(original.effect)) {
        return Error{ErrorKind::usage, "the smallest change is not 0 or above", {}, "0.05 is 5 %"};
    }
    // By a power of two, which rounds nothing, so that squares of very large or small values stay numbers.
    double largest = 0.0;
    for (const double value : given) {
        largest = std::max(largest, std::abs(value));
    }
    int exponent = 0;
    std::frexp(largest, &exponent);
    std::vector<double> values(given.begin(), given.end());
    for (double& value : values) {
        value = std::ldexp(value, -exponent);
    }
    GateOptions options = original;
    options.absolute = std::ldexp(options.absolute, -exponent);

    GatedResult result;
    auto cleaned = hampel(values);
    const auto found = candidatesOf(cleaned.cleaned, options.core);
    if (!found) {
        return found.error();
    }
    Levels levels{cleaned.cleaned, {}};
    for (const auto& point : *found) {
        levels.starts.push_back(point.index);
    }
    applyGates(levels, options);
    for (std::size_t i = 0; i < levels.starts.size(); ++i) {
        const Values left = levels.before(i), right = levels.after(i);
        GatedChange change;
        change.index = levels.starts[i];
        measureChange(change, left, right);
        change.p = levelsP(left, right);
        locate(change, left, right);
        result.changes.push_back(change);
    }
    if (const auto newest = provisionalChange(levels, values, cleaned.outliers, options)) {
        result.changes.push_back(*newest);
    }
    for (auto& change : result.changes) {
        change.before = std::ldexp(change.before, exponent);
        change.after = std::ldexp(change.after, exponent);
    }
    result.outliers = std::move(cleaned.outliers);
    return result;
}

} // namespace plumb::stats

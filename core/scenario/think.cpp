// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/compiled.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumb::scenario {

namespace {

/// A standard normal value (Box and Muller, 1958). 1 - uniform() is never 0.
double standardNormal(RandomStream& random)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random.uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * random.uniform());
}

} // namespace

double thinkMs(const Think& think, RandomStream& random)
{
    const double a = think.a.get();
    const double b = think.b.get();
    double ms = 0.0;
    switch (think.kind) {
    case Think::Kind::none:
        break;
    case Think::Kind::fixed:
        ms = a;
        break;
    case Think::Kind::range:
        ms = a + (b - a) * random.uniform();
        break;
    case Think::Kind::exponential:
        ms = -a * std::log(1.0 - random.uniform());
        break;
    case Think::Kind::normal:
        ms = a + b * standardNormal(random);
        break;
    case Think::Kind::lognormal:
        ms = a * std::exp(b * standardNormal(random));
        break;
    }
    return std::max(0.0, ms);
}

} // namespace plumb::scenario

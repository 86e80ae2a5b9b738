// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/latencydraw.h"

#include <algorithm>
#include <cmath>

namespace plumb::sample {

namespace {

double draw(const Latency& latency, RandomEngine& random)
{
    switch (latency.kind) {
    case Latency::Kind::none:
        return 0.0;
    case Latency::Kind::fixed:
        return latency.a;
    case Latency::Kind::uniform:
        return latency.a < latency.b ? std::uniform_real_distribution<double>(latency.a, latency.b)(random)
                                     : latency.a;
    case Latency::Kind::normal:
        return latency.b > 0.0 ? std::normal_distribution<double>(latency.a, latency.b)(random) : latency.a;
    case Latency::Kind::lognormal:
        // The median of exp(N(mu, sigma)) is exp(mu).
        return latency.b > 0.0 ? std::lognormal_distribution<double>(std::log(latency.a), latency.b)(random)
                               : latency.a;
    case Latency::Kind::exponential:
        return std::exponential_distribution<double>(1.0 / latency.a)(random);
    case Latency::Kind::mixture:
        break;
    }
    double sum = 0.0;
    for (const auto& part : latency.parts) {
        sum += part.weight;
    }
    double at = std::uniform_real_distribution<double>(0.0, sum)(random);
    for (const auto& part : latency.parts) {
        at -= part.weight;
        if (at < 0.0) {
            return drawMs(part, random);
        }
    }
    return drawMs(latency.parts.back(), random);
}

} // namespace

double drawMs(const Latency& latency, RandomEngine& random)
{
    if (latency.kind == Latency::Kind::none) {
        return 0.0;
    }
    return std::clamp(draw(latency, random), latency.min_ms, latency.max_ms);
}

const StatusChoice& drawStatus(const std::vector<StatusChoice>& choices, RandomEngine& random)
{
    static const StatusChoice ok;
    if (choices.size() < 2) {
        return choices.empty() ? ok : choices.front();
    }
    double sum = 0.0;
    for (const auto& choice : choices) {
        sum += choice.weight;
    }
    double at = std::uniform_real_distribution<double>(0.0, sum)(random);
    for (const auto& choice : choices) {
        at -= choice.weight;
        if (at < 0.0) {
            return choice;
        }
    }
    return choices.back();
}

} // namespace plumb::sample

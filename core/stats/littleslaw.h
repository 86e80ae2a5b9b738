// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plumb::stats {

/// How far a measurement may be from Little's law.
enum class LittleVerdict {
    ok, ///< within 5 %
    doubtful, ///< within 10 %
    broken, ///< units, lost errors, a clipped histogram, or a gap in the generator
    unknown, ///< nothing to check with
};
std::string_view toString(LittleVerdict verdict); ///< "ok", "doubtful", "broken", "unknown"

/// A closed load of one steady window: N users, each in a request or thinking.
struct LittleInput
{
    double users = 0.0; ///< connections or users, > 0
    double throughput = 0.0; ///< completed requests per second, failed ones included
    double meanResponse_s = 0.0; ///< arithmetic mean, from the histogram
    double think_s = 0.0; ///< mean think time per request
};

struct LittleCheck
{
    /// X (R + Z) / N: 1 where everything adds up; NaN if unknown. Below 1 users were neither waiting nor
    /// thinking, so the generator was late; above 1 some time was counted twice.
    double ratio = 0.0;
    LittleVerdict verdict = LittleVerdict::unknown;
    std::string sentence;
};

/// N = X (R + Z) (Little 1961).
LittleCheck checkLittle(const LittleInput& input);

/// Concurrency from rate and response time in seconds: what an open load keeps in flight.
double littleConcurrency(double throughput, double response_s);

} // namespace plumb::stats

// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/littleslaw.h"

#include <array>
#include <cmath>
#include <limits>

namespace plumb::stats {

namespace {

constexpr double fine = 0.05, tolerable = 0.10;
constexpr double rounding = 1e-12;

} // namespace

std::string_view toString(LittleVerdict verdict)
{
    static constexpr std::array<std::string_view, 4> names{"ok", "doubtful", "broken", "unknown"};
    return names[static_cast<std::size_t>(verdict)];
}

double littleConcurrency(double throughput, double response_s)
{
    return throughput * response_s;
}

LittleCheck checkLittle(const LittleInput& input)
{
    LittleCheck check;
    check.ratio = littleConcurrency(input.throughput, input.meanResponse_s + input.think_s) / input.users;
    if (!(input.users > 0.0) || !(input.throughput > 0.0) || !std::isfinite(check.ratio)) {
        check.ratio = std::numeric_limits<double>::quiet_NaN();
        check.sentence = "there are no completed requests of a known number of users to check";
        return check;
    }
    const double off = std::abs(check.ratio - 1.0);
    check.verdict = off <= fine + rounding ? LittleVerdict::ok
        : off <= tolerable + rounding      ? LittleVerdict::doubtful
                                           : LittleVerdict::broken;
    const auto percent = std::to_string(std::llround(off * 100.0)) + " %";
    if (check.verdict == LittleVerdict::ok) {
        check.sentence = "throughput, response time and users agree within " + percent;
    } else if (check.ratio < 1.0) {
        check.sentence = "users spent " + percent
            + " of the time neither waiting for an answer nor thinking: the generator sent late, or errors "
              "were "
              "not counted";
    } else {
        check.sentence = "throughput and response time add up to " + percent
            + " more users than there were: check units, think time and the windows of the figures";
    }
    return check;
}

} // namespace plumb::stats

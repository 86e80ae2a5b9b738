// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/exitcode.h"

#include <algorithm>
#include <array>

namespace plumb {

ExitCode stronger(ExitCode a, ExitCode b)
{
    static constexpr std::array order{ExitCode::badInput, ExitCode::couldNotRun, ExitCode::interrupted,
        ExitCode::invalidRun, ExitCode::fail, ExitCode::cannotJudge, ExitCode::pass};
    return std::find(order.begin(), order.end(), a) <= std::find(order.begin(), order.end(), b) ? a : b;
}

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::input:
    case ErrorKind::io:
        return ExitCode::badInput;
    case ErrorKind::interrupted:
        return ExitCode::interrupted;
    case ErrorKind::busy:
    case ErrorKind::target:
    case ErrorKind::setup:
    case ErrorKind::internal:
        break;
    }
    return ExitCode::couldNotRun;
}

} // namespace plumb

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/judgeexchange.h"

namespace plumb::engine {

namespace {

bool isStatusCheck(const scenario::CompiledStep& step, std::size_t index)
{
    const std::vector<scenario::Check>& checks = step.step().checks;
    return index < checks.size() && checks[index].kind == scenario::Check::Kind::status;
}

} // namespace

ExchangeVerdict judgeExchange(
    const scenario::CompiledStep& step, const Exchange& exchange, const scenario::ResponseView& view)
{
    ExchangeVerdict verdict;
    verdict.outcome = exchange.outcome;
    verdict.message = exchange.error;
    if (exchange.outcome != Outcome::ok)
        return verdict;
    verdict.message = view.failure;
    bool statusAccepted = step.checksStatus();
    bool failed = false;
    verdict.checks.reserve(step.checkCount());
    for (std::size_t i = 0; i < step.checkCount(); ++i) {
        const scenario::CheckResult result = step.check(i, view);
        verdict.checks.push_back(result.passed);
        if (result.passed)
            continue;
        failed = true;
        statusAccepted = statusAccepted && !isStatusCheck(step, i);
        if (verdict.message.empty())
            verdict.message = result.message;
    }
    if (exchange.status >= 400 && !statusAccepted) {
        verdict.outcome = exchange.status >= 500 ? Outcome::http5xx : Outcome::http4xx;
        if (verdict.message.empty())
            verdict.message = "status " + std::to_string(exchange.status);
    } else if (failed) {
        verdict.outcome = Outcome::check;
    }
    return verdict;
}

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

namespace plumb::engine {

/// What the checks of a step say about an exchange.
struct ExchangeVerdict
{
    Outcome outcome = Outcome::ok;
    std::string message; ///< why it failed; empty if ok
    std::vector<bool> checks; ///< passed, by index; empty where no whole answer came
};

/// The one outcome of a request (PRODUCT.md section 4): the transport's trouble first; then 4xx and 5xx,
/// unless a `status` check accepts the status; then any failing check.
ExchangeVerdict judgeExchange(
    const scenario::CompiledStep& step, const Exchange& exchange, const scenario::ResponseView& view);

} // namespace plumb::engine

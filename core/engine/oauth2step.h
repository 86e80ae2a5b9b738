// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/compiled.h"

namespace plumb::engine {

/// Variables the token request fills; steps with OAuth2 render `Authorization: Bearer` from the first.
inline constexpr const char* tokenVariable = "__oauth2_token";
inline constexpr const char* tokenLifetimeVariable = "__oauth2_expires_in"; ///< seconds

/// The client-credentials grant of RFC 6749 section 4.4 as a set-up step, credentials in the form body; null
/// where the scenario does not use OAuth2. Error (usage): two different OAuth2 clients in one scenario.
Result<std::shared_ptr<const scenario::CompiledStep>> makeTokenStep(
    const scenario::CompiledScenario& scenario);

} // namespace plumb::engine

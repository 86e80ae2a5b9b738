// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <memory>

namespace plumb::engine {

/// @p http with what @p scenario needs of the other kinds of steps; @p http itself where it has none. Looks
/// for databases and programs: ErrorKind::target where a database does not let us in, input for what is not
/// there.
Result<std::shared_ptr<TransportFactory>> withKinds(
    std::shared_ptr<TransportFactory> http, const scenario::CompiledScenario& scenario);

} // namespace plumb::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/accounts.h"
#include "sample/bodytemplate.h"
#include "sample/reply.h"
#include "sample/router.h"
#include "sample/servicemetrics.h"
#include "sample/servicespec.h"
#include "sample/trouble.h"

#include "base/clock.h"

#include <memory>
#include <optional>
#include <vector>

namespace plumb::sample {

/// A route with what is compiled of it once.
struct CompiledRoute
{
    RouteSpec spec;
    BodyTemplate body; ///< of JSON bodies
    FixedReply fixed; ///< where `constant`
    bool constant = false; ///< one status, a constant body, nothing to check or to count
    std::vector<Expression> cacheKey;
    std::optional<Expression> costItems;
    std::string headers; ///< whole lines
    std::unique_ptr<ColdKeys> coldKeys;
};

/// What the threads of one service share. Immutable but for members that are thread-safe themselves.
class ServiceState
{
public:
    /// @p spec was checked by specFromJson; expressions and templates in it compile.
    ServiceState(ServiceSpec spec, std::shared_ptr<const Clock> clock, bool tls);

    const ServiceSpec spec;
    const std::shared_ptr<const Clock> clock;
    const bool tls;
    const Nanos started;
    const Router router;
    const Disturbances disturbances;
    RateLimit limit;
    Accounts accounts;
    std::vector<CompiledRoute> routes;
    std::vector<const WorkerMetrics*> metrics; ///< of all workers; complete before the first request
};

} // namespace plumb::sample

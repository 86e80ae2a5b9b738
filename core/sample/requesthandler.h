// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/reply.h"
#include "sample/requestview.h"
#include "sample/servicestate.h"

#include <cstdint>

namespace plumb::sample {

/// Turns requests into replies for one worker thread. Knows nothing of sockets.
class RequestHandler
{
public:
    /// Worker @p index of @p workers; @p seed and index decide the random stream.
    RequestHandler(ServiceState& state, std::uint64_t seed, std::size_t index, std::size_t workers);

    /// @p reply is new.
    void handle(RequestView& request, Reply& reply);

private:
    bool allowed(RequestView& request, const RouteSpec& route, Reply& reply);
    void fill(RequestView& request, const CompiledRoute& route, Reply& reply);
    void act(RequestView& request, const CompiledRoute& route, Reply& reply);
    void signIn(RequestView& request, Reply& reply, bool registering);
    void issueToken(RequestView& request, Reply& reply);
    /// Waiting and computing time; sets request.cold.
    void time(RequestView& request, const CompiledRoute& route, double slowFactor, Reply& reply);
    [[nodiscard]] RenderContext context(const RequestView& request);

    ServiceState& m_state;
    RandomEngine m_random;
    std::uint64_t m_sequence; ///< counts up in steps of the number of workers: unique in the service
    std::uint64_t m_step;
};

} // namespace plumb::sample

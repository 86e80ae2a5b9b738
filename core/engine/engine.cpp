// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "engine/coordinator.h"

namespace plumb::engine {

class Engine::Private
{
public:
    Private(EngineSetup given, Sink sink)
        : setup(std::move(given))
        , coordinator(setup, std::move(sink), queue)
    {
    }

    EngineSetup setup;
    TaskQueue queue;
    Coordinator coordinator;
};

Engine::Engine(EngineSetup setup, Sink sink)
    : d(std::make_unique<Private>(std::move(setup), std::move(sink)))
{
}

Engine::~Engine() = default;

Result<void> Engine::run()
{
    return d->coordinator.run();
}

void Engine::stop(const std::string& endedBy)
{
    d->queue.post([this, endedBy] { d->coordinator.stop(endedBy); });
}

void Engine::abort()
{
    d->queue.post([this] { d->coordinator.abort(); });
}

void Engine::mark(const std::string& text)
{
    d->queue.post([this, text] { d->coordinator.mark(text); });
}

} // namespace plumb::engine

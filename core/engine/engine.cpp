// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "engine/coordinator.h"

namespace plumb::engine {

class Engine::Private
{
public:
    Private(EngineSetup given, Sink eventSink)
        : setup(std::move(given))
        , sink(std::move(eventSink))
    {
    }

    EngineSetup setup;
    Sink sink;
    TaskQueue queue; ///< what is posted early waits until there is a coordinator to run it
    std::unique_ptr<Coordinator> coordinator;
};

Engine::Engine(EngineSetup setup, Sink sink)
    : d(std::make_unique<Private>(std::move(setup), std::move(sink)))
{
}

Engine::~Engine() = default;

Result<void> Engine::run()
{
    Result<RunKit> kit = makeRunKit(d->setup);
    if (!kit)
        return kit.error();
    d->coordinator = std::make_unique<Coordinator>(d->setup, std::move(*kit), d->sink, d->queue);
    return d->coordinator->run();
}

void Engine::stop(const std::string& endedBy)
{
    d->queue.post([this, endedBy] { d->coordinator->stop(endedBy); });
}

void Engine::abort()
{
    d->queue.post([this] { d->coordinator->abort(); });
}

void Engine::mark(const std::string& text)
{
    d->queue.post([this, text] { d->coordinator->mark(text); });
}

void Engine::change(const LiveChange& change)
{
    d->queue.post([this, change] { d->coordinator->change(change); });
}

} // namespace plumb::engine

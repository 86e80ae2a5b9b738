// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kinds/kindfactory.h"

#include "engine/command/commandprobe.h"
#include "engine/kinds/kindtransport.h"
#include "engine/sql/sqlprobe.h"

namespace plumb::engine {

namespace {

struct Kinds
{
    bool http = false, sql = false, command = false;
};

Kinds kindsOf(const scenario::CompiledScenario& scenario)
{
    Kinds kinds;
    const auto look = [&kinds](const std::shared_ptr<const scenario::CompiledStep>& step) {
        const std::string& kind = step->step().kind;
        kinds.sql = kinds.sql || kind == "sql";
        kinds.command = kinds.command || kind == "command";
        kinds.http = kinds.http || kind == "http";
    };
    for (const auto& setup : scenario.setup) {
        look(setup.step);
        std::for_each(setup.on_failure.begin(), setup.on_failure.end(), look);
    }
    for (const auto& pattern : scenario.patterns)
        std::for_each(pattern.steps.begin(), pattern.steps.end(), look);
    return kinds;
}

class KindFactory final : public TransportFactory
{
public:
    KindFactory(std::shared_ptr<TransportFactory> http, Kinds kinds, std::string databases,
        std::shared_ptr<launch::Launcher> launcher)
        : m_http(std::move(http))
        , m_kinds(kinds)
        , m_databases(std::move(databases))
        , m_launcher(std::move(launcher))
    {
    }

    [[nodiscard]] std::string name() const override { return m_http->name(); }
    /// Nobody looks at a target that gets no requests.
    Result<void> prepare(const TransportSettings& settings) override
    {
        return m_kinds.http ? m_http->prepare(settings) : Result<void>();
    }
    [[nodiscard]] std::map<std::string, std::string> describe() const override
    {
        auto settings = m_kinds.http ? m_http->describe() : std::map<std::string, std::string>();
        if (m_kinds.sql)
            settings["sql"] = "a thread and a connection per user: " + m_databases;
        if (m_kinds.command)
            settings["command"] = "started by a helper process";
        return settings;
    }
    [[nodiscard]] std::string version() const override { return m_http->version(); }
    Result<WorkerIo> make(const TransportSettings& settings) override
    {
        Result<WorkerIo> io = m_http->make(settings);
        if (!io)
            return io;
        Reactor& reactor = *io->reactor;
        io->transport = std::make_unique<KindTransport>(std::move(io->transport), reactor, m_launcher);
        return io;
    }

private:
    std::shared_ptr<TransportFactory> m_http;
    Kinds m_kinds;
    std::string m_databases;
    std::shared_ptr<launch::Launcher> m_launcher;
};

} // namespace

Result<std::shared_ptr<TransportFactory>> withKinds(
    std::shared_ptr<TransportFactory> http, const scenario::CompiledScenario& scenario)
{
    const Kinds kinds = kindsOf(scenario);
    if (!kinds.sql && !kinds.command)
        return http;
    std::shared_ptr<launch::Launcher> launcher;
    if (kinds.command) {
        if (Result<void> fine = command::probeCommands(scenario); !fine)
            return fine.error();
        Result<std::unique_ptr<launch::Launcher>> started = launch::Launcher::start();
        if (!started)
            return started.error();
        launcher = std::move(*started);
    }
    std::string databases;
    if (kinds.sql) {
        if (Result<void> fine = sql::probeDatabases(scenario); !fine)
            return fine.error();
        databases = sql::databasesOf(scenario);
    }
    return std::shared_ptr<TransportFactory>(
        std::make_shared<KindFactory>(std::move(http), kinds, std::move(databases), std::move(launcher)));
}

} // namespace plumb::engine

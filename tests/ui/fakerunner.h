// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runner.h"
#include "runner/runprotocol.h"

#include <QMutex>
#include <QPointer>
#include <QStringList>

namespace plumb::test {

/// A session whose events the test plays; what is asked of it is written down.
class FakeSession final : public runner::RunSession
{
public:
    explicit FakeSession(QStringList& calls)
        : m_calls(calls)
    {
    }

    void stop() override { m_calls << QStringLiteral("stop"); }
    void abort() override { m_calls << QStringLiteral("abort"); }
    void mark(const QString& text) override { m_calls << QStringLiteral("mark ") + text; }
    void change(const engine::LiveChange& change) override
    {
        m_calls << QStringLiteral("change ")
                + QString::fromUtf8(runner::encodeCommand(runner::ChangeCommand{change})).trimmed();
    }
    [[nodiscard]] QString runId() const override { return {}; }

    void play(const std::vector<report::RunEvent>& events)
    {
        for (const auto& one : events)
            Q_EMIT event(one);
    }
    void end(const QString& error = {}) { Q_EMIT ended(error); }

private:
    QStringList& m_calls;
};

/// Starts nothing: the test plays the run. Runs under way are looked for in other threads.
class FakeRunner final : public runner::Runner
{
public:
    std::unique_ptr<runner::RunSession> start(const runner::RunRequest& request) override
    {
        requests.push_back(request);
        return makeSession();
    }
    [[nodiscard]] std::vector<runner::LiveRun> liveRuns(const std::filesystem::path&) const override
    {
        const QMutexLocker lock(&m_mutex);
        ++m_looks;
        return m_live;
    }
    std::unique_ptr<runner::RunSession> attach(const runner::LiveRun& run) override
    {
        calls << QStringLiteral("attach ") + run.runId;
        return makeSession();
    }

    void setLive(std::vector<runner::LiveRun> live)
    {
        const QMutexLocker lock(&m_mutex);
        m_live = std::move(live);
    }
    /// How often it was asked what is under way.
    [[nodiscard]] int looks() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_looks;
    }

    std::vector<runner::RunRequest> requests; ///< what was started
    QStringList calls; ///< attach, stop, abort, mark, in their order
    QPointer<FakeSession> session; ///< the latest; null when its owner let it go

private:
    std::unique_ptr<runner::RunSession> makeSession()
    {
        auto made = std::make_unique<FakeSession>(calls);
        session = made.get();
        return made;
    }

    mutable QMutex m_mutex;
    mutable int m_looks = 0;
    std::vector<runner::LiveRun> m_live;
};

} // namespace plumb::test

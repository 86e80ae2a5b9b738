// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace plumb::models {

class LiveAccumulator;
class LiveJudge;

/// A run under way as the screen sees it. Events are gathered and added up in a thread of its own; what comes
/// back is a whole value. A late attach brings thousands of events at once: they become one or two changes,
/// and the GUI thread does none of the work.
class LiveRun : public QObject
{
    Q_OBJECT

public:
    explicit LiveRun(QObject* parent = nullptr);
    ~LiveRun() override;

    void add(const report::RunEvent& event);
    [[nodiscard]] const LiveSnapshot& snapshot() const { return *m_snapshot; }

Q_SIGNALS:
    /// snapshot() is newer; once per batch of events, that is once a tick.
    void changed();

private:
    void startBatch();

    // Touched only by the batch under way.
    std::shared_ptr<LiveAccumulator> m_accumulator;
    std::shared_ptr<LiveJudge> m_judge;
    std::shared_ptr<const LiveSnapshot> m_snapshot;
    std::vector<report::RunEvent> m_waiting;
    QThreadPool m_pool;
    QFutureWatcher<std::shared_ptr<const LiveSnapshot>> m_batch;
};

} // namespace plumb::models

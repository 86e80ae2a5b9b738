// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/liverun.h"

#include "ui/models/liveaccumulator.h"
#include "ui/models/livejudge.h"

#include <QtConcurrentRun>

#include <utility>

namespace plumb::models {

LiveRun::LiveRun(QObject* parent)
    : QObject(parent)
    , m_accumulator(std::make_shared<LiveAccumulator>())
    , m_judge(std::make_shared<LiveJudge>())
    , m_snapshot(std::make_shared<const LiveSnapshot>())
{
    m_pool.setMaxThreadCount(1);
    connect(&m_batch, &QFutureWatcherBase::finished, this, [this] {
        m_snapshot = m_batch.result();
        if (!m_waiting.empty())
            startBatch();
        Q_EMIT changed();
    });
}

LiveRun::~LiveRun()
{
    m_batch.disconnect(this);
    m_pool.waitForDone();
}

void LiveRun::add(const report::RunEvent& event)
{
    m_waiting.push_back(event);
    // Events of one tick arrive together: the batch starts when control is back in the event loop.
    if (m_waiting.size() == 1 && !m_batch.isRunning()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_batch.isRunning() && !m_waiting.empty())
                    startBatch();
            },
            Qt::QueuedConnection);
    }
}

void LiveRun::startBatch()
{
    auto events = std::exchange(m_waiting, {});
    m_batch.setFuture(QtConcurrent::run(
        &m_pool, [accumulator = m_accumulator, judge = m_judge, events = std::move(events)] {
            for (const auto& event : events) {
                accumulator->apply(event);
                judge->apply(event);
            }
            auto snapshot = std::make_shared<LiveSnapshot>(accumulator->snapshot());
            snapshot->soFar = judge->judge();
            return std::shared_ptr<const LiveSnapshot>(std::move(snapshot));
        }));
}

} // namespace plumb::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/liverun.h"

#include "ui/models/liveaccumulator.h"
#include "ui/models/livejudge.h"

#include <QtConcurrentRun>

#include <iterator>
#include <utility>

namespace plumb::models {

namespace {

constexpr std::size_t mostAtOnce = 1000;

} // namespace

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
    // A long history comes in parts, so that the screen shows something before all of it is added up.
    std::vector<report::RunEvent> later;
    if (m_waiting.size() > mostAtOnce) {
        const auto rest = m_waiting.begin() + static_cast<std::ptrdiff_t>(mostAtOnce);
        later.assign(std::move_iterator(rest), std::move_iterator(m_waiting.end()));
        m_waiting.erase(rest, m_waiting.end());
    }
    auto events = std::exchange(m_waiting, std::move(later));
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

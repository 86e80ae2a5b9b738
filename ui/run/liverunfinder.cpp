// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/liverunfinder.h"

namespace plumb::ui {

LiveRunFinder::LiveRunFinder(const runner::Runner& runner, QObject* parent)
    : QObject(parent)
    , m_runner(runner)
{
    m_pool.setMaxThreadCount(1);
}

LiveRunFinder::~LiveRunFinder()
{
    m_pool.waitForDone();
}

void LiveRunFinder::look(const std::filesystem::path& library)
{
    if (std::exchange(m_looking, true))
        return;
    m_pool.start([this, library] {
        auto runs = m_runner.liveRuns(library);
        QMetaObject::invokeMethod(
            this,
            [this, runs = std::move(runs)] {
                m_looking = false;
                Q_EMIT found(runs);
            },
            Qt::QueuedConnection);
    });
}

} // namespace plumb::ui

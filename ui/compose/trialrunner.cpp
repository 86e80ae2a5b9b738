// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/trialrunner.h"

namespace plumb::ui {

TrialRunner::TrialRunner(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    // A transport leaves per-thread state behind that must not outlive it in an idle thread.
    m_pool.setExpiryTimeout(0);
}

TrialRunner::~TrialRunner()
{
    cancel();
    m_pool.waitForDone();
}

void TrialRunner::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void TrialRunner::finished()
{
    m_cancelled.reset();
    Q_EMIT busyChanged();
}

void TrialRunner::send(const runner::TrialRequest& request)
{
    if (busy())
        return;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    Q_EMIT busyChanged();
    // The destructor waits for the pool, so `this` outlives the job; answers come through the event loop.
    m_pool.start([this, request, cancelled = m_cancelled] {
        const auto host = runner::trialHost(request);
        const auto unconfirmed = host ? *host : std::string();
        QStringList acts;
        for (const auto& act :
            request.allow_commands ? std::vector<std::string>() : runner::trialActs(request))
            acts << QString::fromStdString(act);
        auto trial = host && unconfirmed.empty() && acts.isEmpty()
            ? runner::sendOnce(request, cancelled)
            : Result<runner::Trial>(host ? Error{} : host.error());
        QMetaObject::invokeMethod(
            this,
            [this, unconfirmed, acts, trial = std::move(trial)] {
                finished();
                if (!unconfirmed.empty())
                    Q_EMIT hostUnconfirmed(QString::fromStdString(unconfirmed));
                else if (!acts.isEmpty())
                    Q_EMIT actsNotAllowed(acts);
                else if (trial)
                    Q_EMIT sent(*trial);
                else
                    Q_EMIT failed(trial.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace plumb::ui

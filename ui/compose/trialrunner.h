// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/trial.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <memory>

namespace plumb::ui {

/// Sends a step once in a thread of its own; one at a time.
class TrialRunner : public QObject
{
    Q_OBJECT

public:
    explicit TrialRunner(QObject* parent = nullptr);
    /// Cancels what is under way and waits for it.
    ~TrialRunner() override;

    void send(const runner::TrialRequest& request);
    void cancel();
    [[nodiscard]] bool busy() const { return m_cancelled != nullptr; }

Q_SIGNALS:
    void busyChanged();
    void sent(const plumb::runner::Trial& trial);
    /// The target is another machine that nobody has confirmed yet; nothing was sent.
    void hostUnconfirmed(const QString& host);
    /// It would run commands or write to databases, which nobody has allowed; nothing was sent.
    void actsNotAllowed(const QStringList& acts);
    void failed(const plumb::Error& error);

private:
    void finished();

    std::shared_ptr<std::atomic_bool> m_cancelled;
    QThreadPool m_pool;
};

} // namespace plumb::ui

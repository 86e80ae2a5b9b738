// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runner.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <vector>

namespace plumb::ui {

/// Looks for the runs of a library that are alive, in a thread of its own: the journals may lie on a slow
/// disk.
class LiveRunFinder : public QObject
{
    Q_OBJECT

public:
    /// @p runner outlives this.
    explicit LiveRunFinder(const runner::Runner& runner, QObject* parent = nullptr);
    ~LiveRunFinder() override;

    /// Asked again while it looks, it does nothing.
    void look(const std::filesystem::path& library);

Q_SIGNALS:
    void found(const std::vector<plumb::runner::LiveRun>& runs);

private:
    const runner::Runner& m_runner;
    QThreadPool m_pool;
    bool m_looking = false;
};

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"

#include <QObject>

#include <memory>

namespace plumb::test {

/// What every reactor with a thread and a clock of its own has to do.
class ReactorConformance : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] virtual std::unique_ptr<engine::Reactor> makeReactor() const = 0;

private Q_SLOTS:
    void tasksRunInOrder();
    void wakesWhenDueAndNotBefore();
    void laterCallReplacesEarlierOne();
    void pastAndZeroWakeAtOnce();
    void sameTimeAgainWakesAgain();
};

} // namespace plumb::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace plumb::ui {

/// Calls @p then with the value in the thread of @p context, unless that is gone by then.
template <class Value, class Then>
void whenDone(QObject* context, QFuture<Value> future, Then then)
{
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(std::move(future));
}

} // namespace plumb::ui

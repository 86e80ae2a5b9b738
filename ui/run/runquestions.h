// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings.h"

#include <QString>

#include <functional>
#include <optional>

class QWidget;

// What the Run page asks before something is lost, and what it says of what is kept.
namespace plumb::ui {

/// Asks whether requests in flight are to be cancelled, and offers to let them finish instead. Returns at
/// once.
void askToAbort(QWidget* parent, const std::function<void()>& abort, const std::function<void()>& stop);

struct CloseAnswer
{
    CloseWhileRunning choice = CloseWhileRunning::goOn; ///< never ask
    bool remember = false;
};
/// Asks what becomes of @p run when the window goes, with @p waiting runs queued behind it; nothing: the
/// window is to stay.
std::optional<CloseAnswer> askToClose(QWidget* parent, const QString& run, int waiting);

} // namespace plumb::ui

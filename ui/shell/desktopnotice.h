// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace plumb::ui {

/// Tells something by the desktop (org.freedesktop.Notifications) and marks the window in its task bar,
/// unless the window is in front: then it says it itself. Without such a service only the mark is left.
void showDesktopNotice(QWidget* window, const QString& title, const QString& text);

} // namespace plumb::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/tour.h"

namespace plumb::ui {
class MainWindow;
} // namespace plumb::ui

namespace plumb::desktop {

/// What a new user is shown of @p window.
QList<ui::TourStep> tourSteps(ui::MainWindow& window);

} // namespace plumb::desktop
